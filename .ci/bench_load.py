"""The load of the FastCGI benchmark: the same request to several servers, in turns."""

import contextlib
import http.client
import re

from bench_report import fail, run
from bench_servers import CONNECTIONS, FORCE, LOCATION, TARGET, intake, nginx, php

WRK = "/usr/bin/wrk"

# Some more children than connections: for the checks before the load.
CHILDREN_KEPT = CONNECTIONS + 8
CHILDREN_FRESH = 8


def redirects_per_second(program, folder, rounds, seconds):
    """The best of the rounds for each: the intake, php-fpm over kept and over fresh connections, and nginx alone."""
    parameters = "include /etc/nginx/fastcgi_params; fastcgi_param"
    to_php = f"{parameters} SCRIPT_FILENAME {folder}/answer.php;"
    answers = {
        "intake": f"{parameters} SOH_FORCE {FORCE}; fastcgi_keep_conn on; fastcgi_pass intake;",
        "php-kept": f"{to_php} fastcgi_keep_conn on; fastcgi_pass php-kept;",
        "php-fresh": f"{to_php} fastcgi_pass unix:{folder}/php-fresh.sock;",
        "nginx": f"return 303 {LOCATION};",
    }
    with contextlib.ExitStack() as stack:
        stack.enter_context(intake(program, folder, "intake"))
        stack.enter_context(php(folder, {"php-kept": CHILDREN_KEPT, "php-fresh": CHILDREN_FRESH}))
        ports = stack.enter_context(nginx(folder, ["intake", "php-kept"], answers))
        for name, port in ports.items():
            check_redirect(name, port)
        best = dict.fromkeys(ports, 0.0)
        for _ in range(rounds):
            for name, port in ports.items():
                best[name] = max(best[name], requests_per_second(port, seconds))
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


def requests_per_second(port, seconds):
    url = f"http://127.0.0.1:{port}{TARGET}"
    measured = run(WRK, "--threads", "2", "--connections", str(CONNECTIONS), "--duration", f"{seconds}s", url)
    faults = re.search(r"Socket errors.*|Non-2xx.*", measured.stdout)
    found = re.search(r"Requests/sec:\s*([0-9.]+)", measured.stdout)
    if measured.returncode != 0 or faults or not found:
        fail(f"wrk: {faults[0] if faults else (measured.stdout + measured.stderr).strip()}", status=1)
    return float(found[1])
