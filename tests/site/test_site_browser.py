# SPDX-License-Identifier: BSL-1.0
"""The documentation as a reader has it: opened from a file, without a network, in Chromium.

`make docs` builds it; `.ci/run` runs these tests after that.
"""

import shutil
from pathlib import Path

import pytest
from playwright.sync_api import sync_playwright

ROOT = Path(__file__).resolve().parents[2]
SITE = ROOT / "build/docs/site"

#: A page of each kind.
PAGES = [
    "index.html",
    "docs/rules.html",
    "docs/decisions/0028-docs-site.html",
    "docs/checks/vague-target.html",
    "reference/python/evaluations.html",
    "reference/cpp/analysis-goal_seek.html",
    "reference/schema/jinjiang-plan-1.html",
    "reference/command-line.html",
    "examples/cpp/graph.cpp.html",
]


@pytest.fixture(scope="module")
def browser():
    assert (SITE / "index.html").exists(), "build the documentation first: make docs"
    program = shutil.which("chromium") or shutil.which("chromium-browser")
    assert program, "Chromium is needed: .ci/setup browser"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
        yield browser
        browser.close()


def opened(browser, address, messages, **options):
    """A page, with what it says to the console and what it fetches from elsewhere in `messages`."""
    page = browser.new_context(**options).new_page()
    page.on("console", lambda message: messages.append(message.text))
    page.on("pageerror", lambda error: messages.append(str(error)))

    def requested(request):
        if not request.url.startswith(("file:", "data:", "blob:")):
            messages.append(request.url)

    page.on("request", requested)
    page.goto(f"{SITE.as_uri()}/{address}")
    return page


@pytest.mark.parametrize("address", PAGES)
@pytest.mark.parametrize(("width", "scheme"), [(390, "light"), (1440, "dark")])
def test_a_page_reads_without_a_network_at_every_width(browser, address, width, scheme):
    messages = []
    size = {"width": width, "height": 900}
    page = opened(browser, address, messages, viewport=size, color_scheme=scheme)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert page.locator("h1").first.inner_text()
    assert messages == []
    page.context.close()


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("盘活低效用地", "docs/live.html"),
        ("序时进度", "docs/rules.html"),
        ("覆盖率", "docs/glossary.html"),
        ("亩", "docs/rules.html"),
        ("roll-up 汇总", "docs/rules.html"),
        ("thresholds", "docs/rules.html"),
        ("goal_seek", "reference/python/evaluations.html"),
        ("vague-target", "docs/checks/vague-target.html"),
    ],
)
def test_a_search_finds_chinese_and_english_words(browser, words, found):
    messages = []
    page = opened(browser, f"search.html?q={words}", messages)
    page.wait_for_function("document.querySelectorAll('#search-results li a').length > 0")
    page.wait_for_function("!document.querySelector('#search-progress')?.innerText.includes('...')")
    page.wait_for_timeout(500)
    links = page.locator("#search-results li a").evaluate_all("all => all.map(a => a.href)")
    assert [link for link in links if link.split("?")[0].split("#")[0].endswith(found)] != []
    assert messages == []
    page.context.close()


def test_words_that_stand_nowhere_are_not_found(browser):
    messages = []
    page = opened(browser, "search.html?q=量子纠缠火箭", messages)
    page.wait_for_function(
        "document.querySelector('#search-results').innerText.includes('did not')"
    )
    assert page.locator("#search-results li").count() == 0
    page.context.close()
