# SPDX-License-Identifier: BSL-1.0
"""The notebooks run, show what their prose says, and become pages that need no network."""

import base64
import importlib.util
import re
import shutil
import struct
import sys
from functools import cache
from html import unescape
from html.parser import HTMLParser
from pathlib import Path

import nbformat
import pytest
from jinjiang.report._pdf import chromium
from nbconvert import HTMLExporter
from notebook_facts import FACTS, PICTURES

ROOT = Path(__file__).resolve().parents[2]
EXAMPLES = ROOT / "examples"
spec = importlib.util.spec_from_file_location("tool", EXAMPLES / "notebooks/render.py")
tool = importlib.util.module_from_spec(spec)
spec.loader.exec_module(tool)
NOTEBOOKS = tool.notebooks()


@pytest.fixture(scope="module")
def copy(tmp_path_factory):
    """The examples in a folder of their own, since notebooks write files."""
    return shutil.copytree(EXAMPLES, tmp_path_factory.mktemp("checkout") / "examples")


@pytest.fixture(scope="module")
def run(copy):
    """Runs a notebook of the copy, once."""
    return cache(lambda name: tool.execute(copy / "notebooks" / name))


@pytest.fixture(params=[path.name for path in NOTEBOOKS])
def executed(request, run):
    return run(request.param)


def outputs(notebook):
    return [(cell.id, output) for cell in notebook.cells for output in cell.get("outputs", [])]


def words(markup):
    """What a reader sees of HTML, with single spaces."""
    visible = re.sub(r"<style.*?</style>|<[^>]*>", " ", markup, flags=re.S)
    return re.sub(r"\s+", " ", unescape(visible))


def text_of(cell):
    """What a cell says: its prose, or what it shows."""
    if cell.cell_type == "markdown":
        return cell.source
    shown = []
    for output in cell.outputs:
        data = output.get("data", {"text/plain": output.get("text", "")})
        shown.append(words(data["text/html"]) if "text/html" in data else data["text/plain"])
    return "\n".join(shown)


def title_of(notebook):
    return notebook.metadata["title"]


def test_there_are_facts_and_pictures_of_every_notebook():
    titles = {title_of(nbformat.read(path, as_version=4)) for path in NOTEBOOKS}
    assert len(titles) == len(NOTEBOOKS)
    assert set(FACTS) == titles
    assert set(PICTURES) == titles


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.name)
def test_a_notebook_is_kept_without_outputs(path):
    notebook = nbformat.read(path, as_version=4)
    nbformat.validate(notebook)
    ids = [cell.id for cell in notebook.cells]
    assert len(set(ids)) == len(ids) > 10
    assert [cell.id for cell in notebook.cells if not re.fullmatch(r"[a-z][a-z-]+", cell.id)] == []
    code = [cell for cell in notebook.cells if cell.cell_type == "code"]
    assert [cell.id for cell in code if cell.outputs or cell.execution_count is not None] == []
    assert notebook.metadata["kernelspec"]["name"] == "python3"
    # As Jupyter writes it, so that a change of one line is one.
    assert path.read_text(encoding="utf-8") == nbformat.writes(notebook) + "\n"


def test_a_notebook_runs_without_errors_and_warnings(executed):
    kinds = {output.output_type for _, output in outputs(executed)}
    assert kinds <= {"execute_result", "display_data", "stream"}
    streams = [(id, output.name) for id, output in outputs(executed) if "name" in output]
    assert [id for id, name in streams if name != "stdout"] == []


def test_every_cell_of_code_but_those_that_prepare_shows_something(executed):
    code = [cell for cell in executed.cells if cell.cell_type == "code"]
    silent = [cell.id for cell in code if not cell.outputs]
    assert [id for id in silent if not id.startswith("prepare-")] == []


