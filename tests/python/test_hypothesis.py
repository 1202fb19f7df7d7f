# SPDX-License-Identifier: BSL-1.0
"""What holds for every plan: made-up small ones by the hundred."""

import io
import json

import jinjiang as jj
import pytest
from hypothesis import given
from hypothesis import strategies as st

DAYS = [f"2025-{month:02}-15" for month in range(1, 13)]
TEXTS = st.text(st.characters(codec="utf-8"), max_size=20)
FIGURES = st.floats(-1e6, 1e6, allow_nan=False).map(lambda value: round(value, 3))
RULES = st.sampled_from([None, "worst", "all", ("at_least", 1), ("at_least", 2)])


@st.composite
def targets(draw):
    comparator = draw(st.sampled_from([c for c in jj.Comparator if c != "between"]))
    measure = draw(st.sampled_from(["level", "increment", "net_increment", "count"]))
    baseline = draw(st.none() | FIGURES) if measure == "level" else None
    return jj.Target(comparator, draw(FIGURES), "个", measure=measure, baseline=baseline)


@st.composite
def rows(draw):
    """Nodes of a small plan, goals before their parts: (method, id, title, options, reading)."""
    result, goals = [], []
    for i in range(draw(st.integers(1, 12))):
        kind = draw(st.sampled_from(["goal", "indicator", "task"])) if i else "goal"
        chosen = draw(st.lists(st.sampled_from(goals), unique=True, max_size=2)) if goals else []
        weights = st.sampled_from([1.0, 2.0, 0.3, 7.5])
        options = {"part_of": [(goal, draw(weights), draw(st.booleans())) for goal in chosen]}
        if kind == "goal":
            goals.append(f"n{i}")
            options["rule"] = draw(RULES)
        elif kind == "indicator":
            options["target"] = draw(st.none() | targets())
        else:
            options["progress"] = draw(st.none() | st.sampled_from([0.0, 0.1, 0.5, 1.0]))
            earlier = [row[1] for row in result if row[0] == "task"]
            if earlier:
                options["depends_on"] = draw(
                    st.lists(st.sampled_from(earlier), unique=True, max_size=2)
                )
        options["owner"] = draw(st.sampled_from(["", "甲局", "乙局"]))
        options["lifecycle"] = draw(st.sampled_from(["active", "active", "done", "cancelled"]))
        options["note"] = draw(TEXTS)
        readings = draw(st.dictionaries(st.sampled_from(DAYS), FIGURES, max_size=3))
        result.append((kind, f"n{i}", draw(TEXTS), options, readings))
    return result


def build(nodes):
    draft = jj.PlanBuilder("p", title="计划", start="2025-01-01", end="2025-12-31")
    seen = jj.Observations()
    for kind, id, title, options, readings in nodes:
        getattr(draft, kind)(id, title, **options)
        for day, value in readings.items():
            if kind == "indicator":
                seen.add(id, day, value)
            elif kind == "task":
                seen.add(id, day, abs(value) / 1e6)
    return draft.build(), seen


@given(rows())
def test_a_plan_comes_back_from_json_byte_for_byte(nodes):
    plan, _ = build(nodes)
    text = plan.to_json()
    again = jj.Plan.from_json(text)
    assert again == plan and hash(again) == hash(plan)
    assert again.to_json() == text
    assert json.loads(text)["id"] == "p"


@given(rows())
def test_a_draft_that_goes_on_from_a_plan_is_the_same_plan(nodes):
    plan, _ = build(nodes)
    assert jj.PlanBuilder(plan).build().to_json() == plan.to_json()


@given(rows())
def test_observations_come_back_from_csv_and_json(nodes):
    _, seen = build(nodes)
    for text in (seen.to_csv(), seen.to_json()):
        again = jj.read_observations(io.StringIO(text))
        assert again == seen


@given(rows(), st.sampled_from(DAYS))
def test_an_evaluation_comes_back_from_json(nodes, day):
    plan, seen = build(nodes)
    now = plan.evaluate(seen, day)
    again = jj.Evaluation.from_json(now.to_json(), plan)
    assert again == now
    assert again.to_json() == now.to_json()


@given(rows(), st.sampled_from(DAYS), st.randoms(use_true_random=False))
def test_the_order_of_insertion_changes_no_result(nodes, day, random):
    plan, seen = build(nodes)
    shuffled = nodes[:]
    random.shuffle(shuffled)
    other, other_seen = build(shuffled)
    now = {row["id"]: row for row in plan.evaluate(seen, day).to_dicts()}
    then = {row["id"]: row for row in other.evaluate(other_seen, day).to_dicts()}
    assert now == then


@given(rows(), st.sampled_from(DAYS))
def test_threads_change_no_bit(nodes, day):
    plan, seen = build(nodes)
    assert plan.evaluate(seen, day, threads=4).to_json() == plan.evaluate(seen, day).to_json()


@given(rows(), st.sampled_from(DAYS))
def test_the_terms_of_an_explanation_add_up(nodes, day):
    plan, seen = build(nodes)
    now = plan.evaluate(seen, day)
    for goal in plan.goals:
        attainment = now[goal.id].attainment
        explanation = now.explain(goal.id)
        total = sum(shortfall for _, _, shortfall in explanation.terms) + explanation.unfilled
        assert total == pytest.approx(0 if attainment is None else 1 - attainment, abs=1e-12)


@given(rows(), st.sampled_from(DAYS))
def test_every_number_stays_in_its_range(nodes, day):
    plan, seen = build(nodes)
    for result in plan.evaluate(seen, day):
        for share in (result.attainment, result.expected, result.coverage):
            assert share is None or 0 <= share <= 1
        assert "\n" not in repr(result)


@given(targets(), FIGURES)
def test_a_target_comes_back_from_a_plan_with_its_hash(target, reading):
    draft = jj.PlanBuilder("p", start="2025-01-01", end="2025-12-31")
    draft.indicator("i", target=target)
    again = jj.Plan.from_json(draft.build().to_json())["i"].target
    assert again == target and hash(again) == hash(target)
    assert again.progress(reading) == target.progress(reading)
