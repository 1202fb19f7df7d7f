# SPDX-License-Identifier: BSL-1.0
"""The report that people read: whole, harmless, and with the numbers of the evaluation."""

import re
import time

import jinjiang as jj
import pytest
from jinjiang._display import marked_pace, pace_terms, percent, result_cells
from jinjiang.report._facts import GROUPS, WORST_FIRST
from jinjiang.report._words import WORDS
from report_pages import HOSTILE, Page, hostile, many

LANGUAGES = ("zh", "en")
SECTIONS = ["areas", "attention", "indicators", "owners", "unjudged", "tasks", "method"]


def keys(words):
    """The keys of a dictionary of words, those within it as well."""
    return {
        (key, inner)
        for key, value in words.items()
        for inner in (value if isinstance(value, dict) else [None])
    }


@pytest.fixture(scope="module", params=LANGUAGES)
def language(request):
    return request.param


@pytest.fixture(scope="module")
def page(now, language):
    return Page(now.report(language=language))


def test_the_page_is_well_formed(page):
    assert (page.wrong, page.open) == ([], [])
    assert len(page.ids) == len(set(page.ids))
    assert {link[1:] for link in page.links} <= set(page.ids)
    assert page.lang == ("zh-CN" if "各领域情况" in page.said else "en")


def test_it_needs_nothing_from_elsewhere(page):
    assert page.addresses == []
    assert page.scripts == 1 and page.handlers == []
    assert not re.search(r"https?:|//[a-z]|@import|url\(", page.text.replace("// ", ""))
    assert "default-src 'none'" in page.text


def test_every_part_is_there_in_order(page):
    assert [id for id in page.ids if id in SECTIONS] == SECTIONS


def test_every_indicator_and_every_task_has_a_row(now, page):
    ids = {name: [row[0] for row in page.rows[f"{name}-table"][1:]] for name in SECTIONS[2::3]}
    for name, nodes in (("indicators", now.plan.indicators), ("tasks", now.plan.tasks)):
        assert len(ids[name]) == len(nodes)
        for node, cell in zip(nodes, ids[name], strict=True):
            assert cell.startswith(node.title + node.id)


def test_the_numbers_are_those_of_the_evaluation(now, page, language):
    for node, row in zip(now.plan.indicators, page.rows["indicators-table"][1:], strict=True):
        status, attainment, expected, _, value, target, *_ = result_cells(now[node.id], language)
        assert row[1:6] == [status, target or "—", value or "—", attainment, expected]
    goals = {node.title: now[node.id] for node, level, _ in now.plan.outline() if level < 2}
    for row in page.rows["areas-table"][1:]:
        result = goals[row[0]]
        assert row[1] == jj.label(result.status, language)
        assert row[3:5] == [percent(result.attainment), percent(result.expected)]
        assert row[5] == marked_pace(result) + pace_terms(result)
        assert row[6] == percent(result.coverage)


def test_the_standing_adds_up(now, page):
    sentence = next(text for text in page.words if text.startswith(("截至 ", "As of ")))
    counts = [int(n) for n in re.findall(r"(?<![\d-])\d+(?![\d-])", sentence)]
    assert counts == [7, 2, 94, 54, 6]
    assert sum(counts) == len(now.plan.indicators) + len(now.plan.tasks)


def test_a_leaf_is_counted_once_beneath_a_goal(empty):
    empty.goal("top", "全")
    empty.goal("a", "甲", part_of="top")
    empty.goal("b", "乙", part_of="top")
    empty.indicator("i", "指标", target="10个", measure="increment", part_of=["a", "b"])
    rows = Page(empty.build().evaluate().report()).rows["areas-table"]
    assert [row[-1] for row in rows[1:]] == ["无数据 1"] * 3


def test_what_is_behind_is_told_with_its_reasons(now, page, language):
    for result in now.behind():
        lines = now.explain(result.id).to_text(language).strip().splitlines()[1:]
        assert all(line.strip() in page.words for line in lines)
    left = "还有 92 天到期" if language == "zh" else "days left: 92"
    assert sum(left in text for text in page.words) == 2


def test_a_goal_that_is_behind_says_where_the_shortfall_comes_from(draft):
    seen = jj.Observations()
    seen.add("g.1", "2025-06-30", 700)
    said = Page(draft.build().evaluate(seen, as_of="2025-07-01").report(language="zh")).said
    # Task g.2 is due and without a reading, so that it is left out: 1 - 700 / 7000.
    assert "距完成尚欠 90%，其中：90% 盘活低效用地 欠进度" in said


