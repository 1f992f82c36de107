"""What assistive technology is told: the name, role, description and state of every control, and key pages as trees."""

import difflib
import os
import pathlib
import re

import tour

SNAPSHOTS = pathlib.Path(__file__).with_name("snapshots")

# The kinds of page that are kept as trees.
KEPT = {
    "home": "home", "section front": "report", "service /report/burglary": "first-step", "faulty step": "faulty-step",
    "check": "check", "confirmation": "confirmation",
}

# What differs from one run to the next.
MASKS = [
    (r"GWE-[A-Z]{3}(-[0-9A-Z]{4}){3}-[0-9A-Z]", "REFERENCE"), (r"/items/\d+-[a-z0-9]+", "/items/ITEM"),
    (r"\d{1,2} [A-Z][a-z]+ 20\d\d", "DAY"), (r"\.[0-9a-f]{12}\.", ".HASH."),
]

KINDS = {
    "text", "textarea", "name", "email", "phone", "number", "money", "date", "time", "date-range", "yes-no", "radios",
    "select", "checkboxes", "address", "location", "registration", "declaration", "safe-contact", "file",
}

# The roles that browsers give, by type (HTML-AAM 3.5). A file is chosen with a button.
ROLES = {
    "radio": "radio", "checkbox": "checkbox", "select-one": "combobox", "file": "button", "search": "searchbox",
}

CONTROLS = {"INPUT", "SELECT", "TEXTAREA"}

# The types of controls that are a whole question each.
ALONE = {"text", "textarea", "email", "tel", "select-one"}

# The parts of the questions that can be seen: controls and groups, and what is written about each.
QUESTIONS = """() => {
    const text = element => element.textContent.trim().replace(/\\s+/g, ' ');
    const seen = all => [...all].filter(one => one.checkVisibility() && !one.closest('[aria-hidden=true]'));
    return seen(document.querySelectorAll('main .question')).map(question => ({
        isFaulty: question.matches('.faulty'),
        // A question in an option of another is a question of its own.
        parts: seen(question.querySelectorAll('input, select, textarea, fieldset'))
            .filter(part => part.closest('.question') === question)
            .map(part => ({
                id: part.id, type: part.type, isChecked: part.checked, value: part.value,
                // A group has no id; its first control and its title tell it from the groups in it.
                group: part.matches('fieldset') && [part.querySelector('[id]:is(input, select)').id, text(part.firstElementChild)],
                describedBy: (part.getAttribute('aria-describedby') || '').split(' ').filter(Boolean),
            })),
        notes: seen(question.querySelectorAll('.hint, .error, .note[id]'))
            .filter(note => note.closest('.question') === question)
            .map(note => ({ id: note.id, text: text(note), isError: note.matches('.error') })),
    }));
}"""


def run(desk):
    for language in ("en", "cy"):
        with desk.visitor(language) as visitor:
            for kind in tour.stops(visitor, language):
                visitor.mode = f"{kind}, {language}"
                if language == "en" and kind in KEPT:
                    compare(visitor, KEPT[kind])
                examine(visitor)
                if kind == "style guide":
                    expect_every_state(visitor)
                visitor.mode = language


def examine(visitor):
    questions = visitor.page.evaluate(QUESTIONS)
    if not questions:
        return
    told = accessible(visitor.page)
    for question in questions:
        said = ""
        for part in question["parts"]:
            name = part["group"][1] if part["group"] else part["id"]
            node = told.get(tuple(part["group"]) if part["group"] else part["id"])
            if not visitor.expect(node, f"{name!r} to be there for assistive technology"):
                continue
            role = "group" if part["group"] else ROLES.get(part["type"], "textbox")
            visitor.expect_same(f"the role of {name!r}", node["role"], role)
            visitor.expect(node["name"].strip(), f"a name of {name!r}", "none")
            visitor.expect("*" not in node["name"], f"words in place of an asterisk at {name!r}", node["name"])
            visitor.expect_same(f"what {name!r} has for a state without words", node["required"], False)
            for note in question["notes"]:
                if note["id"] in part["describedBy"]:
                    said += note["id"] + " "
                    visitor.expect(
                        note["text"] in node["description"], f"{note['text']!r} to be said at {name!r}", node["description"])
        for note in question["notes"]:
            visitor.expect(note["id"] in said.split(), f"a control that {note['text']!r} is said at", "none")
        if question["isFaulty"]:
            visitor.expect(any(note["isError"] for note in question["notes"]), "the fault of a faulty question", "none")
            # A group says its fault itself: there need not be one of its fields that is wrong.
            if question["parts"][0]["type"] in ALONE:
                field = question["parts"][0]["id"]
                visitor.expect(told[field]["invalid"], f"{field!r} to be told as invalid")


def accessible(page):
    """What the browser tells of each control by its id, and of each group by its first control and its name."""
    session = page.context.new_cdp_session(page)
    ids = {}
    first_ids(session.send("DOM.getDocument", {"depth": -1})["root"], ids)
    told = {}
    for node in session.send("Accessibility.getFullAXTree")["nodes"]:
        if node["ignored"]:
            continue
        states = {state["name"]: state["value"].get("value") for state in node.get("properties", [])}
        entry = {key: " ".join(node.get(key, {}).get("value", "").split()) for key in ("role", "name", "description")}
        entry |= {"required": states.get("required", False), "invalid": states.get("invalid", "false") != "false"}
        key = ids.get(node.get("backendDOMNodeId"))
        told[(key, entry["name"]) if entry["role"] == "group" else key] = entry
    session.detach()
    return told


def first_ids(node, ids):
    """Gives each node the id of the first control that it is or has."""
    attributes = node.get("attributes", [])
    own = dict(zip(attributes[::2], attributes[1::2])).get("id") if node["nodeName"] in CONTROLS else None
    inner = [first_ids(child, ids) for child in node.get("children", [])]
    ids[node["backendNodeId"]] = own or next(filter(None, inner), None)
    return ids[node["backendNodeId"]]


def expect_every_state(visitor):
    """The style guide has each kind of question as it is asked, with an answer that is kept, and with a fault."""
    parts = [part for question in visitor.page.evaluate(QUESTIONS) for part in question["parts"] if part["id"]]
    for kind in sorted(KINDS):
        of_kind = {
            state: [part for part in parts if re.match(rf"{state}\.guide-{kind}(\.|$)", part["id"])]
            for state in ("asked", "answered", "faulty")
        }
        for state, found in of_kind.items():
            visitor.expect(found, f"a question of kind {kind!r}, {state}", "none")
        if kind != "file":
            kept = [
                part["isChecked"] if part["type"] in ("radio", "checkbox") else part["value"] for part in of_kind["answered"]
            ]
            visitor.expect(any(kept), f"an answer to the question of kind {kind!r}", kept)


def compare(visitor, name):
    tree = visitor.page.locator("body" if name == "home" else "main").aria_snapshot()
    for pattern, mask in MASKS:
        tree = re.sub(pattern, mask, tree)
    file = SNAPSHOTS / f"{name}.yml"
    if os.environ.get("SOH_SNAPSHOTS") == "write":
        SNAPSHOTS.mkdir(exist_ok=True)
        file.write_text(tree + "\n", encoding="utf-8")
        return
    kept = file.read_text(encoding="utf-8").splitlines() if file.exists() else []
    changes = [line for line in difflib.unified_diff(kept, tree.splitlines(), n=0, lineterm="") if line[:2] not in ("--", "++")]
    visitor.expect(not changes, f"the tree in {file.name} (SOH_SNAPSHOTS=write keeps a new one)", " | ".join(changes)[:600])
