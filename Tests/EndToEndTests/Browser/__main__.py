"""Tests of the sites in a real browser.

Usage: python Tests/EndToEndTests/Browser SCENARIO --base http://{force}.localhost:PORT --artefacts FOLDER

The base is that of every force; the braces stay as they are. The forces served are gwent, kent and btp. `all` runs every
scenario, `--list` prints their names. What fails is told on standard error, a line each, with status 1.
"""

import argparse
import faulthandler
import importlib
import pathlib
import sys
import time

from desk import Desk

# In seconds. What is asked of a page that hangs is waited for without end.
LONGEST = 900

SCENARIOS = ["journeys", "access", "keyboard", "markup", "controls", "pictures", "script"]


def main():
    parser = argparse.ArgumentParser(description="Tests of the sites in a real browser.")
    parser.add_argument("scenario", nargs="?", choices=[*SCENARIOS, "all"])
    parser.add_argument("--base", help="the address of every force, such as http://{force}.localhost:8080")
    parser.add_argument("--artefacts", type=pathlib.Path, help="the folder for pictures")
    parser.add_argument("--list", action="store_true", help="print the names of the scenarios")
    options = parser.parse_args()
    if options.list:
        print(*SCENARIOS, sep="\n")
        return 0
    if not (options.scenario and options.base and options.artefacts):
        parser.error("a scenario, --base and --artefacts are needed")
    names = SCENARIOS if options.scenario == "all" else [options.scenario]
    faults = 0
    for name in names:
        begun = time.monotonic()
        faulthandler.dump_traceback_later(LONGEST, exit=True)
        with Desk.open(options.base, options.artefacts) as desk:
            importlib.import_module(name).run(desk)
        for fault in desk.faults:
            print(f"{name}: {fault}", file=sys.stderr)
        print(f"{name}: {len(desk.faults)} faults, {time.monotonic() - begun:.0f} s")
        faults += len(desk.faults)
    return 1 if faults else 0


sys.exit(main())
