"""What the store is measured against: SQLite alone, that writes what the store wrote."""

import contextlib
import sqlite3
import time
from dataclasses import dataclass

from bench_report import fail


@dataclass
class Table:
    """What a store wrote into a table."""

    name: str
    insert: str
    # The rows of each case, and those that belong to none.
    of_cases: list
    others: list


@dataclass
class Recording:
    """What a store wrote: its schema, with indexes, checks and triggers, and the rows of its cases in their order."""

    page_size: int
    schema: list
    # How tables for search are set up: statements with their arguments.
    settings: list
    tables: list
    cases: int


def record(path, most):
    """Reads what a store wrote for its first cases. The store must not be open anywhere."""
    with database(path) as connection:
        page_size = connection.execute("PRAGMA page_size").fetchone()[0]
        # The schema of a table for search makes the tables behind it.
        listed = connection.execute("PRAGMA main.table_list").fetchall()
        kinds = {name: kind for _, name, kind, *_ in listed if not name.startswith("sqlite_")}
        schema = [
            sql
            for name, sql in connection.execute(
                "SELECT tbl_name, sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY type <> 'table', rowid"
            )
            if kinds.get(name) in ("table", "virtual", "view")
        ]
        ids = [each[0] for each in connection.execute("SELECT id FROM cases ORDER BY id LIMIT ?", [most])]
        if not ids:
            fail(f"{path} has no cases", status=1)
        tables = [read_table(connection, name, kind, ids) for name, kind in kinds.items() if kind in ("table", "virtual")]
        # What others refer to comes first: what belongs to no case, then the cases themselves.
        tables.sort(key=lambda table: (any(table.of_cases), table.name != "cases"))
        settings = [
            (f'INSERT INTO "{name}" ("{name}", rank) VALUES (?, ?)', setting)
            for name, kind in kinds.items()
            if kind == "virtual"
            for setting in connection.execute(f'SELECT k, v FROM "{name}_config" WHERE k <> \'version\' ORDER BY k')
        ]
        return Recording(page_size, schema, settings, tables, len(ids))


def read_table(connection, name, kind, ids):
    columns = [column for _, column, *_, hidden in connection.execute(f'PRAGMA table_xinfo("{name}")') if not hidden]
    # A row of a table for search has the number of its case.
    written = ["rowid", *columns] if kind == "virtual" else columns
    case = {"virtual": "rowid"}.get(kind) or case_column(connection, name)
    insert = f'INSERT INTO "{name}" ({quoted(written)}) VALUES ({", ".join("?" for _ in written)})'
    table = Table(name, insert, [[] for _ in ids], [])
    places = {number: place for place, number in enumerate(ids)}
    for number, *row in connection.execute(f'SELECT {case or "NULL"}, {quoted(written)} FROM "{name}"'):
        if number is None:
            table.others.append(row)
        elif number in places:
            table.of_cases[places[number]].append(row)
    return table


def case_column(connection, name):
    """The column that holds the case of a row; None where rows belong to no case."""
    if name == "cases":
        return "id"
    keys = connection.execute(f'PRAGMA foreign_key_list("{name}")')
    return next((column for _, _, table, column, *_ in keys if table == "cases"), None)


def quoted(names):
    return ", ".join(f'"{name}"' for name in names)


def write_raw(recording, path, batch, seconds):
    """Cases a second, committed `batch` at a time, until all are written or the time is over.

    As in the store, no commit returns before it is on disk. SQLite keeps its log short as it does by default.
    """
    with database(path) as connection:
        connection.execute(f"PRAGMA page_size = {recording.page_size}")
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute("PRAGMA foreign_keys = ON")
        for sql in recording.schema:
            connection.execute(sql)
        for sql, setting in recording.settings:
            connection.execute(sql, setting)
        connection.execute("BEGIN")
        for table in recording.tables:
            connection.executemany(table.insert, table.others)
        connection.execute("COMMIT")
        batches = [list(inserts(recording, first, batch)) for first in range(0, recording.cases, batch)]
        written = 0
        start = time.perf_counter()
        for each in batches:
            connection.execute("BEGIN IMMEDIATE")
            for insert, rows in each:
                connection.executemany(insert, rows)
            connection.execute("COMMIT")
            written += 1
            elapsed = time.perf_counter() - start
            if elapsed >= seconds:
                break
        cases = min(written * batch, recording.cases)
        check(connection, recording, cases)
        return cases / elapsed


def inserts(recording, first, count):
    """Each statement with its rows, for some of the cases."""
    for table in recording.tables:
        rows = [row for case in table.of_cases[first : first + count] for row in case]
        if rows:
            yield table.insert, rows


def check(connection, recording, cases):
    """Makes sure that nothing is missing, and that no trigger has written what was written besides."""
    for table in recording.tables:
        expected = len(table.others) + sum(map(len, table.of_cases[:cases]))
        found = connection.execute(f'SELECT count(*) FROM "{table.name}"').fetchone()[0]
        if found != expected:
            fail(f"SQLite alone has {found} rows in {table.name}, not {expected}", status=1)


@contextlib.contextmanager
def database(path):
    """A connection in which transactions begin and end where they are said to."""
    try:
        with contextlib.closing(sqlite3.connect(path, isolation_level=None)) as connection:
            yield connection
    except sqlite3.Error as error:
        fail(f"{path}: {error}", status=1)
