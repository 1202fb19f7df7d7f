# SPDX-License-Identifier: BSL-1.0
"""The analyst in a notebook."""

import sys
from datetime import date

import jinjiang as jj
import pandas
import pytest
from conftest import EXAMPLE


def test_a_node_says_what_it_is(plan):
    node = plan["land.reuse"]
    assert (node.id, node.kind, node.title) == ("land.reuse", "indicator", "盘活低效用地")
    assert (node.start, node.due) == (date(2024, 1, 1), date(2024, 12, 31))
    assert node.parents.ids == ["land"]
    assert len(node.children) == 0
    assert node.source == {"section": "三、要素挖潜"}
    assert (node.owner, node.supporting, node.tags, node.note) == ("", [], [], "")
    assert (node.lifecycle, node.firmness, node.revisions) == ("active", "committed", [])
    assert node.plan == plan


def test_a_plan_says_what_it_is(plan):
    assert (plan.id, plan.title) == ("jinjiang-2024", "晋江市2024年政府工作计划")
    assert (plan.issuer, plan.language) == ("晋江市人民政府", "zh")
    assert (plan.start, plan.end) == (date(2024, 1, 1), date(2024, 12, 31))
    assert plan.source == {"document": "2024年晋江市政府工作报告解读"}
    assert plan.roots.ids == ["headline", "work", "scorecard"]


def test_a_path_may_be_text_or_a_path(plan, tmp_path):
    assert jj.load(str(EXAMPLE / "plan.json")) == plan
    jj.save(plan, tmp_path / "one.json")
    plan.save(str(tmp_path / "other.json"))
    assert jj.load(tmp_path / "one.json") == plan
    assert (tmp_path / "one.json").read_bytes() == (tmp_path / "other.json").read_bytes()


def test_an_outline_goes_depth_first(plan):
    entries = plan.outline()
    assert [(node.id, depth, again) for node, depth, again in entries[:2]] == [
        ("headline", 0, False),
        ("headline.gdp", 1, False),
    ]
    assert len(entries) == len(plan)


def test_a_target_says_what_is_to_be_reached(plan):
    target = plan["land.reuse"].target
    assert repr(target) == "Target(reach 7000 亩, increment)"
    assert (target.comparator, target.value, target.unit, target.measure) == (
        "reach",
        7000.0,
        "亩",
        "increment",
    )
    assert (target.direction, target.baseline, target.tolerance) == ("higher", None, 0.0)
    # 7000 亩 / 15 = 466.67 公顷
    assert target.quantity.to("公顷").value == pytest.approx(7000 / 15)
    assert repr(target.quantity.to("公顷")) == "Quantity(466.67 公顷)"


def test_a_plan_is_a_sequence_of_nodes(plan):
    assert len(plan) == len(plan.nodes) == len(plan.goals) + len(plan.indicators) + len(plan.tasks)
    assert plan.goals[0].id == "headline"
    assert plan.goals[-1].id == "scorecard"
    assert plan.goals[1:3].ids == plan.goals.ids[1:3]
    assert [node.id for node in plan][:2] == plan.nodes.ids[:2]
    assert plan.indicators["land.reuse"] == plan["land.reuse"]
    assert "land.reuse" in plan and "land.reuse" in plan.indicators._ipython_key_completions_()
    assert plan.parents("land.reuse").ids == ["land"]
    assert "land.reuse" in plan.find("低效用地").ids
    assert plan.find_path("八方面工作", plan["land"].title, "盘活低效用地").id == "land.reuse"
    assert plan.find_path("八方面工作", "没有") is None


def test_a_slice_of_nodes_is_a_sequence_again(plan):
    some = plan.tasks[2:9:3]
    assert isinstance(some, jj.NodeList)
    assert some.ids == plan.tasks.ids[2:9:3]
    assert some[0] == plan.tasks[2] and some[-1] == plan.tasks[8]
    assert [node.id for node in reversed(some)] == some.ids[::-1]
    assert len(plan.tasks[5:5]) == 0 and not plan.tasks[5:5]
    with pytest.raises(IndexError, match="index 3 is out of range: there are 3"):
        some[3]


