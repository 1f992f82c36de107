"""What the intake holds in memory while connections are open and idle, in the FastCGI benchmark."""

import contextlib
import pathlib
import re
import struct

from bench_report import MEGABYTE, fail
from bench_servers import FORCE, TARGET, connect, intake


def idle_memory(program, folder, count):
    """The memory before, and with `count` connections open, each of which has had one request answered."""
    with contextlib.ExitStack() as stack:
        process = stack.enter_context(intake(program, folder, "idle"))
        with connect(folder / "idle.sock") as connection:
            exchange(connection)
        before = memory(process.pid)
        connections = []
        for _ in range(count):
            connections.append(stack.enter_context(connect(folder / "idle.sock")))
            exchange(connections[-1])
        closed = count - sum(map(is_open, connections))
        if closed:
            fail(f"the intake closed {closed} of {count} connections", status=1)
        return before, memory(process.pid)


def memory(pid):
    """What a process holds, how much of that is not from files, and what it held at most, in megabytes."""
    status = pathlib.Path(f"/proc/{pid}/status").read_text()
    sizes = re.findall(r"(VmRSS|RssAnon|VmHWM):\s*(\d+) kB", status)
    return {name: int(size) * 1024 / MEGABYTE for name, size in sizes}


# FastCGI 1.0, as much of it as one request takes (sections 3.3, 3.4 and 5.1 of the specification)

BEGIN_REQUEST, END_REQUEST, PARAMETERS, STANDARD_INPUT, STANDARD_OUTPUT = 1, 3, 4, 5, 6
RESPONDER = 1
KEEP_CONNECTION = 1


def exchange(connection):
    """Has a request answered, and leaves the connection open."""
    pairs = {"REQUEST_METHOD": "GET", "REQUEST_URI": TARGET, "SOH_FORCE": FORCE}
    parameters = b"".join(bytes([len(name), len(value)]) + (name + value).encode() for name, value in pairs.items())
    begin = record(BEGIN_REQUEST, struct.pack(">HB5x", RESPONDER, KEEP_CONNECTION))
    connection.sendall(begin + record(PARAMETERS, parameters) + record(PARAMETERS) + record(STANDARD_INPUT))
    output, kind = b"", None
    while kind != END_REQUEST:
        _, kind, _, length, padding = struct.unpack(">BBHHBx", receive(connection, 8))
        content = receive(connection, length + padding)[:length]
        if kind == STANDARD_OUTPUT:
            output += content
    if not output.startswith(b"Status: 303"):
        fail(f"the intake answers {output[:40]}, not 303", status=1)


def record(kind, content=b""):
    return struct.pack(">BBHHBx", 1, kind, 1, len(content), 0) + content


def receive(connection, length):
    received = b""
    while len(received) < length:
        piece = connection.recv(length - len(received))
        if not piece:
            fail("the intake closed the connection in the middle of an answer", status=1)
        received += piece
    return received


def is_open(connection):
    connection.setblocking(False)
    try:
        return connection.recv(1) != b""
    except BlockingIOError:
        return True
