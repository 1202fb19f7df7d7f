# SPDX-License-Identifier: BSL-1.0
"""The commands of the pages run, and what the pages show of their output is what they print."""

import argparse
import re
import shlex
import shutil
import subprocess
import sys

import documents
import jinjiang as jj
import openpyxl
import pytest
from documents import ROOT
from jinjiang.cli import _parser, main
from test_reading import REPORT

by_place = {"ids": lambda block: block.place}

#: What is shown of a moment: nothing prints it again.
MOMENTS = {"docs/long-calls.md": "test_progress_bar.py has the bars"}

#: Commands of other programs, which are not run here, and what is.
OTHERS = {
    "cmake": "tests/consumer installs, finds and links the library",
    "python3": "makes an environment",
    ".": "enters it",
    "dot": "Graphviz, which need not be there",
    "build/office": "ctest runs the example",
    "jupyter": "test_notebooks.py runs the notebooks",
}


def commands(block):
    """The commands of a block, with comments and continued lines taken out."""
    text = block.text.replace("\\\n", " ")
    for line in text.splitlines():
        for part in line.split("&&"):
            words = shlex.split(part, comments=True)
            if words:
                yield words


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """A folder with the files that the pages speak of."""
    example = ROOT / "examples/jinjiang-2024"
    shutil.copy(example / "plan.json", tmp_path)
    shutil.copy(example / "observations.csv", tmp_path)
    plan = jj.load(example / "plan.json")
    plan.save(tmp_path / "plan.jjx")
    plan.save(tmp_path / "last_year.json")
    plan.save(tmp_path / "this_year.json")
    plan.to_table().save(tmp_path / "table.xlsx")
    own = openpyxl.Workbook()
    for row in (["干什么", "目标值", "牵头单位"], ["盘活低效用地", "7000亩", "资源局"]):
        own.active.append(row)
    own.save(tmp_path / "own.xlsx")
    changes = '[{"change": "value", "node": "land.reuse", "value": 7000}]'
    (tmp_path / "changes.json").write_text(changes, encoding="utf-8")
    (tmp_path / "report.txt").write_text(REPORT, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("block", documents.of("sh"), **by_place)
def test_the_commands_of_a_block_run(block, folder):
    for words in commands(block):
        if words[0] == "jinjiang":
            ran(words[1:])
        elif words[0] == "make":
            makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
            assert [name for name in words[1:] if f"\n{name}:" not in makefile] == []
        elif words[:2] == ["pip", "install"]:
            project = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
            extras = re.findall(r"[\w-]+", " ".join(re.findall(r"\[(.*?)\]", words[2])))
            assert [name for name in extras if f"\n{name} = [" not in project] == []
        else:
            assert words[0] in OTHERS, f"{block.place}: nobody runs {words[0]}"


def ran(words):
    """Runs a command of ours; where the output goes to a file, standard output does."""
    words = words[: words.index(">")] if ">" in words else words
    command = [sys.executable, "-m", "jinjiang", *words]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8")
    expected = {0, 1} if words[0] == "check" else {0}
    assert done.returncode in expected, done.stderr


def test_commands_with_their_output_are_those_of_the_tutorial():
    """Its commands need the files that its examples write: test_tutorial.py runs both."""
    assert {b.page for b in documents.of("console")} <= {"docs/tutorial.md", "docs/tutorial.zh.md"}


def test_no_other_program_is_excused_that_no_page_calls():
    called = {words[0] for block in documents.of("sh") for words in commands(block)}
    assert set(OTHERS) - called == set()


def subcommands():
    actions = _parser()._actions
    found = next(a for a in actions if isinstance(a, argparse._SubParsersAction))
    return found.choices


def usages():
    """Lines that show how a command is called: jinjiang check plan.json [--all]."""
    return [
        (f"{block.page}:{block.line + number}", line)
        for block in documents.of("text")
        for number, line in enumerate(block.text.splitlines())
        if line.startswith("jinjiang ")
    ]


@pytest.mark.parametrize(("place", "line"), usages(), ids=[place for place, _ in usages()])
def test_a_usage_names_a_command_and_options_that_it_has(place, line):
    command = subcommands()[line.split()[1]]
    options = {name for action in command._actions for name in action.option_strings}
    used = set(re.findall(r"(?<![\w-])--?[a-z][a-z-]*", line))
    assert used - options == set()


def test_the_readme_shows_every_command():
    shown = {line.split()[1] for place, line in usages() if place.startswith("README.md")}
    assert set(subcommands()) - shown == set()


@pytest.fixture(scope="module")
def demo():
    script = ROOT / "examples/jinjiang-2024/scoreboard.py"
    command = [sys.executable, str(script)]
    printed = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=True)
    return {line.strip() for line in printed.stdout.splitlines()}


def outputs():
    """Blocks that show what a command prints: their first line is the command, after a $."""
    shown = [b for b in documents.of("text") if not b.text.startswith("jinjiang ")]
    return [b for b in shown if b.page not in MOMENTS]


@pytest.mark.parametrize("block", outputs(), **by_place)
def test_output_is_what_the_command_prints(block, demo, folder, capsys):
    first, *lines = block.text.splitlines()
    assert first.startswith("$ "), f"{block.place}: neither a command nor its output"
    if first == "$ make demo":
        printed = demo
    else:
        words = shlex.split(first.removeprefix("$ "))
        assert words[0] == "jinjiang", f"{block.place}: nobody runs {words[0]}"
        main(words[1:])
        printed = {line.strip() for line in capsys.readouterr().out.splitlines()}
    assert [line for line in lines if line.strip() not in {*printed, "…", "..."}] == []
