"""The load of the intake benchmark: reports of StreetSafe, each of them another, to one server after the other."""

import contextlib
import http.client
import json
import os
import pathlib
import re
import sqlite3
import statistics
import urllib.parse
from dataclasses import dataclass, field

from bench_idle import memory
from bench_load import WRK, processor_seconds
from bench_report import fail, run
from bench_servers import FORCE

# The servers, and over how many connections each gets the load.
OURS, PHP, BARE = "soh-intake", "php-fpm", "responder"
CONNECTIONS = [1, 8, 32, 128]

SCRIPT = pathlib.Path(__file__).resolve().parent / "bench_intake.lua"
PAGE = "report/streetsafe.html"
# Everything that the form asks, but for the road. That one makes each report another.
ANSWERS = {
    "website": "",
    "town": "Newport",
    "cause": "surroundings",
    "environment": "lighting",
    "time-of-day": "after-dark",
    "age-band": "age-25-34",
}
DONE = re.compile(r"/forms/streetsafe/done/[A-Z]{3}-STS(-[0-9A-HJKMNP-TV-Z]{4}){3}-[0-9A-HJKMNP-TV-Z]")
URL_ENCODED = {"Content-Type": "application/x-www-form-urlencoded"}
# How long an answer may take before it counts as an error, in seconds.
LONGEST_ANSWER = 20


@dataclass
class Server:
    """What the load is put on."""

    name: str
    port: int
    # The program behind nginx, with all the processes that it started.
    process: object
    # Where its cases are; None for a server that keeps nothing.
    database: pathlib.Path | None = None


@dataclass
class Round:
    """What a server made of the load once. Times are in seconds, memory in megabytes."""

    reports_per_second: float
    median: float
    p99: float
    processor_seconds: float
    # Reports that were answered with 303, and those that are in the store.
    acknowledged: int
    stored: int
    errors: int
    # Of the first process of the server, in this round.
    memory: dict = field(default_factory=dict)


class Reports:
    """The form as it was published, and what is posted of it."""

    def __init__(self, folder):
        self.action, definition = published_form(folder, PAGE)
        self.body = urllib.parse.urlencode({"_definition": definition, **ANSWERS})
        self.unexpected = folder / "unexpected.log"

    def post_one(self, server, road):
        """Posts a report, which has to be taken."""
        connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=LONGEST_ANSWER)
        with contextlib.closing(connection):
            connection.request("POST", self.action, f"{self.body}&road={road}", URL_ENCODED)
            answer = connection.getresponse()
            location = answer.getheader("Location") or ""
            if answer.status != 303 or not DONE.fullmatch(location):
                fail(f"{server.name} answers {answer.status} and leads to '{location}', not to the end", status=1)

    def load(self, server, connections, seconds, name):
        """Puts load on a server.

        wrk gives up what is under way when the time is over. It may be stored nevertheless.
        """
        os.sync()
        forget_peak(server.process.pid)
        stored, unexpected = count_cases(server), self.count_unexpected()
        processor = processor_seconds(server.process.pid)
        url = f"http://127.0.0.1:{server.port}{self.action}"
        threads = min(2, connections)
        limits = ["--threads", threads, "--connections", connections, "--duration", f"{seconds}s"]
        limits += ["--timeout", f"{LONGEST_ANSWER}s", "--script", SCRIPT]
        measured = run(WRK, *map(str, limits), url, "--", self.body, name)
        if measured.returncode != 0:
            fail(f"wrk: {(measured.stdout + measured.stderr).strip()}", status=1)
        found = json.loads(measured.stdout.splitlines()[-1])
        refused = self.count_unexpected() - unexpected
        acknowledged = found["requests"] - refused
        if acknowledged < 1:
            fail(f"{server.name} took no report at {connections} connections", status=1)
        return Round(
            reports_per_second=acknowledged / (found["microseconds"] / 1e6),
            median=found["median"] / 1e6,
            p99=found["p99"] / 1e6,
            processor_seconds=(processor_seconds(server.process.pid) - processor) / found["requests"],
            acknowledged=acknowledged,
            stored=count_cases(server) - stored,
            errors=found["errors"] + refused,
            memory=memory(server.process.pid),
        )

    def count_unexpected(self):
        """How many answers were not 303, as nginx has it. wrk takes a 200 for a success too."""
        return len(self.unexpected.read_bytes().splitlines())


def published_form(folder, name):
    """Where a form is sent to, and the definition that drew it, from the page that it begins on."""
    page = (folder / "public" / FORCE / name).read_text("utf-8")
    action = re.search(r'<form method="post" action="([^"]+)"', page)
    definition = re.search(r'name="_definition" value="([0-9a-f]{64})"', page)
    if not action or not definition:
        fail(f"{name} has no form", status=1)
    return action[1], definition[1]


def median_of(rounds, name):
    return statistics.median(getattr(each, name) for each in rounds)


def forget_peak(pid):
    """Has the kernel count the highest memory of a process anew. Without that, the peak is that of its whole life."""
    with contextlib.suppress(OSError):
        pathlib.Path(f"/proc/{pid}/clear_refs").write_text("5")


# The stores


def count_rows(path, *tables):
    """How many rows tables have: those that are named, or else all but those behind a table for search."""
    with reading(path) as connection:
        listed = connection.execute("PRAGMA main.table_list").fetchall()
        known = [name for _, name, kind, *_ in listed if kind in ("table", "virtual") and "sqlite_" not in name]
        counted = {name: f'SELECT count(*) FROM "{name}"' for name in tables or known}
        return {name: connection.execute(query).fetchone()[0] for name, query in counted.items()}


def count_cases(server):
    """How many cases a server has; none where it keeps nothing."""
    return count_rows(server.database, "cases")["cases"] if server.database else 0


def copy_database(source, target):
    """Copies a database that is open elsewhere, with its schema, its settings and all rows."""
    with reading(source) as ours, contextlib.closing(sqlite3.connect(target)) as theirs:
        ours.backup(theirs)
        theirs.execute("PRAGMA journal_mode = WAL")


@contextlib.contextmanager
def reading(path):
    """A connection to a database that another process may have open."""
    try:
        with contextlib.closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as connection:
            yield connection
    except sqlite3.Error as error:
        fail(f"{path}: {error}", status=1)
