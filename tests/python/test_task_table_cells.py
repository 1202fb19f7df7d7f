# SPDX-License-Identifier: BSL-1.0
"""Cells and columns of tables of tasks: what is read, and what is told and not taken."""

import datetime as dt

import jinjiang as jj
import numpy
import pandas
import polars
import pytest
from openpyxl.styles import Font
from task_tables import book_of, codes, read, said


@pytest.mark.parametrize(
    ("target", "cell", "value"),
    [
        ("12000人", "10,500", 10500),
        ("12000人", "１０，５００", 10500),
        ("12000人", "10,500人", 10500),
        ("5亿元", "完成投资3.2亿元，占年度计划的64%", 3.2),
        ("增长6%", "增长5.1%", 5.1),
        ("增长6%", "完成投资3.2亿元，占年度计划的64%", None),
        ("覆盖率90%", "完成年度任务的64%", None),
        ("覆盖率90%", "覆盖率达85%", 85),
        ("30家", "本月新增5家", None),
        ("30家", "还差3家", None),
        ("3000个", 0.75, None),
        ("35亿元", 0.75, None),
        ("35亿元", "0.75亿元", 0.75),
        ("0.9亿元", 0.75, 0.75),
        ("覆盖率95%", 0.93, None),
        ("覆盖率95%", "0.93%", 0.93),
        ("覆盖率95%", 93, 93),
        ("覆盖率95%", 1, None),
        ("增长6%", 0.9, None),
        ("下降5%", "3.2%", None),
        ("下降5%", 3.2, None),
        ("下降5%", "+3.2%", 3.2),
        ("下降5%", "-3.2%", -3.2),
        ("下降5%", "下降3.2%", -3.2),
        ("12,34个", "12,34", None),
    ],
)
def test_readings_that_are_no_shares_of_the_plan(target, cell, value):
    reading = read([1, "甲", target, "乙", "", cell])
    assert [o.value for o in reading.observations] == ([] if value is None else [value])
    if value is None:
        assert any(p.column == "F" and p.taken == "not taken" for p in reading.problems)


def test_columns_of_percentages_by_what_else_stands_in_them():
    head = ["任务", "牵头单位", "完成率"]
    rows = [["甲", "乙", 0.65], ["丙", "乙", 1], ["丁", "乙", "30%"]]
    assert [o.value for o in read(*rows, head=head).observations] == [0.65, 1, 0.3]
    mixed = read(["甲", "乙", 0.65], ["丙", "乙", 90], head=head)
    assert [o.value for o in mixed.observations] == [0.9]
    assert (3, "C", "fraction") in codes(mixed)
    named = read(["甲", "乙", 0.65], head=["任务", "牵头单位", "完成率（%）"])
    assert [o.value for o in named.observations] == [0.65] and (3, "C", "fraction") in codes(named)


def test_totals_and_rates_of_one_day():
    head = ["任务", "目标值", "1-9月完成 总量", "1-9月完成 增速"]
    reading = read(["投资", "50亿元", 40, 6.5], ["投资增长", "6%", 33, 5.4], head=head)
    assert [(o.value, str(o.unit)) for o in reading.observations] == [(40, ""), (5.4, "%")]
    assert (3, "D", "reading_unread") in codes(reading)
    assert (4, "C", "reading_unread") in codes(reading)


def test_columns_that_tell_of_plans_are_no_readings():
    head = ["任务", "目标值", "序时进度", "进度安排", "下一步工作措施", "上月进展"]
    reading = read(["甲", "50个", "75%", "3月底前10个", "新增5个", "30个"], head=head)
    assert len(reading.observations) == 0
    assert [p.code for p in reading.problems if p.row == 2] == ["column_unread"] * 4
    assert "序时进度：75%" in reading.plan["1"].note


def test_merged_cells_stand_in_their_first_column(tmp_path):
    rows = (
        ["任务", "目标值", "牵头单位", "配合单位", "备注"],
        ["甲", "3个", "乙局", None, "丙"],
        ["丁", "4个", None, None, None],
    )
    book_of(tmp_path / "a.xlsx", *rows, merged=["C2:D2", "B3:C3"])
    reading = jj.read_table(tmp_path / "a.xlsx", year=2027)
    first, second = reading.plan.nodes
    assert (first.owner, first.supporting, second.owner) == ("乙局", [], "")
    assert [p for p in codes(reading) if p[2] == "merged_across"] == [
        (2, "D", "merged_across"),
        (3, "C", "merged_across"),
    ]


def test_units_and_scales_of_formats(tmp_path):
    book = book_of(tmp_path / "a.xlsx", ["任务", "目标值"], ["甲", 30], ["乙", 30000])
    page = book.active
    page["B2"].number_format = '#,##0"家"'
    page["B3"].number_format = '0!.0,"万"'
    book.save(tmp_path / "a.xlsx")
    reading = jj.read_table(tmp_path / "a.xlsx", year=2027)
    assert str(reading.plan["1"].target) == "reach 30 家"
    assert (3, "B", "scaled_format") in codes(reading)


