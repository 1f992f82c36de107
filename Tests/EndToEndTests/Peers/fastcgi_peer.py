"""Sends one request to a FastCGI server by way of the PyPI package fcgi-client, and prints what came back.

    fastcgi_peer.py SOCKET NAME=VALUE … <BODY

The package writes a body into one record and with one call, so a body has to be shorter than 64 KiB.
"""

import os
import sys

from fcgi_client import FastCGIClient

SECONDS = 30
LONGEST_BODY = 65_535


class WholeReads(FastCGIClient):
    """The package takes what one call gives for all that it asked for, which a stream socket does not promise."""

    def recv(self, size):
        data = b""
        while len(data) < size:
            piece = super().recv(size - len(data))
            if not piece:
                break
            data += piece
        return data


def main():
    path, *parameters = sys.argv[1:]
    body = sys.stdin.buffer.read()
    if len(body) > LONGEST_BODY:
        sys.exit(f"a body of {len(body)} bytes is too long for fcgi-client")
    client = WholeReads(f"unix://{os.path.abspath(path)}", timeout=SECONDS)
    answer = client.request(dict(parameter.split("=", 1) for parameter in parameters), body)
    if answer is None:
        sys.exit("no connection")
    sys.stdout.buffer.write(answer)


if __name__ == "__main__":
    main()
