# SPDX-License-Identifier: BSL-1.0
"""Pictures: what is drawn, as the numbers of their artists, and that anything can be drawn."""

import re
import warnings

import jinjiang as jj
import pytest

matplotlib = pytest.importorskip("matplotlib")
matplotlib.use("Agg")
from jinjiang._plot import canvas  # noqa: E402
from jinjiang._plot.neighbourhood import layered  # noqa: E402
from matplotlib import pyplot  # noqa: E402
from plot_artists import artists, bars, texts  # noqa: E402

SIZES = [(13.33, 7.5), (7, 4), (3, 2)]


@pytest.fixture(autouse=True)
def closed_figures():
    """Every test closes what it draws; a machine without a Chinese font draws boxes."""
    if len(canvas.families()) == 1:
        warnings.filterwarnings("ignore", message="Glyph|no font with Chinese")
    yield
    pyplot.close("all")


@pytest.fixture
def work():
    """A plan of land and a park, its readings, and the day."""
    draft = jj.PlanBuilder("demo", title="示例计划", start="2025-01-01", end="2025-12-31")
    draft.goal("land", "拓展更大发展空间")
    draft.task("survey", "低效用地摸底调查", part_of="land", duration=40)
    draft.task("clear", "厂房腾退", part_of="land", duration=90, depends_on="survey")
    draft.task("notice", "公示", part_of="land", duration=10, depends_on="survey")
    draft.indicator("jobs", "新增就业", target="5.6万户", measure="increment", part_of="land")
    draft.revise("jobs", "2025-07-01", "6.2万户", "年中调整")
    draft.task("open", "开园", depends_on="land")
    return draft.build()


@pytest.fixture
def read(work):
    seen = jj.Observations()
    seen.add("jobs", "2025-03-31", 13000, unit="户")
    seen.add("jobs", "2025-06-30", 2.9, stage="provisional")
    seen.add("jobs", "2025-11-30", 6, stage="estimate")
    return work.evaluate(seen, as_of="2025-09-30")


def pictures(plan, now, schedule, node, indicator):
    """Every picture, as a function of axes and language."""
    return {
        "outline": lambda **k: now.plot.outline(**k),
        "indicators": lambda **k: now.plot.indicators(**k),
        "history": lambda **k: now.plot.history(indicator, **k),
        "shortfall": lambda **k: now.plot.shortfall(**k),
        "slope": lambda **k: now.plot.slope(**k),
        "timeline": lambda **k: schedule.plot.timeline(**k),
        "neighbourhood": lambda **k: plan.plot.neighbourhood(node, 2, **k),
    }


NAMES = ["outline", "indicators", "history", "shortfall", "slope", "timeline", "neighbourhood"]


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("name", NAMES)
def test_every_picture_is_drawn_on_the_axes_that_it_is_given(plan, now, name, language):
    draw = pictures(plan, now, plan.schedule(), "land", "land.reuse")[name]
    for size in SIZES:
        figure, ax = pyplot.subplots(figsize=size)
        assert draw(ax=ax, language=language) is ax
        figure.canvas.draw()
        assert figure.axes == [ax]
        pyplot.close(figure)


@pytest.mark.parametrize("name", NAMES)
def test_settings_are_left_as_they_were_and_one_figure_is_made(plan, now, name):
    before = dict(matplotlib.rcParams)
    ax = pictures(plan, now, plan.schedule(), "land", "land.reuse")[name]()
    ax.figure.canvas.draw()
    assert pyplot.get_fignums() == [ax.figure.number]
    assert dict(matplotlib.rcParams) == before
    width, height = ax.figure.get_size_inches()
    assert (width, height) <= (7, 7.5)


def test_bars_of_indicators_are_their_progress_and_the_worst_come_first(now):
    ax = now.plot.indicators()
    drawn = bars(ax, "value")
    assert list(drawn)[:4] == [
        "livelihood.security.accessible-homes",
        "land.reuse",
        "industry.tradition.high-tech",
        "headline.gdp",
    ]
    assert drawn["land.reuse"] == (0, 0.2286)  # 1600 / 7000
    assert drawn["headline.gdp"] == (0, 1.25)  # 8.3 / 5.5 lies beyond the edge
    line = artists(ax, "expected")["land.reuse"]
    assert [round(x, 4) for x in line.get_xdata()] == [0.2486, 0.2486]  # 91 / 366
    assert "1600 / 7000亩" in texts(ax) and "其中 49 项未画出：无数据 34" in texts(ax)


