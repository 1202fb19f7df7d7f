# SPDX-License-Identifier: BSL-1.0
"""Verdicts with numbers worked out by hand.

The plan runs over 2025; 14 March is its 73rd of 365 days, so a linear profile expects 0.2.
"""

from datetime import date

import jinjiang as jj
import pytest

COUNT = jj.Target("reach", 100, "个", measure="count")
LEVEL = jj.Target("above", 900, "家")
GROWTH = jj.Target("about", 6, "%", measure="growth")  # g = 5.5
CEILING = jj.Target("at_most", 600, "万元", measure="increment")


def judge(draft, target, *readings, as_of="2025-03-14", **options):
    draft.indicator("i", target=target)
    seen = jj.Observations()
    for on, value in readings:
        seen.add("i", on, value)
    return draft.build().evaluate(seen, as_of, **options)["i"]


@pytest.mark.parametrize(
    ("status", "target", "on", "value", "as_of", "progress", "expected", "pace"),
    [
        ("met", COUNT, "2025-12-31", 100, "2025-12-31", 1, 1, 1),
        ("met", LEVEL, "2025-03-14", 901, "2025-12-31", 901 / 900, 0, None),
        ("met_early", COUNT, "2025-03-14", 100, "2025-03-14", 1, 0.2, 5),
        ("ahead", COUNT, "2025-03-14", 22, "2025-03-14", 0.22, 0.2, 1.1),
        ("on_track", COUNT, "2025-03-14", 19, "2025-03-14", 0.19, 0.2, 0.95),
        ("at_risk", COUNT, "2025-03-14", 16, "2025-03-14", 0.16, 0.2, 0.8),
        ("off_track", COUNT, "2025-03-14", 15, "2025-03-14", 0.15, 0.2, 0.75),
        ("missed", COUNT, "2025-12-31", 99, "2025-12-31", 0.99, 1, 0.99),
        ("missed", LEVEL, "2025-12-31", 900, "2025-12-31", 1, 1, 1),  # 超 excludes 900
        ("under_way", LEVEL, "2025-03-14", 855, "2025-03-14", 0.95, 0, None),
        # a growth rate can still turn: it is never met before the year is over
        ("on_track", GROWTH, "2025-03-14", 5.5, "2025-03-14", 1, 1, 1),
        ("ahead", GROWTH, "2025-03-14", 8.25, "2025-03-14", 1.5, 1, 1.5),
        # a ceiling of 600 allows 600 * 0.2 = 120 by that day
        ("ahead", CEILING, "2025-03-14", 90, "2025-03-14", 1.25, 1, 1.25),
        ("on_track", CEILING, "2025-03-14", 120, "2025-03-14", 1, 1, 1),
        ("off_track", CEILING, "2025-03-14", 150, "2025-03-14", 0.75, 1, 0.75),
        ("met", CEILING, "2025-12-31", 600, "2025-12-31", 1, 1, 1),
    ],
)
def test_a_reading_is_judged_by_its_pace(
    empty, status, target, on, value, as_of, progress, expected, pace
):
    result = judge(empty, target, (on, value), as_of=as_of)
    assert result.status == status
    assert result.progress == pytest.approx(progress, abs=1e-15)
    assert result.expected == pytest.approx(expected, abs=1e-15)
    assert result.pace == (None if pace is None else pytest.approx(pace))
    assert result.attainment == pytest.approx(min(progress, 1))
    assert (result.value, result.observed_on) == (value, date.fromisoformat(on))


@pytest.mark.parametrize(
    ("status", "target", "expected"),
    [("no_data", COUNT, 0.2), ("not_due", LEVEL, 0), ("no_data", GROWTH, 1)],
)
def test_without_a_reading_it_matters_whether_one_was_expected(empty, status, target, expected):
    result = judge(empty, target)
    assert (result.status, result.attainment, result.progress) == (status, None, None)
    assert (result.value, result.observed_on, result.stage, result.pace) == (None,) * 4
    assert result.expected == pytest.approx(expected)
    assert (result.coverage, result.stale, result.basis) == (0, False, "")


def test_a_watched_indicator_is_not_comparable_and_left_out(empty):
    result = judge(empty, None, ("2025-03-14", 31))
    assert (result.status, result.value) == ("not_comparable", 31)
    assert (result.attainment, result.expected, result.coverage) == (None, None, None)


def test_a_cancelled_task_is_left_out_of_its_goal(empty):
    empty.goal("g")
    empty.task("a", part_of="g", progress=0.5)
    empty.task("b", part_of="g", progress=0, lifecycle="cancelled")
    now = empty.build().evaluate(as_of="2025-03-14")
    assert now["b"].status == "cancelled"
    assert now["g"].attainment == 0.5


