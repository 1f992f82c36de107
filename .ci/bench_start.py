"""How long the intake and php-fpm take from their start to their first answer, in the intake benchmark."""

import contextlib
import statistics
import subprocess
import time
from dataclasses import dataclass

from bench_load import check_redirect
from bench_report import fail
from bench_servers import LONGEST_START, connect, end, intake_command, nginx, php_command

# How often it is looked up whether php-fpm listens, in seconds.
PAUSE = 0.001


@dataclass
class Start:
    """Seconds from the start of a program."""

    # Until it listens.
    listening: float
    answered: float


def starts(program, folder, store, children, answers, times):
    """Starts the intake and php-fpm in turns, behind nginx, and has each answer once. Returns the medians by name."""
    commands = {
        "intake": intake_command(program, folder, "intake", store),
        "php": php_command(folder, {"php": children}),
    }
    found = {name: [] for name in commands}
    with nginx(folder, [], answers) as ports:
        for _ in range(times):
            for name, command in commands.items():
                found[name].append(start(name, command, folder / f"{name}.sock", ports[name]))
    return {name: Start(*map(statistics.median, zip(*each, strict=True))) for name, each in found.items()}


def start(name, command, address, port):
    """Seconds until a program listens, and until it has answered."""
    log = address.with_suffix(".log")
    begun = time.perf_counter()
    with open(log, "wb") as file:
        process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=file, stderr=file, start_new_session=True)
    try:
        wait_for(process, address)
        listening = time.perf_counter() - begun
        check_redirect(name, port)
        return listening, time.perf_counter() - begun
    finally:
        end(process)


def wait_for(process, address):
    deadline = time.monotonic() + LONGEST_START
    while process.poll() is None and time.monotonic() < deadline:
        with contextlib.suppress(OSError), connect(address):
            return
        time.sleep(PAUSE)
    fail(f"{process.args[0]} does not listen", status=1)