def test_indicators_of_a_goal_or_by_id(now):
    ax = now.plot.indicators(goal="land", language="en")
    assert list(bars(ax, "value")) == ["land.reuse"]
    assert "no data" in texts(ax)
    ax = now.plot.indicators(["headline.gdp"])
    assert list(bars(ax, "value")) == ["headline.gdp"]
    with pytest.raises(ValueError, match="land is a goal, not an indicator"):
        now.plot.indicators(["land"])
    with pytest.raises(ValueError, match="not both"):
        now.plot.indicators(["land.reuse"], goal="land")
    with pytest.raises(jj.UnknownIdError, match="land.reuse"):
        now.plot.indicators(goal="land.reus")


def test_cells_of_the_outline_are_as_tall_as_the_leaves_beneath(read):
    ax = read.plot.outline(depth=2)
    cells = {
        cell.get_gid(): (cell.get_x(), cell.get_y(), cell.get_height())
        for cell in ax.patches
        if cell.get_gid()
    }
    assert cells == {
        "no_data land": (0, 0, 4),
        "not_due survey": (1, 0, 1),
        "not_due clear": (1, 1, 1),
        "not_due notice": (1, 2, 1),
        "at_risk jobs": (1, 3, 1),
        "not_due open": (0, 4, 1),
    }
    ax = read.plot.outline(depth=1)
    assert "更深的 4 项未画出" in texts(ax)
    with pytest.raises(ValueError, match="depth"):
        read.plot.outline(depth=0)


def test_a_history_has_its_readings_in_ten_thousands_with_both_targets(read):
    ax = read.plot.history("jobs")
    readings = artists(ax, "reading")
    assert [round(float(r.get_ydata()[0]), 4) for r in readings.values()] == [1.3, 2.9, 6]
    assert [r.get_alpha() for r in readings.values()] == [1, 1, 0.35]
    targets = artists(ax, "target")
    assert {name: round(line.get_ydata()[0], 4) for name, line in targets.items()} == {
        "2025-01-01": 5.6,
        "2025-07-01": 6.2,
    }
    curve = artists(ax, "expected")["2025-07-01"].get_ydata()
    assert round(curve[0], 4) == round(6.2 * 182 / 365, 4)
    assert round(curve[-1], 4) == 6.2
    assert "新增就业（万户）" in ax.get_title(loc="left")
    assert "2025-07-01 调整目标：年中调整" in texts(ax)
    english = read.plot.history("jobs", language="en")
    assert "(户)" in english.get_title(loc="left") and "faint" in texts(english)


def test_only_an_indicator_has_a_history(now):
    with pytest.raises(ValueError, match="land is a goal, not an indicator"):
        now.plot.history("land")
    assert pyplot.get_fignums() == []


def test_what_goals_lack_is_what_was_expected_less_what_is_attained(now):
    ax = now.plot.shortfall()
    assert bars(ax, "attained")["livelihood.security"] == (0, 0.5)
    assert bars(ax, "lacking")["livelihood.security"] == (0.5, 0.2486)
    # Of which enough is known comes first; of the others what lacks most.
    assert list(bars(ax, "attained"))[:3] == ["headline", "livelihood.security", "land"]
    assert "50%，覆盖率 11.1%" in texts(ax)
    assert "没有完成率的 21 个目标未画出：无数据 19，未到期 2" in texts(ax)


def test_a_timeline_has_early_dates_floats_links_and_the_critical_path(work):
    ax = work.schedule().plot.timeline()
    begin = words_of_day("2025-01-01")
    assert bars(ax, "work") == {
        "survey": (begin, 40),
        "clear": (begin + 40, 90),
        "notice": (begin + 40, 10),
    }
    late = artists(ax, "float")["notice"].get_xdata()
    assert list(late) == [begin + 50, begin + 130]
    hatched = {name for name, bar in artists(ax, "work").items() if bar.get_hatch()}
    assert hatched == {"survey", "clear"}
    assert set(artists(ax, "link")) == {"survey clear", "survey notice", "land open"}
    assert "时差 80 天" in texts(ax) and "关键路径" in texts(ax)


def words_of_day(day):
    from datetime import date

    from matplotlib.dates import date2num

    return float(date2num(date.fromisoformat(day)))


def test_a_timeline_that_is_cut_keeps_the_critical_path(work):
    schedule = work.schedule()
    ax = schedule.plot.timeline(most=3, language="en")
    assert set(bars(ax, "work")) <= {"survey", "clear"}
    assert "more are not drawn" in texts(ax)
    ax = schedule.plot.timeline(ids=["notice"])
    assert set(bars(ax, "work")) == {"notice"}


def test_a_timeline_on_a_day_shows_the_day_and_what_is_done(work):
    seen = jj.Observations()
    seen.add("survey", "2025-01-20", 0.5)
    ax = work.schedule(seen, as_of="2025-01-31").plot.timeline()
    assert [line.get_gid() for line in ax.lines].count("status date") == 1
    assert "survey" in bars(ax, "done") and "截至 2025-01-31" in texts(ax)


