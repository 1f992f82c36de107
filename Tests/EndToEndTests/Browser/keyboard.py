"""The keyboard alone: whole reports, where focus is and that it is seen, and how large what a finger aims at is."""

import journeys
import tour
from typist import STOPS, Typist

PHONE = {"width": 320, "height": 640}
DESKTOP = {"width": 1280, "height": 800}

# The kinds of page that Tab is taken through from top to bottom.
WALKED = {
    "home", "section front", "advice", "emergency", "sensitive form", "before a sensitive page", "search results",
    "style guide", "later step", "faulty step", "item", "items", "files", "check", "confirmation",
}

# What has focus: what it is, whether it looks otherwise than without focus, and whether it can be seen.
FOCUS = """() => {
    const control = document.activeElement;
    if (!control || control === document.body) return null;
    const looks = () => [control, control.parentElement].map(one => {
        const style = getComputedStyle(one);
        return [style.outlineStyle, style.outlineWidth, style.outlineColor, style.boxShadow].join();
    }).join();
    const focused = looks();
    control.blur();
    const plain = looks();
    control.focus({ preventScroll: true, focusVisible: true });
    // The first line of a link that goes over several: in the middle of its box there may be other words. Of a large
    // field the browser shows the line that is typed in.
    const box = control.getClientRects()[0] || control.getBoundingClientRect();
    const height = Math.min(box.height, 32);
    const [x, y] = [box.left + box.width / 2, box.top + height / 2];
    const top = document.elementFromPoint(x, y);
    const number = window.stops = window.stops || new Map();
    if (!number.has(control)) number.set(control, number.size);
    return {
        number: number.get(control),
        name: (control.innerText || control.value || control.name || control.tagName).trim().slice(0, 60),
        isMarked: focused !== plain,
        isInView: box.left >= -1 && box.right <= innerWidth + 1 && box.top >= -1 && box.top + height <= innerHeight + 1,
        isOnTop: !!top && (control.contains(top) || [...control.labels || []].some(label => label.contains(top))),
        covering: top && top.outerHTML.slice(0, 80),
    };
}"""

# Tab goes on from what had focus last: here from the beginning.
TOP = """() => {
    document.body.tabIndex = -1;
    document.body.focus();
    document.body.removeAttribute('tabindex');
}"""

# How many stops Tab should make: one for each control, but one only for the options of which one can be chosen.
EXPECTED = """() => {
    const controls = [...document.querySelectorAll('a[href], button, input, select, textarea, summary')];
    const open = controls.filter(one => one.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true })
        && one.tabIndex >= 0 && one.type !== 'hidden');
    const groups = new Set(open.filter(one => one.type === 'radio').map(one => one.name));
    return open.filter(one => one.type !== 'radio').length + groups.size;
}"""

# Links in running text may be as high as their line (WCAG 2.5.8); the whole of an option can be pressed.
SMALL = """() => {
    const small = [];
    for (const control of document.querySelectorAll('a[href], button, input, select, textarea, summary')) {
        if (!control.checkVisibility() || control.type === 'hidden' || control.closest('.visually-hidden, .skip')) continue;
        const around = control.closest('p, li, dd, td');
        const isInText = control.matches('a') && getComputedStyle(control).display === 'inline'
            && around && around.innerText.trim().length > control.innerText.trim().length;
        if (isInText) continue;
        const isOption = ['radio', 'checkbox'].includes(control.type);
        const { width, height } = (isOption ? control.closest('.option') : control).getBoundingClientRect();
        const least = isOption || control.matches('button, .button') ? 44 : 24;
        if (width < 24 || height < least)
            small.push(`${control.outerHTML.slice(0, 70)} ${Math.round(width)}×${Math.round(height)}`);
    }
    return small;
}"""


def run(desk):
    for journey in (journeys.streetsafe, journeys.burglary):
        with desk.visitor(f"{journey.__name__} by keyboard", kind=Typist) as typist:
            journey(typist)
    for scripts in (False, True):
        for scenario in (skip, faults, escape):
            with desk.visitor(scenario.__name__, scripts=scripts, kind=Typist) as typist:
                scenario(typist)
    for size in (PHONE, DESKTOP):
        mode = f"{size['width']} px"
        with desk.visitor(mode, kind=Typist, viewport=size) as typist:
            for kind in tour.stops(typist, "en"):
                if size is PHONE:
                    small = typist.page.evaluate(SMALL)
                    typist.expect(not small, "controls large enough for a finger", f"{len(small)}: {'; '.join(small[:4])}")
                if kind in WALKED:
                    typist.mode = f"{kind}, {mode}"
                    walk(typist)
                    typist.mode = mode


def walk(typist):
    """Takes Tab through the page. It must come by every control, each to be seen, and out at the end."""
    typist.page.evaluate(TOP)
    expected = typist.page.evaluate(EXPECTED)
    seen = 0
    for _ in range(STOPS):
        typist.type_key("Tab")
        stop = typist.page.evaluate(FOCUS)
        if not stop or stop["number"] < seen:
            break
        seen += 1
        name = repr(stop["name"])
        typist.expect(stop["isMarked"], f"a sign that {name} has focus", "the look that it has without")
        typist.expect(stop["isInView"], f"{name} in the window when it has focus")
        typist.expect(stop["isOnTop"], f"{name} on top when it has focus", stop["covering"])
    typist.expect_same("the number of stops that Tab makes", seen, expected)


def skip(typist):
    typist.open("/report/burglary")
    typist.type_key("Tab")
    link = typist.page.get_by_role("link", name="Skip to main content")
    typist.expect(typist.has_focus(link), "the link to the main content to come first")
    box = link.bounding_box()
    typist.expect(box["x"] >= 0 and box["y"] >= 0, "the link to the main content to be seen when it has focus", box)
    typist.type_key("Enter")
    typist.type_key("Tab")
    inside = typist.page.evaluate("() => !!document.activeElement.closest('main')")
    typist.expect(inside, "focus in the main content after the link to it")


def faults(typist):
    typist.open("/report/streetsafe")
    typist.press("Send")
    summary = typist.main.get_by_role("alert")
    typist.expect(typist.has_focus(summary), "focus on the summary of the faults")
    typist.type_key("Tab")
    link = summary.get_by_role("link").first
    typist.expect(typist.has_focus(link), "Tab to go from the summary to its first fault")
    typist.type_key("Enter")
    field = typist.main.get_by_role("textbox", name="Where is it?")
    typist.expect(typist.has_focus(field), "focus on the field after the link to it")
    # What is typed goes where the fault is.
    typist.page.keyboard.type("The underpass")
    typist.expect_same("the field of the first fault", field.input_value(), "The underpass")


def escape(typist):
    """Escape takes nobody anywhere, and a text takes Enter as what it is: the end of a line, or of a field."""
    typist.open("/report/streetsafe")
    field = typist.main.get_by_role("textbox", name="Where is it?")
    typist.type(field, "The underpass")
    typist.type_key("Escape")
    typist.expect_same("the field after Escape", field.input_value(), "The underpass")
    typist.type_key("Tab")
    typist.expect(not typist.has_focus(field), "Tab to leave the field after Escape")
    typist.type_key("Shift+Tab")
    typist.expect(typist.has_focus(field), "Shift+Tab to come back to the field")
    with typist.page.expect_navigation():
        typist.type_key("Enter")
    typist.expect(typist.page.title().startswith("Error:"), "Enter in a field to send the form", typist.page.title())
