# SPDX-License-Identifier: BSL-1.0
"""The report in a browser: silent, without requests, accessible, usable by keyboard, and in print.

Pictures are left in build/report. They need Chromium and the packages playwright and
axe-playwright-python; `.ci/setup browser` installs them, and no test fetches anything.
"""

import unicodedata
from importlib.resources import files
from pathlib import Path

import pytest
from jinjiang.cli import main
from jinjiang.report._pdf import chromium
from jinjiang.report._words import WORDS
from report_pages import hostile, many
from test_report_files import PLAN, SEEN

ROOT = Path(__file__).resolve().parents[2]
BUILD = ROOT / "build"
if chromium() is None:
    pytest.skip("the report is not looked at: no Chromium found", allow_module_level=True)
sync_api = pytest.importorskip("playwright.sync_api", reason="the report is not looked at")

#: What axe-core says of a page, less what does not weigh much.
AUDIT = """async () => (await axe.run()).violations
    .filter((found) => ["serious", "critical"].includes(found.impact))
    .map((found) => [found.id, found.nodes.slice(0, 3).map((node) => node.html.slice(0, 200))])"""
SCREENS = [(360, 800), (1440, 900)]


@pytest.fixture(scope="module")
def axe():
    """axe-core, as the package from PyPI brings it."""
    package = pytest.importorskip("axe_playwright_python", reason="the report is not audited")
    return (files(package) / "axe.min.js").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def browser():
    with sync_api.sync_playwright() as playwright:
        launched = playwright.chromium.launch(
            executable_path=chromium(), args=["--no-sandbox", "--disable-gpu"]
        )
        yield launched
        launched.close()


@pytest.fixture(scope="module")
def folder(now):
    folder = BUILD / "report"
    folder.mkdir(parents=True, exist_ok=True)
    for language in ("zh", "en"):
        now.report(folder / f"{language}.html", language=language)
        hostile().report(folder / f"hostile-{language}.html", language=language)
        many(150).report(folder / f"folded-{language}.html", language=language)
    many(1000).report(folder / "many-zh.html")
    return folder


@pytest.fixture
def opened(browser, folder):
    """Opens a page, and holds at the end that it said and asked for nothing."""
    heard, pages = [], []

    def open_page(name, width=1440, height=900, **options):
        page = browser.new_page(viewport={"width": width, "height": height}, **options)
        address = (folder / f"{name}.html").as_uri()
        page.on("console", lambda message: heard.append(message.text))
        page.on("pageerror", lambda error: heard.append(str(error)))
        page.on("dialog", lambda dialog: heard.append(dialog.message))
        page.on("request", lambda asked: asked.url == address or heard.append(asked.url))
        page.goto(address)
        pages.append(page)
        return page

    yield open_page
    for page in pages:
        page.close()
    assert heard == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(("width", "height"), SCREENS)
@pytest.mark.parametrize("name", ["zh", "en", "hostile-zh", "folded-en"])
def test_it_fits_and_is_accessible(opened, folder, axe, name, width, height, scheme):
    page = opened(name, width, height, color_scheme=scheme)
    page.screenshot(path=folder / f"{name}-{width}-{scheme}.png")
    assert page.evaluate("document.documentElement.scrollWidth") == width
    page.evaluate("document.querySelectorAll('details').forEach((each) => (each.open = true))")
    assert page.evaluate("document.documentElement.scrollWidth") == width
    page.evaluate(axe)
    assert page.evaluate(AUDIT) == []


def test_it_is_whole_without_a_script(opened):
    page = opened("many-zh", java_script_enabled=False)
    assert page.locator("#indicators tbody tr:visible").count() == 1000
    assert page.locator(".filters:visible, thead button").count() == 0


