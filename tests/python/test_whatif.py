# SPDX-License-Identifier: BSL-1.0
"""Scenarios, comparisons, sweeps, goal seek and impact in Python."""

import copy
import json
import pickle

import jinjiang as jj
import pytest


@pytest.fixture
def two():
    """On its 100th day: g at 0.8 of what is expected, a (weight 1) at 0.5, b (weight 3) at 0.9."""
    draft = jj.PlanBuilder("two", start="2024-01-01", end="2024-12-31", language="en")
    draft.goal("g", "G")
    draft.indicator("a", "A", target="366个", measure="count", part_of="g")
    draft.indicator("b", "B", target="366个", measure="count", part_of=("g", 3))
    draft.task("t", "T", start="2024-03-01", duration=10)
    draft.task("u", "U", start="2024-04-01", duration=5, depends_on="t")
    seen = jj.Observations()
    seen.add("a", "2024-04-09", 50)
    seen.add("b", "2024-04-09", 90)
    return draft.build().evaluate(seen, "2024-04-09")


def everything():
    scenario = jj.Scenario("all").value("a", 60).value("b", 1, "2024-03-01")
    scenario.readings("a", "2024-02-01", [jj.Observation("a", "2024-02-01", 5, stage="estimate")])
    scenario.target("a", "400个", revisions=[("2024-06-01", jj.Target.parse("300个"), "少")])
    scenario.start("t", None).due("t", "2024-05-31").duration("u", 9).lifecycle("b", "suspended")
    scenario.weight("b", "g", 2).part("t", "g", 0.5, veto=True).undepend("u", "t")
    scenario.depend("t", "a", "SS", 3, "assumed").add_goal("h", "H", rule={"at_least": 2})
    scenario.add_indicator("n", "N", target="10家", part_of=("h", 2), position=0, tags=["x"])
    scenario.add_task("m", "M", start="2024-02-01", duration=8, depends_on="n", progress=0.5)
    return scenario


def test_a_scenario_changes_neither_the_plan_nor_the_evaluation(two):
    scenario = jj.Scenario("more").value("a", 110)
    then = two.what_if(scenario)
    assert (then["g"].status, two["g"].status) == ("on_track", "at_risk")
    assert then["a"].value == 110
    assert then == two.plan.what_if(two.observations, scenario, two.as_of)
    assert len(two.observations) == 2


def test_changes_can_be_chained_copied_and_compared():
    first = jj.Scenario("s").value("a", 1).remove("b")
    assert first == jj.Scenario("s").remove("b").value("a", 1)
    other = copy.copy(first)
    other.value("c", 2)
    assert (len(first), len(other)) == (2, 3)
    assert first != other
    assert copy.deepcopy(first) == first
    with pytest.raises(TypeError):
        hash(first)
    assert repr(jj.Scenario("s")) == '<Scenario "s": no changes>'
    assert first.describe("zh") == ["a：实际值 1", "b：删除"]


def test_a_scenario_goes_through_pickle_and_dicts(two):
    scenario = everything()
    assert pickle.loads(pickle.dumps(scenario)) == scenario
    assert jj.Scenario.from_dicts(scenario.to_dicts(), "all") == scenario
    written = json.dumps(scenario.to_dicts(), ensure_ascii=False)
    assert jj.Scenario.from_dicts(json.loads(written), "all") == scenario
    changed = two.plan.apply(scenario)
    assert changed.nodes.ids == ["n", "g", "a", "b", "t", "u", "h", "m"]
    assert changed["h"].rule == "at_least 2"
    assert changed["m"].due.isoformat() == "2024-02-08"