def test_a_task_whose_predecessor_is_unfinished_is_blocked(empty):
    empty.task("a", progress=0.5)
    empty.task("b", start="2025-03-01", depends_on="a")
    plan = empty.build()
    assert plan.evaluate(as_of="2025-03-14")["b"].status == "blocked"
    assert plan.evaluate(as_of="2025-02-28")["b"].status == "not_due"
    seen = jj.Observations()
    seen.add("a", "2025-03-10", 100, unit="%")
    assert plan.evaluate(seen, "2025-03-14")["b"].status == "no_data"


def test_a_goal_is_the_weighted_mean_of_its_parts(empty):
    half = jj.Profile.milestones([("2025-01-01", 0.5)])
    empty.goal("g")
    a = jj.Target("reach", 100, "个", measure="count", profile=half)
    empty.indicator("a", target=a, part_of=("g", 2))
    empty.indicator("b", target="100个", part_of="g")
    empty.indicator("c", target=COUNT, part_of="g")
    plan, seen = empty.build(), jj.Observations()
    seen.add("a", "2025-03-14", 60)
    seen.add("b", "2025-03-14", 90)
    goal = plan.evaluate(seen, "2025-03-14")["g"]
    assert goal.attainment == pytest.approx(0.7)  # (2 * 0.6 + 0.9) / 3
    assert goal.expected == pytest.approx(0.5)
    assert goal.pace == pytest.approx(1.2)  # 2 * 0.6 / (2 * 0.5)
    assert goal.coverage == pytest.approx(0.75)  # (2 + 1) / 4
    assert goal.status == "ahead"
    zero = plan.evaluate(seen, "2025-03-14", policy=jj.Policy(missing="zero"))["g"]
    assert zero.attainment == pytest.approx(0.525)  # (2 * 0.6 + 0.9 + 0) / 4
    planned = plan.evaluate(seen, "2025-03-14", policy=jj.Policy(missing="expected"))["g"]
    assert planned.attainment == pytest.approx(0.575)  # (2 * 0.6 + 0.9 + 0.2) / 4
    strict = plan.evaluate(seen, "2025-03-14", policy=jj.Policy(minimum_coverage=0.8))["g"]
    assert (strict.status, strict.attainment) == ("no_data", pytest.approx(0.7))


@pytest.mark.parametrize(
    ("rule", "attainment"),
    [
        (None, 0.6),  # (0.5 + 0.9 + 0.4) / 3
        ("worst", 0.4),
        (("at_least", 2), 0.7),  # (0.9 + 0.5) / 2
        ("all", 0.6),
    ],
)
def test_a_goal_follows_its_rule(empty, rule, attainment):
    empty.goal("g", rule=rule)
    empty.task("a", part_of="g", progress=0.5)
    empty.task("b", part_of="g", progress=0.9)
    empty.task("c", part_of="g", progress=0.4)
    assert empty.build().evaluate(as_of="2025-03-14")["g"].attainment == pytest.approx(attainment)


def test_a_veto_pulls_its_goal_down_and_changes_no_number(empty):
    empty.goal("g")
    empty.indicator("a", target=COUNT, part_of=("g", 1, True))
    empty.indicator("b", target=COUNT, part_of=("g", 9))
    plan, seen = empty.build(), jj.Observations()
    seen.add("a", "2025-03-14", 15)  # pace 0.75
    seen.add("b", "2025-03-14", 20)  # pace 1
    goal = plan.evaluate(seen, "2025-03-14")["g"]
    assert goal.status == "off_track"
    assert goal.pace == pytest.approx(0.975)  # (0.15 + 9 * 0.2) / 10 / 0.2


def test_the_shortfall_of_a_goal_splits_over_its_leaves(empty):
    empty.goal("g")
    empty.goal("h", part_of="g")
    for id, goal, progress in (("a", "h", 0.5), ("b", "h", 0.9), ("c", "g", 0.8)):
        empty.task(id, part_of=goal, progress=progress)
    explanation = empty.build().evaluate(as_of="2025-03-14").explain("g")
    assert explanation.result.attainment == pytest.approx(0.75)  # (0.7 + 0.8) / 2
    assert [(node.id, share) for node, share, _ in explanation.terms] == [
        ("a", 0.25),
        ("c", 0.5),
        ("b", 0.25),
    ]
    assert [term[2] for term in explanation.terms] == pytest.approx([0.125, 0.1, 0.025])
    assert explanation.unfilled == 0
    assert [(part.id, weight, share, veto) for part, weight, share, veto in explanation.parts] == [
        ("h", 1.0, 0.5, False),
        ("c", 1.0, 0.5, False),
    ]


