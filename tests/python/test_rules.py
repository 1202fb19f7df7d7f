# SPDX-License-Identifier: BSL-1.0
"""The worked examples of docs/rules.md and the formulas of docs/whatif.md, by hand and by the library."""

import re
from pathlib import Path

import jinjiang as jj
import pytest

PAGE = (Path(__file__).resolve().parents[2] / "docs" / "rules.md").read_text(encoding="utf-8")
WORDING = re.compile(
    r"(?P<comparator>reach|at least|at most|above|below|about|between) (?P<value>-?[\d.]+)"
    r"(?: and (?P<upper>[\d.]+))? (?P<unit>\S+?), (?P<measure>\w+)"
)


def rows_of(section):
    """The rows of the first table below a heading, without its head."""
    body = PAGE.split(f"\n## {section}", 1)[1].split("\n## ", 1)[0]
    lines = [line for line in body.splitlines() if re.match(r"\| \d+ \|", line)]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]


def by_hand(arithmetic):
    return 1.0 if arithmetic == "inside" else eval(arithmetic, {"__builtins__": {}})


@pytest.mark.parametrize("row", rows_of("6."), ids=lambda row: row[0])
def test_a_worked_example_of_progress_is_right(row):
    _, wording, baseline, reading, arithmetic, progress, attainment, met = row
    said = WORDING.match(wording).groupdict()
    number = re.match(r"-?[\d.]+", baseline)
    target = jj.Target(
        said["comparator"].replace(" ", "_"),
        float(said["value"]),
        said["unit"],
        measure=said["measure"],
        upper=float(said["upper"]) if said["upper"] else None,
        baseline=float(number.group()) if number else None,
    )
    value = float(re.findall(r"-?[\d.]+", reading)[-1])
    assert round(target.progress(value), 4) == float(progress)
    assert round(by_hand(arithmetic), 4) == float(progress)
    assert min(1, max(0, float(progress))) == float(attainment)
    assert target.is_met(value) is met.startswith("yes")


def test_there_are_22_worked_examples_of_progress():
    assert [row[0] for row in rows_of("6.")] == [str(number) for number in range(1, 23)]


def test_hectares_are_read_against_mu():
    assert jj.Quantity(1800, "公顷").to("万亩").value == 2.7


@pytest.mark.parametrize(
    ("value", "progress", "status"),
    [(90, 1.25, "ahead"), (120, 1.0, "on_track"), (150, 0.75, "off_track")],
)
def test_a_worked_example_of_a_ceiling_is_right(value, progress, status):
    assert f"1 - ({value} - 120) / 120 = {progress:g} | `{status}`" in PAGE.replace(
        "1 - 0 / 120", "1 - (120 - 120) / 120"
    )
    draft = jj.PlanBuilder("p", start="2023-01-01", end="2023-12-31")
    draft.indicator("x", target="全年不超过600万元")
    seen = jj.Observations()
    seen.add("x", "2023-03-14", value)
    result = draft.build().evaluate(seen, as_of="2023-03-14")["x"]
    assert (result.progress, result.pace, str(result.status)) == (progress, progress, status)


def test_the_worked_example_of_a_linear_profile_is_right():
    linear = jj.Profile("linear")
    assert linear.expected("2023-03-14", "2023-01-01", "2023-12-31") == 73 / 365 == 0.2


def goal_of(parts):
    """A goal of parts, each with a weight, a target and perhaps a reading."""
    draft = jj.PlanBuilder("p", start="2023-01-01", end="2024-12-31")
    draft.goal("g")
    seen = jj.Observations()
    for id, (weight, target, value) in parts.items():
        draft.indicator(id, target=target, part_of=("g", weight))
        if value is not None:
            seen.add(id, "2023-12-31", value)
    return draft.build().evaluate(seen, as_of="2023-12-31")


def test_the_worked_example_of_a_weighted_mean_is_right():
    half = jj.Profile.milestones([("2023-01-01", 0.5)])
    a = jj.Target("reach", 10, "个", measure="count", profile=half)
    b = jj.Target("reach", 10, "个", measure="count", profile="at_due")
    goal = goal_of({"a": (2, a, 6), "b": (1, b, 9), "c": (1, b, None)})["g"]
    assert goal.attainment == pytest.approx((2 * 0.6 + 1 * 0.9) / 3) == pytest.approx(0.7)
    assert goal.expected == 2 * 0.5 / 2
    assert goal.pace == pytest.approx(2 * 0.6 / (2 * 0.5))
    assert goal.coverage == (2 + 1 + 0) / 4


