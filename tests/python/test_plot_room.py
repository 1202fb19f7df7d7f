# SPDX-License-Identifier: BSL-1.0
"""Pictures make room for their words, and count as displays and the report do."""

import warnings

import jinjiang as jj
import pytest

matplotlib = pytest.importorskip("matplotlib")
matplotlib.use("Agg")
from jinjiang._plot import canvas  # noqa: E402
from matplotlib import pyplot  # noqa: E402
from plot_artists import texts  # noqa: E402

TARGETS = {
    "新增养老机构护理型床位": ("不低于312张", 41, "张"),
    "一般公共预算“三公”经费": ("不超过455万元", 330, "万元"),
    "城乡居民养老保险参保": ("12万人", 8210, "人"),
    "盘活低效用地": ("超600万平方米", 212, "万平方米"),
    "新建口袋公园": ("4800亩", 0, "亩"),
}


@pytest.fixture(autouse=True)
def closed_figures():
    """A machine without a Chinese font draws boxes."""
    if len(canvas.families()) == 1:
        warnings.filterwarnings("ignore", message="Glyph|no font with Chinese")
    yield
    pyplot.close("all")


@pytest.fixture
def wide(empty):
    """Five goals of five indicators each, most with long figures."""
    seen = jj.Observations()
    for goal in range(5):
        empty.goal(f"g{goal}", f"目标{goal}")
        for place, (title, (target, value, unit)) in enumerate(TARGETS.items()):
            id = f"g{goal}.{place}"
            empty.indicator(id, title, target=target, measure="increment", part_of=f"g{goal}")
            seen.add(id, "2025-06-30", value, unit=unit)
    return empty.build().evaluate(seen, as_of="2025-06-30")


def legend(ax):
    return [text.get_text() for text in ax.get_legend().get_texts()]


def test_no_figure_of_an_indicator_is_left_out_in_a_cell(wide):
    shown = texts(wide.plot.indicators())
    for figures in (
        "41 / 不低于 312 张",
        "330 / 全年不超过 455 万元",
        "8210人 / 12万人",
        "212 / 超 600 万平方米",
        "0 / 4800亩",
    ):
        assert figures in shown
    assert " …" not in shown


def test_the_words_of_a_shortfall_are_whole(empty):
    empty.goal("g", "综合")
    empty.indicator("a", target="1000家", measure="level", part_of="g")
    empty.indicator("b", target="1000个", measure="count", part_of="g")
    seen = jj.Observations()
    seen.add("a", "2025-06-30", 950)
    seen.add("b", "2025-06-30", 200)
    shown = texts(empty.build().evaluate(seen, as_of="2025-06-30").plot.shortfall())
    assert "欠进度 57.5%，欠 29.6 个百分点（已要求的部分 20%）" in shown


def test_an_outline_of_thirty_nodes_names_them_all(wide):
    ax = wide.plot.outline()
    assert "未写名称" not in texts(ax)
    assert canvas.HEIGHT < ax.figure.get_size_inches()[1] < canvas.TALLEST
    assert texts(ax).count("新建口袋公园") == 5


def test_legends_count_indicators_and_tasks_once_and_no_goals(now):
    found = {}
    for words in legend(now.plot.outline(depth=1)):
        word, _, count = words.partition(" ")
        found[word] = int(count or 0)
    assert found["无数据"] == 54 and found["未到期"] == 93
    assert sum(found.values()) == 163 and found["达进度"] == 0  # a goal's status, drawn
    assert "图例：163 项指标和任务，目标不计入" in texts(now.plot.outline())
    counts = [int(words.rpartition(" ")[2]) for words in legend(now.plot.indicators())]
    assert sum(counts) == len(now.plan.indicators)
