"""Somebody at the browser, who goes by what the pages say: the names of links, buttons, questions and options."""

import base64
import contextlib
import re
from urllib.parse import urlsplit

from playwright.sync_api import Error


def named(name, about=None):
    """The name of a control that says what it is about to those who do not see where it stands."""
    return re.compile(rf"^{re.escape(name)} ?: {re.escape(about)}$") if about else name


class Visitor:
    def __init__(self, page, desk, mode):
        self.page = page
        self.desk = desk
        self.mode = mode
        self.main = page.get_by_role("main")
        # The last document that the server sent: what the browser made of it is not what was written.
        self.document = None
        page.on("response", self._keep)
        page.on("pageerror", lambda error: self.fault("a script without errors", error))
        page.on("console", self._hear)

    def _keep(self, response):
        request = response.request
        if request.is_navigation_request() and request.frame == self.page.main_frame and not 300 <= response.status < 400:
            self.document = response

    def _hear(self, message):
        if "Content Security Policy" in message.text:
            self.fault("a page that keeps to its policy", message.text)

    # What is looked for

    @property
    def path(self):
        return urlsplit(self.page.url).path

    def fault(self, expected, found):
        self.desk.fault(self.path, self.mode, expected, found)

    def expect(self, holds, expected, found="that it is not so"):
        if not holds:
            self.fault(expected, found)
        return bool(holds)

    def expect_same(self, what, found, expected):
        return self.expect(found == expected, f"{what} to be {expected!r}", repr(found))

    def expect_text(self, text):
        self.expect(text in self.main.inner_text(), f"the words {text!r}", "a page without them")

    def expect_heading(self, title):
        self.expect_same("the heading", self.page.get_by_role("heading", level=1).inner_text(), title)

    def expect_faults(self, *messages, error="Error:", summary="There is a problem"):
        """A page that says what is wrong: in its title, in a summary that leads to the fields, and at the fields."""
        self.expect(self.page.title().startswith(f"{error} "), f"a title that begins with {error!r}", self.page.title())
        alert = self.main.get_by_role("alert")
        self.expect_same("the summary's heading", alert.get_by_role("heading").inner_text(), summary)
        links = alert.get_by_role("link")
        self.expect_same("the faults", links.all_inner_texts(), list(messages))
        for link in links.all():
            control = self.page.locator(f"[id='{link.get_attribute('href').removeprefix('#')}']")
            self.expect_same("the fields that a fault leads to", control.count(), 1)
        for message in messages:
            beside = self.main.get_by_text(f"{error} {message}", exact=True)
            self.expect_same(f"the places beside a field that say {message!r}", beside.count(), 1)

    def expect_reference(self, pattern):
        reference = self.main.locator("output").inner_text()
        self.expect(re.fullmatch(pattern, reference), f"a reference like {pattern}", reference)
        return reference

    def answer_for_others(self):
        """Answers for every other host from here, and lists what they were asked for. Routes do not see redirects."""
        asked = []
        session = self.page.context.new_cdp_session(self.page)
        body = base64.b64encode(b"<!DOCTYPE html><title>Elsewhere</title><h1>Elsewhere</h1>").decode()

        def answer(event):
            if event["resourceType"] == "Document":
                asked.append(event["request"]["url"])
            headers = [{"name": "Content-Type", "value": "text/html"}]
            # A request that the browser gave up meanwhile takes no answer.
            with contextlib.suppress(Error):
                session.send("Fetch.fulfillRequest", {
                    "requestId": event["requestId"], "responseCode": 200, "responseHeaders": headers, "body": body})

        session.on("Fetch.requestPaused", answer)
        session.send("Fetch.enable", {"patterns": [{"urlPattern": "https://*"}]})
        return asked

    # What is done

    def open(self, path):
        self.page.goto(path)

    def follow(self, name, about=None):
        link = self.main.get_by_role("link", name=named(name, about), exact=True)
        with self.page.expect_navigation():
            self.activate(link)

    def press(self, name, about=None):
        button = self.main.get_by_role("button", name=named(name, about), exact=True)
        with self.page.expect_navigation():
            self.activate(button)

    def activate(self, control):
        control.click()

    def group(self, question):
        return self.main.get_by_role("group", name=question, exact=True)

    def choose(self, question, *options):
        for option in options:
            for role in ("radio", "checkbox"):
                control = self.group(question).get_by_role(role, name=option, exact=True)
                if control.count():
                    self.tick(control)
                    break
            else:
                raise AssertionError(f"{question!r} has no option {option!r}")

    def tick(self, control):
        control.check()

    def write(self, label, text, within=None):
        self.type((within or self.main).get_by_role("textbox", name=label, exact=True), text)

    def type(self, control, text):
        control.fill(text)

    def write_date(self, question, day, parts=("Day", "Month", "Year")):
        for part, number in zip(parts, (day.day, day.month, day.year)):
            self.write(part, str(number), within=self.group(question))

    def pick(self, label, option):
        self.main.get_by_role("combobox", name=label, exact=True).select_option(label=option)

    def confirm(self, statement):
        self.tick(self.main.get_by_role("checkbox", name=statement, exact=True))
