"""The load of the FastCGI benchmark: the same request to several servers, in turns."""

import contextlib
import http.client
import os
import pathlib
import re
from dataclasses import dataclass

from bench_report import fail, run
from bench_servers import CONNECTIONS, FORCE, LOCATION, TARGET, intake, nginx, php

WRK = "/usr/bin/wrk"

# Some more children than connections: for the checks before the load.
CHILDREN_KEPT = CONNECTIONS + 8
CHILDREN_FRESH = 8


@dataclass
class Load:
    """What one server made of the load."""

    requests_per_second: float = 0.0
    # The least processor time for a request in a round, in seconds, without that of nginx.
    processor_seconds: float = float("inf")


def redirects(program, folder, rounds, seconds):
    """The best of the rounds, a `Load` for each: the intake, php-fpm over kept and over fresh connections, and nginx alone."""
    parameters = "include /etc/nginx/fastcgi_params; fastcgi_param"
    to_php = f"{parameters} SCRIPT_FILENAME {folder}/answer.php;"
    answers = {
        "intake": f"{parameters} SOH_FORCE {FORCE}; fastcgi_keep_conn on; fastcgi_pass intake;",
        "php-kept": f"{to_php} fastcgi_keep_conn on; fastcgi_pass php-kept;",
        "php-fresh": f"{to_php} fastcgi_pass unix:{folder}/php-fresh.sock;",
        "nginx": f"return 303 {LOCATION};",
    }
    with contextlib.ExitStack() as stack:
        ours = stack.enter_context(intake(program, folder, "intake"))
        theirs = stack.enter_context(php(folder, {"php-kept": CHILDREN_KEPT, "php-fresh": CHILDREN_FRESH}))
        ports = stack.enter_context(nginx(folder, ["intake", "php-kept"], answers))
        for name, port in ports.items():
            check_redirect(name, port)
        best = {name: Load() for name in ports}
        for _ in range(rounds):
            for name, port in ports.items():
                session = ours.pid if name == "intake" else theirs.pid
                before = processor_seconds(session)
                requests = requests_answered(port, seconds)
                each = (processor_seconds(session) - before) / requests
                best[name].requests_per_second = max(best[name].requests_per_second, requests / seconds)
                best[name].processor_seconds = min(best[name].processor_seconds, each)
    unexpected = (folder / "unexpected.log").read_text("utf-8", errors="replace").splitlines()
    if unexpected:
        fail(f"{len(unexpected)} answers were not 303, the first of them: {unexpected[0]}", status=1)
    return best


def check_redirect(name, port):
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=20)
    with contextlib.closing(connection):
        connection.request("GET", TARGET)
        answer = connection.getresponse()
        location = answer.getheader("Location")
        if (answer.status, location) != (303, LOCATION):
            fail(f"{name} answers {answer.status} and leads to {location}, not 303 and {LOCATION}", status=1)


def requests_answered(port, seconds):
    url = f"http://127.0.0.1:{port}{TARGET}"
    measured = run(WRK, "--threads", "2", "--connections", str(CONNECTIONS), "--duration", f"{seconds}s", url)
    faults = re.search(r"Socket errors.*|Non-2xx.*", measured.stdout)
    found = re.search(r"([0-9]+) requests in", measured.stdout)
    if measured.returncode != 0 or faults or not found:
        fail(f"wrk: {faults[0] if faults else (measured.stdout + measured.stderr).strip()}", status=1)
    return int(found[1])


def processor_seconds(session):
    """The processor time of all processes of a session, in the program and in the kernel."""
    ticks = 0
    for path in pathlib.Path("/proc").glob("[0-9]*/stat"):
        with contextlib.suppress(OSError):
            # Behind the name, which is in brackets: state, parent, group, session, …, user time, system time.
            fields = path.read_text().rpartition(")")[2].split()
            if int(fields[3]) == session:
                ticks += int(fields[11]) + int(fields[12])
    return ticks / os.sysconf("SC_CLK_TCK")