def test_the_worked_example_of_a_shortfall_is_right():
    draft = jj.PlanBuilder("p", start="2023-01-01", end="2023-12-31")
    draft.goal("g")
    draft.goal("h", part_of="g")
    seen = jj.Observations()
    for id, goal, value in (("a", "h", 5), ("b", "h", 9), ("c", "g", 8)):
        draft.indicator(id, target="10个", measure="count", part_of=goal)
        seen.add(id, "2023-12-31", value)
    now = draft.build().evaluate(seen)
    assert now["h"].attainment == pytest.approx(0.7)
    assert now["g"].attainment == pytest.approx(0.75)
    terms = {node.id: (share, term) for node, share, term in now.explain("g").terms}
    assert terms["a"] == pytest.approx((0.25, 0.125))
    assert terms["b"] == pytest.approx((0.25, 0.025))
    assert terms["c"] == pytest.approx((0.5, 0.1))


def test_a_strict_bound_at_the_baseline_value_is_measured_by_itself():
    target = jj.Target("above", 900, "家", baseline=900)
    assert target.progress(899) == 1 - 1 / 900


def test_monthly_shares_are_spent_day_by_day():
    shares = [0, 0.1, 0.2, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0, 0]
    monthly = jj.Profile.monthly(shares)
    found = monthly.expected("2023-03-20", "2023-01-01", "2023-12-31")
    assert found == pytest.approx(0 + 0.1 + 0.2 * 20 / 31)


def test_a_cumulative_reading_takes_the_place_of_the_sum_so_far():
    draft = jj.PlanBuilder("p", start="2023-01-01", end="2023-12-31")
    draft.indicator("x", target="新增100个")
    seen = jj.Observations()
    seen.add("x", "2023-01-31", 5, span="per_period")
    seen.add("x", "2023-03-31", 20)
    seen.add("x", "2023-04-30", 7, span="per_period")
    seen.add("x", "2023-05-31", 8, span="per_period")
    plan = draft.build()
    assert plan.evaluate(seen, as_of="2023-02-28")["x"].value == 5
    assert plan.evaluate(seen, as_of="2023-05-31")["x"].value == 20 + 7 + 8


@pytest.mark.parametrize(
    ("rule", "attainment"),
    [
        ("worst", 0.3),
        (("at_least", 2), (0.9 + 0.5) / 2),
        (("at_least", 5), (0.9 + 0.5 + 0.3) / 5),
        ("all", (2 * 0.5 + 1 * 0.9 + 1 * 0.3 + 1 * 0) / 5),
    ],
)
def test_the_formula_of_a_rule_is_that_of_the_page(rule, attainment):
    draft = jj.PlanBuilder("p", start="2023-01-01", end="2023-12-31")
    draft.goal("g", rule=rule)
    seen = jj.Observations()
    for id, weight, value in (("a", 2, 5), ("b", 1, 9), ("c", 1, 3), ("d", 1, None)):
        draft.indicator(id, target="新增10个", part_of=("g", weight))
        if value is not None:
            seen.add(id, "2023-06-30", value)
    goal = draft.build().evaluate(seen, as_of="2023-06-30")["g"]
    assert goal.attainment == pytest.approx(attainment)
    assert goal.coverage == 4 / 5


def plan_of_three_counts():
    draft = jj.PlanBuilder("p", start="2023-01-01", end="2023-12-31")
    draft.goal("g")
    for id, weight in (("a", 2), ("b", 1), ("c", 1)):
        draft.indicator(id, target="新增10个", part_of=("g", weight))
    return draft.build()


def test_a_goal_seek_under_a_weighted_mean_follows_the_formula():
    seen = jj.Observations()
    for id, value in (("a", 4), ("b", 6), ("c", 3)):
        seen.add(id, "2023-06-30", value)
    expected = 181 / 365
    progress = (0.95 * (2 + 1 + 1) * expected - (0.6 + 0.3)) / 2
    found = plan_of_three_counts().evaluate(seen, as_of="2023-06-30").goal_seek("g", "a")
    (_, before, value, _, _) = found.leaves[0]
    assert before == 4
    assert value == 5 >= 10 * progress > 4


def test_a_leaf_that_comes_moves_a_goal_as_far_as_it_stands_apart_from_it():
    plan, seen = plan_of_three_counts(), jj.Observations()
    seen.add("a", "2023-06-30", 4)
    seen.add("b", "2023-06-30", 6)
    before = plan.evaluate(seen, as_of="2023-06-30")
    seen.add("c", "2023-06-30", 9)
    after = plan.evaluate(seen, as_of="2023-06-30")
    goal = before.compare(after).to_dicts()[0]
    attained = (2 * 0.4 + 0.6) / 3
    assert goal["movers"] == pytest.approx({"c": 1 / 4 * (0.9 - attained)})
    assert goal["reweighted"] == pytest.approx(0)
