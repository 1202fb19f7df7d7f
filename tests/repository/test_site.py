# SPDX-License-Identifier: BSL-1.0
"""The steps that build the documentation: what they turn, show and refuse."""

import json
from pathlib import Path

import check_site
import docstrings
import pages
import pytest
import rules_links
import schema_pages

ROOT = Path(__file__).resolve().parents[2]


def problems(tmp_path, body):
    (tmp_path / "page.html").write_text(f"<h1 id='top'>Page</h1>{body}", encoding="utf-8")
    with pytest.raises(SystemExit) as error:
        check_site.check(tmp_path)
    return str(error.value)


@pytest.mark.parametrize(
    "body",
    [
        '<script src="https://cdn.example/x.js"></script>',
        '<link rel="stylesheet" href="//fonts.example/x.css">',
        '<img src="http://example/x.png">',
        "<p style=\"background: url('https://example/x.png')\">",
    ],
)
def test_what_a_browser_would_fetch_from_elsewhere_is_refused(tmp_path, body):
    assert "page.html: fetches " in problems(tmp_path, body)


def test_a_style_sheet_that_imports_from_elsewhere_is_refused(tmp_path):
    (tmp_path / "x.css").write_text('@import "https://fonts.example/f.css";', encoding="utf-8")
    assert "x.css: fetches https://fonts.example/f.css" in problems(tmp_path, "")


def test_a_link_that_leads_nowhere_is_refused(tmp_path):
    assert "other.html leads nowhere" in problems(tmp_path, '<a href="other.html">x</a>')
    assert "#there has no such place" in problems(tmp_path, '<a href="#there">x</a>')


def test_links_that_a_reader_follows_may_lead_anywhere(tmp_path):
    body = '<a href="https://example.org">x</a><a href="#top">y</a><a href="page.html#top">z</a>'
    (tmp_path / "page.html").write_text(f"<h1 id='top'>Page</h1>{body}", encoding="utf-8")
    check_site.check(tmp_path)


def test_links_are_turned_to_what_the_site_has_of_a_file():
    layout = pages.Layout()

    def turned(page, target):
        return layout.turned(ROOT / page, target)

    assert turned("README.md", "docs/rules.md") == "docs/rules.md"
    assert turned("docs/rules.md", "decisions/") == "decisions/index.md"
    assert turned("docs/rules.md", "../README.md") == "../index.md"
    assert turned("docs/formats.md", "schema/") == "../reference/schema/index.md"
    assert turned("README.md", "examples/cpp/graph.cpp") == "examples/cpp/graph.cpp.md"
    assert "# examples/cpp/graph.cpp" in layout.texts["examples/cpp/graph.cpp.md"]
    assert turned("README.md", "https://example.org") == "https://example.org"
    with pytest.raises(SystemExit, match=r"docs/rules\.md: the link nowhere\.md leads nowhere"):
        turned("docs/rules.md", "nowhere.md")


def test_links_within_code_are_left_alone():
    text = "[a](x.md)\n```text\n[b](x.md)\n```\n[c](x.md#d)\n"
    turned = pages.with_links(text, str.upper)
    assert turned == "[a](X.MD)\n```text\n[b](x.md)\n```\n[c](X.MD#d)\n"


def test_every_key_of_every_schema_is_in_its_tables():
    shown = schema_pages.pages()
    for file in schema_pages.SCHEMAS.glob("*.json"):
        schema = json.loads(file.read_text(encoding="utf-8"))
        text = shown[f"reference/schema/{file.name.removesuffix('.schema.json')}.md"]
        missing = [key for key in keys_of(schema) if f"{key}`" not in text]
        assert missing == [], file.name


def keys_of(schema):
    if isinstance(schema, list):
        return {key for value in schema for key in keys_of(value)}
    if not isinstance(schema, dict):
        return set()
    found = {key for value in schema.values() for key in keys_of(value)}
    return found | set(schema.get("properties", {}))


def test_a_docstring_is_turned_into_fields():
    text = docstrings.in_rst(
        "f(x: int) -> int\n\nTwice.\n\nParameters\n----------\nx, y : whole\n    number\n\n"
        "Raises\n------\nError\n    Never.\n\n>>> f(1)\n2\n"
    )
    assert text == (
        "Twice.\n\n:param x: whole number\n:param y: whole number\n\n"
        ":raises Error: Never.\n\n>>> f(1)\n2\n"
    )


def test_a_section_of_the_rules_that_is_not_there_is_refused():
    assert "rules.html#6-progress-进度" in rules_links.with_links("see docs/rules.md, section 6")
    with pytest.raises(SystemExit, match="no section 99"):
        rules_links.with_links("docs/rules.md, section 99")


def test_a_page_and_a_section_of_it_become_links():
    named = rules_links.with_links("it waits; docs/schedule.md, The rules.")
    assert "`The rules <../../docs/schedule.html#the-rules>`__." in named
    with pytest.raises(SystemExit, match="no section 'The law'"):
        rules_links.with_links("docs/schedule.md, The law")
    assert rules_links.with_links("see docs/wordings.md.") == "see :doc:`/docs/wordings`."
