"""The corpora of the benchmark: the same texts for the generator and for Hugo."""

import pathlib
import random
import re
import shutil

REPOSITORY = pathlib.Path(__file__).resolve().parent.parent


SECTIONS = [f"section-{section:02}" for section in range(1, 21)]
PATHS = [path for section in SECTIONS for path in (section, *(f"{section}/page-{page:02}" for page in range(2, 21)))]
NAVIGATION = SECTIONS[:10]
FOOTER = [f"{section}/page-02" for section in SECTIONS[:12]]
# Paragraphs in the footer that bring a page to 8 KB. Hugo gets more: the layout of soh is the real one, and longer.
SOH_SMALL_PRINT = 12
HUGO_SMALL_PRINT = 14
WORDS = """about again between call case change check city close contact county court crime evidence find follow form
help home hour incident letter local map meet name near neighbour night notice number officer online open order person
phone place police post property public question read report right road safe send speak station street talk team time
today town track vehicle victim visit wait week witness""".split()

HUGO_CONFIG = f"""baseURL = "https://example.org/"
uglyURLs = true
disableKinds = ["home", "taxonomy", "term", "RSS", "sitemap", "robotsTXT", "404"]
[markup.goldmark]
parser.autoHeadingID = true
extensions.table = true
[params]
navigation = {NAVIGATION}
footer = {FOOTER}
"""
HUGO_LAYOUTS = {
    "baseof.html": """<!DOCTYPE html>
<html lang="en">
<head><meta charset="utf-8">
<link rel="stylesheet" href="/site.css">
<title>{{ .Title }} – {{ .FirstSection.Params.force }}</title>
<meta name="description" content="{{ .Description }}"></head>
<body>
{{ partialCached "header.html" .FirstSection .FirstSection.Path }}
<nav class="crumbs" aria-label="Breadcrumbs">
{{- range .Ancestors.Reverse }}{{ if not .IsHome }}<a href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}{{ end -}}
</nav>
<main id="main">{{ block "main" . }}{{ end }}</main>
{{ partialCached "footer.html" .FirstSection .FirstSection.Path }}
</body></html>
""",
    "all.html": """{{ define "main" }}<h1>{{ .Title }}</h1>{{ .Content }}{{ end }}""",
    "_partials/header.html": """<header><a class="brand" href="{{ .RelPermalink }}">{{ .Params.force }}</a>
<nav aria-label="Main"><ul>{{ range site.Params.navigation }}{{ with $.GetPage . }}
<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>{{ end }}{{ end }}
</ul></nav></header>
""",
    "_partials/footer.html": """<footer>
<nav aria-label="Footer"><ul>{{ range site.Params.footer }}{{ with $.GetPage . }}
<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>{{ end }}{{ end }}
</ul></nav>
SMALL PRINT
</footer>
""",
}


def page(path, variant, force, root, targets=PATHS):
    """A page of about 1.3 KB. The same path and variant make the same text.

    `force` stands for the name of the force; links lead to some of `targets` below `root`.
    """
    chance = random.Random(f"{variant} {path}")

    def words(count):
        return " ".join(chance.choices(WORDS, k=count)).capitalize()

    links = [f"[{words(2)}]({root}/{target})" for target in chance.choices(targets, k=5)]
    lines = ["---", f"title: {words(2)} {path.replace('/', ' ')}", f"description: {words(8)}.", "---", f"{words(9)} for {force}.", ""]
    for number in range(1, 11):
        lines += [f"## {words(2)} {number}", ""]
        if number == 3:
            lines += [f"- {words(4)}" for _ in range(3)]
        elif number == 7:
            lines += [f"| {words(1)} | {words(1)} |", "| --- | --- |"]
            lines += [f"| {words(2)} | {words(2)} |" for _ in range(3)]
        else:
            lines += [f"{words(9)}. {links.pop() if links else words(6)}."]
        lines += [""]
    return "\n".join(lines)


def small_print(count):
    chance = random.Random("small print")
    return "\n".join(f"<p>{' '.join(chance.choices(WORDS, k=40))}</p>" for _ in range(count))


def write(file, text):
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")


def force_names():
    """The name of each force of the repository, by its id."""
    files = sorted(REPOSITORY.glob("Content/forces/*/force.yml"))
    return {file.parent.name: re.search(r"^name: (.*)$", file.read_text("utf-8"), re.MULTILINE)[1] for file in files}


def write_soh_site(content, templates):
    """Writes all that is no page: the repository's own, with our navigation and footer, and in English only.

    Returns the paths of the pages that the templates name, which have to be there.
    """
    shutil.copytree(REPOSITORY / "Templates", templates)
    layout = templates / "layout.mustache"
    write(layout, layout.read_text("utf-8").replace("</footer>", small_print(SOH_SMALL_PRINT) + "\n</footer>"))
    for file in REPOSITORY.glob("Content/strings.*.yml"):
        write(content / file.name, file.read_text("utf-8"))
    for file in REPOSITORY.glob("Content/forces/*/force.yml"):
        text = re.sub(r"^services-off:.*$", "", file.read_text("utf-8"), flags=re.MULTILINE)
        english = re.sub(r"^languages:.*$", "languages: [en]", text, flags=re.MULTILINE)
        write(content / "forces" / file.parent.name / "force.yml", english)
    write(content / "site.yml", (REPOSITORY / "Content/site.yml").read_text("utf-8"))
    services = ""
    for path in dict.fromkeys(NAVIGATION + FOOTER):
        places = [name for name, paths in {"navigation": NAVIGATION, "footer": FOOTER}.items() if path in paths]
        services += f"{path.replace('/', '-')}: {{ page: /{path}, in: [{', '.join(places)}] }}\n"
    write(content / "services.yml", services)
    sources = "".join(file.read_text("utf-8") for file in templates.rglob("*.mustache"))
    return sorted(set(re.findall(r"\burls\.([a-z0-9/-]+)", sources)))


def write_soh_corpus(folder, distinct):
    content = folder / "Content"
    named = write_soh_site(content, folder / "Templates")
    for path in ["index", *named]:
        write(content / f"national/{path}.md", page(path, "national", "{{force.name}}", "", targets=["", *named]))
    for variant in force_names() if distinct else ["national"]:
        root = content / (f"forces/{variant}/pages" if distinct else "national")
        for path in PATHS:
            file = f"{path}/index.md" if path in SECTIONS else f"{path}.md"
            write(root / file, page(path, variant, "{{force.name}}", ""))


def write_hugo_corpus(folder, distinct):
    write(folder / "hugo.toml", HUGO_CONFIG)
    for name, layout in HUGO_LAYOUTS.items():
        write(folder / "layouts" / name, layout.replace("SMALL PRINT", small_print(HUGO_SMALL_PRINT)))
    write(folder / "static/site.css", (REPOSITORY / "Templates/site.css").read_text("utf-8"))
    for force, name in force_names().items():
        root, variant = folder / "content" / force, force if distinct else "national"
        front = page("index", variant, name, f"/{force}", targets=[""])
        write(root / "_index.md", front.replace("---\n", f"---\nparams:\n  force: {name}\n", 1))
        for path in PATHS:
            file = f"{path}/_index.md" if path in SECTIONS else f"{path}.md"
            write(root / file, page(path, variant, name, f"/{force}"))
