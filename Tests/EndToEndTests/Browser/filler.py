"""Answers the questions that a journey is not about, in any language, with as little as the form takes."""

# The last segment of a field's name is its part; what a field is for is else said by its type.
CONTROLS = """() => [...document.querySelectorAll('main form:not(.exit, .search) :is(input, select, textarea)')]
    .filter(control => control.name && control.checkVisibility() && !control.closest('[aria-hidden=true]')
        && !['hidden', 'submit', 'file'].includes(control.type))
    .map(control => {
        const group = control.closest('fieldset');
        const title = group && group.querySelector('legend') || control.labels[0];
        return {
            id: control.id, name: control.name, type: control.type, value: control.value,
            isDone: ['radio', 'checkbox'].includes(control.type)
                ? [...document.getElementsByName(control.name)].some(one => one.checked) : control.value !== '',
            isOptional: [title, control.labels[0]].some(words => words.querySelector('.optional')),
        };
    })"""

TYPED = {"email": "sam@example.com", "tel": "07700 900982"}
PARTS = {"day": "2", "month": "1", "year": "2025", "town": "Newport", "line1": "1 High Street", "place": "High Street"}
LEFT_OUT = ("line2", "postcode", "station", "train", "line", "latitude", "longitude")


def answer_rest(visitor):
    """Options that are chosen may reveal further questions, so it looks until there is nothing left to answer."""
    seen = set()
    while controls := [
        control for control in visitor.page.evaluate(CONTROLS)
        if not control["isDone"] and not control["isOptional"] and control["name"] not in seen
    ]:
        name = controls[0]["name"]
        seen.add(name)
        answer(visitor, [control for control in controls if control["name"] == name])


def answer(visitor, controls):
    control = controls[0]
    if control["type"] in ("radio", "checkbox"):
        by_value = {control["value"]: control for control in controls}
        control = by_value.get("none") or by_value.get("no") or control
        visitor.tick(field(visitor, control))
    elif control["type"] == "select-one":
        field(visitor, control).select_option(index=1)
    else:
        part = control["name"].rpartition(".")[2]
        if part not in LEFT_OUT:
            visitor.type(field(visitor, control), TYPED.get(control["type"]) or PARTS.get(part, "I am not sure"))


def field(visitor, control):
    return visitor.page.locator(f"[id='{control['id']}']")


def walk(visitor, button, end="check"):
    """Goes on with `button` until the page whose address ends with `end`. A form that leads in circles is a fault."""
    for _ in range(40):
        if visitor.path.rpartition("/")[2] == end:
            return
        before = visitor.path
        answer_rest(visitor)
        visitor.press(button)
        faults = visitor.main.get_by_role("alert").all_inner_texts()
        assert not faults, f"{before} takes the answers given: {faults}"
    raise AssertionError(f"the form comes to {end!r}")
