# SPDX-License-Identifier: BSL-1.0
"""Every document that is written follows its published schema, and the schema is strict."""

import json
from pathlib import Path

import jinjiang as jj
import jsonschema
import pytest

ROOT = Path(__file__).resolve().parents[2]
EXAMPLE = ROOT / "examples/jinjiang-2024"
KINDS = ("plan", "observations", "evaluation")


def validator(kind):
    text = (ROOT / f"docs/schema/jinjiang-{kind}-1.schema.json").read_text(encoding="utf-8")
    schema = json.loads(text)
    jsonschema.Draft202012Validator.check_schema(schema)
    return jsonschema.Draft202012Validator(schema)


def errors_of(kind, document):
    return [
        f"{error.json_path}: {error.message}" for error in validator(kind).iter_errors(document)
    ]


@pytest.fixture(scope="module")
def documents():
    plan = jj.load(EXAMPLE / "plan.json")
    seen = jj.read_observations(EXAMPLE / "observations.csv")
    now = plan.evaluate(seen, as_of="2024-09-30", known_by="2024-09-30", basis="可比")
    texts = (plan.to_json(), seen.to_json(), now.to_json())
    return dict(zip(KINDS, map(json.loads, texts), strict=True))


@pytest.fixture(scope="module")
def everything():
    """A plan in which every key of the format is used."""
    units = jj.UnitTable()
    units.add("担", "公斤", 50)
    draft = jj.PlanBuilder(
        "p", title="全", start="2025-01-01", end="2025-12-31", issuer="市", language="en",
        policy=jj.Policy(missing="zero", stale_after=30), units=units, source={"document": "报告"},
    )  # fmt: skip
    draft.goal("g", "目标", rule=("at_least", 1), firmness="must", tags=["甲"], note="注")
    draft.goal("w", rule="worst", part_of=("g", 2.5, True))
    draft.indicator("rural", target=jj.Target.set_elsewhere("省", "%", measure="growth"))
    follow = jj.Target.relative("at_least", "rural", 1, "%", measure="growth")
    draft.indicator("city", target=follow, part_of="g", owner="甲局", supporting=["乙局"])
    monthly = jj.Profile.monthly([0.5] + [0] * 10 + [0.5])
    steps = jj.Profile.milestones([("2025-03-01", 0.25), ("2025-09-01", 1)])
    draft.indicator(
        "m", target=jj.Target("reach", 3, units["担"], measure="count", profile=monthly)
    )
    draft.indicator(
        "b", target=jj.Target("between", 6, "%", upper=7, measure="growth", base="annual 2021-2025")
    )
    draft.indicator("a", target=jj.Target("about", 6, "%", tolerance=1, baseline=5, basis="可比"))
    draft.revise("a", "2025-06-01", jj.Target("about", 5, "%", due="2025-11-30"), "调整")
    draft.task("t", profile=steps, start="2025-03-01", due="2025-12-31", progress=0.5)
    draft.task("u", duration=9, depends_on=("t", "SF", -2, "为何"), lifecycle="suspended")
    source = {"document": "报告", "section": "一", "begin": 0, "end": 4}
    draft.task("v", part_of=[("w", 1), "g"], source=source)
    return draft.build()


@pytest.mark.parametrize("kind", KINDS)
def test_what_is_written_follows_the_schema(documents, kind):
    assert errors_of(kind, documents[kind]) == []


def test_the_example_as_it_lies_in_its_file_follows_the_schema():
    assert errors_of("plan", json.loads((EXAMPLE / "plan.json").read_text(encoding="utf-8"))) == []


def test_a_plan_that_uses_everything_follows_the_schema_and_comes_back(everything):
    seen = jj.Observations()
    seen.add("a", "2025-03-31", 5, stage="estimate", basis="可比", known_on="2025-04-02")
    seen.add("m", "2025-03-31", 1, unit="公斤", span="per_period", source="报", note="注")
    now = everything.evaluate(seen, "2025-06-30")
    assert errors_of("plan", json.loads(everything.to_json())) == []
    assert errors_of("observations", json.loads(seen.to_json())) == []
    assert errors_of("evaluation", json.loads(now.to_json())) == []
    assert jj.Plan.from_json(everything.to_json()) == everything


@pytest.mark.parametrize("kind", KINDS)
def test_an_unknown_key_fails_the_schema_and_one_of_your_own_does_not(documents, kind):
    assert errors_of(kind, {**documents[kind], "surprise": 1}) != []
    assert errors_of(kind, {**documents[kind], "x-mine": 1}) == []


@pytest.mark.parametrize("kind", KINDS)
def test_a_document_that_does_not_say_what_it_is_fails_the_schema(documents, kind):
    nameless = {key: value for key, value in documents[kind].items() if key != "format"}
    assert errors_of(kind, nameless) != []
    assert errors_of(kind, {**documents[kind], "version": 2}) != []