def test_prose_and_outputs_say_the_same(executed):
    cells = {cell.id: text_of(cell) for cell in executed.cells}
    missing = [(id, fact) for id, fact in FACTS[title_of(executed)] if fact not in cells[id]]
    assert missing == []


def test_pictures_are_large_enough_to_be_read(executed):
    pictures = {
        id: base64.b64decode(output.data["image/png"])
        for id, output in outputs(executed)
        if "image/png" in output.get("data", {})
    }
    assert sorted(pictures) == sorted(PICTURES[title_of(executed)])
    for content in pictures.values():
        assert content.startswith(b"\x89PNG\r\n\x1a\n")
        width, height = struct.unpack(">II", content[16:24])
        assert 600 <= width <= 800
        assert 150 <= height <= 800
        assert len(content) > 5000
    described = {cell.id for cell in executed.cells if cell.metadata.get("alt")}
    assert described == set(pictures)


def test_the_plan_of_a_report_is_the_one_that_next_year_goes_on_from(run, copy):
    run("2-report-to-plan.ipynb")
    made = (copy.parent / "build/notebooks/wanghai-2025.json").read_text(encoding="utf-8")
    kept = EXAMPLES / "notebooks/wanghai/plan-2025.json"
    assert made == kept.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("path", "place"),
    list(zip(NOTEBOOKS, [".", "examples", ".", "examples"], strict=True)),
    ids=lambda value: getattr(value, "name", value),
)
def test_a_notebook_finds_its_data_from_wherever_it_is_opened(path, place, copy, tmp_path):
    notebook = nbformat.read(path, as_version=4)
    code = [cell for cell in notebook.cells if cell.cell_type == "code"]
    notebook.cells = code[:1]
    nbformat.write(notebook, tmp_path / "first.ipynb")
    first = tool.execute(tmp_path / "first.ipynb", copy.parent / place)
    assert text_of(first.cells[0]) != ""


def test_the_kernel_is_the_interpreter_of_the_tests(monkeypatch, tmp_path):
    decoy = tmp_path / "kernels/python3"
    decoy.mkdir(parents=True)
    (decoy / "kernel.json").write_text('{"argv": ["false"], "display_name": "x"}', encoding="utf-8")
    monkeypatch.setenv("JUPYTER_PATH", str(tmp_path))
    cell = nbformat.v4.new_code_cell("import sys\nprint(sys.executable)", id="interpreter")
    nbformat.write(nbformat.v4.new_notebook(cells=[cell]), tmp_path / "tiny.ipynb")
    assert text_of(tool.execute(tmp_path / "tiny.ipynb").cells[0]) == f"{sys.executable}\n"


class Sources(HTMLParser):
    """What a page would load, and where it leads to."""

    def __init__(self):
        super().__init__()
        self.loaded, self.links, self.tags = [], [], set()

    def handle_starttag(self, tag, attrs):
        self.tags.add(tag)
        for name, value in attrs:
            if name == "href" and tag == "a":
                self.links.append(value)
            elif name == "srcdoc":
                self.feed_frame(value)
            elif tag != "base" and name in ("src", "href", "srcset", "data", "action", "poster"):
                self.loaded.append(value)

    def feed_frame(self, page):
        inner = Sources()
        inner.feed(page)
        self.loaded += inner.loaded


def test_the_page_of_a_notebook_needs_no_network(executed):
    page = tool.page(executed)
    found = Sources()
    found.feed(page)
    assert [source[:40] for source in found.loaded if not source.startswith("data:image/png")] == []
    assert re.findall(r"url\(|@import", page) == []
    assert "script" not in found.tags
    pages = {path.with_suffix(".html").name for path in NOTEBOOKS}
    assert {link for link in found.links if not link.startswith("#")} <= pages
    assert f"<title>{title_of(executed)}</title>" in page


