"""What the benchmarks have in common: the folder that they work in, how they fail, and what they print."""

import contextlib
import datetime
import os
import pathlib
import platform
import re
import shlex
import shutil
import subprocess
import sys
import tempfile

MEGABYTE = 1_000_000
PROGRAM = pathlib.Path(sys.argv[0]).name


def fail(message, status=2):
    print(f"{PROGRAM}: {message}", file=sys.stderr)
    sys.exit(status)


def need_program(path):
    if not os.access(path, os.X_OK):
        fail(f"there is no program {path}: 'make build' builds it")


def run(*command):
    try:
        return subprocess.run(command, capture_output=True, text=True)
    except OSError as error:
        return subprocess.CompletedProcess(command, 127, "", str(error))


@contextlib.contextmanager
def temporary_folder(least_free_bytes, keep):
    """A folder on a tmpfs with enough room, or else where temporary files belong."""
    memory = pathlib.Path("/dev/shm")
    fits = os.access(memory, os.W_OK) and shutil.disk_usage(memory).free >= least_free_bytes
    folder = pathlib.Path(tempfile.mkdtemp(prefix=f"{PROGRAM}-", dir=memory if fits else None))
    with until_done(folder, keep):
        yield folder


@contextlib.contextmanager
def until_done(folder, keep):
    """Removes a folder at the end, or else tells where it is."""
    try:
        yield
    finally:
        if keep:
            print(f"{PROGRAM}: kept {folder}", file=sys.stderr)
        else:
            shutil.rmtree(folder)


# The report


def version_of(name, pattern, *command):
    """The name of a program with the version that it tells; it may tell that as an error."""
    told = run(*command)
    version = re.search(pattern, told.stdout + told.stderr)
    return f"{name} {version[1] if version else 'unknown'}"


def swift_version():
    return version_of("Swift", r"Swift version (\S+)", "swift", "--version")


def machine(folder, versions):
    """Lines that tell what was measured, on what, and when."""
    processor = re.search(r"model name\s*: (.*)", pathlib.Path("/proc/cpuinfo").read_text())
    system = run("stat", "--file-system", "--format=%T", folder).stdout.strip()
    return [
        f"{processor[1] if processor else platform.machine()}, {os.cpu_count()} cores, Linux {platform.release()}",
        ", ".join(versions),
        f"files on {system}" if system == "tmpfs" else f"files on {system}, not on a tmpfs: the disk is timed too",
        f"{datetime.date.today()}, `{shlex.join(sys.argv)}`",
    ]


def print_report(columns, rows, machine_lines):
    """Prints a Markdown table, and the lines below it. Each column has a title and how it is aligned."""
    print("|", " | ".join(columns), "|")
    print("|", " | ".join(columns.values()), "|")
    for row in rows:
        print("|", " | ".join(row), "|")
    print("", *(f"- {line}" for line in machine_lines), sep="\n")


def verdict(met):
    return {True: "yes", False: "**no**", None: ""}[met]
