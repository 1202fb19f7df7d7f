# SPDX-License-Identifier: BSL-1.0
"""The fenced blocks of the pages of the repository."""

import re
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[2]

#: What is checked of the blocks of a language, and by which tests.
CHECKED = {
    "python": "test_documents.py, test_doctests.py",
    "json": "test_documents.py",
    "csv": "test_documents.py",
    "cpp": "test_documents.py: it stands in an example that is compiled and run",
    "cmake": "test_documents.py",
    "sh": "test_document_commands.py",
    "text": "test_document_commands.py",
    "console": "test_tutorial.py",
    "math": "make docs, where a formula that cannot be read is an error",
}

FENCE = re.compile(r"^(?P<indent> *)(?P<mark>`{3,}|~{3,})(?P<language>[^\n`]*)$")


class Block(NamedTuple):
    page: str
    line: int
    language: str
    text: str

    @property
    def place(self) -> str:
        return f"{self.page}:{self.line}"


def pages() -> list[Path]:
    found = [ROOT / "README.md", ROOT / "CHANGELOG.md"]
    for folder in ("docs", "examples"):
        found += sorted((ROOT / folder).rglob("*.md"))
    return found


def blocks_of(page: Path) -> list[Block]:
    found: list[Block] = []
    opened, mark, lines = None, "", []
    name = page.relative_to(ROOT).as_posix()
    for number, line in enumerate(page.read_text(encoding="utf-8").splitlines(), 1):
        fence = FENCE.match(line)
        if opened is None and fence:
            opened, mark, lines = (number, fence), fence["mark"], []
        elif opened is not None and line.strip() == mark:
            indent = len(opened[1]["indent"])
            text = "".join(f"{line[indent:]}\n" for line in lines)
            found.append(Block(name, opened[0] + 1, opened[1]["language"].strip(), text))
            opened = None
        elif opened is not None:
            lines.append(line)
    assert opened is None, f"{name}:{opened[0]}: a block is not closed"
    return found


BLOCKS = [block for page in pages() for block in blocks_of(page)]


def of(*languages: str) -> list[Block]:
    return [block for block in BLOCKS if block.language in languages]
