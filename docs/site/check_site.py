# SPDX-License-Identifier: BSL-1.0
"""What must hold of the built site: it reads without a network, and its links lead somewhere."""

import re
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

#: Attributes whose address a browser fetches by itself; a link that a reader follows is none.
FETCHED = {
    ("script", "src"),
    ("img", "src"),
    ("img", "srcset"),
    ("iframe", "src"),
    ("source", "src"),
    ("video", "src"),
    ("audio", "src"),
    ("object", "data"),
    ("embed", "src"),
}
FETCHED_LINKS = {
    "stylesheet",
    "icon",
    "preload",
    "prefetch",
    "preconnect",
    "dns-prefetch",
    "manifest",
}
FETCHED_BY_STYLES = re.compile(r"""(?:@import\s*["']?|url\(\s*["']?)((?:https?:)?//[^"')\s]+)""")


class Page(HTMLParser):
    """Ids, links and what is fetched of one page."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.ids: set[str] = set()
        self.links: list[str] = []
        self.fetched: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        self.ids.update(values[name] for name in ("id", "name") if name in values)
        if tag == "a" and values.get("href"):
            self.links.append(values["href"])
        self.fetched += [value for name, value in values.items() if (tag, name) in FETCHED]
        if tag == "link" and FETCHED_LINKS & set(values.get("rel", "").split()):
            self.fetched.append(values.get("href", ""))
        self.fetched += FETCHED_BY_STYLES.findall(values.get("style", ""))


def is_elsewhere(address: str) -> bool:
    return address.startswith("//") or urlsplit(address).scheme in ("http", "https")


def fetched_elsewhere(site: Path, pages: dict[Path, Page]) -> list[str]:
    found = [
        f"{file.relative_to(site)}: fetches {address}"
        for file, page in pages.items()
        for address in page.fetched
        if is_elsewhere(address)
    ]
    for file in site.rglob("*.css"):
        addresses = FETCHED_BY_STYLES.findall(file.read_text(encoding="utf-8"))
        found += [f"{file.relative_to(site)}: fetches {address}" for address in addresses]
    return found


def broken_links(site: Path, pages: dict[Path, Page]) -> list[str]:
    found = []
    for file, page in pages.items():
        for link in page.links:
            parts = urlsplit(link)
            if parts.scheme or parts.netloc:
                continue
            there = (file.parent / unquote(parts.path)).resolve() if parts.path else file
            there = there / "index.html" if there.is_dir() else there
            # A browser looks for the id as it is written, then with its signs decoded.
            anchors = {parts.fragment, unquote(parts.fragment)}
            if not there.exists():
                found.append(f"{file.relative_to(site)}: {link} leads nowhere")
            elif parts.fragment and there in pages and not anchors & pages[there].ids:
                found.append(f"{file.relative_to(site)}: {link} has no such place")
    return found


def check(site: Path) -> None:
    site = site.resolve()
    pages = {file: Page(file.read_text(encoding="utf-8")) for file in site.rglob("*.html")}
    problems = fetched_elsewhere(site, pages) + broken_links(site, pages)
    if problems:
        raise SystemExit("\n".join(["docs: the site is not whole:", *sorted(set(problems))]))
