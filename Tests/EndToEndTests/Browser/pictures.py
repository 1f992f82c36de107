"""Pictures of every kind of page at three widths, light and dark, and a sheet of all of them to look at."""

import base64
import html

import tour

WIDTHS = (320, 768, 1280)
SCHEMES = ("light", "dark")
KINDS = {
    "home", "section front", "advice", "before a sensitive page", "later step", "faulty step", "items", "files", "check",
    "confirmation", "missing page", "search results",
}
# Every kind of question in every state: the parts of the style guide.
GUIDE = "style guide"
GUIDE_PARTS = ".text > section:not(.sheet)"
# How tall the sheet shows a page, in widths of it.
TALLEST = 3.5
THUMBNAIL = 190
MOST_BYTES = 1_500_000


def run(desk):
    rows = {}
    with desk.visitor("pictures") as visitor:
        for kind in tour.stops(visitor, "en"):
            if kind in KINDS:
                rows[kind] = pictures(visitor, kind, whole)
            elif kind == GUIDE:
                titles = visitor.main.locator(f"{GUIDE_PARTS} > h2:first-child").all_inner_texts()
                visitor.expect(len(titles) > 6, "the parts of the style guide", titles)
                for number, title in enumerate(titles):
                    rows[f"questions {title}"] = pictures(visitor, f"questions {title}", lambda page: part(page, number))
    missing = KINDS - rows.keys()
    if missing:
        desk.fault("contact-sheet.jpg", "pictures", "a picture of every kind", missing)
    size = draw(desk, rows)
    if size > MOST_BYTES:
        desk.fault("contact-sheet.jpg", "pictures", f"at most {MOST_BYTES} bytes", size)


def whole(page):
    return {"x": 0, "y": 0, "width": page.viewport_size["width"], "height": page.evaluate("document.body.scrollHeight")}


def part(page, number):
    return page.locator(GUIDE_PARTS).nth(number).bounding_box()


def pictures(visitor, name, area):
    """Keeps each picture whole, and gives those of the sheet with what they show."""
    page = visitor.page
    taken = []
    for scheme in SCHEMES:
        page.emulate_media(color_scheme=scheme)
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 800})
            page.evaluate("scrollTo(0, 0)")
            clip = area(page)
            file = f"{name}-{width}-{scheme}".replace(" ", "-").replace(",", "").lower()
            page.screenshot(path=visitor.desk.artefacts / f"{file}.png", full_page=True, clip=clip)
            clip["height"] = min(clip["height"], TALLEST * clip["width"])
            picture = page.screenshot(full_page=True, clip=clip, type="jpeg", quality=70)
            taken.append((f"{name}, {width}, {scheme}", picture))
    return taken


def draw(desk, rows):
    body = "".join(
        "<div>" + "".join(
            f"<figure><figcaption>{html.escape(caption)}</figcaption>"
            f"<img src='data:image/jpeg;base64,{base64.b64encode(picture).decode()}'></figure>"
            for caption, picture in row) + "</div>"
        for row in rows.values())
    style = (
        "body { margin: 12px; background: #777; font: 11px sans-serif; color: #fff } figure { margin: 0 } "
        "div { display: flex; gap: 12px; align-items: start; margin-bottom: 12px } "
        f"img {{ display: block; width: {THUMBNAIL}px }} figcaption {{ width: {THUMBNAIL}px }}")
    context = desk.browser.new_context(viewport={"width": 6 * (THUMBNAIL + 12) + 12, "height": 800})
    page = context.new_page()
    page.set_content(f"<title>Contact sheet</title><style>{style}</style>{body}", wait_until="load")
    sheet = page.screenshot(path=desk.artefacts / "contact-sheet.jpg", full_page=True, type="jpeg", quality=40)
    context.close()
    return len(sheet)
