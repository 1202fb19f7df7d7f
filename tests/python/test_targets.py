# SPDX-License-Identifier: BSL-1.0
"""Targets, profiles and quantities: the arithmetic of docs/rules.md seen from Python."""

from datetime import date

import jinjiang as jj
import pytest

T = jj.Target


@pytest.mark.parametrize(
    ("target", "reading", "progress", "is_met"),
    [
        # 1 + d * (a - g) / s, the sum beside each
        (T("reach", 2400, "套", measure="increment"), 900, 0.375, False),  # 900 / 2400
        (T("above", 1200, "家"), 1140, 0.95, False),  # 1140 / 1200
        (T("above", 1200, "家", baseline=1000), 1140, 0.7, False),  # 140 / 200
        (T("above", 1200, "家", baseline=1000), 1200, 1, False),  # 超 excludes it
        (T("at_least", 96, "%", baseline=90), 94.5, 0.75, False),  # 4.5 / 6
        (T("at_least", 96, "%", baseline=90), 88.5, -0.25, False),  # -1.5 / 6
        (T("about", 8, "%", measure="growth"), 7.2, 0.96, False),  # 7.2 / 7.5
        (T("about", 8, "%", measure="growth"), 9, 1.2, True),  # 9 / 7.5
        (T("about", 200, "户"), 185, 1 - 5 / 190, False),  # g = 200 - 5 %
        (T("at_most", 5, "%"), 4.5, 1.1, True),  # 1 + 0.5 / 5
        (T("at_most", 5, "%", baseline=8), 6.5, 0.5, False),  # 1.5 / 3
        (T("below", 25, "微克/立方米", baseline=30), 25, 1, False),  # 低于 excludes it
        (T("reach", 3, "位", measure="rank", baseline=8), 5, 0.6, False),  # 3 / 5
        (T("reach", 5, "位", measure="rank"), 6, 0.8, False),  # 1 - 1 / 5
        (T("at_least", 0, "%", measure="growth"), -0.25, 0.75, False),  # s = 1
        (T("reach", -20, "亿元", baseline=-60), -30, 0.75, False),  # 30 / 40
        (T("reach", 90, "%", baseline=92), 81, 0.9, False),  # met before: 81 / 90
        (T("between", 4, "%", upper=5, measure="growth"), 5.5, 0.9, False),  # 1 - 0.5 / 5
        (T("between", 4, "%", upper=5, measure="growth"), 3, 0.75, False),  # 1 - 1 / 4
        (T("between", 4, "%", upper=5, measure="growth"), 4.4, 1, True),
        (T("reach", 40, "个", measure="count"), 46, 1.15, True),  # 46 / 40
    ],
)
def test_one_formula_gives_the_progress_of_every_target(target, reading, progress, is_met):
    assert target.progress(reading) == pytest.approx(progress, abs=1e-12)
    assert target.is_met(reading) is is_met


def test_a_target_keeps_all_that_it_is_given():
    target = T(
        "about",
        6,
        "%",
        measure="growth",
        direction="lower",
        baseline=7,
        tolerance=0.3,
        due="2024-11-30",
        profile="linear",
        firmness="must",
        basis="可比",
        base="since 2020",
    )
    assert (target.comparator, target.value, target.upper) == (jj.Comparator.about, 6.0, None)
    assert (target.unit, target.measure, target.direction) == ("%", "growth", "lower")
    assert (target.baseline, target.tolerance, target.due) == (7.0, 0.3, date(2024, 11, 30))
    assert (target.profile, target.firmness) == (jj.Profile("linear"), "must")
    assert (target.basis, target.base) == ("可比", "since 2020")
    assert (target.set_by, target.relative_to) == ("", None)
    assert target.goal_value == pytest.approx(6.3)  # 6 + 0.3


