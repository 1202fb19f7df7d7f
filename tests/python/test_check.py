# SPDX-License-Identifier: BSL-1.0
"""What is found in a plan, in Python and on the command line."""

import copy
import json
import pickle
import re
from pathlib import Path

import jinjiang as jj
import pytest
from conftest import EXAMPLE
from jinjiang import _core
from jinjiang.cli import main

PLAN = str(EXAMPLE / "plan.json")
PAGES = Path(__file__).resolve().parents[2] / "docs/checks"


@pytest.fixture
def faulty(empty):
    """A problem (g has no leaf), advice for a, and nothing to say of b but that g2 is all it has."""
    empty.goal("g", "空目标")
    empty.goal("g2", "目标")
    empty.task("a", "甲", part_of="g2")
    empty.task("b", "乙", part_of="g2", due="2025-06-30", owner="住建局")
    return empty.build()


def with_silence(plan, codes, node=None):
    document = json.loads(plan.to_json())
    place = document if node is None else next(n for n in document["nodes"] if n["id"] == node)
    place["x-silence"] = codes
    return jj.Plan.from_json(json.dumps(document))


def test_a_report_is_a_sequence_of_findings(faulty):
    report = faulty.check()
    assert [(found.code, found.node.id) for found in report] == [
        ("goal-without-leaf", "g"),
        ("task-without-owner", "a"),
        ("task-without-due", "a"),
    ]
    assert len(report) == 3 and report[-1] == report[2] == report.findings[2]
    assert [found.code for found in report.problems] == ["goal-without-leaf"]
    assert len(report.advice) == 2
    assert report.of("task-without-due") == [report[2]]
    assert report.silenced == 0
    assert repr(report) == "<CheckReport p: 1 problems, 2 pieces of advice, 0 silenced>"
    with pytest.raises(IndexError, match="there are 3 findings"):
        report[3]


def test_a_finding_speaks_both_languages(faulty):
    found = faulty.check()[0]
    assert found.severity is jj.Severity.problem
    assert (
        found.message == found.describe("zh") == "空目标（g）下没有任何指标和任务，永远得不到评价"
    )
    assert "no indicator and no task beneath it" in found.describe("en")
    assert found.hint == "为它加上指标或任务，或者删去它"
    assert found.others.ids == []
    assert repr(found).startswith("<Finding problem goal-without-leaf: 空目标")


def test_an_unknown_code_names_the_nearest(faulty):
    with pytest.raises(jj.UnknownIdError, match="nearest: .*goal-without-leaf"):
        faulty.check().of("goal-without-leafs")


def test_reports_and_findings_are_values(faulty):
    report = faulty.check()
    for value in (report, report[1]):
        assert pickle.loads(pickle.dumps(value)) == value
        assert copy.deepcopy(value) == value
    assert report == faulty.check()
    assert len({report[0], report[0], report[1]}) == 2
    assert report[0] != report[1]


def test_findings_are_rows(faulty):
    report = faulty.check()
    row = report.to_dicts()[1]
    assert row == {
        "code": "task-without-owner",
        "severity": "advice",
        "node": "a",
        "title": "甲",
        "others": [],
        "message": "甲（a）没有牵头单位",
    }
    frame = report.to_pandas()
    assert list(frame.columns) == list(row)
    assert frame["code"].tolist() == [found.code for found in report]


def test_what_a_plan_silences_is_left_out(faulty):
    report = with_silence(faulty, ["task-without-owner"], "a").check()
    assert [found.code for found in report] == ["goal-without-leaf", "task-without-due"]
    assert report.silenced == 1
    report = with_silence(faulty, ["task-without-owner", "goal-without-leaf"]).check()
    assert [found.code for found in report] == ["task-without-due"]
    assert report.silenced == 2
    report = with_silence(faulty, ["task-without-ovner"]).check()
    assert report[0].code == "unknown-silence" and report[0].node is None
    assert report[0].message.endswith("相近的有：task-without-owner")


