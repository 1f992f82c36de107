"""What the one script adds: leaving by key, counting, sending once, showing how an upload goes, and printing."""

import datetime

from playwright.sync_api import expect

import filler
import journeys
import tour

NEUTRAL = ["https://www.bbc.co.uk/weather"]
LIMIT = 2000


def run(desk):
    for scenario in (leave_a_page, leave_a_form, send_once, upload, lose_an_upload, print_out):
        with desk.visitor(scenario.__name__, scripts=True) as visitor:
            scenario(visitor)
    for language in ("en", "cy"):
        with desk.visitor(f"count, {language}", scripts=True) as visitor:
            count(visitor, language)
    with desk.visitor("print_out") as visitor:
        reach(visitor, "confirmation")
        button = visitor.page.locator("[data-print]")
        visitor.expect(not button.is_visible(), "no button to print where nothing would print")


def reach(visitor, kind, language="en"):
    for stop in tour.form(visitor, language):
        if stop == kind:
            return


def shift(visitor, presses):
    for _ in range(presses):
        visitor.page.keyboard.press("Shift")


def expect_here(visitor, asked, when):
    visitor.expect_same(f"what other hosts were asked for {when}", asked, [])
    visitor.expect(visitor.page.locator("body").is_visible(), f"the page to be seen {when}")


def leave_a_page(visitor):
    asked = visitor.answer_for_others()
    visitor.open("/report")
    visitor.open("/report/domestic-abuse/staying-safe")
    shift(visitor, 2)
    visitor.page.keyboard.press("a")
    shift(visitor, 2)
    expect_here(visitor, asked, "after two presses of Shift, another key and two presses")
    visitor.page.keyboard.press("a")
    for _ in range(5):
        visitor.page.keyboard.down("Shift")
    visitor.page.keyboard.up("Shift")
    expect_here(visitor, asked, "while Shift is held down")
    visitor.page.keyboard.press("a")
    with visitor.page.expect_navigation():
        shift(visitor, 3)
    visitor.expect_same("what other hosts were asked for after three presses of Shift", asked, NEUTRAL)
    visitor.page.go_back()
    visitor.expect_same("the page that Back leads to", visitor.path, "/report")


def leave_a_form(visitor):
    asked = visitor.answer_for_others()
    journeys.tell_of_someone_else(visitor)
    name = visitor.main.get_by_role("textbox", name="What is their name? (optional)")
    name.press_sequentially("ABCDE")
    visitor.expect_same("a name in capitals", name.input_value(), "ABCDE")
    for letter in "FGH":
        visitor.page.keyboard.press(f"Shift+{letter}")
    expect_here(visitor, asked, "after three capitals")
    with visitor.page.expect_navigation():
        shift(visitor, 3)
    visitor.expect_same("what other hosts were asked for after three presses of Shift", asked, NEUTRAL)
    visitor.expect_same("the cookies after leaving", visitor.page.context.cookies(), [])
    visitor.page.go_back()
    visitor.expect("ABCDE" not in visitor.page.content(), "Back to show nothing of the answers")
    fields = visitor.page.locator("input[type=text]").evaluate_all("all => all.map(one => one.value).join('')")
    visitor.expect_same("what Back shows in the fields", fields, "")


def count(visitor, language):
    """The count is seen at once, and said when the typing pauses. It counts as the server does: a sign is one."""
    left, over = {
        "en": (["1,995 characters left", "1 character left"], "2 characters too many"),
        "cy": (["1,995 nod ar ôl", "1 nod ar ôl"], "2 nod yn ormod"),
    }[language]
    go_on, _ = tour.BUTTONS[language]
    visitor.page.clock.install()
    visitor.open("/report/burglary")
    if language != "en":
        visitor.open(tour.translation(visitor, language))
    filler.walk(visitor, go_on, end="entry")
    # From here on time passes only when it is told to.
    visitor.page.clock.pause_at(datetime.datetime.now() + datetime.timedelta(hours=1))
    field = visitor.page.locator("#way-in")
    note = visitor.page.locator("[id='way-in:limit']")
    said = visitor.page.locator("[role=status]")
    for text, words in (("a🚪\nŵ!", left[0]), ("a" * (LIMIT - 1), left[1]), ("a" * (LIMIT + 2), over)):
        before = " ".join(said.all_inner_texts()).strip()
        field.fill(text)
        visitor.expect(words in note.inner_text(), f"the words {words!r} at once", note.inner_text())
        visitor.page.clock.run_for(900)
        visitor.expect_same("what is said before the typing pauses", " ".join(said.all_inner_texts()).strip(), before)
        visitor.page.clock.run_for(200)
        visitor.expect_same("what is said when the typing pauses", " ".join(said.all_inner_texts()).strip(), words)
    visitor.page.clock.resume()
    # The server agrees on what is a sign.
    field.fill("🚪" * LIMIT)
    filler.answer_rest(visitor)
    visitor.press(go_on)
    visitor.expect(visitor.path.endswith("/suspects"), f"{LIMIT} signs to be taken", visitor.path)


