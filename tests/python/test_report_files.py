# SPDX-License-Identifier: BSL-1.0
"""The report as a file: the command, and what is left when it cannot be written."""

import os
import re
import subprocess
import sys

import jinjiang as jj
import pytest
from conftest import EXAMPLE
from jinjiang.cli import main
from jinjiang.report import _pdf
from report_pages import Page

PLAN = str(EXAMPLE / "plan.json")
SEEN = str(EXAMPLE / "observations.csv")


def test_it_is_written_to_a_file(now, tmp_path):
    path = tmp_path / "report.html"
    assert now.report(path, language="en", title="Third quarter") is None
    assert path.read_text(encoding="utf-8") == now.report(language="en", title="Third quarter")
    assert "Third quarter" in Page(path.read_text(encoding="utf-8")).words


def test_what_cannot_be_written_leaves_the_old_report(now, tmp_path):
    with pytest.raises(jj.Error, match='report: language: expected zh or en, found "fr"'):
        now.report(language="fr")
    with pytest.raises(TypeError, match="report: title: expected a text, found 5"):
        now.report(title=5)
    with pytest.raises(OSError):
        now.report(tmp_path / "none" / "report.html")
    old = tmp_path / "report.html"
    old.write_text("old")
    # No file of this process may be larger than 4096 bytes: as if the disk were full.
    program = (
        "import jinjiang as jj, resource, signal, sys\n"
        "now = jj.load(sys.argv[1]).evaluate()\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))\n"
        "try: now.report(sys.argv[2])\n"
        "except OSError as error: print(error.strerror)\n"
    )
    command = [sys.executable, "-c", program, PLAN, str(old)]
    assert subprocess.run(command, capture_output=True, text=True).stdout == "File too large\n"
    assert old.read_text() == "old" and os.listdir(tmp_path) == ["report.html"]


def test_the_command_writes_the_page_and_says_how_the_plan_stands(tmp_path, capsys):
    path = str(tmp_path / "report.html")
    assert main(["report", PLAN, SEEN, "--as-of", "2024-09-30", "-o", path]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "截至 2024-09-30：7 项达到进度，2 项落后，94 项尚未要求进度，54 项无法判断，6 项只作观察。",
        path,
    ]
    arguments = ["--as-of", "2024-09-30", "-o", path, "--language", "en", "--title", "Q3"]
    assert main(["report", PLAN, SEEN, *arguments]) == 0
    page = Page((tmp_path / "report.html").read_text(encoding="utf-8"))
    assert page.lang == "en" and "Q3" in page.words


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ([], "name the page to write"),
        (["-o", "-", "--pdf", "-"], "only one of them can print"),
        (["-o", PLAN], "is read or written already"),
        (["-o", "/dev/full"], "/dev/full: No space left on device"),
        (["-o", "/"], "/: Is a directory"),
        (["-o", "/nowhere/report.html"], "/nowhere/report.html: No such file"),
    ],
)
def test_what_the_command_refuses(arguments, words, capsys):
    assert main(["report", PLAN, SEEN, *arguments]) == 2
    complaint = capsys.readouterr().err
    assert complaint.startswith("jinjiang: ") and words in complaint
    assert complaint.count("\n") == 1


def test_without_a_browser_a_pdf_is_refused_in_a_sentence(tmp_path, capsys, monkeypatch):
    monkeypatch.setattr(_pdf, "_NAMES", ("no-such-browser",))
    pdf = tmp_path / "report.pdf"
    assert main(["report", PLAN, SEEN, "--pdf", str(pdf)]) == 2
    assert "a PDF needs Chromium" in capsys.readouterr().err
    assert not pdf.exists()
    page = tmp_path / "report.html"
    assert main(["report", PLAN, SEEN, "-o", str(page), "--pdf", str(pdf)]) == 2
    assert page.exists() and capsys.readouterr().out.splitlines()[-1] == str(page)


def test_a_browser_that_does_not_print_is_named(tmp_path, capsys, monkeypatch):
    monkeypatch.setattr(_pdf, "_NAMES", ("false",))
    assert main(["report", PLAN, SEEN, "--pdf", str(tmp_path / "report.pdf")]) == 2
    assert "did not print the page (exit status 1)" in capsys.readouterr().err


def test_a_full_temporary_folder_is_named_and_the_old_pdf_is_still_there(tmp_path):
    old = tmp_path / "report.pdf"
    old.write_text("old")
    # No file of this process may be larger than 4096 bytes: as if the disk were full.
    program = (
        "import resource, signal, sys\n"
        "from jinjiang.cli import main\n"
        "from jinjiang.report import _pdf\n"
        "_pdf.chromium = lambda: 'true'\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))\n"
        "sys.exit(main(sys.argv[1:]))\n"
    )
    command = [sys.executable, "-c", program, "report", PLAN, SEEN, "--pdf", str(old)]
    done = subprocess.run(command, capture_output=True, text=True)
    assert done.returncode == 2
    assert re.fullmatch(r"jinjiang: \S+/report.html: File too large\n", done.stderr)
    assert old.read_text() == "old" and os.listdir(tmp_path) == ["report.pdf"]


def test_a_reader_that_stops_reading_is_no_error():
    command = [sys.executable, "-m", "jinjiang", "report", PLAN, SEEN, "-o", "-"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout.read(9) == b"<!doctype"
        process.stdout.close()
        assert b"Traceback" not in process.stderr.read()


def test_nothing_is_asked_of_a_network():
    program = (
        "import sys\n"
        "import jinjiang as jj\n"
        "def refuse(event, arguments):\n"
        "    if event.startswith('socket.'): raise RuntimeError(event)\n"
        "sys.addaudithook(refuse)\n"
        "now = jj.load(sys.argv[1]).evaluate(jj.read_observations(sys.argv[2]))\n"
        "pages = [now.report(language=each) for each in ('zh', 'en')] + [now._repr_html_()]\n"
        "print(sum(map(bool, pages)))\n"
    )
    command = [sys.executable, "-c", program, PLAN, SEEN]
    assert subprocess.run(command, capture_output=True, text=True).stdout == "3\n"
