# SPDX-License-Identifier: BSL-1.0
"""Every example in a docstring and in the README runs and gives what it says."""

import doctest
import importlib
import inspect
import pkgutil
import re
from pathlib import Path

import jinjiang
import pytest

ROOT = Path(__file__).resolve().parents[2]


def examples_of(module):
    """Docstrings of a module, and of the classes and methods that were compiled."""
    finder = doctest.DocTestFinder(exclude_empty=True)
    yield from finder.find(module)
    for name, cls in inspect.getmembers(module, inspect.isclass):
        if not cls.__module__.startswith("jinjiang"):
            continue
        for member, value in [("", cls), *vars(cls).items()]:
            text = inspect.getdoc(value) or ""
            if ">>>" in text:
                parser = doctest.DocTestParser()
                yield parser.get_doctest(text, {}, f"{name}.{member}", None, 0)


def test_every_example_in_a_docstring_holds():
    modules = [jinjiang]
    for info in pkgutil.walk_packages(jinjiang.__path__, "jinjiang."):
        if info.name != "jinjiang.__main__":
            modules.append(importlib.import_module(info.name))
    runner = doctest.DocTestRunner(optionflags=doctest.NORMALIZE_WHITESPACE)
    for module in modules:
        for example in examples_of(module):
            runner.run(example)
    assert runner.tries >= 45
    assert runner.failures == 0


def test_the_python_of_the_readme_runs(monkeypatch, tmp_path):
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    blocks = re.findall(r"```python\n(.*?)```", text, re.S)
    assert len(blocks) == 3
    (tmp_path / "examples").symlink_to(ROOT / "examples")
    monkeypatch.chdir(tmp_path)
    scope = {}
    for block in blocks:
        exec(compile(block, "README.md", "exec"), scope)
    assert scope["now"]["land.reuse"].status == "at_risk"
    assert scope["live"]["land.reuse"].status == "ahead"
    assert jinjiang.load("demo-plan.json") == scope["plan"]


@pytest.mark.parametrize(
    ("page", "tries"),
    [
        ("python.md", 70),
        ("graph.md", 12),
        ("live.md", 14),
        ("check.md", 25),
        ("schedule.md", 20),
        ("whatif.md", 25),
        ("report.md", 9),
        ("plots.md", 20),
        ("notebooks.md", 14),
        ("tables.md", 17),
        ("tutorial.md", 70),
        ("tutorial.zh.md", 70),
        ("wrong-number.md", 107),
        ("wrong-number.zh.md", 107),
        ("howto.md", 100),
        ("howto.zh.md", 100),
        ("long-calls.md", 8),
    ],
)
def test_the_examples_of_a_page_hold(page, tries, monkeypatch, tmp_path):
    (tmp_path / "examples").symlink_to(ROOT / "examples")
    monkeypatch.chdir(tmp_path)
    text = (ROOT / "docs" / page).read_text(encoding="utf-8")
    examples = doctest.DocTestParser().get_doctest(text.replace("```", ""), {}, page, None, 0)
    runner = doctest.DocTestRunner()
    runner.run(examples)
    assert runner.tries >= tries
    assert runner.failures == 0


@pytest.mark.parametrize(
    ("page", "example"), [("README.md", "twenty_lines.cpp"), ("docs/graph.md", "graph.cpp")]
)
def test_the_cpp_of_a_page_is_the_example_that_is_built(page, example):
    text = (ROOT / page).read_text(encoding="utf-8")
    block = re.search(r"```cpp\n(.*?)```", text, re.S).group(1)
    example = (ROOT / "examples/cpp" / example).read_text(encoding="utf-8")
    code = [line.strip() for line in block.splitlines() if line.strip()]
    missing = [line for line in code if line not in example]
    assert missing == []