def test_what_a_node_needs_is_to_its_left(work):
    ax = work.plot.neighbourhood("land", 1)
    boxes = {name: box.get_x() for name, box in artists(ax, "node").items()}
    assert set(boxes) == {"land", "survey", "clear", "notice", "jobs", "open"}
    assert boxes["survey"] < boxes["clear"] < boxes["land"] < boxes["open"]
    alone = work.plot.neighbourhood("land", 0)
    assert list(artists(alone, "node")) == ["land"]
    few = work.plot.neighbourhood("land", 1, most=3)
    assert len(artists(few, "node")) == 3 and "3 项未画出" in texts(few)
    with pytest.raises(ValueError, match="steps"):
        work.plot.neighbourhood("land", -1)


def test_a_long_link_passes_beside_the_boxes_between():
    layers = layered(["a", "b", "c"], [("a", "b", False), ("b", "c", False), ("a", "c", True)])
    assert [len(layer) for layer in layers] == [1, 2, 1]


ODD = "$a$_b^{ $ \\frac \x1b \u202e</script>"


def test_odd_plans_are_drawn_too():
    draft = jj.PlanBuilder("p", start="2025-01-01", end="2025-12-31")
    draft.goal("g", "很长的题目" * 250)
    draft.indicator("odd", ODD, target="7000亩", measure="increment", part_of="g")
    draft.indicator("watched", "只看")
    draft.indicator("elsewhere", target=jj.Target.set_elsewhere("省"))
    draft.indicator("growth", target="6%左右", measure="growth")
    draft.indicator(
        "follows", target=jj.Target.relative("at_least", "growth", 1, "%", measure="growth")
    )
    draft.indicator("between", target=jj.Target("between", 6, "%", upper=7, measure="growth"))
    draft.indicator("ceiling", target="不超过600万元", measure="increment")
    draft.indicator("deficit", target=jj.Target("reach", -20, "亿元", baseline=-60))
    plan = draft.build()
    seen = jj.Observations()
    for node in plan.indicators:
        seen.add(node.id, "2025-03-31", -7)
    seen.add("odd", "2025-04-30", 500, span="per_period")
    seen.add("growth", "2025-05-31", 5, basis="名义")
    seen.add("growth", "2025-05-31", 7, basis="可比")
    for now in (plan.evaluate(as_of="2025-06-30"), plan.evaluate(seen, as_of="2025-06-30")):
        for node in plan.indicators:
            drawn = pictures(plan, now, now.schedule(), "g", node.id)
            for draw in drawn.values() if node.id == "odd" else [drawn["history"]]:
                ax = draw()
                ax.figure.canvas.draw()
                pyplot.close(ax.figure)


def test_a_plan_of_nothing_and_one_of_a_node(empty):
    plan = empty.build()
    for draw in (plan.evaluate().plot.outline, plan.evaluate().plot.indicators):
        draw().figure.canvas.draw()
    assert "没有可评价的目标" in texts(plan.evaluate().plot.shortfall())
    assert "没有可排程的事项" in texts(plan.schedule().plot.timeline())
    empty.task("t", "一")
    plan = empty.build()
    for name, draw in pictures(plan, plan.evaluate(), plan.schedule(), "t", "t").items():
        if name != "history":
            draw().figure.canvas.draw()


def test_a_thousand_indicators_are_cut_and_it_is_said(empty):
    empty.goal("g", "目标")
    for i in range(1000):
        empty.indicator(f"i{i}", f"指标{i}", target="100个", measure="count", part_of="g")
    plan = empty.build()
    now = plan.evaluate(as_of="2025-06-30")
    assert "其中 970 项未画出：无数据 970" in texts(now.plot.indicators())
    assert "1000 项太小，未写名称" in texts(now.plot.outline())
    assert "未画出" in texts(plan.plot.neighbourhood("g"))


def test_readings_per_period_are_drawn_with_what_they_add_up_to(empty):
    empty.indicator("a", "投资", target="100亿元", measure="increment")
    seen = jj.Observations()
    seen.add("a", "2025-03-31", 20, span="per_period")
    seen.add("a", "2025-06-30", 300000, unit="万元", span="per_period")
    ax = empty.build().evaluate(seen, as_of="2025-06-30").plot.history("a")
    assert [float(r.get_ydata()[0]) for r in artists(ax, "reading").values()] == [20, 30]
    total = next(line for line in ax.lines if line.get_gid() == "total")
    assert float(total.get_ydata()[0]) == 50
    assert "50亿元" in texts(ax)