def test_a_sequence_knows_what_it_holds(plan):
    assert "land" in plan.goals and "land.reuse" not in plan.goals
    assert plan["land"] in plan.goals
    assert plan["land.reuse"] not in plan.goals
    assert plan["land"] in plan
    assert 5 not in plan and None not in plan.goals


def test_ids_complete_with_the_tab_key(plan, now):
    for mapping in (plan, now, plan.nodes, now.results):
        assert mapping._ipython_key_completions_() == plan.nodes.ids


def test_links_lead_both_ways(plan):
    assert plan.children("land").ids == plan["land"].children.ids
    [(node, kind, lag, assumption)] = plan["industry.carriers.space"].predecessors
    assert (node.id, kind, lag) == ("land.reuse", "FF", 0)
    assert assumption
    assert plan["land.reuse"].successors == [(plan["industry.carriers.space"], "FF", 0, assumption)]
    assert plan["land.reuse"].links == [(plan["land"], 1.0, False)]


def test_a_result_says_how_a_node_stands(now):
    result = now["land.reuse"]
    # linear: 31 + 29 + 31 = 91 of 366 days; 1600 / 7000 = 0.22857; 0.22857 / 0.24863 = 0.9193
    assert result.status == jj.Status.at_risk == "at_risk"
    assert result.attainment == result.progress == pytest.approx(1600 / 7000, abs=1e-15)
    assert result.expected == pytest.approx(91 / 366)
    assert result.pace == pytest.approx(1600 / 7000 / (91 / 366))
    assert (result.value, result.unit, result.coverage) == (1600.0, "亩", 1.0)
    assert (result.observed_on, result.stage) == (date(2024, 3, 31), "provisional")
    assert result.stale  # 183 days old, the limit is 120


def test_results_are_a_sequence_too(now, plan):
    assert isinstance(now.results, jj.ResultList)
    assert now.results.ids == [result.id for result in now] == plan.nodes.ids
    assert isinstance(now.behind()[:1], jj.ResultList)
    assert "land.reuse" in now and "land.reuse" in now.results
    assert now["land.reuse"].node == plan["land.reuse"]
    assert (now["land.reuse"].title, now["land.reuse"].as_of) == ("盘活低效用地", now.as_of)


def test_what_is_behind_comes_worst_first(now):
    assert now.behind().ids == ["livelihood.security.accessible-homes", "land.reuse"]
    assert [result.status for result in now.behind()] == ["off_track", "at_risk"]


def test_leaves_are_counted_by_lead_unit(draft):
    summaries = draft.build().evaluate(as_of="2025-03-31").by_owner()
    assert [(s.owner, s.nodes, s.no_data) for s in summaries] == [
        ("自然资源局", 1, 1),
        ("", 1, 0),
    ]


def test_an_explanation_adds_up(now):
    explanation = now.explain("livelihood")
    total = sum(shortfall for _, _, shortfall in explanation.terms)
    assert total == pytest.approx(1 - now["livelihood"].attainment, abs=1e-12)
    assert explanation.result == now["livelihood"]
    assert str(explanation) == explanation.to_text() == explanation.to_text("zh")
    assert "规则：加权平均" in str(explanation)
    assert "rule: weighted mean" in explanation.to_text("en")


def test_tables_have_a_row_a_node(now, plan, seen):
    rows = now.to_dicts()
    assert [row["id"] for row in rows] == plan.nodes.ids
    frame = now.to_pandas()
    assert list(frame.columns) == list(rows[0])
    assert frame.set_index("id").loc["land.reuse", "status"] == "at_risk"
    assert len(plan.to_pandas()) == len(plan)
    assert isinstance(frame["status"].dtype, pandas.CategoricalDtype)
    assert [frame[name].dtype.kind for name in ("due", "observed_on", "pace")] == ["M", "M", "f"]


