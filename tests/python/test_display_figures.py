# SPDX-License-Identifier: BSL-1.0
"""What displays count, and how they keep a figure from being taken for another."""

import re
from html import unescape

import jinjiang as jj
import pytest
from jinjiang._display import evaluation_table, result_cells, status_counts
from jinjiang._display.footnotes import ceiling


def words(markup):
    """What a reader sees of HTML, with single spaces."""
    visible = re.sub(r"<style.*?</style>|<[^>]*>", " ", markup, flags=re.S)
    return re.sub(r"\s+", " ", unescape(visible))


def test_statuses_are_counted_the_same_everywhere_goals_apart(now):
    leaves, goals = status_counts(now.results)
    assert (leaves.total(), goals.total()) == (163, 31)
    assert (leaves["no_data"], leaves["not_due"]) == (54, 93)
    head = words(
        now._repr_html_().split('<div class="lights">', 1)[1].split('<div class="note"')[0]
    )
    assert head.startswith(" 指标和任务 163 项： 未到期 93 无数据 54 不可比 6")
    assert " 目标 31 个： 无数据 28 未到期 2 达进度 1" in head
    counted = {
        status.replace(" ", "_"): n for n, status in re.findall(r"(\d+) ([a-z ]+)", repr(now))
    }
    assert {name: int(n) for name, n in counted.items() if name in leaves} == dict(leaves)


def test_a_leaf_of_two_goals_is_counted_once(empty):
    empty.goal("a", "甲")
    empty.goal("b", "乙")
    empty.indicator("i", "指标", target="10个", measure="increment", part_of=["a", "b"])
    now = empty.build().evaluate()
    assert "指标和任务 1 项： 无数据 1 目标 2 个： 无数据 2" in words(now._repr_html_())
    assert "目标" not in words(now.behind()._repr_html_())


def test_a_pace_that_is_not_attainment_by_expected_is_explained(empty):
    empty.goal("g", "综合")
    empty.indicator("a", target="1000家", measure="level", part_of="g")
    empty.indicator("b", target="1000个", measure="count", part_of="g")
    seen = jj.Observations()
    seen.add("a", "2025-06-30", 950)
    seen.add("b", "2025-06-30", 200)
    now = empty.build().evaluate(seen, as_of="2025-06-30")
    # Pace 0.2 / (181 / 365) = 0.403, while the attainment, (0.95 + 0.2) / 2 = 0.575, by it is 1.16.
    note = "※ 目标的进度比只计已有序时要求的下级，分子不是完成率：综合 20% / 49.6% = 0.4"
    assert evaluation_table(now).splitlines()[-1] == note
    assert "57.5%     49.6%    ※0.4" in evaluation_table(now)
    page = words(now._repr_html_())
    assert "57.5% 49.6% ※0.4 " in page and page.endswith(note + " ")
    assert "0.4 = 20% / 49.6%（分子只计已有序时要求的下级）" in words(now["g"]._repr_html_())
    assert "※" not in evaluation_table(now.what_if(jj.Scenario().remove("a")))


def test_of_a_ceiling_the_share_that_is_used_is_told(empty):
    empty.indicator("c", "三公经费", target="不超过850万元", measure="increment")
    seen = jj.Observations()
    seen.add("c", "2025-06-30", 455)
    now = empty.build().evaluate(seen, as_of="2025-06-30")
    used = "已用 53.5%（455 / 850 万元），到该日限额 421.5068 万元"  # 850 * 181 / 365
    assert evaluation_table(now).rstrip().endswith("三公经费 " + used)
    assert "※92.1%" in evaluation_table(now) and "全年不超过 850 万元" in evaluation_table(now)
    assert "421.50684" in str(now.explain("c"))
    assert used in now["c"]._repr_html_()
    assert used in words(
        now._repr_html_()
    ) and "at most 850 万元 over the year" in evaluation_table(now, language="en")