def test_a_goal_is_behind_by_what_those_parts_lack_of_which_something_was_expected(empty):
    empty.goal("g", "综合")
    empty.indicator("a", target="1000家", measure="level", part_of="g")
    empty.indicator("b", target="1000个", measure="count", part_of="g")
    seen = jj.Observations()
    seen.add("a", "2025-06-30", 950)
    seen.add("b", "2025-06-30", 200)
    said = Page(empty.build().evaluate(seen, as_of="2025-06-30").report(language="zh")).said
    # Attainment (0.95 + 0.2) / 2 = 57.5 % is beyond the expected 181 / 365 = 49.59 %, of b alone.
    assert "已要求进度的部分完成 20%，落后序时进度 29.6 个百分点" in said
    # Pace 0.2 / (181 / 365), which is not 57.5 / 49.6.
    assert "※0.420% / 49.6%" in said and "进度比0.4 = 20% / 49.6%覆盖率" in said
    assert "※ 目标的进度比只计已有序时要求的下级，分子不是完成率。" in said


def test_of_a_ceiling_the_report_says_what_is_used(empty):
    empty.indicator("c", "三公经费", target="不超过850万元", measure="increment")
    seen = jj.Observations()
    seen.add("c", "2025-06-30", 455)
    page = Page(empty.build().evaluate(seen, as_of="2025-06-30").report(language="zh"))
    used = "已用 53.5%（455 / 850 万元），到该日限额 421.5068 万元"
    assert used + "，还有 184 天到期" in page.said and "落后序时进度" not in page.said
    name, _, target, *_ = page.rows["indicators-table"][1]
    assert used in name and target == "全年不超过 850 万元"
    assert "进度 = 1 − (实际值 − 到该日限额) ÷ 到该日限额" in page.said


def test_what_is_behind_is_in_the_order_that_its_heading_says(empty):
    seen = jj.Observations()
    for id, value in (("slow", 10), ("at-risk", 45), ("slower", 5)):
        empty.goal("g." + id, "目标" + id)
        empty.indicator(id, "指标" + id, target="100个", measure="count", part_of="g." + id)
        seen.add(id, "2025-06-30", value)
    said = Page(empty.build().evaluate(seen, as_of="2025-06-30").report(language="zh")).said
    said = said.split("落后的指标和任务（按状态、进度比从差到好）", 1)[1]
    leaves, goals = said.split("落后的目标，以及欠缺来自哪里（按状态、进度比从差到好）", 1)
    for part, kind in ((leaves, "指标"), (goals.split("全部指标")[0], "目标")):
        places = [part.index(kind + id) for id in ("slower", "slow", "at-risk")]
        assert places == sorted(places)
    assert "进度比0.1到期" in leaves


def test_what_of_a_shortfall_is_not_listed_is_counted(empty):
    empty.goal("g", "目标")
    seen = jj.Observations()
    for i in range(8):
        empty.indicator(f"i{i}", target="100个", measure="count", part_of="g")
        seen.add(f"i{i}", "2025-12-31", 10 * i)
    said = Page(empty.build().evaluate(seen).report(language="zh")).said
    # 1 - 280 / 800; beyond the five largest are 50, 40 and 30 of 800.
    assert "距完成尚欠 65%，其中：12.5% i0" in said and "15% 其余 3 项" in said


def test_a_goal_that_asks_for_more_parts_than_it_has_says_what_is_unfilled(empty):
    empty.goal("g", "目标", rule=("at_least", 2))
    empty.indicator("i", target="100个", measure="count", part_of="g")
    empty.indicator("off", target="100个", measure="count", part_of="g", lifecycle="cancelled")
    seen = jj.Observations()
    seen.add("i", "2025-12-31", 100)
    said = Page(empty.build().evaluate(seen).report(language="zh")).said
    assert "距完成尚欠 50%，其中：50% 组成部分不足的空缺" in said


def test_what_is_not_met_does_not_read_as_if_it_were(empty):
    empty.indicator("a", "差四户", target="1万户", measure="increment")
    empty.indicator("b", "差一分", target="1亿元", measure="increment")
    empty.indicator("c", "正好", target="超900家", measure="level")
    seen = jj.Observations()
    seen.add("a", "2025-12-31", 9996, unit="户")
    seen.add("b", "2025-12-31", 99995000, unit="元")
    seen.add("c", "2025-12-31", 900)
    page = Page(empty.build().evaluate(seen).report(language="zh"))
    rows = {row[0][:2]: row for row in page.rows["indicators-table"][1:]}
    assert rows["差四"][1:5] == ["未完成", "1 万户", "9996 户", "99.96%"]
    assert rows["差一"][1:5] == ["未完成", "1 亿元", "9999.5 万元", "99.995%"]
    assert rows["正好"][1:5] == ["未完成", "超 900 家", "900 家", "100%"]
    assert "正好是界线，界线本身不算达标" in rows["正好"][0]
    assert "落后序时进度 0.04 个百分点" in page.said