def test_places_that_no_part_fills_are_explained_as_unfilled(empty):
    empty.goal("g", rule=("at_least", 2))
    empty.task("a", part_of="g", progress=1)
    empty.task("b", part_of="g", lifecycle="cancelled")
    explanation = empty.build().evaluate(as_of="2025-03-14").explain("g")
    assert explanation.result.attainment == 0.5
    assert sum(term[2] for term in explanation.terms) + explanation.unfilled == 0.5


def test_readings_per_period_are_added_up(empty):
    empty.indicator("i", target=COUNT)
    seen = jj.Observations()
    seen.add("i", "2025-01-31", 10, span="per_period")
    seen.add("i", "2025-02-28", 12, span="per_period")
    result = empty.build().evaluate(seen, "2025-03-14")["i"]
    assert (result.value, result.observed_on) == (22, date(2025, 2, 28))


def test_known_by_gives_again_what_was_known_then(empty):
    empty.indicator("i", target=COUNT)
    seen = jj.Observations()
    seen.add("i", "2025-01-31", 10, stage="estimate", known_on="2025-02-05")
    seen.add("i", "2025-01-31", 12, known_on="2025-03-05")
    plan = empty.build()
    assert plan.evaluate(seen, "2025-03-14")["i"].value == 12
    then = plan.evaluate(seen, "2025-03-14", known_by="2025-03-04")
    assert (then["i"].value, then["i"].stage) == (10, "estimate")
    assert then.known_by == date(2025, 3, 4)
    assert plan.evaluate(seen, "2025-03-14", known_by="2025-02-04")["i"].status == "no_data"


def test_a_target_with_a_basis_is_judged_by_readings_on_it_only(empty):
    empty.indicator("i", target=jj.Target("reach", 6, "%", measure="growth", basis="可比"))
    plan, seen = empty.build(), jj.Observations()
    seen.add("i", "2025-03-14", 3, basis="名义")
    assert plan.evaluate(seen, "2025-03-14")["i"].status == "not_comparable"
    seen.add("i", "2025-03-14", 6, basis="可比")
    result = plan.evaluate(seen, "2025-03-14", basis="名义")["i"]
    assert (result.status, result.value, result.basis) == ("on_track", 6, "可比")


def test_a_target_may_follow_the_reading_of_another_indicator_on_the_same_day(empty):
    empty.indicator("rural")
    target = jj.Target.relative("at_least", "rural", 1, "%", measure="growth")
    empty.indicator("city", target=target)
    plan, seen = empty.build(), jj.Observations()
    seen.add("city", "2025-03-14", 4.5, unit="%")
    assert plan.evaluate(seen, "2025-03-14")["city"].status == "not_comparable"
    seen.add("rural", "2025-03-14", 4, unit="%")
    result = plan.evaluate(seen, "2025-03-14")["city"]
    assert (result.progress, result.status) == (pytest.approx(0.9), "at_risk")  # 4.5 / (4 + 1)


def test_the_target_in_force_decides(empty):
    empty.indicator("i", target=COUNT)
    empty.revise("i", "2025-06-01", jj.Target("reach", 50, "个", measure="count"), "调整")
    plan, seen = empty.build(), jj.Observations()
    seen.add("i", "2025-05-01", 50)
    before, after = plan.evaluate(seen, "2025-05-31")["i"], plan.evaluate(seen, "2025-06-01")["i"]
    assert (before.progress, before.revised_on) == (0.5, None)
    assert (after.progress, after.status, after.revised_on) == (1, "met_early", date(2025, 6, 1))


def test_a_reading_grows_stale_and_still_counts(empty):
    readings = ("2025-01-01", 1)
    assert not judge(empty, COUNT, readings, as_of="2025-05-01").stale  # 120 days
    seen = jj.Observations()
    seen.add("i", *readings)
    plan = empty.build()
    assert plan.evaluate(seen, "2025-05-02")["i"].stale
    assert plan.evaluate(seen, "2025-05-02")["i"].value == 1
    assert plan.evaluate(seen, "2025-01-12", policy=jj.Policy(stale_after=10))["i"].stale


def test_any_number_of_threads_gives_the_same(plan, seen, now):
    for threads in (0, 1, 2, 7):
        again = plan.evaluate(seen, as_of="2024-09-30", threads=threads)
        assert again == now
        assert again.to_json() == now.to_json()


def test_an_evaluation_says_what_it_was_made_of(plan, seen, now):
    assert (now.plan, now.as_of, now.known_by, now.basis) == (plan, date(2024, 9, 30), None, "")
    assert (now.observations, now.policy) == (seen, plan.policy)
    assert len(now) == len(now.results) == len(plan)
    assert plan.evaluate().as_of == date(2024, 12, 31)
