# SPDX-License-Identifier: BSL-1.0
"""Live evaluations in Python: what they give, what they refuse, and that they equal full ones."""

import copy
import gc
import pickle
import random

import jinjiang as jj
import pytest
from conftest import EXAMPLE

DAY = "2024-06-30"


@pytest.fixture
def plan():
    draft = jj.PlanBuilder("demo", start="2024-01-01", end="2024-12-31")
    draft.goal("root", "全市")
    draft.goal("g", "拓展更大发展空间", part_of="root")
    draft.indicator("land", "盘活低效用地", target="7000亩", measure="increment", part_of="g")
    draft.indicator("gdp", "经济增长", target="6%", measure="growth", part_of=["g", "root"])
    draft.task("first", "规划", part_of="root")
    draft.task("next", "开工", part_of="root", start="2024-02-01", depends_on=["first"])
    return draft.build()


@pytest.fixture
def live(plan):
    return jj.LiveEvaluation(plan, as_of=DAY)


def ids(changes):
    return [change.id for change in changes]


def is_full(live):
    again = jj.read_observations(live.observations.to_dicts())
    return live.evaluation == live.plan.evaluate(again, live.as_of)


def test_a_reading_gives_changes_with_before_and_after(live):
    changes = live.observe("land", DAY, 3600, unit="亩", source="统计局")
    assert ids(changes) == ["land", "g", "root"]
    land = changes[0]
    assert (land.before.status, land.after.status) == ("no_data", "on_track")
    assert (land.before.value, land.after.value) == (None, 3600)
    assert land.after.stage == "final"
    assert land.node.title == land.title == "盘活低效用地"
    assert live["land"] == land.after
    assert repr(land) == "<Change of land: no_data -> on_track, attainment - -> 51.43 %>"
    assert is_full(live)


def test_a_finished_predecessor_frees_its_successor(live):
    assert live["next"].status == "blocked"
    assert ids(live.observe("first", DAY, 1)) == ["first", "root", "next"]
    assert live["next"].status == "no_data"


def test_a_dry_run_changes_nothing(live):
    before = live.evaluation
    changes = live.dry_run("gdp", DAY, 6.5, basis="可比")
    assert ids(changes) == ["gdp", "g", "root"]
    assert changes[0].after.basis == "可比"
    assert ids(live.dry_run_all([{"id": "gdp", "observed_on": DAY, "value": 6}])) == ids(changes)
    assert live.evaluation == before
    assert len(live.observations) == 0


def test_a_batch_may_be_observations_or_a_table(live, tmp_path):
    seen = jj.Observations()
    seen.add("land", DAY, 3600)
    assert ids(live.observe_all(seen)) == ["land", "g", "root"]
    path = tmp_path / "seen.csv"
    path.write_text("id,observed_on,value\ngdp,2024-03-31,6.5\nfirst,2024-03-31,0.5\n")
    assert ids(live.observe_all(path)) == ["gdp", "first", "g", "root"]
    assert len(live.observations) == 3
    assert is_full(live)


def test_what_does_not_fit_is_refused_and_changes_nothing(live):
    live.observe("land", DAY, 3600)
    before = live.evaluation
    with pytest.raises(jj.ObservationError, match="contradict each other: 3600 and 3700"):
        live.observe("land", DAY, 3700)
    with pytest.raises(jj.ObservationError, match="measured only through its parts"):
        live.observe("g", DAY, 1)
    for error in (jj.UnknownObservationError, jj.ObservationError, jj.UnknownIdError):
        with pytest.raises(error, match='observation of .*: no node "lands"; nearest: "land"'):
            live.observe("lands", DAY, 1)
    with pytest.raises(jj.UnknownObservationError, match="nowhere"):
        live.observe_all([{"id": "nowhere", "observed_on": DAY, "value": 1}])
    with pytest.raises(jj.ObservationError, match="the target is in 亩"):
        live.observe("land", DAY, 1, unit="亿元", known_on="2024-12-01")
    with pytest.raises(TypeError):
        live.observe("land", DAY, "many")
    assert live.evaluation == before
    assert live.observations == before.observations


def test_options_are_those_of_evaluate(plan):
    live = jj.LiveEvaluation(
        plan,
        as_of=DAY,
        policy=jj.Policy(missing="zero"),
        known_by="2024-07-10",
        basis="可比",
        ignore_unknown=True,
    )
    live.observe("gdp", "2024-03-31", 6.1, basis="可比", known_on="2024-08-01")
    assert live.observe("stray", DAY, 1) == []
    full = plan.evaluate(
        live.observations,
        DAY,
        policy=jj.Policy(missing="zero"),
        known_by="2024-07-10",
        basis="可比",
        ignore_unknown=True,
    )
    assert live.evaluation == full
    assert (live.policy, live.known_by, live.basis) == (full.policy, full.known_by, "可比")
    assert live["gdp"].value is None


def test_the_day_is_the_end_of_the_plan_unless_given(plan):
    assert jj.LiveEvaluation(plan).as_of == plan.end


def test_results_outlive_the_live_evaluation_and_its_later_readings(plan):
    live = jj.LiveEvaluation(plan, as_of=DAY)
    change = live.observe("gdp", DAY, 6.5, basis="可比")[0]
    for number in range(50):
        live.observe("gdp", DAY, number, basis=f"a basis {number}")
    del live
    gc.collect()
    assert change.after.basis == "可比"
    assert change.node.plan == plan


def test_changes_are_values(live):
    change = live.observe("land", DAY, 3600)[0]
    assert copy.deepcopy(change) == change
    assert len({change, copy.copy(change)}) == 1
    with pytest.raises(TypeError, match="LiveEvaluation gives it"):
        jj.Change()
    with pytest.raises(TypeError, match="cannot be pickled"):
        pickle.dumps(change)
    with pytest.raises(TypeError, match="cannot be pickled"):
        pickle.dumps(live)


def test_it_looks_like_an_evaluation(live):
    assert len(live) == len(live.plan)
    assert "land" in live
    assert "lands" not in live
    assert 3 not in live
    assert repr(live) == "<LiveEvaluation of demo as of 2024-06-30: 0 readings>"
    with pytest.raises(jj.UnknownIdError):
        live["lands"]


def test_it_equals_a_full_evaluation_of_the_example_after_every_reading():
    plan = jj.load(EXAMPLE / "plan.json")
    seen = jj.read_observations(EXAMPLE / "observations.csv")
    readings = list(seen)
    random.Random(5).shuffle(readings)
    live = jj.LiveEvaluation(plan, as_of="2024-12-31")
    taken = jj.Observations()
    for number, each in enumerate(readings):
        options = {
            name: getattr(each, name)
            for name in ("unit", "stage", "basis", "known_on", "span", "source", "note")
        }
        live.observe(each.id, each.observed_on, each.value, **options)
        taken.add(each.id, each.observed_on, each.value, **options)
        if number % 10 == 0:
            assert live.evaluation == plan.evaluate(taken, "2024-12-31")
    assert live.evaluation == plan.evaluate(seen, "2024-12-31")
    assert live.observations == seen