@pytest.fixture(scope="module")
def browser():
    if chromium() is None:
        pytest.skip("the pages are not looked at: no Chromium found")
    sync_api = pytest.importorskip("playwright.sync_api", reason="the pages are not looked at")
    with sync_api.sync_playwright() as playwright:
        launched = playwright.chromium.launch(
            executable_path=chromium(), args=["--no-sandbox", "--disable-gpu"]
        )
        yield launched
        launched.close()


@pytest.fixture
def opened(browser):
    """Opens HTML as a file and gives the page and what it asked for beyond that file."""
    pages = []

    def open_file(path, html, **options):
        path.write_text(html, encoding="utf-8")
        pages.append(browser.new_page(viewport={"width": 1200, "height": 900}, **options))
        asked = []
        pages[-1].on("request", lambda request: asked.append(request.url))
        pages[-1].on("console", lambda message: asked.append(message.text))
        pages[-1].goto(path.as_uri())
        return pages[-1], [what for what in asked if not what.startswith(("data:", path.as_uri()))]

    yield open_file
    for page in pages:
        page.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_page_is_quiet_and_as_wide_as_its_window(executed, scheme, opened, tmp_path):
    page, asked = opened(tmp_path / "page.html", tool.page(executed), color_scheme=scheme)
    assert asked == []
    assert page.evaluate("document.documentElement.scrollWidth") == 1200
    assert page.evaluate("[...document.images].every((image) => image.naturalWidth > 600)")


def test_links_inside_a_report_that_was_read_stay_in_its_frame(run, opened, tmp_path):
    page, _ = opened(tmp_path / "page.html", tool.page(run("2-report-to-plan.ipynb")))
    frame = page.frames[1]
    frame.locator('a[href="#plan"]').click()
    frame.wait_for_function("scrollY > 0")
    assert frame.url == "about:srcdoc#plan"


@pytest.mark.parametrize(
    ("theme", "system", "ink"),
    [("light", "dark", "rgb(31, 35, 40)"), ("dark", "light", "rgb(230, 237, 243)")],
)
def test_jupyterlab_leaves_displays_as_they_are(run, theme, system, ink, opened, tmp_path):
    lab = HTMLExporter(template_name="lab", theme=theme, require_js_url="", mathjax_url="")
    html = lab.from_notebook_node(run("4-own-table.ipynb"))[0]
    html = re.sub(r"<script.*?</script>", "", html, flags=re.S)
    page, _ = opened(tmp_path / "lab.html", html, color_scheme=system)

    def look(selector, name):
        return page.evaluate(
            "([selector, name]) => getComputedStyle(document.querySelector(selector))[name]",
            [selector, name],
        )

    assert look(".jinjiang", "color") == ink
    assert look(".jinjiang td", "textAlign") == "left"
    assert look(".jinjiang td.n", "textAlign") == "right"
    assert look(".jinjiang th", "fontWeight") == "400"
    assert look(".jinjiang code", "backgroundColor") == "rgba(0, 0, 0, 0)"
    assert look(".jinjiang tbody tr:nth-child(2)", "backgroundColor") == "rgba(0, 0, 0, 0)"
    assert look(".jinjiang", "backgroundColor") == look("body", "backgroundColor")


def test_pages_are_written_into_a_folder(monkeypatch, tmp_path):
    monkeypatch.setattr(tool, "notebooks", lambda examples: [examples / "notebooks/tiny.ipynb"])
    cells = [nbformat.v4.new_code_cell("1 + 1", id="sum")]
    tiny = nbformat.v4.new_notebook(cells=cells, metadata={"title": "小例"})
    (tmp_path / "examples/notebooks").mkdir(parents=True)
    nbformat.write(tiny, tmp_path / "examples/notebooks/tiny.ipynb")
    monkeypatch.setattr(tool, "EXAMPLES", tmp_path / "examples")
    written = tool.render(tmp_path / "site/notebooks")
    assert written == [tmp_path / "site/notebooks/tiny.html"]
    assert re.search(r"<pre>\s*2\s*</pre>", written[0].read_text(encoding="utf-8"))