@pytest.mark.parametrize(
    ("target", "measure", "direction", "goal_value"),
    [
        (T("reach", 100, "个"), "level", "higher", 100),
        (T("reach", 80, "%"), "share", "higher", 80),
        (T("reach", 2, "百分点"), "change", "higher", 2),
        (T("at_most", 5, "%"), "share", "lower", 5),
        (T("below", 5, "%"), "share", "lower", 5),
        (T("reach", 3, "位", measure="rank"), "rank", "lower", 3),
        (T("between", 6, "%", upper=7), "share", "within", 6),
        (T("about", 6, "%"), "share", "higher", 5.5),
        (T("about", 4, "%", direction="lower"), "share", "lower", 4.5),
        (T("about", 1.1, "%"), "share", "higher", 0.6),
        (T("about", 200, "户"), "level", "higher", 190),
    ],
)
def test_what_is_not_given_follows_from_the_rest(target, measure, direction, goal_value):
    assert (target.measure, target.direction) == (measure, direction)
    assert target.goal_value == goal_value


@pytest.mark.parametrize(
    ("wording", "target"),
    [
        ("7000亩", T("reach", 7000, "亩")),
        ("超600万平方米", T("above", 600, "万平方米")),
        ("500家以上", T("at_least", 500, "家")),
        ("不少于500家", T("at_least", 500, "家")),
        ("6%左右", T("about", 6, "%")),
        ("5.5%以内", T("at_most", 5.5, "%")),
        ("不超过5.5%", T("at_most", 5.5, "%")),
        ("低于20微克/立方米", T("below", 20, "微克/立方米")),
        ("6%—7%", T("between", 6, "%", upper=7)),
        ("百场", T("reach", 100, "场")),
        ("5.6万户", T("reach", 5.6, "万户")),
        ("1,217个", T("reach", 1217, "个")),
        ("突破100家", T("above", 100, "家")),
    ],
)
def test_the_wording_of_a_figure_becomes_a_target(wording, target):
    assert T.parse(wording) == target


@pytest.mark.parametrize(
    ("target", "zh", "en"),
    [
        (T("above", 600, "万平方米"), "超 600 万平方米", "above 600 万平方米"),
        (T("about", 6, "%"), "6%左右", "about 6 %"),
        (T("reach", 7000, "亩"), "7000 亩", "reach 7000 亩"),
    ],
)
def test_a_target_is_described_in_words(target, zh, en):
    assert target.describe("zh") == zh
    assert target.describe() == target.describe("en") == str(target) == en


def test_a_target_may_follow_another_indicator():
    target = T.relative("at_least", "rural", 1, "%", measure="growth")
    assert (target.relative_to, target.value, target.measure) == (("rural", 1.0), None, "growth")
    with pytest.raises(jj.TargetError, match='"rural"'):
        target.progress(5)


def test_a_target_may_be_set_elsewhere():
    target = T.set_elsewhere("省", "%", measure="growth")
    assert (target.set_by, target.value) == ("省", None)
    with pytest.raises(jj.TargetError, match="省"):
        target.is_met(5)


@pytest.mark.parametrize(
    ("arguments", "options", "words"),
    [
        (("between", 5, "%"), {}, "needs an upper bound"),
        (("between", 6, "%"), {"upper": 5}, "upper bound 5 lies below"),
        (("reach", 5, "个"), {"upper": 7}, "belongs to between"),
        (("reach", 5, "个"), {"tolerance": 1}, "belongs to about"),
        (("at_most", 5, "%"), {"direction": "higher"}, "contradicts direction higher"),
        (("at_least", 5, "%"), {"direction": "lower"}, "contradicts direction lower"),
        (("reach", 5, "个"), {"measure": "growth"}, "a growth is in %"),
        (("reach", float("nan"), "个"), {}, "found nan"),
        (("reach", 5, "%"), {"measure": "growth", "base": "nope"}, 'found "nope"'),
    ],
)
def test_a_target_that_contradicts_itself_is_refused(arguments, options, words):
    with pytest.raises(jj.TargetError, match=words):
        T(*arguments, **options)


def test_a_target_needs_a_known_unit_and_a_number():
    with pytest.raises(jj.UnitError, match='"公倾".*"公顷"'):
        T("reach", 5, "公倾")
    with pytest.raises(TypeError, match="unit: expected a text such as 亩 or a Unit, found 5"):
        T("reach", 5, 5)
    with pytest.raises(TypeError):
        T("reach", "5", "个")