def test_rows_hold_plain_values(now, plan, seen):
    result = next(row for row in now.to_dicts() if row["id"] == "land.reuse")
    assert (result["status"], result["value"], result["unit"]) == ("at_risk", 1600.0, "亩")
    assert (result["observed_on"], result["stage"], result["stale"]) == (
        date(2024, 3, 31),
        "provisional",
        True,
    )
    node = next(row for row in plan.to_dicts() if row["id"] == "land.reuse")
    assert (node["comparator"], node["value"], node["parents"]) == ("reach", 7000.0, ["land"])
    assert (node["section"], node["upper"]) == ("三、要素挖潜", None)
    reading = seen.of("land.reuse")[0]
    assert {**seen.to_dicts()[10]} == {
        "id": "land.reuse",
        "observed_on": date(2024, 3, 31),
        "value": 1600.0,
        "unit": "亩",
        "stage": "provisional",
        "basis": "",
        "known_on": date(2024, 6, 13),
        "span": "cumulative",
        "source": reading.source,
        "note": reading.note,
    }
    words = [type(value) for row in plan.to_dicts() for value in row.values()]
    assert set(words) <= {str, float, list, date, type(None)}


def test_an_empty_table_still_has_its_columns(seen):
    assert list(jj.Observations().to_pandas().columns) == list(seen.to_dicts()[0])


def test_a_table_without_pandas_names_the_extra(monkeypatch, now):
    monkeypatch.setitem(sys.modules, "pandas", None)
    with pytest.raises(jj.MissingPackageError, match=r"pip install 'jinjiang\[pandas\]'"):
        now.to_pandas()


def test_a_draft_becomes_a_plan(draft):
    plan = draft.build()
    assert plan["g.1"].owner == "自然资源局"
    [(node, kind, lag, assumption)] = plan["g.2"].predecessors
    assert (node.id, kind, lag, assumption) == ("g.1", "FS", 0, "")
    assert jj.PlanBuilder(plan).build() == plan


def test_the_target_of_the_tour():
    target = jj.Target("above", 900, "家", measure="level", baseline=800, due="2024-12-31")
    assert (target.goal_value, target.progress(855), target.is_met(900)) == (900.0, 0.55, False)
    assert repr(jj.Target.parse("超600万平方米")) == "Target(above 600 万平方米, level)"


def test_a_scenario_replaces_what_was_read(plan, seen, now):
    changed = seen.replacing({"land.reuse": 7000})
    assert changed != seen
    assert now["land.reuse"].value == 1600
    assert plan.evaluate(changed, as_of="2024-09-30")["land.reuse"].status == "met_early"
    later = seen.replacing({"land.reuse": 4100}, on="2024-06-30")
    assert plan.evaluate(later, as_of="2024-09-30")["land.reuse"].value == 4100


def test_two_bases_give_two_verdicts(plan, seen):
    node = "headline.revenue-total"
    assert plan.evaluate(seen)[node].status == "not_comparable"
    assert plan.evaluate(seen, basis="名义")[node].status == "missed"  # 1.7 % of 6 %
    assert plan.evaluate(seen, basis="可比")[node].status == "met"  # 8.4 % of 6 %


def test_what_was_known_by_a_day_is_reproduced(plan, seen):
    # The figure of 31 March became known on 13 June.
    early = plan.evaluate(seen, as_of="2024-06-30", known_by="2024-06-12")
    assert early["land.reuse"].status == "no_data"
    assert early["land.reuse"].value is None
    assert plan.evaluate(seen, as_of="2024-06-30")["land.reuse"].value == 1600


def test_a_policy_moves_the_lines(plan, seen):
    strict = jj.Policy(at_risk=0.93)
    assert plan.evaluate(seen, "2024-09-30", policy=strict)["land.reuse"].status == "off_track"
    with pytest.raises(jj.Error, match="at_risk"):
        jj.Policy(at_risk=2)
