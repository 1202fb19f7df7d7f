# SPDX-License-Identifier: BSL-1.0
"""Drafts: all keywords, all spellings of links, all problems at once."""

from datetime import date, datetime

import jinjiang as jj
import pytest


def with_task(draft, **options):
    draft.goal("g", "目标")
    draft.task("a", "先")
    draft.task("t", "后", **options)
    return draft.build()["t"]


def test_a_draft_keeps_its_heading():
    policy = jj.Policy(ahead=1.2)
    draft = jj.PlanBuilder(
        "demo",
        title="示例",
        start=date(2025, 1, 1),
        end="2025-12-31",
        issuer="某市人民政府",
        language="en",
        policy=policy,
        source={"document": "报告", "section": "一"},
    )
    plan = draft.build()
    assert (plan.id, plan.title, plan.issuer, plan.language) == (
        "demo",
        "示例",
        "某市人民政府",
        "en",
    )
    assert (plan.start, plan.end) == (date(2025, 1, 1), date(2025, 12, 31))
    assert plan.policy == policy
    assert plan.source == {"document": "报告", "section": "一"}
    assert (len(plan), len(draft), repr(draft)) == (0, 0, "<PlanBuilder: 0 nodes>")


def test_a_task_keeps_every_keyword(empty):
    node = with_task(
        empty,
        part_of="g",
        depends_on="a",
        owner="甲局",
        supporting=("乙局", "丙局"),
        start="2025-02-01",
        due=datetime(2025, 2, 28, 18, 30),
        duration=28,
        progress=0.25,
        profile="hold",
        lifecycle="suspended",
        firmness="stretch",
        tags=["重点"],
        source={"document": "报告", "section": "二", "begin": 3, "end": 9},
        note="备注",
    )
    assert (node.kind, node.title, node.note) == ("task", "后", "备注")
    assert node.parents.ids == ["g"]
    assert [predecessor.id for predecessor, *_ in node.predecessors] == ["a"]
    assert (node.owner, node.supporting, node.tags) == ("甲局", ["乙局", "丙局"], ["重点"])
    assert (node.start, node.due, node.duration) == (date(2025, 2, 1), date(2025, 2, 28), 28)
    assert (node.progress, node.profile) == (0.25, jj.Profile("hold"))
    assert (node.lifecycle, node.firmness) == (jj.Lifecycle.suspended, jj.Firmness.stretch)
    assert node.source == {"document": "报告", "section": "二", "begin": 3, "end": 9}


def test_an_indicator_keeps_every_keyword(empty):
    empty.goal("g")
    target = jj.Target("above", 900, "家", firmness="must")
    empty.indicator(
        "i",
        "高新企业",
        target=target,
        part_of="g",
        owner="科技局",
        supporting="工信局",
        start="2025-02-01",
        due="2025-11-30",
        lifecycle="draft",
        tags="重点",
        source={"section": "一"},
        note="备注",
    )
    node = empty.build()["i"]
    assert (node.target, node.firmness, node.lifecycle) == (target, "must", "draft")
    assert (node.owner, node.supporting, node.tags) == ("科技局", ["工信局"], ["重点"])
    assert (node.start, node.due) == (date(2025, 2, 1), date(2025, 11, 30))
    assert (node.source, node.note) == ({"section": "一"}, "备注")


@pytest.mark.parametrize(
    ("rule", "text"),
    [(None, "mean"), ("worst", "worst"), ("all", "all"), (("at_least", 2), "at_least 2")],
)
def test_a_goal_has_a_rule(empty, rule, text):
    empty.goal("g", rule=rule)
    empty.task("a", part_of="g")
    empty.task("b", part_of="g")
    assert empty.build()["g"].rule == text


def test_a_measure_stands_in_place_of_that_of_the_wording(empty):
    empty.indicator("i", target="7000亩", measure="increment")
    assert empty.build()["i"].target == jj.Target("reach", 7000, "亩", measure="increment")


def test_an_indicator_without_a_target_is_watched(empty):
    empty.indicator("i")
    assert empty.build()["i"].target is None