def test_an_indicator_that_is_followed_is_named_by_its_title(empty):
    empty.indicator("a", "经济增长", target="6%左右", measure="growth")
    follows = jj.Target.relative("at_least", "a", 1, "%", measure="growth")
    empty.indicator("b", "收入增长", target=follows)
    now = empty.build().evaluate()
    for language, words in (
        ("zh", "不低于 经济增长 + 1 个百分点"),
        ("en", "at least 经济增长 + 1 point"),
    ):
        assert Page(now.report(language=language)).rows["indicators-table"][2][2] == words


def test_what_is_only_watched_is_apart_from_what_could_not_be_judged(empty):
    empty.indicator("a", "人口")
    page = Page(empty.build().evaluate().report(language="zh"))
    assert "1 项只作观察。" in page.said and "无法判断，" not in page.said
    assert "所有事项都能判断。观察指标没有目标值，只作观察 1" in page.said


def test_why_there_is_no_verdict(now, empty):
    said = Page(now.report()).said
    reasons = WORDS["zh"]["reasons"]
    assert reasons["later"] + " 2" in said  # the budget's figures are of the end of the year
    assert reasons["watched"] + " 6" in said
    assert "覆盖率低于 50%，目标不作判断 28" in said
    empty.indicator("a", target=jj.Target.set_elsewhere("省政府"))
    empty.indicator("b", target="5%", measure="growth")
    empty.indicator("c", target="900家", measure="level")
    empty.indicator("d", target=jj.Target.relative("at_least", "b", 1, "%", measure="growth"))
    seen = jj.Observations()
    seen.add("b", "2025-03-31", 3, basis="名义")
    seen.add("b", "2025-03-31", 5, basis="可比")
    seen.add("d", "2025-02-28", 5)
    said = Page(empty.build().evaluate(seen, as_of="2025-06-30").report(language="zh")).said
    for reason in ("set_elsewhere", "basis", "baseline", "relative"):
        assert reasons[reason] + " 1" in said


def test_a_blocked_task_says_what_it_waits_for():
    said = Page(many(10).report(language="zh")).said
    assert "等待：前期工作" in said and "受阻" in said


def test_hostile_texts_stay_texts(language):
    page = Page(hostile().report(language=language))
    assert (page.wrong, page.open, page.handlers, page.addresses) == ([], [], [], [])
    assert page.scripts == 1
    assert "<script>alert(1)" not in page.text and "<img" not in page.text
    for text in HOSTILE:
        assert text.translate(dict.fromkeys(range(32), " ")) in page.words  # whole, as one text
    assert not re.search(r"[\x00-\x09\x0b-\x1f]", page.text)
    outside = re.sub(r"<bdi[^>]*>[^<]*</bdi>|<title>.*?</title>", "", page.text)
    assert "\u202e" not in outside and "\u2066" not in outside


def test_a_very_long_title_unfolds():
    page = Page(many(1).report(title="很长" * 5000))
    assert "很长" * 5000 in page.words
    assert max(len(text) for text in re.findall(r"<summary><bdi>(.*?)</bdi>", page.text)) == 120


def test_both_languages_have_the_same_words_and_every_status():
    assert keys(WORDS["zh"]) == keys(WORDS["en"])
    statuses = {str(status) for status in jj.Status}
    assert set(WORDS["zh"]["meanings"]) == set(WORST_FIRST) == statuses
    assert sorted(status for group in GROUPS.values() for status in group) == sorted(statuses)


def test_the_texts_of_the_plan_keep_their_language(now):
    assert '<bdi lang="zh">盘活低效用地</bdi>' in now.report(language="en")
    assert '<bdi lang="zh">' not in now.report(language="zh")


def test_the_method_has_the_numbers_of_the_policy_in_force(plan):
    policy = jj.Policy(ahead=1.25, on_track=0.9, at_risk=0.7, minimum_coverage=0.3, missing="zero")
    said = Page(plan.evaluate(policy=policy).report(language="en")).said
    for words in ("1.25 and more", "0.9 and more", "0.7 and more", "below 30%", "counted as 0"):
        assert words in said
    assert jj.__version__ in said


def test_a_plan_without_anything_has_a_report(empty, language):
    page = Page(empty.build().evaluate().report(language=language))
    assert (page.wrong, page.open) == ([], [])
    assert WORDS[language]["no_areas"] in page.said


def test_it_is_the_same_to_the_last_byte(now):
    assert now.report() == jj.Evaluation.from_bytes(now.to_bytes()).report()


def test_a_thousand_indicators_take_a_moment():
    seconds = []
    for count in (1000, 4000):
        now = many(count)
        begin = time.process_time()
        now.report()
        seconds.append(time.process_time() - begin)
    assert seconds[0] < 2 and seconds[1] < 8 * seconds[0]
