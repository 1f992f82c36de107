"""A page of every kind, in one language: what the tests of the design look at."""

import filler

# Where the English pages are; each page tells where it is in Welsh.
PAGES = {
    "home": "/", "section front": "/report", "advice": "/report/domestic-abuse/staying-safe", "contact": "/contact",
    "news": "/news",
    "emergency": "/emergency", "a to z": "/a-z", "all questions": "/report/burglary/questions",
    "privacy": "/report/burglary/privacy", "before a sensitive page": "/report/domestic-abuse/leaving",
    "sensitive form": "/report/domestic-abuse", "style guide": "/style-guide",
}

# Pages that belong to no page in the other language.
OTHERS = {
    "en": {
        "search": "/search", "search results": "/search?q=police", "nothing found": "/search?q=xyzzy",
        "missing page": "/nowhere", "resting": "/503.html", "too many tries": "/429.html",
    },
    "cy": {
        "search": "/search/cy", "search results": "/search/cy?q=heddlu", "nothing found": "/search/cy?q=xyzzy",
        "missing page": "/cy/nowhere", "resting": "/cy/503.html", "too many tries": "/cy/429.html",
    },
}

# A page that cannot be found says so by its status as well.
STATUS = {"missing page": 404}

# A photo for a program that looks at its beginning: the signature of a PNG (ISO 15948, 5.2) and the size of the image.
PNG = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\x08\x06\0\0\0\x1f\x15\xc4\x89"

BUTTONS = {"en": ("Continue", "Send"), "cy": ("Parhau", "Anfon")}


def stops(visitor, language):
    """Goes from page to page, and names the kind of each while the visitor is there."""
    for kind, path in pages(visitor, language):
        visitor.open(path)
        is_there = visitor.expect_same(f"the status of {path}", visitor.document.status, STATUS.get(kind, 200))
        # What is shown in English on a Welsh site has been looked at on the English one.
        is_english = language != "en" and kind.startswith("service ") and translation(visitor, language) is None
        if is_there and not is_english:
            visitor.kind = kind
            yield kind
    for kind in form(visitor, language):
        visitor.kind = kind
        yield kind


def pages(visitor, language):
    seen = set()
    for kind, path in PAGES.items():
        if language != "en":
            visitor.open(path)
            path = translation(visitor, language)
        if visitor.expect(path, f"the page {kind!r} in {language}"):
            seen.add(path)
            yield kind, path
    yield from OTHERS[language].items()
    yield from appeals(visitor, language)
    for path in services(visitor, language):
        if path not in seen:
            yield f"service {path}", path


def appeals(visitor, language):
    """The newest piece of news, while there is any: news expires."""
    visitor.open("/news")
    if language != "en":
        visitor.open(translation(visitor, language))
    for link in visitor.main.locator(".news a").all()[:1]:
        yield "appeal", link.get_attribute("href")


def translation(visitor, language):
    link = visitor.page.locator(f"link[rel=alternate][hreflang={language}]")
    return link.get_attribute("href") if link.count() else None


def services(visitor, language):
    """Every page that the list of everything names, the first steps of all forms among them."""
    visitor.open("/a-z")
    if language != "en":
        visitor.open(translation(visitor, language))
    links = visitor.main.locator("section a").evaluate_all("all => all.map(one => one.getAttribute('href'))")
    visitor.expect(len(set(links)) >= 15, "at least 15 pages in the list of everything", len(set(links)))
    return sorted(set(links))


def form(visitor, language):
    go_on, send = BUTTONS[language]
    visitor.open("/report/burglary")
    if language != "en":
        visitor.open(translation(visitor, language))
    filler.answer_rest(visitor)
    visitor.press(go_on)
    yield "later step"
    visitor.press(go_on)
    yield "faulty step"
    filler.walk(visitor, go_on, end="property")
    for name in ("taken", "damaged"):
        visitor.tick(visitor.page.locator(f"[name={name}][value=yes]"))
    filler.answer_rest(visitor)
    visitor.press(go_on)
    yield "item"
    filler.answer_rest(visitor)
    visitor.press(go_on)
    yield "items"
    filler.walk(visitor, go_on, end="evidence")
    visitor.page.locator("input[type=file]").set_input_files(
        {"name": "A photo with a long name, of the back door.png", "mimeType": "image/png", "buffer": PNG})
    with visitor.page.expect_navigation():
        visitor.page.locator("button[name=_stay]").click()
    yield "files"
    filler.walk(visitor, go_on)
    yield "check"
    visitor.press(send)
    visitor.expect_same("the receipts on the last page", visitor.main.locator("output").count(), 1)
    yield "confirmation"