@pytest.mark.parametrize(
    ("links", "kept"),
    [
        ("g", ("g", 1.0, False)),
        (["g"], ("g", 1.0, False)),
        (("g", 2), ("g", 2.0, False)),
        (("g", 2, True), ("g", 2.0, True)),
        ([("g", 0.5)], ("g", 0.5, False)),
        ({"goal": "g"}, ("g", 1.0, False)),
        ([{"goal": "g", "weight": 3, "veto": True}], ("g", 3.0, True)),
    ],
)
def test_a_part_may_be_written_in_several_ways(empty, links, kept):
    [(goal, weight, veto)] = with_task(empty, part_of=links).links
    assert (goal.id, weight, veto) == kept


@pytest.mark.parametrize(
    ("links", "kept"),
    [
        ("a", ("a", "FS", 0, "")),
        (("a", "SS"), ("a", "SS", 0, "")),
        (["a"], ("a", "FS", 0, "")),
        ([("a", "FF", -3)], ("a", "FF", -3, "")),
        (("a", "SF", 3, "为何"), ("a", "SF", 3, "为何")),
        ({"predecessor": "a", "lag": 5}, ("a", "FS", 5, "")),
        ({"predecessor": "a", "type": "SS", "assumption": "为何"}, ("a", "SS", 0, "为何")),
    ],
)
def test_a_dependency_may_be_written_in_several_ways(empty, links, kept):
    [(predecessor, *rest)] = with_task(empty, depends_on=links).predecessors
    assert (predecessor.id, *rest) == kept


def test_links_may_be_added_later(empty):
    empty.goal("g")
    empty.task("a")
    empty.task("b")
    empty.part_of("a", "g", weight=2, veto=True)
    empty.depends_on("b", "a", "SS", 4, "为何")
    plan = empty.build()
    assert plan["a"].links == [(plan["g"], 2.0, True)]
    assert plan["a"].successors == [(plan["b"], "SS", 4, "为何")]


def test_stage_is_another_spelling_of_lifecycle(empty):
    assert with_task(empty, stage="done").lifecycle == jj.Lifecycle.done
    empty.task("u", stage="done", lifecycle="done")
    with pytest.raises(TypeError, match="lifecycle and stage mean the same"):
        empty.task("v", stage="done", lifecycle="active")


def test_a_duration_gives_the_missing_end(empty):
    # ten days from 1 February through 10 February, ends included
    assert with_task(empty, start="2025-02-01", duration=10).due == date(2025, 2, 10)
    empty.task("u", due="2025-02-10", duration=10)
    assert empty.build()["u"].start == date(2025, 2, 1)


def test_a_draft_goes_on_from_a_plan_and_leaves_it_alone(draft):
    plan = draft.build()
    further = jj.PlanBuilder(plan, title="改名")
    further.remove("g.2")
    further.lifecycle("g.1", "cancelled")
    changed = further.build()
    assert (changed.title, changed.nodes.ids) == ("改名", ["g", "g.1"])
    assert changed["g.1"].lifecycle == "cancelled"
    assert (plan.title, len(plan), plan["g.1"].lifecycle) == ("示例", 3, "active")
    with pytest.raises(TypeError, match="the plan's period"):
        jj.PlanBuilder(plan, start="2025-01-01")


def test_units_of_your_own_belong_to_the_plan():
    units = jj.UnitTable()
    units.add("担", "公斤", 50)
    draft = jj.PlanBuilder("p", start="2025-01-01", end="2025-12-31", units=units)
    draft.indicator("grain", "粮食", target="300担")
    target = draft.build()["grain"].target
    assert target.quantity.to("吨").value == 15.0  # 300 * 50 公斤 / 1000
    assert "担" not in jj.UnitTable()


def test_a_revision_is_kept_with_its_date_and_reason(empty):
    first = jj.Target("reach", 100, "个", measure="count")
    second = jj.Target("reach", 50, "个", measure="count")
    empty.indicator("i", target=first)
    empty.revise("i", "2025-06-01", second, "年中调整")
    node = empty.build()["i"]
    assert node.revisions == [(date(2025, 6, 1), second, "年中调整")]
    assert (node.target_on("2025-05-31"), node.target_on("2025-06-01")) == (first, second)