def test_plain_rows_make_a_scenario():
    rows = json.loads(
        '[{"change": "value", "node": "a", "value": 7}, {"change": "due", "node": "t", "day": null},'
        ' {"change": "target", "node": "a", "target": "400个"},'
        ' {"change": "add_task", "node": "n", "part_of": "g"}]'
    )
    scenario = jj.Scenario.from_dicts(rows)
    assert len(scenario) == 4
    with pytest.raises(jj.Error, match=r"change 1: expected a change named value, .* found 'x'"):
        jj.Scenario.from_dicts([{"change": "x"}])
    with pytest.raises(jj.Error, match="change 1: "):
        jj.Scenario.from_dicts([{"change": "value", "node": "a", "number": 7}])
    with pytest.raises(jj.Error, match="change 1: expected a mapping, found 3"):
        jj.Scenario.from_dicts([3])
    with pytest.raises(jj.Error, match=r"change 2: .* contradicts a: reads 7"):
        jj.Scenario.from_dicts([rows[0], rows[0] | {"value": 8}])
    with pytest.raises(jj.FormatError, match=r"change 1: .* expected a date"):
        jj.Scenario.from_dicts([{"change": "due", "node": "t", "day": "soon"}])


def test_a_position_below_zero_is_refused():
    with pytest.raises(jj.Error, match="n: position: expected 0 or more, found -1"):
        jj.Scenario().add_task("n", position=-1)


def test_the_inverse_gives_the_original(two):
    scenario = everything()
    then = two.what_if(scenario)
    assert then.what_if(scenario.inverse(two)) == two
    structural = jj.Scenario().remove("g")
    assert two.plan.apply(structural).apply(structural.inverse(two.plan)) == two.plan
    with pytest.raises(jj.Error, match="give the evaluation"):
        scenario.inverse(two.plan)
    with pytest.raises(TypeError, match="a Plan, or an Evaluation"):
        scenario.inverse("x")


def test_an_evaluator_says_what_evaluations_say(two):
    evaluator = jj.ScenarioEvaluator(two)
    for value in (0, 50, 110, 400):
        scenario = jj.Scenario().value("a", value)
        result = evaluator.result(scenario, "g")
        then = evaluator.evaluate(scenario)["g"]
        assert (result.status, result.attainment, result.pace) == (
            then.status,
            then.attainment,
            then.pace,
        )
    found = evaluator.results(jj.Scenario().weight("a", "g", 3), ["g", "a"])
    assert list(found) == ["g", "a"]
    assert repr(found["a"]) == "<ScenarioResult: off_track, attainment 13.66 %, pace 0.5>"
    assert evaluator.now == two


def test_refusals_are_errors_of_ours(two):
    with pytest.raises(jj.Error, match="contradicts"):
        jj.Scenario().value("a", 1).value("a", 2)
    with pytest.raises(jj.UnknownIdError, match='nearest: "a"'):
        two.what_if(jj.Scenario().value("aa", 1))
    with pytest.raises(jj.PlanError, match="close a cycle"):
        two.plan.apply(jj.Scenario().depend("t", "u"))
    with pytest.raises(TypeError, match="target: expected a Target, its wording"):
        jj.Scenario().target("a", 3)
    with pytest.raises(jj.FormatError):
        jj.Scenario().target("a", "viel")
    with pytest.raises(jj.Error, match="one of leaf and costs"):
        two.goal_seek("g")
    with pytest.raises(jj.Error, match=r"one of value= and slip="):
        two.impact("a")


def test_a_comparison_tells_causes_and_movers(two):
    found = two.compare(two.what_if(jj.Scenario().value("a", 150)))
    assert [difference.id for difference in found] == ["g", "a"]
    assert "b" not in found and "a" in found
    g = found["g"]
    assert g.causes == [jj.Cause.part]
    assert g.movers[0][0].id == "a"
    assert g.movers[0][1] == pytest.approx(100 / 366 / 4)
    assert g.change == pytest.approx(100 / 366 / 4)
    assert (g.before.status, g.after.status) == ("at_risk", "on_track")
    rows = found.to_dicts()
    assert rows[0]["status_before"] == "at_risk"
    assert rows[0]["movers"] == {"a": pytest.approx(100 / 366 / 4)}
    json.dumps(rows)
    with pytest.raises(jj.UnknownIdError, match="stands as before"):
        found["b"]
    assert "a +6.83 points" in str(found)
    assert two.compare(two).to_text() == "Nothing differs.\n"


