"""The table of the intake benchmark."""

import statistics
from dataclasses import dataclass

from bench_report import MEGABYTE, verdict
from bench_reports import BARE, CONNECTIONS, OURS, PHP, median_of
from bench_uploads import FILE_BYTES, FILES

# Where speed is held against the others, and where memory is measured.
GOAL_CONNECTIONS, MEMORY_CONNECTIONS = 32, 128

COLUMNS = {"Row": "---", "Value": "---:", "Ratio": "---:", "Goal": "---:", "Met": "---"}


@dataclass
class Row:
    """A line of the table."""

    name: str
    value: str
    ratio: str = ""
    goal: str = ""
    met: bool | None = None


def cells(row):
    return [row.name, row.value, row.ratio, row.goal, verdict(row.met)]


def load_rows(found):
    rows = []
    for connections in CONNECTIONS:
        rounds = {name: found[name, connections] for name in (OURS, PHP, BARE)}
        ours = f"`soh-intake`, {plural(connections, 'connection')}"
        is_goal = connections == GOAL_CONNECTIONS
        rows += [
            Row(ours, load(rounds[OURS]), *at_least(rounds, PHP, 10 if is_goal else None, "php-fpm and SQLite")),
            Row(ours, "", *at_least(rounds, BARE, 0.5 if is_goal else None, "303 without storage")),
            Row(f"{ours}: 99 % within", *tail(rounds[OURS])),
            Row(f"php-fpm and SQLite, {plural(connections, 'connection')}", load(rounds[PHP])),
            Row(f"303 without storage, {plural(connections, 'connection')}", load(rounds[BARE])),
        ]
    return rows


def kept_rows(found, stored):
    rows = []
    for name, label in ((OURS, "`soh-intake`"), (PHP, "php-fpm and SQLite")):
        rounds = [each for (server, _), each_of in found.items() if server == name for each in each_of]
        acknowledged, errors = (sum(getattr(each, what) for each in rounds) for what in ("acknowledged", "errors"))
        # In each round, and at the end once more: a report too many in one would hide one that another has lost.
        lost = sum(max(0, each.acknowledged - each.stored) for each in rounds)
        lost = max(lost, acknowledged - stored[name])
        value = f"{stored[name]:,} stored of {acknowledged:,} acknowledged"
        goal = ("none lost", lost == 0) if name == OURS else ("", None)
        rows.append(Row(f"{label}: reports", value, f"{lost:,} lost", *goal))
        goal = ("none", errors == 0) if name == OURS else ("", None)
        rows.append(Row(f"{label}: errors", f"{errors:,}", "", *goal))
    return rows


def memory_rows(found):
    rounds = found[OURS, MEMORY_CONNECTIONS]
    peak, rest, own = (max(each.memory[name] for each in rounds) for name in ("VmHWM", "VmRSS", "RssAnon"))
    name = f"`soh-intake`, memory at {MEMORY_CONNECTIONS} connections"
    return [
        Row(name, f"{peak:.1f} MB at most, {rest:.1f} MB after it", "", "at most 64 MB", peak <= 64),
        Row(f"{name}: of it not from files", f"{own:.1f} MB"),
    ]


def file_rows(found):
    growth = found.peak - found.before
    size = FILES * FILE_BYTES / MEGABYTE
    name = f"`soh-intake`, {FILES} files of {FILE_BYTES / MEGABYTE:,.0f} MB at once"
    return [
        Row(f"{name}: memory", f"{growth:.1f} MB more", f"{found.before:.1f} MB before", "at most 64 MB", growth <= 64),
        Row(f"{name}: of it not from files", f"{found.own_after - found.own_before:.1f} MB more after it"),
        Row(f"{name}: time", f"{found.seconds:.1f} s, {size / found.seconds:,.0f} MB/s"),
    ]


def start_rows(found):
    ours, peer = found["intake"], found["php"]
    times = f"{ours.answered / peer.answered:.2f} × php-fpm"
    return [
        Row("`soh-intake`, start to first answer, all forces", start(ours), times),
        Row("php-fpm, start to first answer, no-op", start(peer)),
    ]


# The cells


def load(rounds):
    """Medians of the rounds: reports a second, how long they took, and what each cost the program behind nginx."""
    median, slow = median_of(rounds, "median") * 1_000, median_of(rounds, "p99") * 1_000
    rate, processor = median_of(rounds, "reports_per_second"), median_of(rounds, "processor_seconds") * 1e6
    times = f"median {median:,.1f} ms, 99 % within {slow:,.1f} ms"
    return f"{rate:,.0f} reports/s, {times}, {processor:,.0f} µs of a processor each"


def at_least(rounds, peer, goal, name):
    """The median of the ratios of all pairs, each measured one after the other."""
    pairs = zip(rounds[OURS], rounds[peer], strict=True)
    times = statistics.median(ours.reports_per_second / theirs.reports_per_second for ours, theirs in pairs)
    if goal is None:
        return f"{times:.2f} × {name}", "", None
    return f"{times:.2f} × {name}", f"at least {goal:.2f} ×", times >= goal


def tail(rounds):
    """How much longer the slowest of a hundred take than the median."""
    times = statistics.median(each.p99 / each.median for each in rounds)
    return f"{median_of(rounds, 'p99') * 1_000:,.1f} ms", f"{times:.2f} × the median", "at most 5.00 ×", times <= 5


def start(found):
    return f"{found.answered * 1_000:.0f} ms, listens after {found.listening * 1_000:.0f} ms"


def plural(count, name):
    return f"{count} {name}" if count == 1 else f"{count} {name}s"
