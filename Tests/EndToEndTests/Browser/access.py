"""Accessibility: axe-core on a page of every kind, in each way that people set their browsers, and no text that is lost."""

from axe_playwright_python.base import AXE_SCRIPT

import tour

RULES = {
    "resultTypes": ["violations"],
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
}
WIDE = {"width": 1280, "height": 900}
# 1280 pixels at 400 % (WCAG 1.4.10).
NARROW = {"width": 320, "height": 640}

MODES = {
    "light": {"color_scheme": "light"},
    "dark": {"color_scheme": "dark"},
    "forced colours": {"color_scheme": "dark", "forced_colors": "active"},
    "320 px": {"size": NARROW},
    "200 % text": {"text": 200},
}

# Whoever adds a page writes headings, links, tables and lists. What colours and large letters do to those is seen on the
# page of each kind.
MODES_OF_SERVICES = {name: MODES[name] for name in ("light", "320 px")}

# Text is lost where it stands outside the window, or where a box around it hides what does not fit.
LOST = """() => {
    const lost = new Set();
    const hides = overflow => !['visible', 'auto', 'scroll'].includes(overflow);
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
        const text = texts.currentNode, element = text.parentElement;
        // Words for ears alone, and lines of code that scroll by themselves, are not lost.
        if (!text.data.trim() || !element.checkVisibility() || element.closest('.visually-hidden, .skip, pre')) continue;
        const range = document.createRange();
        range.selectNodeContents(text);
        const box = range.getBoundingClientRect();
        let isLost = box.right > innerWidth + 1 || box.left < -1;
        for (let around = element; around !== document.body; around = around.parentElement) {
            const edge = around.getBoundingClientRect(), style = getComputedStyle(around);
            isLost ||= hides(style.overflowX) && (box.right > edge.right + 1 || box.left < edge.left - 1)
                || hides(style.overflowY) && (box.bottom > edge.bottom + 1 || box.top < edge.top - 1);
        }
        if (isLost) lost.add(text.data.trim().slice(0, 60));
    }
    return Array.from(lost);
}"""


def run(desk):
    for language in ("en", "cy"):
        with desk.visitor(language, scripts=True, bypass_csp=True, viewport=WIDE) as visitor:
            for kind in tour.stops(visitor, language):
                examine(visitor, f"{kind}, {language}")
                visitor.mode = language


def examine(visitor, where):
    page = visitor.page
    page.evaluate(AXE_SCRIPT)
    modes = MODES_OF_SERVICES if visitor.kind.startswith("service ") else MODES
    for mode, settings in modes.items():
        visitor.mode = f"{where}, {mode}"
        page.emulate_media(
            color_scheme=settings.get("color_scheme", "light"), forced_colors=settings.get("forced_colors", "none"))
        page.set_viewport_size(settings.get("size", WIDE))
        page.evaluate("size => { document.documentElement.style.fontSize = size }", f"{settings.get('text', 100)}%")
        # Where the system sets the colours, a page is still told those of its own stylesheet.
        rules = RULES | {"rules": {"color-contrast": {"enabled": "forced_colors" not in settings}}}
        for violation in page.evaluate("rules => axe.run(rules).then(found => found.violations)", rules):
            nodes = [node["html"].split("\n")[0][:160] for node in violation["nodes"]]
            visitor.fault(f"{violation['id']} ({violation['help']})", f"{len(nodes)}: {'; '.join(nodes[:3])}")
        if "size" in settings or "text" in settings:
            width, inner = page.evaluate("[document.scrollingElement.scrollWidth, innerWidth]")
            visitor.expect(width <= inner, f"no scrolling sideways at {inner} px", f"a page of {width} px")
            lost = page.evaluate(LOST)
            visitor.expect(not lost, "no text that is cut off", lost[:3])
    page.set_viewport_size(WIDE)
    page.evaluate("() => document.documentElement.removeAttribute('style')")
    page.emulate_media(color_scheme="light", forced_colors="none")