def test_each_basis_of_a_figure_has_a_line_of_its_own(empty):
    empty.indicator("a", "收入", target="5%", measure="growth")
    seen = jj.Observations()
    for basis, value in (("名义", 3), ("可比", 5)):
        seen.add("a", "2025-03-31", value, basis=basis)
        seen.add("a", "2025-06-30", value + 1, basis=basis)
    ax = empty.build().evaluate(seen, as_of="2025-06-30").plot.history("a")
    lines = {name: list(line.get_ydata()) for name, line in artists(ax, "readings").items()}
    assert lines == {"名义": [3, 4], "可比": [5, 6]}
    assert {text.get_text() for text in ax.texts} >= {"名义 4%", "可比 6%"}


def test_a_rank_is_better_the_higher_it_stands_and_a_range_has_two_lines(empty):
    empty.indicator("rank", "排名", target="前10")
    empty.indicator("price", "物价", target="2%—3%", measure="growth")
    seen = jj.Observations()
    seen.add("rank", "2025-06-30", 12)
    seen.add("price", "2025-06-30", 3.2)
    now = empty.build().evaluate(seen, as_of="2025-06-30")
    ax = now.plot.history("rank")
    assert ax.yaxis.get_inverted()
    assert all(float(tick).is_integer() for tick in ax.get_yticks())
    ax = now.plot.history("price")
    lines = {line.get_gid(): line.get_ydata()[0] for line in ax.lines}
    assert (lines["low 2025-01-01"], lines["high 2025-01-01"]) == (2, 3)


@pytest.mark.parametrize("size", [(13.33, 7.5), (7, 4), (4, 2.5), (2, 2)])
def test_no_number_is_cut(empty, size):
    empty.goal("g", "目标")
    empty.indicator("a", target="123456.789亿元", measure="increment", part_of="g")
    empty.indicator("b", "存量", target="1000家", measure="level", part_of="g")
    empty.task("t", "任务", duration=100, part_of="g")
    seen = jj.Observations()
    seen.add("a", "2025-03-31", 23456.789)
    seen.add("b", "2025-03-31", 950)
    now = empty.build().evaluate(seen, as_of="2025-06-30")
    draws = [now.plot.outline, now.plot.indicators, now.plot.shortfall, now.plot.slope]
    for draw in [*draws, now.plan.schedule().plot.timeline]:
        ax = draw(ax=pyplot.subplots(figsize=size, layout="constrained")[1])
        assert not re.search(r"[\d.]…", texts(ax))


def test_the_axis_of_small_figures_tells_them_apart(empty):
    empty.indicator("a", target=jj.Target("at_most", 0.005, "%", measure="share"))
    seen = jj.Observations()
    seen.add("a", "2025-06-30", 0.004)
    ax = empty.build().evaluate(seen, as_of="2025-06-30").plot.history("a")
    ax.figure.canvas.draw()
    labels = [label.get_text() for label in ax.get_yticklabels()]
    assert len(labels) == len(set(labels)) and "0.004%" in texts(ax)


def test_an_indicator_that_is_followed_is_named_by_its_title(empty):
    empty.indicator("a", "经济增长", target="6%", measure="growth")
    follows = jj.Target.relative("at_least", "a", 1, "%", measure="growth")
    empty.indicator("b", "收入增长", target=follows)
    now = empty.build().evaluate()
    assert "不低于 经济增长 + 1 个百分点" in texts(now.plot.history("b"))
    seen = jj.Observations()
    for day, growth, income in (("03-31", 5.5, 6), ("06-30", 5.8, 6.5), ("08-31", None, 6.6)):
        seen.add("b", f"2025-{day}", income)
        if growth:
            seen.add("a", f"2025-{day}", growth)
    ax = empty.build().evaluate(seen, as_of="2025-08-31").plot.history("b")
    line = artists(ax, "followed")["2025-01-01"]
    assert [round(float(y), 4) for y in line.get_ydata()] == [6.5, 6.8]  # none of August
    assert "不低于 经济增长" in texts(now.plot.indicators())


def test_what_is_not_met_does_not_read_as_if_it_were(empty):
    empty.indicator("a", "差四户", target="1万户", measure="increment")
    seen = jj.Observations()
    seen.add("a", "2025-12-31", 9996, unit="户")
    now = empty.build().evaluate(seen)
    assert "9996户 / 1万户" in texts(now.plot.indicators())
    assert "0.9996万户" in texts(now.plot.history("a"))
    assert "未完成 99.96%" in texts(now.plot.outline())


def test_a_timeline_says_how_many_have_no_duration(draft):
    ax = draft.build().schedule().plot.timeline(ids=["g.1"])
    assert "1 项没有工期，按里程碑排" in texts(ax)