def test_a_thousand_rows_are_folded_filtered_and_sorted(opened):
    page = opened("many-zh")
    rows = page.locator("#indicators tbody tr:visible")
    output = page.locator("#indicators output")
    assert rows.count() == 60
    assert output.inner_text() == "显示 60 / 1000 项"
    page.locator("#indicators input").fill("指标99")
    assert rows.count() == output.inner_text().count("11") * 11 == 11  # 99, and 990 to 999
    page.locator("#indicators .status").select_option("no_data")
    assert rows.count() == 2  # 990 and 995
    page.locator("#indicators input").fill("")
    page.locator("#indicators .status").select_option("")
    page.locator("#indicators thead button", has_text="完成率").click()
    page.locator("#indicators thead button", has_text="完成率").click()
    shares = rows.locator("td:nth-child(5)").all_inner_texts()[:5]
    assert [share.strip() for share in shares] == ["96%"] * 5  # 8 * 120 of 1000
    head = page.locator("#indicators th", has_text="完成率").first
    assert head.get_attribute("aria-sort") == "descending"
    page.locator("#indicators .filters button").click()
    assert rows.count() == 1000


def test_a_filter_answers_at_once(opened):
    page = opened("many-zh")
    milliseconds = page.evaluate(
        """() => { const box = document.querySelector("#indicators input"), begin = performance.now();
        box.value = "月报3"; box.dispatchEvent(new Event("input")); document.body.offsetHeight;
        return performance.now() - begin; }"""
    )
    assert milliseconds < 500


def test_the_keyboard_reaches_everything(opened):
    page = opened("zh")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    assert page.locator(".skip").bounding_box()["y"] >= 0
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "report"
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.matches('.why > summary')")
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"
    page.keyboard.press("Enter")
    assert page.locator(".why").first.get_attribute("open") == ""
    met = []
    for _ in range(7):
        page.keyboard.press("Tab")
        met.append(page.evaluate("document.activeElement.tagName"))
    assert met == ["SUMMARY", "INPUT", "SELECT", "BUTTON", "BUTTON", "BUTTON", "BUTTON"]
    page.keyboard.press("Enter")
    assert page.locator("#indicators [aria-sort=ascending]").count() == 1


def test_in_print_everything_is_open_and_nothing_is_cut(opened):
    page = opened("many-zh", 700, 1000)  # about the width of A4 between its margins
    page.emulate_media(media="print")
    assert page.evaluate("document.documentElement.scrollWidth") <= 700
    assert page.locator("#indicators tbody tr:visible").count() == 1000
    assert page.locator("nav:visible, .filters:visible, .skip:visible").count() == 0
    head = "getComputedStyle(document.querySelector('#indicators thead')).display"
    assert page.evaluate(head) == "table-header-group"
    closed = page.locator("details.why li").first
    assert closed.bounding_box()["height"] > 0


def test_on_a_narrow_screen_rows_are_sorted_by_a_list(opened):
    page = opened("many-zh", 360, 800)
    rows = page.locator("#indicators tbody tr:visible")
    order = page.locator("#indicators .order select")
    first = rows.first.inner_text()
    order.select_option(label="完成率 ↓")
    assert "96%" in rows.first.inner_text()  # 8 * 120 of 1000
    order.select_option(label="完成率 ↑")
    assert "96%" not in rows.first.inner_text()
    order.select_option(label="计划中的顺序")
    assert rows.first.inner_text() == first
    assert page.locator("#indicators thead button:visible").count() == 0


def test_what_is_too_little_known_is_hatched(opened):
    page = opened("zh")
    fill = page.locator("#areas .bar.unsure .fill").first
    assert "repeating-linear-gradient" in fill.evaluate("e => getComputedStyle(e).backgroundImage")
    assert "覆盖率 3.7%，不作判断" in page.locator("#areas .bar.unsure").first.get_attribute(
        "aria-label"
    )


def test_the_command_prints_a_pdf(folder, capsys):
    path = folder / "zh.pdf"
    path.unlink(missing_ok=True)
    assert main(["report", PLAN, SEEN, "--as-of", "2024-09-30", "--pdf", str(path)]) == 0
    assert capsys.readouterr().out.splitlines()[-1] == str(path)
    assert path.read_bytes().startswith(b"%PDF-")
    pypdf = pytest.importorskip("pypdf", reason="the PDF is not read")
    printed = pypdf.PdfReader(path)
    title, parts = printed.outline
    assert title.title == "晋江市2024年政府工作计划"
    names = [part.title for part in parts if not isinstance(part, list)]
    assert names == list(WORDS["zh"]["sections"].values())
    heads = ["".join(page.extract_text().split())[:60] for page in printed.pages]
    assert sum("序时进度观测" in unicodedata.normalize("NFKC", head) for head in heads) >= 8
