# SPDX-License-Identifier: BSL-1.0
"""Profiles and rules in the forms of JSON; revisions in words."""

import json

import jinjiang as jj
import pytest

TWELFTHS = [0, 0, 0.25, 0, 0, 0.25, 0, 0, 0.25, 0, 0, 0.25]
STEPS = [{"date": "2025-06-30", "fraction": 0.5}, {"date": "2025-12-31", "fraction": 1}]


@pytest.mark.parametrize(
    ("form", "profile"),
    [
        ({"monthly": TWELFTHS}, jj.Profile.monthly(TWELFTHS)),
        (
            {"milestones": STEPS},
            jj.Profile.milestones([("2025-06-30", 0.5), ("2025-12-31", 1)]),
        ),
    ],
)
def test_a_profile_is_taken_in_the_form_of_json(empty, form, profile):
    target = jj.Target("reach", 7000, "亩", measure="increment", profile=form)
    empty.indicator("i", target=target)
    empty.task("t", profile=form)
    plan = empty.build()
    assert target.profile == profile
    assert plan["t"].profile == profile
    indicator, task = json.loads(plan.to_json())["nodes"]
    assert indicator["target"]["profile"] == task["profile"] == form


@pytest.mark.parametrize(
    ("form", "words"),
    [
        (5, r"^profile: expected linear, hold, at_due, a Profile, .*monthly.*, found 5$"),
        ({}, r"^profile: expected .*, found \{\}$"),
        ({"monthly": TWELFTHS, "milestones": STEPS}, "^profile: expected .*, found an object of"),
        ({"weekly": [1]}, r"^profile: expected .*, found \{'weekly': \[1\]\}$"),
        (
            {"monthly": 5},
            "^profile: monthly: expected a list of 12 numbers that sum to 1, found 5$",
        ),
        ({"monthly": ["x"]}, r"^profile: monthly: expected a list .*, found \['x'\]$"),
        ({"milestones": 5}, "^profile: milestones: expected a list such as .*, found 5$"),
        (
            {"milestones": [{"date": "2025-06-30"}]},
            "^profile: milestones: expected a list such as .*, found .*date",
        ),
        (
            {"milestones": [{"date": 5, "fraction": 1}]},
            "^profile: date: expected a date or a text such as 2024-06-30, found 5$",
        ),
        (
            {"milestones": [{"date": "2025-06-30", "fraction": "x"}]},
            "^profile: fraction: expected a number, found 'x'$",
        ),
    ],
)
def test_another_form_of_a_profile_is_refused(empty, form, words):
    with pytest.raises(TypeError, match=words):
        jj.Target("reach", 7000, "亩", profile=form)
    with pytest.raises(TypeError, match=words.replace("^", "^task t: ")):
        empty.task("t", profile=form)


def test_figures_that_do_not_make_a_profile_are_refused():
    with pytest.raises(jj.TargetError, match="12 shares, found 1"):
        jj.Target("reach", 7000, "亩", profile={"monthly": [1]})


def test_a_rule_is_taken_in_the_form_of_json(empty):
    empty.goal("g", rule={"at_least": 2})
    empty.task("a", part_of="g")
    empty.task("b", part_of="g")
    plan = empty.build()
    assert plan["g"].rule == "at_least 2"
    assert json.loads(plan.to_json())["nodes"][0]["rule"] == {"at_least": 2}


@pytest.mark.parametrize(
    ("rule", "words"),
    [
        ("at_least", 'goal g: rule: expected mean, worst, all or {"at_least": 3}, found .at_least'),
        ({"at_most": 2}, "goal g: rule: expected mean, worst, all or .*, found .*at_most"),
        ({"at_least": -1}, "goal g: rule: at_least: expected a whole number from 0 on, found -1"),
        ({"at_least": "2"}, "goal g: rule: at_least: expected a whole number from 0 on, found .2"),
        (5, "goal g: rule: expected mean, worst, all or .*, found 5"),
    ],
)
def test_another_form_of_a_rule_is_refused(empty, rule, words):
    with pytest.raises(TypeError, match=words):
        empty.goal("g", rule=rule)


def test_a_word_that_is_no_rule_is_refused(empty):
    with pytest.raises(jj.Error, match="goal g: RuleKind: expected mean, worst, at_least or all"):
        empty.goal("g", rule="most")


@pytest.mark.parametrize(
    ("options", "lost"),
    [
        ({"baseline": 5000}, "baseline"),
        ({"basis": "同口径"}, "basis"),
        ({"direction": "lower"}, "direction"),
        ({"profile": "at_due"}, "profile"),
        ({"profile": "at_due", "basis": "同口径"}, "basis and profile"),
        ({"measure": "growth", "unit": "%", "base": "since 2020"}, "base"),
    ],
)
def test_a_revision_in_words_that_would_lose_part_of_a_target_is_refused(empty, options, lost):
    options = {"measure": "increment", "unit": "亩", **options}
    empty.indicator("i", target=jj.Target("reach", 7000, **options))
    with pytest.raises(jj.TargetError) as caught:
        empty.revise("i", "2025-07-01", f"6000{options['unit']}")
    text = str(caught.value)
    assert text.startswith(f"revision of i: words do not say the {lost} of the target before, ")
    assert text.endswith("; give a Target")
    assert empty.build()["i"].revisions == []
    empty.revise("i", "2025-07-01", jj.Target("reach", 6000, **options))
    assert empty.build()["i"].target_on("2025-07-01").value == 6000


def test_a_revision_in_words_is_held_against_the_latest_target(empty):
    empty.indicator("i", target="7000亩", measure="increment")
    full = jj.Target("reach", 6000, "亩", measure="increment", baseline=1000)
    empty.revise("i", "2025-06-01", full)
    for draft in (empty, jj.PlanBuilder(empty.build())):
        with pytest.raises(jj.TargetError, match="revision of i: words do not say the baseline"):
            draft.revise("i", "2025-07-01", "5000亩")


def test_a_draft_that_goes_on_from_a_plan_knows_its_units():
    units = jj.UnitTable()
    units.add("担", "公斤", 50)
    draft = jj.PlanBuilder("p", start="2025-01-01", end="2025-12-31", units=units)
    draft.indicator("i", target="20担")
    again = jj.PlanBuilder(draft.build())
    again.revise("i", "2025-07-01", "30担")
    assert again.build()["i"].target_on("2025-07-01").value == 30


def test_a_keyword_that_a_node_does_not_have_is_named_with_those_it_has(empty):
    with pytest.raises(TypeError) as caught:
        empty.task("t", onwer="自然资源局")
    assert str(caught.value) == (
        "task t: unexpected keyword 'onwer'; there are duration, progress, profile, firmness, "
        "part_of, depends_on, owner, supporting, start, due, lifecycle, tags, source, note, "
        "extensions"
    )
    with pytest.raises(TypeError, match="goal g: unexpected keyword 'duration'; there are rule"):
        empty.goal("g", duration=5)
