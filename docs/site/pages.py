# SPDX-License-Identifier: BSL-1.0
"""Lays the pages of the repository out for Sphinx, each where it lies in the repository.

Links work on a forge as they are written. Where the site has something better, they are turned to
it: a folder to its index, a file of code to a page that shows it, a schema to its tables, a
notebook to what it gave when it was run.
"""

import os
import re
from collections.abc import Callable, Iterator
from pathlib import Path, PurePosixPath

ROOT = Path(__file__).resolve().parents[2]

LINK = re.compile(r"(?<!\\)\]\((?P<target>[^()\s#]*)(?P<anchor>#[^()\s]*)?\)")
FENCE = re.compile(r"^ {0,3}(```+|~~~+)")
LANGUAGES = {".py": "python", ".cpp": "cpp", ".hpp": "cpp", ".txt": "text", ".sh": "sh"}


def pages() -> list[Path]:
    """The Markdown that becomes the site: all of docs, and the pages beside what they are about."""
    found = [ROOT / "README.md", ROOT / "CHANGELOG.md"]
    for folder in ("docs", "examples", "tests"):
        found += (ROOT / folder).rglob("*.md")
    return sorted(found)


class Layout:
    """What lies where in the site; pages of code are added as links ask for them."""

    def __init__(self) -> None:
        self.texts: dict[str, str] = {}
        self.copies: set[Path] = set()
        self.pages = set(pages())

    def lay_out(self) -> None:
        for page in sorted(self.pages):
            text = page.read_text(encoding="utf-8")
            place = place_of(page)
            self.texts[place] = with_links(text, lambda link, page=page: self.turned(page, link))

    def turned(self, page: Path, target: str) -> str:
        """Where a link of a page leads in the site; an empty text for one that leads nowhere."""
        if not target or "://" in target or target.startswith("mailto:"):
            return target
        aim = Path(os.path.normpath(page.parent / target))
        here = PurePosixPath(place_of(page)).parent
        if not aim.exists():
            raise SystemExit(f"docs: {page.relative_to(ROOT)}: the link {target} leads nowhere")
        there = self.place_of_target(aim)
        relative = os.path.relpath(there, here)
        return f"site:{relative}" if there.endswith(".html") else relative

    def place_of_target(self, aim: Path) -> str:
        name = aim.relative_to(ROOT).as_posix()
        if aim in self.pages:
            return place_of(aim)
        if aim.is_dir():
            return self.index_of(aim, name)
        if name.startswith("docs/schema/"):
            return f"reference/schema/{aim.name.removesuffix('.schema.json')}.md"
        if aim.suffix == ".ipynb":
            return f"notebooks/{aim.stem}.html"
        if aim.suffix in LANGUAGES:
            self.texts[f"{name}.md"] = shown(aim, name)
            return f"{name}.md"
        self.copies.add(aim)
        return name

    def index_of(self, folder: Path, name: str) -> str:
        if folder / "README.md" in self.pages:
            return place_of(folder / "README.md")
        if name == "docs/schema":
            return "reference/schema/index.md"
        if name == "docs/decisions":
            return "docs/decisions/index.md"
        raise SystemExit(f"docs: {name} is linked and has no README.md that could be shown")


def place_of(page: Path) -> str:
    name = page.relative_to(ROOT).as_posix()
    return "index.md" if name == "README.md" else name


def shown(file: Path, name: str) -> str:
    """A page that shows a file of code."""
    text = file.read_text(encoding="utf-8")
    fence = "`" * 4
    language = LANGUAGES[file.suffix]
    return f"---\norphan: true\n---\n\n# {name}\n\n{fence}{language}\n{text.rstrip()}\n{fence}\n"


def prose(text: str) -> Iterator[tuple[str, bool]]:
    """The lines of a page, each with whether it is prose: not within a fenced block."""
    fence = ""
    for line in text.splitlines(keepends=True):
        mark = FENCE.match(line)
        if mark and not fence:
            fence = mark[1]
            yield line, False
        elif mark and line.strip() == fence:
            fence = ""
            yield line, False
        else:
            yield line, not fence


def with_links(text: str, turned: Callable[[str], str]) -> str:
    def link(match: re.Match[str]) -> str:
        return f"]({turned(match['target'])}{match['anchor'] or ''})"

    return "".join(LINK.sub(link, line) if plain else line for line, plain in prose(text))


def decisions() -> str:
    """The index of docs/decisions, in their order."""
    names = sorted(path.stem for path in (ROOT / "docs/decisions").glob("[0-9]*.md"))
    entries = "\n".join(names)
    return (
        "# Decisions\n\nWhy jinjiang is built as it is: the context of each decision, what was "
        "decided, what was refused, and the price.\n\n"
        f"```{{toctree}}\n:maxdepth: 1\n\n{entries}\n```\n"
    )
