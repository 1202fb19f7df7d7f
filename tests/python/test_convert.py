# SPDX-License-Identifier: BSL-1.0
"""`jinjiang convert`: what it reads, what it writes, what it refuses."""

import itertools
import subprocess
import sys

import jinjiang as jj
import pytest
from conftest import EXAMPLE
from jinjiang.cli import main

PLAN = str(EXAMPLE / "plan.json")
SEEN = str(EXAMPLE / "observations.csv")


def refusal(capsys, *arguments):
    assert main(["convert", *map(str, arguments)]) == 2
    printed = capsys.readouterr()
    assert printed.out == ""
    [line] = printed.err.splitlines()
    return line


def test_a_plan_goes_to_an_archive_and_back(tmp_path, plan):
    assert main(["convert", PLAN, str(tmp_path / "plan.jjx")]) == 0
    assert main(["convert", str(tmp_path / "plan.jjx"), str(tmp_path / "plan.json")]) == 0
    assert jj.load(tmp_path / "plan.jjx") == plan
    assert (tmp_path / "plan.json").read_text(encoding="utf-8") == plan.to_json()


def test_observations_go_through_all_their_formats(tmp_path, seen):
    names = [SEEN, *(str(tmp_path / name) for name in ("a.json", "b.jjx", "c.csv"))]
    for source, target in itertools.pairwise(names):
        assert main(["convert", source, target]) == 0
        assert jj.read_observations(target) == seen


@pytest.mark.parametrize(
    ("ending", "method"), [("dot", "to_dot"), ("mmd", "to_mermaid"), ("graphml", "to_graphml")]
)
def test_a_graph_is_what_the_method_gives(tmp_path, capsys, plan, ending, method):
    path = tmp_path / f"plan.{ending}"
    assert main(["convert", PLAN, str(path)]) == 0
    assert path.read_text(encoding="utf-8") == getattr(plan, method)()
    assert main(["convert", PLAN, "-", "--to", ending, "--only", "dependency"]) == 0
    assert capsys.readouterr().out == getattr(plan, method)(only="dependency")


def test_a_picture_speaks_the_language_that_is_asked_for(capsys, plan):
    assert main(["convert", PLAN, "-", "--to", "dot", "--lang", "en"]) == 0
    assert capsys.readouterr().out == plan.to_dot(language="en")


def test_the_format_that_is_asked_for_counts_more_than_the_name(tmp_path, plan):
    assert main(["convert", PLAN, str(tmp_path / "plan.json"), "--to", "jjx"]) == 0
    assert (tmp_path / "plan.json").read_bytes()[:1] != b"{"
    assert jj.load(tmp_path / "plan.json") == plan


def test_a_pipe_may_be_read_and_written(plan):
    command = [sys.executable, "-m", "jinjiang", "convert", "-", "-", "--to"]
    packed = subprocess.run(
        [*command, "jjx"], input=plan.to_json().encode(), capture_output=True, check=True
    )
    ran = subprocess.run([*command, "json"], input=packed.stdout, capture_output=True, check=True)
    assert ran.stdout.decode() == plan.to_json()


def test_units_of_a_plan_of_our_own_are_known_by_its_plan(tmp_path, capsys):
    plan = tmp_path / "plan.json"
    plan.write_text(
        '{"format": "jinjiang-plan", "version": 1, "id": "p",'
        '"period": {"start": "2025-01-01", "end": "2025-12-31"},'
        '"units": [{"symbol": "担", "dimension": "公斤", "factor": 50, "divisor": 1}],'
        '"nodes": []}',
        encoding="utf-8",
    )
    seen = tmp_path / "seen.csv"
    seen.write_text("id,observed_on,value,unit\na,2025-01-31,3,担\n", encoding="utf-8")
    assert main(["convert", str(seen), "-", "--to", "json", "--plan", str(plan)]) == 0
    assert '"担"' in capsys.readouterr().out
    assert "担" in refusal(capsys, seen, tmp_path / "seen.json")


@pytest.mark.parametrize(
    ("arguments", "line"),
    [
        (
            [PLAN, "plan.csv"],
            "jinjiang: plan.csv: a plan cannot be written as csv; "
            "use json, jjx, dot, graphml or mmd",
        ),
        (
            [SEEN, "seen.dot"],
            "jinjiang: seen.dot: observations cannot be written as dot; use csv, json or jjx",
        ),
        (
            [PLAN, "plan.txt"],
            "jinjiang: plan.txt: the name does not say the format; expected one that ends in "
            ".json, .jjx, .csv, .dot, .graphml or .mmd, or --to FORMAT",
        ),
        ([PLAN, "-"], "jinjiang: --to: standard output has no name that says the format; give"),
        (["/no/plan.json", "a.dot"], "jinjiang: /no/plan.json: No such file or directory"),
        ([PLAN, "/no/plan.dot"], "jinjiang: /no/plan.dot: No such file or directory"),
        ([PLAN, "a.jjx", "--only", "part"], "jinjiang: --only: is for dot, graphml or mmd; jjx"),
        ([PLAN, "a.graphml", "--lang", "en"], "jinjiang: --lang: is for dot or mmd; there are"),
        ([PLAN, "a.dot", "--plan", PLAN], "jinjiang: --plan: is for observations; a plan has"),
    ],
)
def test_what_cannot_be_converted_is_refused_in_one_line(
    tmp_path, monkeypatch, capsys, arguments, line
):
    monkeypatch.chdir(tmp_path)
    assert refusal(capsys, *arguments).startswith(line)
    assert list(tmp_path.iterdir()) == []


def test_an_evaluation_is_not_converted(tmp_path, capsys, now):
    path = tmp_path / "now.json"
    path.write_text(now.to_json(), encoding="utf-8")
    line = refusal(capsys, path, tmp_path / "now.csv")
    assert line == f"jinjiang: {path}: it is an evaluation; plans and observations are converted"


def test_a_file_that_is_damaged_is_named_with_its_place(tmp_path, capsys):
    path = tmp_path / "plan.json"
    path.write_text('{"format": "jinjiang-plan", "version": 1,\n "id": 5}', encoding="utf-8")
    assert refusal(capsys, path, tmp_path / "a.dot").startswith(f"jinjiang: {path}:2:")
    path.write_text("{}", encoding="utf-8")
    assert refusal(capsys, path, tmp_path / "a.dot").startswith(f"jinjiang: {path}:")


def test_the_old_file_stands_when_the_new_one_is_refused(tmp_path, capsys):
    old = tmp_path / "old.dot"
    old.write_text("old", encoding="utf-8")
    refusal(capsys, SEEN, old)
    assert old.read_text(encoding="utf-8") == "old"
