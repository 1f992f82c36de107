"""Somebody who has no mouse."""

from visitor import Visitor

# More stops than any page has.
STOPS = 400


class Typist(Visitor):
    def type_key(self, key):
        self.page.keyboard.press(key)

    def has_focus(self, control):
        return control.evaluate("one => one === document.activeElement")

    def reach(self, control, key="Tab"):
        for _ in range(STOPS):
            if self.has_focus(control):
                return
            self.type_key(key)
        raise AssertionError(f"{key} comes to {control}")

    def activate(self, control):
        self.reach(control)
        self.type_key("Enter")

    def tick(self, control):
        if control.get_attribute("type") == "checkbox":
            self.reach(control)
            if not control.is_checked():
                self.type_key("Space")
            return
        # Tab stops at one option of a group, and the arrows go to the others.
        name = control.get_attribute("name")
        self.reach(self.page.locator(f"input[name='{name}']:is(:checked, :focus)").or_(
            self.page.locator(f"input[name='{name}']")).first)
        if self.has_focus(control) and not control.is_checked():
            self.type_key("Space")
        for _ in range(STOPS):
            if control.is_checked():
                return
            self.type_key("ArrowDown")
        raise AssertionError(f"the arrows come to {control}")

    def type(self, control, text):
        self.reach(control)
        self.type_key("ControlOrMeta+A")
        for number, line in enumerate(text.split("\n")):
            if number:
                self.type_key("Enter")
            self.page.keyboard.type(line)

    def pick(self, label, option):
        control = self.main.get_by_role("combobox", name=label, exact=True)
        self.reach(control)
        self.page.keyboard.type(option)
        self.expect_same("the option that was typed", control.evaluate("one => one.selectedOptions[0].label"), option)
