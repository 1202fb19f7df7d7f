# SPDX-License-Identifier: BSL-1.0
"""The picture of how the shortfall of goals went from day to day."""

from datetime import date, datetime

import jinjiang as jj
import pytest

matplotlib = pytest.importorskip("matplotlib")
matplotlib.use("Agg")
from matplotlib import pyplot  # noqa: E402
from matplotlib.dates import date2num  # noqa: E402
from plot_artists import artists, texts  # noqa: E402


@pytest.fixture(autouse=True)
def closed_figures():
    yield
    pyplot.close("all")


@pytest.fixture
def now(empty):
    """Two goals, one that falls behind and one of which too little is known, and one of nothing."""
    empty.goal("a", "甲")
    empty.indicator("a.1", target="100个", measure="count", part_of="a")
    empty.goal("b", "乙")
    for i in range(3):
        empty.indicator(f"b.{i}", target="100个", measure="count", part_of="b")
    empty.goal("c", "丙")
    empty.indicator("c.1", target="100个", measure="count", part_of="c")
    seen = jj.Observations()
    for day, value in (("2025-03-31", 20), ("2025-06-30", 25), ("2025-09-30", 30)):
        seen.add("a.1", day, value)
    seen.add("b.0", "2025-06-30", 90)
    return empty.build().evaluate(seen, as_of="2025-09-30")


def lines(ax):
    """The points of each goal's line."""
    return {
        name: [
            (float(x), round(float(y), 4))
            for x, y in zip(date2num(line.get_xdata()), line.get_ydata(), strict=True)
        ]
        for name, line in artists(ax, "slope").items()
    }


def number(day):
    return float(date2num(date.fromisoformat(day)))


def test_each_goal_has_its_shortfall_at_the_ends_of_quarters(now):
    ax = now.plot.slope()
    first, second, third = map(number, ("2025-03-31", "2025-06-30", "2025-09-30"))
    assert lines(ax) == {
        "a": [(first, 0.8), (second, 0.75), (third, 0.7)],
        "b": [(second, 0.1), (third, 0.1)],
    }
    # On 2025-09-30 a.1 should have come 273 / 365 of the way: 74.79 - 30.
    assert "甲  70% 欠进度 落后 44.8 点" in texts(ax)
    assert "1 个目标没有完成率" in texts(ax) and "覆盖率不足，不作判断" in texts(ax)
    assert [label.get_text() for label in ax.get_xticklabels()] == ["2025-03-31", "06-30", "09-30"]


def test_days_are_taken_in_order_and_each_once(now):
    ax = now.plot.slope(["2025-06-30", date(2025, 1, 31), "2025-06-30"], language="en")
    days = ["2025-06-30", "2025-09-30"]
    assert [x for x, _ in lines(ax)["a"]] == [number(day) for day in days]  # no reading in January
    assert len(ax.get_xticks()) == 3 and "44.8 pp behind" in texts(ax)
    ax = now.plot.slope("2025-06-30", most=1)
    assert list(lines(ax)) == ["a"] and "另有 1 个目标未画出" in texts(ax)


@pytest.mark.parametrize("day", ["2025-09-30", "2026-01-01"])
def test_a_day_that_is_not_before_the_evaluation_is_refused(now, day):
    with pytest.raises(ValueError, match=f"before 2025-09-30, .* found {day}"):
        now.plot.slope([day])
    assert pyplot.get_fignums() == []


def test_what_is_no_day_is_refused_and_times_are_days(now):
    for day in ("gestern", "2025-02-30", 20250331):
        with pytest.raises(ValueError, match=f"days like 2024-06-30, found {day!r}"):
            now.plot.slope([day])
    ax = now.plot.slope(datetime(2025, 6, 30, 12))
    assert ax.get_xticks()[0] == number("2025-06-30")


def test_each_day_is_evaluated_by_the_same_policy_basis_and_knowledge(empty):
    empty.goal("g", "目标")
    empty.indicator("i", target="10%", measure="growth", part_of="g")
    seen = jj.Observations()
    for basis, value in (("名义", 2), ("可比", 4)):
        seen.add("i", "2025-03-31", value, basis=basis, known_on="2025-04-10")
        seen.add("i", "2025-06-30", value + 1, basis=basis, known_on="2025-07-10")
    plan = empty.build()
    now = plan.evaluate(seen, as_of="2025-06-30", basis="可比", known_by="2025-07-31")
    assert [y for _, y in lines(now.plot.slope())["g"]] == [0.6, 0.5]
    now = plan.evaluate(seen, as_of="2025-06-30", basis="可比", known_by="2025-06-30")
    assert [y for _, y in lines(now.plot.slope())["g"]] == [0.6, 0.6]


def test_without_goals_it_says_so_and_names_stand_apart(empty):
    assert "没有可评价的目标" in texts(empty.build().evaluate().plot.slope())
    seen = jj.Observations()
    for i in range(12):
        empty.goal(f"g{i}", "同样多")
        empty.indicator(f"i{i}", target="100个", measure="count", part_of=f"g{i}")
        seen.add(f"i{i}", "2025-06-30", 50)
    ax = empty.build().evaluate(seen, as_of="2025-06-30").plot.slope()
    ax.figure.canvas.draw()
    boxes = [text.get_window_extent() for text in ax.texts]
    assert len(boxes) == 12
    assert not any(a.overlaps(b) for i, a in enumerate(boxes) for b in boxes[:i])
