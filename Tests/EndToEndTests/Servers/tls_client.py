"""Asks for a page over TLS as a browser does, and prints what a test looks at: host, name on the certificate, status,
HSTS. The first argument is the port, the second one a file of certificates to trust, the others are hosts."""

import http.client
import socket
import ssl
import sys

port, trusted, *hosts = sys.argv[1:]
context = ssl.create_default_context(cafile=trusted)
for host in hosts:
    raw = socket.create_connection(("127.0.0.1", int(port)), timeout=20)
    # Fails where the name on the certificate is another.
    with context.wrap_socket(raw, server_hostname=host) as secure:
        connection = http.client.HTTPSConnection(host, int(port))
        connection.sock = secure
        for path in ("/report", "/search?q=police"):
            connection.request("GET", path, headers={"Host": f"{host}:{port}"})
            answer = connection.getresponse()
            body = answer.read()
            print(host, secure.version(), path, answer.status, answer.getheader("Strict-Transport-Security"),
                  f'data-force="{host.split(".")[0]}"'.encode() in body)