def test_a_node_that_is_gone_is_in_a_comparison(two):
    found = two.compare(two.what_if(jj.Scenario().remove("a").add_task("n", "N")))
    assert found["a"].after is None and found["a"].node.title == "A"
    assert found["n"].before is None
    assert "removed" in repr(found["a"])
    assert "—" in found.to_text("zh")


def test_a_sweep_is_a_table(two):
    sweep = two.sweep("a", 0, 100, 50)
    assert sweep.values == [0, 50, 100]
    assert sweep.nodes.ids == ["a", "g"]
    assert [round(result.pace, 3) for result in sweep.results("g")] == [0.675, 0.8, 0.925]
    assert len(sweep.to_dicts()) == 6
    assert sweep.to_text("zh").splitlines()[0].startswith("实际值（个）")
    with pytest.raises(jj.UnknownIdError, match="in the sweep"):
        sweep.results("x")


def test_goal_seek_gives_the_least_value(two):
    found = two.goal_seek("g", "a")
    assert found.possible and found.exact
    assert found.value == pytest.approx(110)  # (110 + 3 * 90) / 400 = 0.95
    assert two.what_if(found.scenario())["g"].status == "on_track"
    assert repr(found) == "<GoalSeek g: a = 110>"
    best = two.goal_seek("g", costs={"a": 1, "b": 2})
    assert best.cost == pytest.approx(40)  # a unit of b brings three times as much
    assert [node.id for node, *_ in best.leaves] == ["b"]


def test_goal_seek_says_why_not(two):
    found = two.goal_seek("g", "a", attainment=0.9)
    assert not found.possible and found.value is None
    assert found.obstacle == "too_little"
    assert found.in_the_way.ids == ["b"]
    assert "impossible, too_little" in repr(found)
    assert "其余短板是" in found.to_text("zh")
    with pytest.raises(jj.Error, match="does not lie beneath"):
        two.goal_seek("g", "t")


def test_impact_ranks_what_changes(two):
    found = two.impact("a", value=150)
    assert {reached.id for reached in found} == {"a", "g"}
    assert found.effect == pytest.approx(100 / 366 / 4)
    assert found["g"].difference.causes == [jj.Cause.part]
    assert found["g"].shift is None
    json.dumps(found.to_dicts(), default=str)
    with pytest.raises(jj.UnknownIdError, match="nothing changes of"):
        found["t"]


def test_impact_of_a_slip(two):
    found = two.plan.impact("t", slip=30)
    shift = found["t"].shift
    assert (shift.finish_before.isoformat(), shift.days, shift.late) == ("2024-03-10", 30, False)
    assert shift.due == two.plan.end  # the due date that its duration gives is no deadline
    assert found["u"].shift.start_after.isoformat() == "2024-04-10"
    assert "earliest finish" in str(found)
    assert "t" in two.impact("t", slip=3)


def results(two):
    """A comparison, sweeps, goal seeks and impacts, each with something in it."""
    return [
        two.compare(two.what_if(jj.Scenario().value("a", 150).remove("t"))),
        two.sweep("a", 0, 100, 50),
        two.sweep("a", 100, 0, -25, nodes=["g"]),
        two.goal_seek("g", "a"),
        two.goal_seek("g", "a", attainment=0.9),
        two.goal_seek("g", costs={"b": 2, "a": 1}, status="ahead"),
        two.impact("a", value=150),
        two.impact("t", slip=3),
        two.plan.impact("t", slip=30, calendar="china"),
    ]


def test_results_are_copied_and_pickled(two):
    for value in results(two):
        assert copy.copy(value) is value
        again = pickle.loads(pickle.dumps(value))
        assert again.to_dicts() == value.to_dicts()
        assert again.to_text("en") == value.to_text("en")
        assert repr(again) == repr(value)
    comparison, sweep = results(two)[:2]
    for item in (comparison["a"], comparison["t"], sweep.results("g")[0]):
        assert repr(pickle.loads(pickle.dumps(item))) == repr(item)
    impact = two.impact("t", slip=3)
    assert pickle.loads(pickle.dumps(impact)).schedule_after.to_dicts() == (
        impact.schedule_after.to_dicts()
    )
    with pytest.raises(TypeError, match="cannot be pickled"):
        pickle.dumps(impact[0])


