"""The servers of the benchmarks: the intake and php-fpm, with nginx in front of both."""

import contextlib
import os
import signal
import socket
import subprocess
import time

from bench_report import fail

NGINX = "/usr/sbin/nginx"
PHP_FPM = "/usr/sbin/php-fpm8.2"
# The second step of a form. Who asks for it without a cookie is sent to the page where the form begins.
FORCE = "gwent"
TARGET = "/forms/burglary/what-happened"
LOCATION = "/report/burglary"
# How many connections the load comes over, and so how many requests there are at once.
CONNECTIONS = 32

# How long a server may take to begin and to end, in seconds: many times what it takes on a machine that is busy.
LONGEST_START = 20
LONGEST_END = 5
# Requests on one connection. No connection is opened anew while the load runs.
NO_LIMIT = 1_000_000_000

NGINX_CONFIGURATION = """
daemon off;
{user}
worker_processes 2;
pid {folder}/nginx.pid;
error_log {folder}/nginx.log;
events {{ worker_connections 1024; }}
http {{
    # Only what should not be there. 499 is a client that gave up: the load stops in the middle of its requests.
    map $status $is_unexpected {{ 303 0; 499 0; default 1; }}
    access_log {folder}/unexpected.log combined if=$is_unexpected;
    client_body_temp_path {folder}/body;
    fastcgi_temp_path {folder}/fastcgi;
    proxy_temp_path {folder}/proxy;
    scgi_temp_path {folder}/scgi;
    uwsgi_temp_path {folder}/uwsgi;
    keepalive_requests {no_limit};
    absolute_redirect off;
    {upstreams}
    {servers}
}}
"""

# Connections that are left over from one round must not hold children of php-fpm in the next, as they would for 60 s.
UPSTREAM = """
    upstream {name} {{
        server unix:{folder}/{name}.sock;
        keepalive {connections};
        keepalive_requests {no_limit};
        keepalive_timeout 2s;
    }}
"""

SERVER = """
    server {{
        listen 127.0.0.1:{port};
        location / {{ {answer} }}
    }}
"""

PHP_POOL = """
[{name}]
{user}
listen = {folder}/{name}.sock
pm = static
pm.max_children = {children}
"""


@contextlib.contextmanager
def running(command, address, log):
    """Runs a server until the block ends. It has begun once it takes connections at `address`."""
    with open(log, "wb") as file:
        process = subprocess.Popen(
            command, stdin=subprocess.DEVNULL, stdout=file, stderr=subprocess.STDOUT, start_new_session=True
        )
    try:
        wait_until_open(process, address, log)
        yield process
    finally:
        end(process)


def wait_until_open(process, address, log):
    deadline = time.monotonic() + LONGEST_START
    while True:
        with contextlib.suppress(OSError), connect(address):
            return
        if process.poll() is not None or time.monotonic() > deadline:
            said = log.read_text("utf-8", errors="replace").strip().splitlines()
            fail(f"{process.args[0]} does not listen: {said[-1] if said else 'it says nothing'}", status=1)
        time.sleep(0.01)


def connect(address):
    """A connection to the path of a unix socket, or to a port of this machine."""
    if isinstance(address, int):
        return socket.create_connection(("127.0.0.1", address), timeout=LONGEST_START)
    connection = socket.socket(socket.AF_UNIX)
    try:
        connection.settimeout(LONGEST_START)
        connection.connect(str(address))
    except BaseException:
        connection.close()
        raise
    return connection


def end(process):
    """Ends a server with all the processes that it started: they are in a session of their own."""
    for name, patience in ((signal.SIGTERM, LONGEST_END), (signal.SIGKILL, None)):
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, name)
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.wait(patience)


def intake(program, folder, name, store=None):
    """An intake on `NAME.sock`, with a store of its own in the folder where no other is named."""
    command = intake_command(program, folder, name, store or folder / f"{name}-store")
    return running(command, folder / f"{name}.sock", folder / f"{name}.log")


def intake_command(program, folder, name, store):
    """What runs an intake on `NAME.sock`."""
    arguments = ["--bundle", folder / "public/intake", "--store", store]
    return [program, *arguments, "--listen", f"unix:{folder / name}.sock"]


def responder(program, folder, name):
    """`benchmarks responder` on `NAME.sock`: the server of the intake, which answers 303 and keeps nothing."""
    address = folder / f"{name}.sock"
    return running([program, "responder", "--listen", f"unix:{address}"], address, folder / f"{name}.log")


def php(folder, pools):
    """php-fpm as Debian ships it, with a static pool on each `NAME.sock`: `pools` tells how many children it has."""
    return running(php_command(folder, pools), folder / f"{list(pools)[-1]}.sock", folder / "php-fpm.log")


def php_command(folder, pools):
    """What runs php-fpm. Writes its configuration, and a script that answers 303."""
    (folder / "answer.php").write_text(f'<?php header("Location: {LOCATION}", true, 303);\n')
    user, flags = ("user = root", ["--allow-to-run-as-root"]) if os.geteuid() == 0 else ("", [])
    sections = [
        PHP_POOL.format(name=name, folder=folder, user=user, children=children) for name, children in pools.items()
    ]
    configuration = folder / "php-fpm.conf"
    configuration.write_text("".join([f"[global]\nerror_log = {folder}/php-fpm-errors.log\n", *sections]))
    return [PHP_FPM, "--nodaemonize", "--fpm-config", configuration, *flags]


@contextlib.contextmanager
def nginx(folder, kept, answers, connections=CONNECTIONS):
    """nginx with a server for each of `answers`, which tells its directives by its name. Yields their ports.

    The sockets named in `kept` are reached over connections that stay open for the next request, so many at most for
    each process of nginx.
    """
    ports = dict(zip(answers, free_ports(len(answers)), strict=True))
    configuration = folder / "nginx.conf"
    configuration.write_text(
        NGINX_CONFIGURATION.format(
            folder=folder,
            user="user root;" if os.geteuid() == 0 else "",
            no_limit=NO_LIMIT,
            upstreams="".join(upstream(folder, name, connections) for name in kept),
            servers="".join(SERVER.format(port=ports[name], answer=answer) for name, answer in answers.items()),
        )
    )
    command = [NGINX, "-p", folder, "-c", configuration, "-e", folder / "nginx.log"]
    with running(command, ports[list(answers)[0]], folder / "nginx-start.log"):
        yield ports


def upstream(folder, name, connections):
    return UPSTREAM.format(name=name, folder=folder, connections=connections, no_limit=NO_LIMIT)


def free_ports(count):
    """TCP ports of this machine that nobody listens on, each another."""
    with contextlib.ExitStack() as stack:
        sockets = [stack.enter_context(socket.socket()) for _ in range(count)]
        for each in sockets:
            each.bind(("127.0.0.1", 0))
        return [each.getsockname()[1] for each in sockets]