def test_numbers_that_became_dates_and_titles_that_repeat_their_number():
    reading = read(
        [dt.datetime(2027, 1, 2), "甲", "3个", "乙", "", ""], [2, "2.丙", "4个", "乙", "", ""]
    )
    assert [(node.id, node.title) for node in reading.plan.nodes] == [("1", "甲"), ("2", "丙")]
    assert (3, "A", "number_is_date") in codes(reading)


def test_a_state_that_is_no_progress_yet():
    head = ["任务", "目标值", "状态"]
    reading = read(["甲", "", "未启动"], ["乙", "3个", "未启动"], head=head)
    assert reading.observations == jj.Observations()
    assert (reading.plan["1"].progress, reading.plan["2"].note) == (0, "未启动")


def test_readings_of_several_targets_that_cannot_be_told_apart():
    targets = "新建学校3所；新建医院2所"
    for cell in ("新建医院1所；新建学校2所", "5所", "1所；"):
        reading = read([1, "补短板", targets, "乙", "", cell])
        assert len(reading.observations) == 0
        assert (3, "F", "reading_of_goal") in codes(reading)
    reading = read([1, "补短板", targets, "乙", "", "新建学校2所；新建医院1所"])
    assert [(o.id, o.value) for o in reading.observations] == [("1.1", 2), ("1.2", 1)]


def test_the_reading_of_a_goal_with_one_figure_is_that_of_its_part():
    reading = read(
        [1, "税收", "5亿元", "甲", "", "3亿元"], ["1.1", "增值税", "2亿元", "甲", "", ""]
    )
    assert [(o.id, o.value) for o in reading.observations] == [("1.2", 3)]
    assert reading.plan["1.2"].title == "税收"


def test_units_that_lead_and_units_that_answer():
    head = ["任务", "牵头单位", "责任单位"]
    node = read(["甲", "乙局", "丙局、丁局"], head=head).plan["1"]
    assert (node.owner, node.supporting) == ("乙局", ["丙局", "丁局"])


def test_fonts_of_styles_do_not_matter(tmp_path):
    book = book_of(tmp_path / "a.xlsx", ["任务", "目标值"], ["甲", "3个"])
    book.active["A2"].font = Font(strike=True)
    book.save(tmp_path / "a.xlsx")
    reading = jj.read_table(tmp_path / "a.xlsx", year=2027)
    assert (2, "A", "struck_out") in codes(reading) and len(reading.plan) == 1


def test_other_heads_further_down():
    head = ["序号", "民生事项", "责任单位", "目标", "时限", "备注"]
    rows = [[1, "甲", "3个", "a", "6月", ""], ["二、民生"], head, [2, "丁", "b", "5个", "9月", "x"]]
    reading = read(*rows)
    node = reading.plan["2"]
    assert (node.title, node.owner, node.due, node.note) == ("丁", "b", dt.date(2027, 9, 30), "x")
    assert str(node.target) == "reach 5 个" and node.parents.ids == ["二"]
    assert (5, "", "other_heads") in codes(reading)


def test_a_target_of_a_later_year_is_told():
    reading = read([1, "甲", "2027年达到50个，2028年达到80个", "a", "", ""])
    assert [node.title for node in reading.plan.indicators] == ["甲", "甲"]
    assert (3, "C", "due_later") in codes(reading)


@pytest.mark.parametrize(
    ("due", "month"), [("12.31", 12), ("6/30", 6), ("6.3", None), ("27.6.30", None)]
)
def test_days_without_a_year(due, month):
    reading = read([1, "甲", "", "a", due, ""])
    assert reading.plan["1"].due.month == (month or 12)
    assert [p.code for p in reading.problems] == ([] if month else ["due_unread"])


@pytest.mark.parametrize("frame", [pandas.DataFrame, polars.DataFrame])
def test_frames_of_narrow_numbers_and_missing_cells(frame):
    made = frame(
        {
            "任务": ["甲", "乙", None],
            "目标值（亩）": numpy.array([0.1, 3, numpy.nan], "float32"),
            "完成时限": [dt.date(2027, 3, 4), None, None],
            "进展（6月底）": [None, 2.5, None],
        }
    )
    reading = jj.read_table(made, year=2027)
    assert [node.target.value for node in reading.plan.nodes] == [0.1, 3]
    assert reading.plan["1"].due == dt.date(2027, 3, 4)
    assert said(reading) == {("2", "2027-06-30"): (2.5, "亩")}