def test_results_are_frames(two):
    pandas = pytest.importorskip("pandas")
    for value in results(two):
        frame = value.to_pandas()
        rows = value.to_dicts()
        assert len(frame) == len(rows)
        assert list(frame.columns) == list(rows[0])
        for column in frame.columns:
            cells = frame[column].tolist()
            assert [None if cell is None or cell != cell else cell for cell in cells] == [
                row[column] for row in rows
            ]
    assert str(two.sweep("a", 0, 100, 50).to_pandas()["pace"].dtype) == "float64"
    nothing = two.compare(two).to_pandas()
    assert nothing.empty and nothing.columns[0] == "id" and nothing["value_after"].dtype == float
    found = two.goal_seek("g", "a").to_pandas()
    assert found.to_dict("records") == [
        {"id": "a", "title": "A", "before": 50, "value": 110, "unit": "个", "cost": 60}
    ]
    assert isinstance(found, pandas.DataFrame)


@pytest.mark.parametrize(
    "target",
    [
        jj.Target("between", 5, "%", upper=6, measure="growth", firmness="must"),
        jj.Target("about", 800, "亩", measure="increment", tolerance=20, due="2024-06-30"),
        jj.Target("above", 900, "家", baseline=800, basis="同口径"),
        jj.Target("reach", 9, "个", profile=jj.Profile.milestones([("2024-03-31", 0.2)])),
        jj.Target("reach", 9, "个", profile={"monthly": [0.5, 0.5] + [0] * 10}),
        jj.Target.relative("at_least", "gdp", 1, "%", measure="growth"),
        jj.Target.set_elsewhere("省", "家"),
    ],
)
def test_a_scenario_of_any_target_goes_through_json(target):
    scenario = jj.Scenario().target("a", target).add_indicator("n", target=target)
    again = jj.Scenario.from_dicts(json.loads(json.dumps(scenario.to_dicts())))
    assert again == scenario


def test_a_target_in_words_keeps_what_they_do_not_say(two):
    changed = two.plan.apply(jj.Scenario().target("a", "183个"))
    assert changed["a"].target.measure == two.plan["a"].target.measure
    assert changed["a"].target.value == 183
    scenario = jj.Scenario().target("a", "不低于183个", revisions=[])
    assert jj.Scenario.from_dicts(scenario.to_dicts()) == scenario
    assert pickle.loads(pickle.dumps(scenario)) == scenario
    assert scenario.describe("zh") == ["a：目标值 不低于183个"]
    with pytest.raises(
        jj.UnitError, match='indicator a "A": .* in 个 is expected, found one in 家'
    ):
        two.plan.apply(jj.Scenario().target("a", "10家"))
    with pytest.raises(jj.Error, match="above 0, from 1e-100 to 1e100, found 0"):
        jj.Scenario().weight("a", "g", 0)


def test_an_impossible_goal_seek_names_no_leaf_that_does_not_help(two):
    draft = jj.PlanBuilder("demo", start="2024-01-01", end="2024-12-31")
    draft.goal("g", "G")
    draft.indicator("a", "A", target="366个", measure="count", part_of="g")
    draft.indicator("b", "B", target="366个", measure="count", part_of=("g", 3))
    seen = jj.Observations()
    seen.add("a", "2024-04-09", 50)
    found = draft.build().evaluate(seen, "2024-04-09").goal_seek("g", "a")
    assert not found.possible and found.obstacle == "no_data" and found.leaves == []
    assert found.to_text("zh") == "G（g）无法达进度：数据不足，没有数据的有B（b）。\n"


def test_the_example_plan(now):
    found = now.goal_seek("land", "land.reuse", attainment=0.5)
    assert found.possible
    assert now.what_if(found.scenario())["land"].attainment == pytest.approx(0.5)
    assert now.compare(now.what_if(jj.Scenario().value("land.reuse", 7000)))["land"].change > 0
