# SPDX-License-Identifier: BSL-1.0
"""Objects are values: they compare, hash, copy, round-trip, and can be shared by threads."""

import copy
import inspect
import threading

import jinjiang as jj
import jsonschema
import pytest
from conftest import EXAMPLE
from hypothesis import given
from hypothesis import strategies as st

SCHEMAS = EXAMPLE.parents[1] / "docs/schema"


def test_equal_plans_are_equal_and_hash_alike(plan):
    again = jj.Plan.from_json(plan.to_json())
    assert again == plan and hash(again) == hash(plan)
    assert again.to_json() == plan.to_json()
    draft = jj.PlanBuilder(plan)
    draft.lifecycle("land.reuse", "suspended")
    assert draft.build() != plan


def test_evaluations_come_back_from_json(now):
    assert jj.Evaluation.from_json(now.to_json(), now.plan) == now


def test_copies_of_what_cannot_change_are_the_same(plan, now):
    assert copy.copy(plan) == copy.deepcopy(plan) == plan
    assert copy.deepcopy(now) == now


def test_values_compare_and_hash():
    pairs = [
        (jj.Target("reach", 7000, "亩"), jj.Target.parse("7000亩")),
        (jj.Quantity(15, "亩"), jj.Quantity(1, "公顷")),
        (jj.Unit("亩"), jj.Unit("亩")),
        (jj.Policy(), jj.Policy()),
        (jj.Profile("linear"), jj.Profile("linear")),
    ]
    for one, other in pairs:
        assert one == other and hash(one) == hash(other)
    assert jj.Target("reach", 7000, "亩") != jj.Target("above", 7000, "亩")
    assert jj.Quantity(1, "户") != jj.Quantity(1, "家")
    assert jj.Quantity(1, "万元") < jj.Quantity(1, "亿元")


def test_what_cannot_change_refuses_to(plan):
    with pytest.raises(AttributeError):
        plan["land"].title = "x"
    with pytest.raises(AttributeError):
        plan.title = "x"


def test_enumerators_are_texts():
    assert jj.Status.at_risk == "at_risk"
    assert [str(status) for status in jj.Status][:2] == ["met", "met_early"]
    assert jj.label(jj.Status.at_risk, "zh") == "略欠进度"


def test_everything_public_is_documented():
    undocumented = []
    for name in jj.__all__:
        value = getattr(jj, name)
        if name != "__version__" and not inspect.getdoc(value):
            undocumented.append(name)
    assert undocumented == []


def test_documents_follow_their_published_schemas(now, seen):
    import json

    documents = {
        "jinjiang-plan-1.schema.json": now.plan.to_json(),
        "jinjiang-observations-1.schema.json": seen.to_json(),
        "jinjiang-evaluation-1.schema.json": now.to_json(),
    }
    for name, text in documents.items():
        schema = json.loads((SCHEMAS / name).read_text(encoding="utf-8"))
        jsonschema.Draft202012Validator.check_schema(schema)
        jsonschema.validate(json.loads(text), schema)


def test_threads_share_a_plan(plan, seen, now):
    results = []

    def work():
        for _ in range(50):
            results.append(plan.evaluate(seen, as_of="2024-09-30") == now)

    threads = [threading.Thread(target=work) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert results == [True] * 200


@st.composite
def nodes(draw):
    """Nodes of a small plan, goals before their parts: (id, kind, parents, value, reading)."""
    count = draw(st.integers(2, 12))
    result = []
    for i in range(count):
        goals = [id for id, kind, *_ in result if kind == "goal"]
        kind = "goal" if i == 0 else draw(st.sampled_from(["goal", "indicator"]))
        parents = draw(st.lists(st.sampled_from(goals), unique=True, max_size=2)) if goals else []
        weights = [draw(st.integers(1, 5)) for _ in parents]
        value = draw(st.integers(1, 1000))
        reading = draw(st.none() | st.integers(0, 1000))
        result.append((f"n{i}", kind, list(zip(parents, weights, strict=True)), value, reading))
    return result


def build(rows):
    draft = jj.PlanBuilder("p", start="2025-01-01", end="2025-12-31")
    seen = jj.Observations()
    for id, kind, parents, value, reading in rows:
        if kind == "goal":
            draft.goal(id, id, part_of=parents)
            continue
        target = jj.Target("reach", value, "个", measure="count")
        draft.indicator(id, id, target=target, part_of=parents)
        if reading is not None:
            seen.add(id, "2025-06-30", reading)
    return draft.build(), seen


@given(nodes(), st.randoms(use_true_random=False))
def test_the_order_of_insertion_changes_no_result(rows, random):
    plan, seen = build(rows)
    shuffled = rows[:]
    random.shuffle(shuffled)
    other, other_seen = build(shuffled)
    now = plan.evaluate(seen, as_of="2025-09-30")
    then = other.evaluate(other_seen, as_of="2025-09-30")
    assert {r.id: r for r in now} == {r.id: r for r in then}


@given(nodes())
def test_a_plan_comes_back_from_json_byte_for_byte(rows):
    plan, _ = build(rows)
    text = plan.to_json()
    assert jj.Plan.from_json(text) == plan
    assert jj.Plan.from_json(text).to_json() == text


@given(nodes())
def test_the_terms_of_an_explanation_add_up(rows):
    plan, seen = build(rows)
    now = plan.evaluate(seen, as_of="2025-09-30")
    for goal in plan.goals:
        attainment = now[goal.id].attainment
        if attainment is not None:
            terms = now.explain(goal.id).terms
            assert sum(term[2] for term in terms) == pytest.approx(1 - attainment, abs=1e-12)