def test_what_only_frames_of_pandas_have():
    columns = pandas.MultiIndex.from_tuples([("任务", "名称"), ("目标", "值")])
    index = pandas.Index(["t1"], name="编号")
    assert list(jj.read_table(pandas.DataFrame([["甲", "3个"]], columns=columns)).mapping) == [
        "任务 名称",
        "目标 值",
    ]
    named = pandas.DataFrame({"任务": ["甲"], "目标值": ["3个"]}, index=index)
    assert [node.id for node in jj.read_table(named).plan.nodes] == ["t1"]
    missing = pandas.DataFrame({"任务": ["甲"], "目标值": pandas.array([pandas.NA], "Int64")})
    assert jj.read_table(missing).plan["1"].kind == "task"


@pytest.mark.parametrize(
    ("head", "row", "unit"),
    [
        (["任务", "目标值", "单位", "进展"], ["甲", "1.2万亩", "亩", 8000], "亩"),
        (["任务", "目标值（亩）", "进展"], ["甲", "1.2万亩", 8000], "亩"),
        (["任务", "目标值", "进展"], ["甲（亩）", "1.2万亩", 8000], "亩"),
        (["任务", "目标值（亩）", "进展（万亩）"], ["甲", "1.2万亩", 0.8], "万亩"),
        (["任务", "目标值", "单位", "进展"], ["甲", "1.2万亩", "家", 0.8], ""),
        (["任务", "目标值（亩）", "进展"], ["甲", "1.2万亩", "0.8万亩"], "万亩"),
    ],
)
def test_the_unit_of_a_bare_reading_is_that_of_its_row_or_table(head, row, unit):
    reading = read(row, head=head)
    assert [str(o.unit) for o in reading.observations] == [unit]
    assert ("unit_taken" in str(reading.problems)) == (unit == "亩")


def test_the_unit_above_a_table_is_that_of_bare_readings_of_its_kind():
    above = [["2027年任务（截至6月底）"], ["单位：万元"]]
    rows = [["任务", "目标值", "进展"], ["甲", "3.5亿元", 12000], ["乙", "30家", 21]]
    reading = jj.read_table([*above, *rows])
    assert [(o.value, str(o.unit)) for o in reading.observations] == [(12000, "万元"), (21, "")]


def test_a_task_whose_title_begins_like_a_note():
    head = ["任务", "目标值", "牵头单位"]
    reading = read(["审核流程优化：提速", "3个", "甲"], ["审核：张三", "", "制表：李四"], head=head)
    assert len(reading.plan) == 1 and (4, "", "note") in codes(reading)


def test_rates_in_a_column_that_says_their_unit_or_their_signs():
    head = ["任务", "目标值", "1-9月增速（%）"]
    reading = read(["甲", "增长6%", 0.9], ["乙", "下降5%", 1.2], ["丙", "下降5%", -4], head=head)
    assert [o.value for o in reading.observations] == [0.9, 1.2, -4]


@pytest.mark.parametrize(
    ("cell", "owner", "supporting"),
    [
        ("县发改局 县财政局", "县发改局", ["县财政局"]),
        ("县发改局（县财政局、县统计局配合）", "县发改局", ["县财政局", "县统计局"]),
        ("牵头单位：县发改局；配合单位：县财政局、县统计局", "县发改局", ["县财政局", "县统计局"]),
        ("各镇（街道）", "各镇（街道）", []),
        ("张 三", "张 三", []),
    ],
)
def test_units_in_one_cell(cell, owner, supporting):
    node = read([1, "甲", "", cell, "", ""]).plan["1"]
    assert (node.owner, node.supporting) == (owner, supporting)


@pytest.mark.parametrize("cell", [0.95, "0.95", "０.９５", 1])
def test_a_bare_target_of_percent_that_may_be_a_share(cell):
    reading = read(["甲", cell, 90], head=["任务", "目标值（%）", "进展（%）"])
    assert (3, "B", "fraction") in codes(reading)
    assert reading.plan["1"].target.value == float(str(cell).replace("０.９５", "0.95"))


def test_a_column_of_the_authorities_above_is_no_outline():
    head = ["序号", "上级部门", "工作任务", "目标值", "上级任务来源"]
    reading = read(
        ["一", "", "产业", "", ""], ["1", "省发改委", "投资", "增长6%左右", "文件"], head=head
    )
    assert reading.mapping["上级部门"] == "unread"
    assert reading.plan["1"].parents.ids == ["一"] and reading.plan["1"].target.value == 6


def test_headings_with_nothing_beneath_them(tmp_path):
    rows = (
        ["序号", "任务", "目标值"],
        ["一、产业"],
        [1, "甲", "3个"],
        ["二、民生"],
        ["以上由县政府督查室解释。"],
    )
    book_of(tmp_path / "a.xlsx", *rows, merged=["A2:C2", "A4:C4", "A5:C5"])
    reading = jj.read_table(tmp_path / "a.xlsx", year=2027)
    assert [node.id for node in reading.plan.nodes] == ["一", "1", "二"]
    assert [p for p in codes(reading) if p[0] > 3] == [(4, "", "no_parts"), (5, "", "note")]
