# SPDX-License-Identifier: BSL-1.0
"""Pages that stand in two languages teach the same thing, and their commands do what they show."""

import ast
import doctest
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

DOCS = Path(__file__).resolve().parents[2] / "docs"
LANGUAGE = re.compile(r"""["'](zh|en)["']""")
COMMAND = re.compile(r"(--lang|--language) (zh|en)\b")


def text_of(page):
    return (DOCS / page).read_text(encoding="utf-8")


def examples_of(page):
    return doctest.DocTestParser().get_examples(text_of(page).replace("```", ""), page)


def commands_of(page):
    """Each command of the page with the output that stands below it."""
    for block in re.findall(r"```console\n(.*?)```", text_of(page), re.S):
        for entry in block.split("$ ")[1:]:
            command, _, output = entry.partition("\n")
            yield command, output


class WithoutTexts(ast.NodeTransformer):
    def visit_Constant(self, node):
        return ast.Constant("") if isinstance(node.value, str) else node


def code(source):
    return ast.unparse(WithoutTexts().visit(ast.parse(source)))


def numbers(text):
    return re.findall(r"\d+(?:\.\d+)?", text)


@pytest.mark.parametrize("page", ["tutorial", "wrong-number", "howto"])
def test_both_languages_have_the_same_examples(page):
    english, chinese = examples_of(f"{page}.md"), examples_of(f"{page}.zh.md")
    assert [code(each.source) for each in english] == [code(each.source) for each in chinese]
    for one, other in zip(english, chinese, strict=True):
        assert numbers(one.source) == numbers(other.source)
        if LANGUAGE.search(one.source):
            assert numbers(one.want) == numbers(other.want), one.source
        else:
            assert one.want == other.want, one.source


@pytest.mark.parametrize("page", ["wrong-number.md", "wrong-number.zh.md"])
def test_every_symptom_has_an_example(page):
    rows = re.findall(r"^\| (\d+) \|", text_of(page), re.M)
    sources = "\n".join(each.source for each in examples_of(page))
    assert rows == [str(number) for number in range(1, 27)]
    assert [row for row in rows if not re.search(rf"# {row}\b", sources)] == []


def test_both_languages_of_the_tutorial_have_the_same_commands():
    english, chinese = list(commands_of("tutorial.md")), list(commands_of("tutorial.zh.md"))
    assert len(english) == 7
    for (one, shown), (other, shown_too) in zip(english, chinese, strict=True):
        assert COMMAND.sub("", one) == COMMAND.sub("", other)
        assert numbers(shown) == numbers(shown_too)


@pytest.mark.parametrize("page", ["tutorial.md", "tutorial.zh.md"])
def test_the_commands_of_the_tutorial_print_what_it_shows(page, monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)
    text = text_of(page).replace("```", "")
    runner = doctest.DocTestRunner()
    runner.run(doctest.DocTestParser().get_doctest(text, {}, page, None, 0))
    assert runner.failures == 0
    for command, output in commands_of(page):
        program, *arguments = shlex.split(command)
        assert program == "jinjiang"
        done = subprocess.run(
            [sys.executable, "-m", "jinjiang", *arguments],
            capture_output=True,
            encoding="utf-8",
        )
        assert (done.returncode, done.stderr) == (0, ""), command
        assert done.stdout
        assert output in ("", done.stdout), command
