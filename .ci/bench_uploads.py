"""Large files that come in at the same time, in the intake benchmark."""

import contextlib
import http.client
import os
import time
import urllib.parse
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

from bench_idle import memory
from bench_report import fail
from bench_reports import URL_ENCODED, count_rows, forget_peak, published_form

FILES = 4
# What the step takes is 500 MB a file.
FILE_BYTES = 300_000_000
PAGE = "report/burglary.html"
# The first step begins a draft, and the files belong to a later one.
FIRST_ANSWERS = {"happening-now": "no"}
FILE_STEP, FILE_QUESTION = "evidence", "files"
FILE_ANSWERS = {"footage": "no", "witnesses": "no"}

BOUNDARY = "b5b1ff0b6e1c4f0f9d6d2f0a"
# What a film begins with (ISO/IEC 14496-12): the intake looks at what a file is.
FILM = b"\0\0\0\x18ftypmp42\0\0\0\0mp42isom"
PIECE = 1 << 20
# With a disk that takes 10 MB a second, and more than nginx waits for.
LONGEST_UPLOAD = 120


@dataclass
class Uploads:
    """What it took to take the files in. Memory is in megabytes."""

    seconds: float
    # What the process held before, and the most that it held while the files came in.
    before: float
    peak: float
    # Of the memory before and after, what is not from files.
    own_before: float
    own_after: float


def upload(process, port, folder, drafts):
    """Sends the files, each in a draft of its own, over as many connections.

    - drafts: the database that tells which files the drafts have.
    """
    action, definition = published_form(folder, PAGE)
    bodies = [Upload(port, action, definition) for _ in range(FILES)]
    forget_peak(process.pid)
    before = memory(process.pid)
    start = time.perf_counter()
    with ThreadPoolExecutor(FILES) as pool:
        answers = list(pool.map(Upload.send, bodies))
    seconds = time.perf_counter() - start
    after = memory(process.pid)
    if answers != [303] * FILES:
        fail(f"the answers to files are {answers}, not 303", status=1)
    kept = count_rows(drafts, "files")["files"]
    if kept != FILES:
        fail(f"{FILES} files were sent, and the drafts have {kept}", status=1)
    return Uploads(seconds, before["VmRSS"], after["VmHWM"], before["RssAnon"], after["RssAnon"])


class Upload:
    """A draft that has begun, and a film that belongs to it."""

    def __init__(self, port, action, definition):
        self.port, self.definition = port, definition
        self.action = f"{action.rpartition('/')[0]}/{FILE_STEP}"
        body = urllib.parse.urlencode({"_definition": definition, **FIRST_ANSWERS})
        with self.connection() as connection:
            connection.request("POST", action, body, URL_ENCODED)
            answer = connection.getresponse()
            cookie = answer.getheader("Set-Cookie")
        if answer.status != 303 or not cookie:
            fail(f"the first step of a draft is answered with {answer.status}", status=1)
        self.cookie = cookie.partition(";")[0]

    def send(self):
        """Returns the status of the answer."""
        head, end = self.parts()
        piece = os.urandom(PIECE)
        with self.connection() as connection:
            connection.putrequest("POST", self.action)
            connection.putheader("Cookie", self.cookie)
            connection.putheader("Content-Type", f"multipart/form-data; boundary={BOUNDARY}")
            connection.putheader("Content-Length", str(len(head) + FILE_BYTES + len(end)))
            connection.endheaders(head + FILM)
            for sent in range(len(FILM), FILE_BYTES, PIECE):
                connection.send(piece[: FILE_BYTES - sent])
            connection.send(end)
            return connection.getresponse().status

    def parts(self):
        """What comes before the file and after it."""
        fields = {"_definition": self.definition, "website": "", **FILE_ANSWERS}
        begin = f"--{BOUNDARY}\r\nContent-Disposition: form-data; name="
        texts = "".join(f'{begin}"{name}"\r\n\r\n{value}\r\n' for name, value in fields.items())
        film = f'{begin}"{FILE_QUESTION}"; filename="film.mp4"\r\nContent-Type: video/mp4\r\n\r\n'
        return (texts + film).encode(), f"\r\n--{BOUNDARY}--\r\n".encode()

    def connection(self):
        return contextlib.closing(http.client.HTTPConnection("127.0.0.1", self.port, timeout=LONGEST_UPLOAD))