def test_a_draft_silences_by_its_extensions(empty):
    empty.task(
        "a", "甲", extensions={"x-silence": ["task-without-owner"], "x-own": {"n": [1, "二"]}}
    )
    plan = empty.build()
    assert plan["a"].extensions == {"x-silence": ["task-without-owner"], "x-own": {"n": [1, "二"]}}
    assert [found.code for found in plan.check()] == ["task-without-due"]
    everywhere = jj.PlanBuilder(
        "p", start="2025-01-01", end="2025-12-31", extensions={"x-silence": ["task-without-due"]}
    )
    everywhere.task("a", "甲")
    assert [found.code for found in everywhere.build().check()] == ["task-without-owner"]
    assert jj.Plan.from_json(plan.to_json()).check() == plan.check()


@pytest.mark.parametrize("value", [3, ["x-a"], {"x-a": {1, 2}}, {"x-a": float("nan")}, {3: 1}])
def test_extensions_that_json_cannot_hold_are_refused(empty, value):
    with pytest.raises(TypeError, match="extensions: expected"):
        empty.task("a", "甲", extensions=value)


def test_a_report_is_shown_in_a_notebook(empty):
    empty.task("a", "<b>", due="2025-06-30")
    assert "&lt;b&gt;（a）没有牵头单位" in empty.build().check()._repr_html_()


def test_the_text_counts_what_it_does_not_list(empty):
    for i in range(9):
        empty.task(f"t{i}", f"任务{i}", due="2025-06-30")
    text = empty.build().check().to_text("en")
    assert text == (
        "p: no problems, 9 pieces of advice\n"
        "\n"
        "advice task-without-owner · task without a lead unit · 9\n"
        "  任务0 (t0) has no lead unit\n"
        "  任务1 (t1) has no lead unit\n"
        "  任务2 (t2) has no lead unit\n"
        "  … and 6 more\n"
        "  → say who answers for it\n"
    )
    assert empty.build().check().to_text(most=None).count("没有牵头单位\n") == 9
    assert str(empty.build().check()) == empty.build().check().to_text().rstrip("\n")


def test_the_example_has_no_problems(plan):
    report = plan.check()
    assert report.problems == []
    assert {found.severity for found in report} == {jj.Severity.advice}


def test_every_code_has_a_page():
    codes = {code for code, _ in _core.check_codes()}
    assert {path.stem for path in PAGES.glob("*.md")} - {"README"} == codes
    assert len(codes) > 30


def test_check_prints_findings_and_exits_with_1_when_there_are_problems(faulty, tmp_path, capsys):
    path = tmp_path / "plan.json"
    faulty.save(path)
    assert main(["check", str(path), "--lang", "en"]) == 1
    out = capsys.readouterr().out
    assert out.startswith("p: 1 problems, 2 pieces of advice\n\nproblem goal-without-leaf")
    assert "--all" not in out
    with_silence(faulty, ["goal-without-leaf"]).save(path)
    assert main(["check", str(path)]) == 0
    assert capsys.readouterr().out.startswith("p：没有问题，2 条建议，另有 1 条已被计划压下\n")


def test_check_lists_all_when_asked(capsys):
    assert main(["check", PLAN]) == 0
    short = capsys.readouterr().out
    assert short.endswith("--all 列出全部\n") and len(short.splitlines()) < 60
    assert main(["check", PLAN, "--all"]) == 0
    assert len(capsys.readouterr().out.splitlines()) > 150


def test_check_speaks_json(faulty, tmp_path, capsys):
    path = tmp_path / "plan.json"
    faulty.save(path)
    assert main(["check", str(path), "--json", "--lang", "en"]) == 1
    document = json.loads(capsys.readouterr().out)
    assert document["silenced"] == 0
    assert document["problems"] == [faulty.check()[0].describe("en")]
    assert [found["code"] for found in document["findings"]] == [
        "goal-without-leaf",
        "task-without-owner",
        "task-without-due",
    ]
    assert re.search("no lead unit", document["findings"][1]["message"])


def test_a_title_with_a_line_break_stays_on_one_line(empty):
    empty.task("a", "甲\n乙", due="2025-06-30")
    assert "  甲 乙（a）没有牵头单位\n" in empty.build().check().to_text()


def test_a_language_that_there_is_not_is_refused(faulty):
    with pytest.raises(jj.Error, match="language: expected zh or en, found 'fr'"):
        faulty.check().to_text("fr")