def test_a_ceiling_of_nothing_has_no_share(empty):
    empty.indicator("c", "事故", target="不超过0起", measure="count")
    seen = jj.Observations()
    seen.add("c", "2025-06-30", 2)
    now = empty.build().evaluate(seen, as_of="2025-06-30")
    assert ceiling(now["c"]).words("zh") == "已用（2 / 0 起），到该日限额 0 起"


@pytest.mark.parametrize(
    ("target", "value", "unit", "shown"),
    [
        ("12万人", 8210, "人", "8210 人"),
        ("3万亩", 4800, "亩", "4800 亩"),
        ("1万户", 9996, "户", "9996 户"),
        ("1亿元", 99995000, "元", "9999.5 万元"),
        ("1亿元", 1200, "元", "1200 元"),
        ("12万人", 12345, "人", "1.2345 万人"),
        ("12万人", 0, "人", "0 万人"),
        ("12万人", 0.5, "人", "0.5 人"),
        ("2000元", 0.5, "元", "0.5 元"),
        ("6%", 0.5, "%", "0.5%"),
    ],
)
def test_less_than_one_of_a_unit_is_shown_in_a_smaller_one(empty, target, value, unit, shown):
    empty.indicator("i", target=target, measure="growth" if unit == "%" else "increment")
    seen = jj.Observations()
    seen.add("i", "2025-06-30", value, unit=unit)
    result = empty.build().evaluate(seen)["i"]
    assert result_cells(result, "zh")[4] == shown


def test_a_unit_of_the_author_that_only_begins_with_a_scale_stays():
    units = jj.UnitTable()
    units.add("万方", "立方米", 1)
    draft = jj.PlanBuilder("p", start="2025-01-01", end="2025-12-31", units=units)
    draft.indicator("i", target=jj.Target("reach", 5, units["万方"], measure="increment"))
    seen = jj.Observations()
    seen.add("i", "2025-03-31", 0.5)
    assert result_cells(draft.build().evaluate(seen)["i"], "zh")[4] == "0.5 万方"


def test_headings_are_in_the_language_of_the_plan(now):
    after = now.what_if(jj.Scenario().value("land.reuse", 7000))
    assert '<div class="title">对比：3 项不同</div>' in now.compare(after)._repr_html_()
    page = words(now.plan._repr_html_())
    assert "31 个目标，79 项指标，84 项任务，2024-01-01 至 2024-12-31" in page
    page = words(now.schedule()._repr_html_())
    assert "截至 2024-09-30，最早于 2024-10-01 全部完成，关键 153 项" in page


def test_where_durations_are_missing_a_schedule_says_so_first(empty):
    empty.task("a", "甲", duration=5)
    empty.task("b", "乙", due="2025-06-30")
    empty.task("c", "丙", due="2025-07-31")
    schedule = empty.build().schedule()
    note = "注意：3 项任务和指标中有 2 项没有工期，按 0 天计，只按到期日排，时差和关键与否说明不了问题。"
    assert str(schedule).splitlines()[1] == note
    page = words(schedule._repr_html_())
    assert page.index(note) < page.index("最早开始")
    empty.task("d", "丁", duration=5)
    few = str(empty.build().schedule()).splitlines()[1]
    assert few == "注：4 项任务和指标中有 2 项没有工期，开始和到期日期也不齐，按 0 天计。"


def test_what_a_table_leaves_open_is_told_in_words(tmp_path):
    path = tmp_path / "table.csv"
    path.write_text("序号,工作任务,目标值,完成时限\n1,固定资产投资,12亿元,待定\n", encoding="utf-8")
    reading = jj.read_table(path)
    page = words(reading._repr_html_())
    assert {"measure_guessed", "due_unread"} <= {problem.code for problem in reading.problems}
    for problem in reading.problems:
        assert " ".join(problem.message.split()) in page
    assert "12亿元 存量" in page
