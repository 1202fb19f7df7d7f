# SPDX-License-Identifier: BSL-1.0
"""How two plans differ, in Python and on the command line."""

import copy
import json
import pickle

import jinjiang as jj
import pytest
from conftest import EXAMPLE
from jinjiang._core import display_width
from jinjiang.cli import main

PLAN = str(EXAMPLE / "plan.json")


def drafted(year, *, land="7000亩", owner="自然资源局", extra=False):
    draft = jj.PlanBuilder("demo", title=f"{year}年", start=f"{year}-01-01", end=f"{year}-12-31")
    draft.goal("g", "更大发展空间")
    draft.indicator(
        "g.1", "盘活低效用地", target=land, measure="increment", part_of="g", owner=owner
    )
    if extra:
        draft.task("g.3", "建设市民中心", part_of="g")
    else:
        draft.task("g.2", "搭建在线监管平台", part_of="g")
    return draft.build()


@pytest.fixture
def years():
    return drafted(2024), drafted(2025, land="8000亩", owner="国土局", extra=True)


def test_a_difference_is_a_sequence_of_nodes(years):
    found = jj.diff(*years)
    assert [(each.id, [str(kind) for kind in each.kinds]) for each in found] == [
        ("g.1", ["retargeted", "reowned"]),
        ("g.3", ["added"]),
        ("g.2", ["removed"]),
    ]
    assert found.added.ids == ["g.3"] and found.removed.ids == ["g.2"]
    assert found.before == years[0] and found.after == years[1]
    assert found.unchanged == 1 and not found.reordered and found
    assert found.of("retargeted") == [found[0]]
    assert found[0].matched_by is jj.MatchedBy.id and found[1].matched_by is None
    assert found[1].node.id == "g.3" and found[2].node == years[0]["g.2"]
    assert found[1].before is None and found[1].after.title == "建设市民中心"
    assert found.find_after("g.1") == years[1]["g.1"] and found.find_after("g.2") is None
    assert found[0].fields() == [
        (jj.DiffKind.retargeted, "target", "7000 亩", "8000 亩"),
        (jj.DiffKind.reowned, "owner", "自然资源局", "国土局"),
    ]
    assert [field for _, field, *_ in found.plan_fields] == ["title", "period"]
    assert repr(found[0]) == "<NodeDiff g.1: retargeted reowned>"
    assert repr(found) == (
        "<PlanDiff 2024年 → 2025年: 2 changes of the heading, 1 added, 1 removed, 1 retargeted, "
        "1 reowned, 1 unchanged>"
    )
    with pytest.raises(IndexError, match="3 nodes differ"):
        found[3]
    with pytest.raises(jj.UnknownIdError, match="g.1"):
        found.find_after("g.9")


def test_a_plan_does_not_differ_from_itself(plan):
    found = jj.diff(plan, plan)
    assert not found and list(found) == [] and found.unchanged == len(plan)
    assert found.to_table() == ""
    assert found.summary("zh").endswith("没有差别")


def test_the_same_quantity_in_another_unit_is_a_rewording():
    found = jj.diff(drafted(2024), drafted(2024, land="0.7万亩"))
    assert found[0].fields() == [(jj.DiffKind.reworded, "target", "7000 亩", "0.7 万亩")]


def test_differences_are_values(years):
    found = jj.diff(*years)
    for value in (found, found[0]):
        assert pickle.loads(pickle.dumps(value)) == value
        assert copy.deepcopy(value) == value
    assert len({found[0], found[1], found[0]}) == 2


def test_differences_are_rows(years):
    found = jj.diff(*years)
    rows = found.to_dicts()
    assert [(row["kind"], row["node"], row["field"]) for row in rows] == [
        ("changed", None, "title"),
        ("changed", None, "period"),
        ("retargeted", "g.1", "target"),
        ("reowned", "g.1", "owner"),
        ("added", "g.3", "part_of"),
        ("removed", "g.2", "part_of"),
    ]
    assert found.to_pandas()["after"].tolist() == [row["after"] for row in rows]


def test_the_text_tells_kind_by_kind(years):
    assert str(jj.diff(*years)).splitlines() == [
        "2024年 → 2025年：计划抬头变化 2 项，新增 1 项，删去 1 项，调整目标 1 项，调整分工 1 项，未变 1 项",
        "计划抬头",
        "  标题 2024年 → 2025年",
        "  计划期 2024-01-01 - 2024-12-31 → 2025-01-01 - 2025-12-31",
        "新增",
        "  建设市民中心（g.3），隶属 更大发展空间",
        "删去",
        "  搭建在线监管平台（g.2），隶属 更大发展空间",
        "调整目标",
        "  盘活低效用地（g.1）：目标值 7000 亩 → 8000 亩",
        "调整分工",
        "  盘活低效用地（g.1）：牵头单位 自然资源局 → 国土局",
    ]
    assert "reowned\n  盘活低效用地 (g.1): owner" in jj.diff(*years).to_text("en")


def test_a_difference_is_shown_in_a_notebook(years):
    assert "盘活低效用地（g.1）：目标值" in jj.diff(*years)._repr_html_()


def test_what_is_no_plan_is_refused(plan):
    with pytest.raises(TypeError, match="diff: after"):
        jj.diff(plan, 3)


@pytest.fixture
def files(tmp_path):
    """The example, and the example with a target, a title and an owner changed."""
    document = json.loads((EXAMPLE / "plan.json").read_text(encoding="utf-8"))
    nodes = {node["id"]: node for node in document["nodes"]}
    nodes["land.reuse"]["target"]["value"] = 8000
    nodes["headline.gdp"]["title"] = "地区生产总值增速"
    nodes["headline.gdp"]["owner"] = "发改局"
    document["nodes"].remove(nodes["industry.tradition.design-week"])
    path = tmp_path / "after.json"
    path.write_text(json.dumps(document, ensure_ascii=False), encoding="utf-8")
    return PLAN, str(path)


def test_the_command_prints_a_table_that_lines_up(files, capsys):
    assert main(["diff", *files]) == 0
    summary, heading, *rows = capsys.readouterr().out.splitlines()
    assert "删去 1 项，改写 1 项，调整目标 1 项，调整分工 1 项" in summary
    assert heading.split() == ["变化", "事项", "编号", "字段", "原", "现"]
    assert [row.split()[0] for row in rows] == ["删去", "改写", "调整目标", "调整分工"]
    place = display_width(heading[: heading.index("编号")])
    for row, id in zip(rows, ("industry", "headline", "land", "headline"), strict=True):
        assert display_width(row[: row.index(id)]) == place


def test_the_command_speaks_english_and_json(files, capsys):
    assert main(["diff", *files, "--lang", "en"]) == 0
    assert capsys.readouterr().out.splitlines()[1].startswith("difference  node")
    assert main(["diff", *files, "--json"]) == 0
    document = json.loads(capsys.readouterr().out)
    assert document["counts"]["retargeted"] == 1 and document["counts"]["unchanged"] == 191
    assert len(document["differences"]) == 4


def test_the_command_wants_two_files(capsys):
    assert main(["diff", "-", "-"]) == 2
    assert "cannot both come from standard input" in capsys.readouterr().err
    assert main(["diff", PLAN, "/no/plan.json"]) == 2
    assert "/no/plan.json" in capsys.readouterr().err
