"""The browser of the tests, which reaches nothing but the server under test, and the list of what was found."""

import contextlib
import re

from playwright.sync_api import Error, sync_playwright

from visitor import Visitor

# Pages that take longer are as bad as broken ones; without a limit of our own a wrong name costs half a minute.
PATIENCE = 10_000

# No name but those of the server resolves: a page that loads something from elsewhere fails, and so does the test.
ARGUMENTS = ["--no-sandbox", "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE *.localhost"]


class Desk:
    def __init__(self, browser, base, artefacts):
        self.browser = browser
        self.base = base
        self.artefacts = artefacts
        self.faults = []

    @classmethod
    @contextlib.contextmanager
    def open(cls, base, artefacts):
        artefacts.mkdir(parents=True, exist_ok=True)
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=ARGUMENTS)
            yield cls(browser, base, artefacts)
            browser.close()

    @contextlib.contextmanager
    def visitor(self, journey, force="gwent", scripts=False, kind=Visitor, **options):
        """Somebody at a browser that holds nothing of those who came before. What stops them is a fault, not a crash."""
        # What is on its way from one look or place to another has neither.
        context = self.browser.new_context(
            base_url=self.base.format(force=force), java_script_enabled=scripts, reduced_motion="reduce", **options)
        context.set_default_timeout(PATIENCE)
        visitor = kind(context.new_page(), self, f"{journey}, scripts {'on' if scripts else 'off'}")
        try:
            yield visitor
        except (Error, AssertionError) as error:
            visitor.fault("the journey to go on", str(error)[:300])
            name = re.sub(r"\W+", "-", visitor.mode)
            # A page that hangs has no picture.
            with contextlib.suppress(Error):
                visitor.page.screenshot(path=self.artefacts / f"stopped-{name}.png", full_page=True)
        finally:
            context.close()

    def fault(self, place, mode, expected, found):
        line = f"{place} ({mode}): expected {expected}; found {found}"
        self.faults.append(" ".join(line.split()))
