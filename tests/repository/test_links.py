# SPDX-License-Identifier: BSL-1.0
"""Links between the pages of the repository lead somewhere."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PAGES = sorted(
    [*ROOT.glob("*.md")]
    + [path for folder in ("docs", "examples", "tests") for path in (ROOT / folder).rglob("*.md")]
)


@pytest.mark.parametrize("page", PAGES, ids=lambda path: str(path.relative_to(ROOT)))
def test_every_link_to_a_file_leads_to_one(page):
    text = re.sub(r"```.*?```", "", page.read_text(encoding="utf-8"), flags=re.S)
    links = re.findall(r"\]\(([^)#\s]+)[^)]*\)", text)
    files = [link for link in links if "://" not in link and not link.startswith("mailto:")]
    assert [link for link in files if not (page.parent / link).exists()] == []


@pytest.mark.parametrize("folder", ["docs/checks", "docs/reading"])
def test_an_index_names_every_page_of_its_folder(folder):
    index = (ROOT / folder / "README.md").read_text(encoding="utf-8")
    pages = {path.name for path in (ROOT / folder).glob("*.md")} - {"README.md"}
    assert {name for name in pages if f"({name})" not in index} == set()


def anchors_of(page):
    """What forges make of the headings of a page; a heading that stands twice is numbered."""
    text = re.sub(r"```.*?```", "", page.read_text(encoding="utf-8"), flags=re.S)
    names = []
    for heading in re.findall(r"^#+ (.*)$", text, re.M):
        words = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", heading).strip().lower()
        names.append(re.sub(r"[^\w\- ]", "", words).replace(" ", "-"))
    before = [names[:place].count(name) for place, name in enumerate(names)]
    return [f"{name}-{twice}" if twice else name for name, twice in zip(names, before, strict=True)]


@pytest.mark.parametrize("page", PAGES, ids=lambda path: str(path.relative_to(ROOT)))
def test_every_link_to_a_heading_leads_to_one(page):
    text = re.sub(r"```.*?```", "", page.read_text(encoding="utf-8"), flags=re.S)
    for file, anchor in re.findall(r"\]\(([^)#\s]*)#([^)\s]+)\)", text):
        target = page.parent / file if file else page
        if "://" not in file and target.suffix == ".md":
            assert anchor in anchors_of(target), f"{file}#{anchor}"