def test_a_revision_in_words_keeps_the_measure_of_the_target(empty):
    empty.indicator("i", target="100个", measure="count")
    empty.revise("i", "2025-06-01", "50个")
    assert empty.build()["i"].target_on("2025-06-01").measure == "count"


def test_all_problems_come_together_with_node_field_and_reason(empty):
    empty.goal("g", part_of=["g", "没有"])
    empty.task("t", part_of=("g", -1), depends_on="u", progress=2, due="2024-01-01")
    empty.task("t", duration=0)
    empty.goal("h", rule=("at_least", 0))
    with pytest.raises(jj.PlanError) as caught:
        empty.build()
    problems = caught.value.problems
    text = str(caught.value)
    assert len(problems) >= 7
    assert {problem.node for problem in problems} >= {"g", "t", "h"}
    assert all(isinstance(problem, jj.Problem) and problem.message for problem in problems)
    assert all(problem.message in text for problem in problems)
    assert '"没有"' in text and '"u"' in text and "found -1" in text and "found 2" in text


def test_a_cycle_through_parts_and_dependencies_is_refused_with_its_path(empty):
    # the goal needs its part, and the part would wait for the goal
    empty.goal("g", "目标")
    empty.task("t", "任务", part_of="g", depends_on="g")
    with pytest.raises(jj.PlanError, match='g "目标" -> t "任务" -> g|t "任务" -> g "目标" -> t'):
        empty.build()


@pytest.mark.parametrize(
    ("options", "error", "words"),
    [
        ({"firmness": "sure"}, ValueError, "must, committed, stretch or exploratory"),
        ({"lifecycle": "gone"}, ValueError, 'found "gone"'),
        ({"profile": "soon"}, ValueError, "linear, hold, at_due"),
        ({"depends_on": ("a", "XX")}, ValueError, "FS, SS, FF or SF"),
        ({"due": "1.6.2025"}, jj.FormatError, 'found "1.6.2025"'),
        ({"part_of": {"goal": "g", "heavy": 1}}, TypeError, "goal, weight, veto"),
        ({"depends_on": {"lag": 1}}, TypeError, "predecessor, type, lag, assumption"),
        ({"start": "2025-02-01", "due": "2025-02-28", "duration": 9}, jj.PlanError, "28 days"),
    ],
)
def test_a_wrong_value_is_refused_with_the_reason(empty, options, error, words):
    with pytest.raises(error, match=words):
        with_task(empty, **options)


@pytest.mark.parametrize(
    "options",
    [
        {"owner": 5},
        {"due": 5},
        {"duration": 2.5},
        {"progress": "half"},
        {"tags": [5]},
        {"profile": 5},
        {"part_of": ("g", "heavy")},
        {"part_of": {"goal": 5}},
        {"depends_on": ("a", "FS", "later")},
        {"depends_on": ("a", "FS", 1, "x", "too many")},
        {"part_of": ("g", 1, False, "too many")},
        {"part_of": 5},
        {"source": "text"},
    ],
    ids=str,
)
def test_a_value_of_the_wrong_kind_is_a_type_error(empty, options):
    with pytest.raises(TypeError, match=next(iter(options))):
        with_task(empty, **options)


def test_a_wrong_target_or_policy_is_a_type_error(empty):
    with pytest.raises(TypeError, match="target"):
        empty.indicator("i", target=5)
    with pytest.raises(TypeError, match="policy"):
        jj.PlanBuilder("p", start="2025-01-01", end="2025-12-31", policy=5)


def test_an_unknown_key_of_a_source_is_refused(empty):
    with pytest.raises((TypeError, ValueError), match="sektion"):
        with_task(empty, source={"sektion": "一"})


def test_a_draft_says_what_it_misses(empty):
    with pytest.raises(TypeError, match="start and end"):
        jj.PlanBuilder("p")
    with pytest.raises(ValueError, match="end before"):
        jj.PlanBuilder("p", start="2025-12-31", end="2025-01-01").build()
    with pytest.raises(jj.UnknownIdError, match='"x"'):
        empty.lifecycle("x", "done")
    with pytest.raises(jj.UnknownIdError, match='"x"'):
        empty.remove("x")
