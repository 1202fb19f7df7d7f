# SPDX-License-Identifier: BSL-1.0
"""Tables of tasks: targets that are a guess or not read, and readings that cannot be theirs."""

import jinjiang as jj
import pytest
from task_tables import codes, read

HEAD = ["任务", "目标值", "进展"]


def problems(reading, column):
    return [(p.code, p.taken) for p in reading.problems if p.column == column]


@pytest.mark.parametrize(
    ("title", "target", "cell"),
    [
        ("居民收入", "与经济增长同步", "5.1%"),
        ("参保率", "不低于全省平均", "92%"),
        ("居民收入", "高于全省1个百分点", "5.1%"),
        ("居民收入", "稳中有升", 0.051),
        ("建设驿站", "数十个", "60%"),
        ("绿化覆盖率", "", "42%"),
    ],
)
def test_a_percentage_of_a_target_that_was_not_read_is_no_progress(title, target, cell):
    reading = read([title, target, cell], head=HEAD)
    assert len(reading.observations) == 0 and reading.plan["1"].progress is None
    assert problems(reading, "C") == [("reading_unread", "not taken")]


@pytest.mark.parametrize(
    ("target", "cell", "head", "progress"),
    [
        ("与经济增长同步", "完成年度计划的51%", "进展", 0.51),
        ("与经济增长同步", "51%", "完成率", 0.51),
        ("形成送审稿", "60%", "进展", 0.6),
        ("6月底前形成送审稿", "60%", "进展", 0.6),
        ("率先完成", "60%", "进展", 0.6),
        ("", "60%", "进展", 0.6),
    ],
)
def test_a_percentage_that_is_said_to_be_progress(target, cell, head, progress):
    reading = read(["编制规划", target, cell], head=["任务", "目标值", head])
    assert [o.value for o in reading.observations] == [progress]


def test_a_percentage_is_no_reading_of_a_count():
    reading = read(["驿站", "10个", "92%"], head=HEAD)
    assert len(reading.observations) == 0
    assert problems(reading, "C") == [("reading_unread", "not taken")]
    assert reading.plan["1"].note == "92%"


def test_why_a_relative_target_was_not_read_is_said_in_chinese():
    reading = read(["居民收入", "与经济增长同步", ""], head=HEAD)
    (problem,) = reading.problems
    assert (problem.code, problem.taken) == ("target_unread", "no target")
    assert problem.message.startswith("跟随“经济增长”，")
    assert reading.plan["1"].note == "与经济增长同步"


@pytest.mark.parametrize(
    ("target", "made"),
    [
        ("1000亿元以上（含本数）", "at least 1000 亿元"),
        ("1000亿元（含）以上", "at least 1000 亿元"),
        ("1000亿元以上（不含本数）", "above 1000 亿元"),
        ("5起以下（含本数）", "at most 5 起"),
        ("5起以下（不含）", "below 5 起"),
    ],
)
def test_bounds_in_the_words_of_lawyers(target, made):
    assert str(read(["甲", target, ""], head=HEAD).plan["1"].target) == made


@pytest.mark.parametrize("target", ["10个", "10个以上", "不少于10个", "至少10个"])
def test_a_level_that_no_word_says_is_a_guess(target):
    reading = read(["驿站", target, ""], head=HEAD)
    assert str(reading.plan["1"].target.measure) == "level"
    assert [code for code, _ in problems(reading, "B")] == ["measure_guessed"]


def test_levels_and_counts_that_are_said_are_no_guess():
    for title, target in (("改造小区", "不少于10个"), ("高企", "超900家"), ("事故", "不超过5起")):
        assert problems(read([title, target, ""], head=HEAD), "B") == []


@pytest.mark.parametrize("target", ["32个；惠及6800户", "32个，惠及6800户"])
def test_a_first_figure_without_words_measures_what_the_title_says(target):
    alone = read(["改造老旧小区", "32个", ""], head=HEAD).plan["1"].target
    reading = read(["改造老旧小区", target, "5个；600户"], head=HEAD)
    assert reading.plan["1.1"].target == alone and str(alone.measure) == "count"
    assert [node.title for node in reading.plan.indicators] == [
        "改造老旧小区",
        "改造老旧小区（惠及）",
    ]
    assert problems(reading, "B") == []
    assert [(o.id, o.value) for o in reading.observations] == [("1.1", 5), ("1.2", 600)]


@pytest.mark.parametrize(
    ("target", "cell", "taken"),
    [
        ("1.5万人", 4100, "not taken"),
        ("1.5万人", "4100", "not taken"),
        ("1.5万人", 150, "not taken"),
        ("1.5万人", "4100万人", "4100万人"),
        ("3亿元", "310亿元", "310亿元"),
        ("3亿元", "300亿元", "300亿元"),
    ],
)
def test_a_reading_a_hundred_times_its_target(target, cell, taken):
    reading = read(["甲", target, cell], head=HEAD)
    assert [p.taken for p in reading.problems if p.code == "figure_far_off"] == [taken]
    assert len(reading.observations) == (taken != "not taken")


@pytest.mark.parametrize("cell", [149, "4100人", "1.2万人"])
def test_a_reading_that_is_not_so_far_off(cell):
    reading = read(["甲", "1.5万人", cell], head=HEAD)
    assert len(reading.observations) == 1
    assert "figure_far_off" not in str(codes(reading))


def test_a_state_beside_a_figure_hides_it_no_more():
    reading = read(["驿站", "10个", "建成3个，正常推进"], head=HEAD)
    assert [o.value for o in reading.observations] == [3]
    assert problems(reading, "C") == [("reading_in_words", "3个"), ("state_vague", "note")]


@pytest.mark.parametrize(("cell", "note"), [("5所", "5所"), ("新建学校2所；新建医院1所", "")])
def test_words_that_are_no_readings_of_several_targets_stay_in_the_note(cell, note):
    reading = read(["补短板", "新建学校3所；新建医院2所", cell], head=HEAD)
    assert reading.plan["1"].note.partition("新建医院2所")[2].lstrip("；") == note


def test_a_note_that_is_too_long_is_cut_and_told():
    cell = "还有很多事，" * 4000
    reading = read(["甲", "10个", cell], head=HEAD)
    (cut,) = [p for p in reading.problems if p.code == "note_too_long"]
    assert reading.plan["1"].note + cut.text == cell.strip()
    assert len(reading.plan["1"].note.encode()) <= 65536


@pytest.mark.parametrize(
    ("head", "unit", "words", "target"),
    [
        ("目标值", "亩", "1.2万", "1.2 万亩"),
        ("目标值", "人", "超1.2万", "超 1.2 万人"),
        ("目标值（亩）", "", "1.2万", "1.2 万亩"),
        ("目标值（万亩）", "", "1.2万", "1.2 万亩"),
        ("目标值（万亩）", "", "1.2", "1.2 万亩"),
        ("目标值（亩）", "", "12000", "12000 亩"),
        ("目标值", "人", "1.2万以上", "不低于 1.2 万人"),
    ],
)
def test_a_number_with_a_scale_has_the_unit_that_is_written(head, unit, words, target):
    rows = [["序号", "工作任务", head, "计量单位"], [1, "新增面积", words, unit]]
    reading = jj.read_table(rows, year=2027)
    assert reading.plan.indicators[0].target.describe("zh") == target
    assert "unit_guessed" not in {problem.code for problem in reading.problems}
