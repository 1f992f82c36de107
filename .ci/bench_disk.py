"""A folder for the benchmarks that measure a disk."""

import contextlib
import pathlib
import shutil
import tempfile

from bench_report import MEGABYTE, PROGRAM, fail, run, until_done

REPOSITORY = pathlib.Path(__file__).resolve().parent.parent


@contextlib.contextmanager
def disk_folder(least_free_bytes, keep):
    """A folder with enough room on the disk of the repository."""
    parent = REPOSITORY / ".build/bench"
    parent.mkdir(parents=True, exist_ok=True)
    system = run("stat", "--file-system", "--format=%T", parent).stdout.strip()
    if system in ("tmpfs", "ramfs"):
        fail(f"{parent} is on a {system}, which keeps nothing: there is no disk to measure")
    free = shutil.disk_usage(parent).free
    if free < least_free_bytes:
        fail(f"{parent} has {free / MEGABYTE:,.0f} MB free: {least_free_bytes / MEGABYTE:,.0f} are needed")
    folder = pathlib.Path(tempfile.mkdtemp(prefix=f"{PROGRAM}-", dir=parent))
    with until_done(folder, keep):
        yield folder