@pytest.mark.parametrize(
    ("profile", "day", "expected"),
    [
        (jj.Profile("linear"), "2025-03-14", 0.2),  # day 73 of 365
        (jj.Profile("linear"), "2024-12-31", 0.0),
        (jj.Profile("hold"), "2025-01-01", 1.0),
        (jj.Profile("at_due"), "2025-12-30", 0.0),
        (jj.Profile("at_due"), "2025-12-31", 1.0),
        (jj.Profile.monthly([0.5] + [0] * 10 + [0.5]), "2025-11-30", 0.5),
        (jj.Profile.monthly([0.5] + [0] * 10 + [0.5]), "2025-01-31", 0.5),
        (jj.Profile.milestones([("2025-03-01", 0.25), ("2025-09-01", 0.5)]), "2025-02-28", 0.0),
        (jj.Profile.milestones([("2025-03-01", 0.25), ("2025-09-01", 0.5)]), "2025-08-31", 0.25),
        (jj.Profile.milestones([("2025-03-01", 0.25), ("2025-09-01", 0.5)]), "2025-09-01", 0.5),
    ],
)
def test_a_profile_says_how_much_is_expected_by_a_day(profile, day, expected):
    assert profile.expected(day, "2025-01-01", "2025-12-31") == pytest.approx(expected, abs=1e-15)


def test_a_profile_that_does_not_add_up_is_refused():
    with pytest.raises(jj.TargetError, match="sum to 1, found 12"):
        jj.Profile.monthly([1] * 12)
    with pytest.raises(jj.TargetError, match="12 shares, found 11"):
        jj.Profile.monthly([1 / 11] * 11)
    with pytest.raises(jj.TargetError, match="at least one step"):
        jj.Profile.milestones([])


def test_quantities_calculate_inside_their_dimension():
    total = jj.Quantity(5, "亩") + jj.Quantity(1, "公顷")
    assert (total.value, total.unit) == (20.0, "亩")  # 5 + 15
    assert (total - jj.Quantity(20, "亩")).value == 0
    assert (2 * total).value == (total * 2).value == (total / 0.5).value == 40
    assert jj.Quantity(5, "亩") / jj.Quantity(1, "公顷") == pytest.approx(1 / 3)
    assert -total == jj.Quantity(-20, "亩")
    assert jj.Quantity(12000, "元/年").to("元/月").value == 1000
    assert jj.Quantity.parse("5.6万户").to("户").value == 56000
    assert str(jj.Quantity(5.6, "万户")) == "5.6 万户"


def test_a_unit_knows_its_dimension():
    assert (jj.Unit("万亩").symbol, jj.Unit("万亩").dimension) == ("万亩", "平方米")
    assert jj.UnitTable()["亩"] == jj.Unit("亩")
    assert "亩" in jj.UnitTable() and "亩" in jj.UnitTable().symbols


def test_a_ceiling_in_words_is_held_against_its_allowance():
    # By 2023-03-14, day 73 of 365, 120 of 600 may be spent: 1 - (150 - 120) / 120 = 0.75.
    draft = jj.PlanBuilder("p", start="2023-01-01", end="2023-12-31")
    draft.indicator("in.words", target="全年不超过600万元")
    draft.indicator("by.measure", target="不超过600万元", measure="increment")
    draft.indicator("level", target="不超过600万元")
    seen = jj.Observations()
    for id in ("in.words", "by.measure", "level"):
        seen.add(id, "2023-03-14", 150)
    now = draft.build().evaluate(seen, as_of="2023-03-14")
    assert [now[id].status for id in ("in.words", "by.measure")] == ["off_track"] * 2
    assert now["in.words"].pace == now["by.measure"].pace == pytest.approx(0.75)
    assert now["level"].status == "met_early"


def test_a_bare_zero_is_refused_with_what_to_write():
    draft = jj.PlanBuilder("p", start="2023-01-01", end="2023-12-31")
    with pytest.raises(jj.FormatError, match="write 不超过0起"):
        draft.indicator("accidents", "安全事故", target="0起")
    draft.indicator("accidents", "安全事故", target="不超过0起", measure="count")
    seen = jj.Observations()
    seen.add("accidents", "2023-12-31", 1)
    assert draft.build().evaluate(seen)["accidents"].status == "missed"


def test_a_fall_is_shown_as_a_fall():
    target = T.parse("下降3%")
    assert (target.describe("zh"), target.describe("en")) == ("下降 3%", "down 3 %")
    assert T.parse(target.describe("zh")) == target