# Presses a button twice, and gives which of the forms was kept from being sent, and how the button looks.
TWICE = """button => {
    const prevented = [];
    addEventListener('submit', event => prevented.push(event.defaultPrevented));
    button.click();
    button.click();
    return [prevented, button.textContent, button.getAttribute('aria-disabled')];
}"""


def send_once(visitor):
    reach(visitor, "check")
    sent = []
    visitor.page.on("request", lambda request: request.method == "POST" and sent.append(request.url))
    with visitor.page.expect_navigation():
        pressed = visitor.main.get_by_role("button", name="Send", exact=True).evaluate(TWICE)
    visitor.expect_same("what came of two presses", pressed, [[False, True], "Sending", "true"])
    visitor.expect_same("the reports that were sent", len(sent), 1)
    journeys.expect_kept_reference(visitor)


# Keeps what is said of an upload beyond its page.
HEAR = """() => {
    const told = document.querySelector('.uploading [role=status]');
    sessionStorage.told = '';
    new MutationObserver(() => { sessionStorage.told += told.textContent + ';'; }).observe(told, { childList: true });
}"""


def choose_video(visitor, size):
    visitor.open("/report/burglary")
    filler.walk(visitor, "Continue", end="evidence")
    filler.answer_rest(visitor)
    video = visitor.main.get_by_label("Photos, videos or documents (optional)", exact=True)
    video.set_input_files({"name": "door.mp4", "mimeType": "video/mp4", "buffer": journeys.MP4 + bytes(size)})


def upload(visitor):
    choose_video(visitor, 900_000)
    slow = visitor.page.context.new_cdp_session(visitor.page)
    slow.send("Network.emulateNetworkConditions", {
        "offline": False, "latency": 0, "downloadThroughput": -1, "uploadThroughput": 300_000})
    visitor.main.get_by_role("button", name="Continue", exact=True).click(no_wait_after=True)
    expect(visitor.main.get_by_role("progressbar", name="Sending your files:")).to_be_visible()
    visitor.page.evaluate(HEAR)
    visitor.page.wait_for_url("**/about-you")
    told = visitor.page.evaluate("sessionStorage.told").strip(";").split(";")
    words = [f"Sending your files: {part}%" for part in (25, 50, 75, 100)]
    visitor.expect_same("what is said of the upload", [text for text in told if text in words], words)
    visitor.expect(len(told) < 8, "a word at each quarter of the upload and no more", told)
    slow.detach()
    filler.walk(visitor, "Continue")
    visitor.expect_text("door.mp4")


def lose_an_upload(visitor):
    choose_video(visitor, 0)
    visitor.write("What else should we know? (optional)", "The dog barked.")
    visitor.page.route(
        "**/forms/**",
        lambda route: route.abort("connectionreset") if route.request.method == "POST" else route.continue_())
    visitor.main.get_by_role("button", name="Continue", exact=True).click(no_wait_after=True)
    alert = visitor.main.get_by_role("alert")
    expect(alert).to_contain_text("Your files did not arrive.")
    expect(alert).to_be_focused()
    visitor.expect_same("the bars of an upload that failed", visitor.main.get_by_role("progressbar").count(), 0)
    kept = visitor.main.get_by_role("textbox", name="What else should we know? (optional)").input_value()
    visitor.expect_same("what was typed before the upload failed", kept, "The dog barked.")
    visitor.page.unroute_all()
    visitor.press("Continue")
    filler.walk(visitor, "Continue")
    visitor.expect_text("door.mp4")
    visitor.expect_text("The dog barked.")


def print_out(visitor):
    visitor.page.add_init_script("window.print = () => { window.printed = (window.printed || 0) + 1 }")
    reach(visitor, "confirmation")
    visitor.main.get_by_role("button", name="Print this page", exact=True).click()
    visitor.expect_same("how often the page was printed", visitor.page.evaluate("window.printed"), 1)
