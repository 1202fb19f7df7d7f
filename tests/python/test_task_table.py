# SPDX-License-Identifier: BSL-1.0
"""Tables of tasks: four towns, and every trap of theirs."""

import datetime as dt

import jinjiang as jj
import openpyxl
import pandas
import polars
import pytest
from task_tables import TABLES, haiwan, jiangbei


def outline(reading):
    return {node.id: (node.title, node.parents.ids) for node in reading.plan.nodes}


def codes(reading):
    return [(problem.row, problem.column, problem.code) for problem in reading.problems]


def read(rows, **options):
    return jj.read_table(rows, **{"year": 2027, **options})


def only(rows, **options):
    """The node of a table that has one, with its problems."""
    reading = read(rows, **options)
    (node,) = reading.plan.nodes
    return node, [problem.code for problem in reading.problems]


def test_a_table_with_two_rows_of_heads_and_merged_headings(tmp_path):
    reading = jj.read_table(haiwan(tmp_path / "a.xlsx"))
    plan = reading.plan
    assert (plan.title, plan.start.year) == (
        "海湾镇2027年重点工作任务分解表（截至2027年6月30日）",
        2027,
    )
    assert outline(reading) == {
        "一": ("扩大有效投资", []),
        "1": ("固定资产投资（亿元）", ["一"]),
        "2": ("培育示范企业", ["一"]),
        "一.1": ("编制综合交通规划", ["一"]),
        "二": ("改善民生", []),
        "3": ("城乡居民医保参保率", ["二"]),
        "4": ("建设口袋公园", ["二"]),
        "4-2": ("搭建监管平台", ["二"]),
    }
    assert reading.mapping["责任单位 牵头"] == "owner"
    assert reading.mapping["责任单位 配合"] == "supporting"
    assert str(plan["1"].target) == "at least 3500 亿元"
    assert (plan["1"].owner, plan["1"].supporting) == ("发改办", ["财政所", "统计站"])
    assert str(plan["3"].target) == "reach 95 %" and plan["3"].supporting == ["各村（社区）"]
    assert plan["一.1"].due == dt.date(2027, 6, 30)
    assert (plan["2"].due, plan["2"].note) == (dt.date(2027, 6, 30), "含续建")
    assert (plan["4"].due, plan["4"].lifecycle) == (dt.date(2027, 11, 30), "done")
    assert plan["4-2"].note == "长期坚持"
    seen = {reading.id: (reading.value, reading.observed_on) for reading in reading.observations}
    june = dt.date(2027, 6, 30)
    assert seen == {"1": (1820.5, june), "2": (210, june), "3": (93, june), "4-2": (0, june)}
    assert codes(reading) == [
        (5, "C", "measure_guessed"),
        (6, "G", "reading_in_words"),
        (7, "", "no_number"),
        (7, "G", "state_vague"),
        (10, "G", "no_figure"),
        (11, "", "same_number"),
        (12, "", "note"),
    ]
    assert plan["一.1"].note == "形成送审稿；正常推进"
    assert plan["1"].source == {"section": "任务 第5行"}


def test_merged_numbers_belong_to_the_groups_that_span_their_rows(tmp_path):
    reading = jj.read_table(jiangbei(tmp_path / "b.xlsx"))
    assert outline(reading) == {
        "1": ("招商引资", []),
        "1.1": ("签约项目", ["1"]),
        "1.2": ("新增规上企业", ["1"]),
        "2": ("乡村振兴", []),
        "2.1": ("建设高标准农田", ["2"]),
        "2.2": ("推进宅基地改革试点", ["2"]),
    }
    assert [str(node.target) for node in reading.plan.indicators] == [
        "reach 50 个",
        "reach 12 家",
        "reach 5800 亩",
    ]
    assert [(o.observed_on.isoformat(), o.value) for o in reading.observations.of("1.1")] == [
        ("2025-12-31", 41),
        ("2026-06-30", 28),
    ]
    assert (reading.plan["2.2"].owner, reading.plan["2.2"].supporting) == ("农业办", ["自然资源所"])
    assert codes(reading) == [(6, "F", "several_leads"), (7, "", "total")]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
def test_dotted_numbers_nest_in_any_encoding(tmp_path, encoding):
    path = tmp_path / "c.csv"
    path.write_text((TABLES / "dongshan.csv").read_text("utf-8"), encoding)
    reading = jj.read_table(path)
    plan = reading.plan
    assert [node.id for node in plan.goals] == ["1", "1.2", "2", "2.1"]
    assert outline(reading)["1.2.1"] == ("工业投资", ["1.2"])
    assert plan["1.1"].target.measure == "growth"
    assert plan["1.2.1"].due == dt.date(2028, 9, 30)
    assert (str(plan["1.2.2"].target), plan["1.2.2"].supporting) == (
        "at least 30 个",
        ["住建局", "资源局"],
    )
    assert [plan[id].title for id in ("2.1.1", "2.1.2")] == ["完成投资", "新开工项目"]
    assert plan["2.2"].note == "数十个；若干；13月"
    assert codes(reading) == [
        (1, "J", "column_unread"),
        (5, "C", "measure_guessed"),
        (8, "", "figures_of_goal"),
        (8, "G", "due_unread"),
        (9, "C", "target_unread"),
        (9, "G", "due_unread"),
        (9, "H", "reading_unread"),
    ]
    assert plan["1.2.1"].note == "责任领导：李四"


def test_chinese_numbers_that_begin_anew_and_a_unit_above_the_table():
    reading = jj.read_table(TABLES / "xiling.csv")
    assert [(id, title) for id, (title, _) in outline(reading).items()] == [
        ("一", "产业"),
        ("一.一", "工业"),
        ("一.一.1", "技改投资"),
        ("一.一.2", "建成标准厂房"),
        ("一.二", "农业"),
        ("一.二.1", "粮食产量"),
        ("二", "环境"),
        ("二.一", "治水"),
        ("二.一.1", "黑臭水体消除率"),
        ("二.一.1.1", "黑臭水体消除率"),
        ("二.一.1.2", "城区截污管网"),
    ]
    plan = reading.plan
    assert str(plan["一.一.1"].target) == "reach 3000 万元"
    assert (plan["一.一.1"].owner, plan["一.一.1"].supporting) == ("工信局", ["财政局", "统计局"])
    assert plan["二.一.1.2"].owner == "住建局" and plan["二.一.1.2"].due.month == 12
    assert {reading.observed_on for reading in reading.observations} == {dt.date(2029, 9, 30)}


@pytest.mark.parametrize(
    ("words", "unit", "target", "measure"),
    [
        ("≥3500", "亿元", "at least 3500 亿元", "level"),
        ("350家以上", "", "at least 350 家", "level"),
        ("6%左右", "", "about 6 %", "share"),
        ("不低于90%", "", "at least 90 %", "share"),
        ("３５００", "亩", "reach 3500 亩", "level"),
        ("5-6", "家", "between 5 and 6 家", "level"),
        ("1,200", "户", "reach 1200 户", "level"),
        ("120以上", "亿元", "at least 120 亿元", "level"),
        ("新增30家", "", "reach 30 家", "increment"),
    ],
)
def test_targets_in_words_and_bare_numbers_with_a_unit(words, unit, target, measure):
    rows = [["序号", "工作任务", "目标值", "计量单位"], ["1", "某某", words, unit]]
    node, _ = only(rows)
    assert (str(node.target), str(node.target.measure)) == (target, measure)


@pytest.mark.parametrize(
    ("title", "words", "measure"),
    [
        ("盘活低效用地", "7000亩", "increment"),
        ("新增规上企业", "30家以上", "increment"),
        ("规上工业增加值增速", "6%", "growth"),
        ("签约项目", "50个", "count"),
        ("县域综合竞争力", "10位", "rank"),
    ],
)
def test_the_measure_is_that_of_title_and_words(title, words, measure):
    node, _ = only([["工作任务", "目标值"], [title, words]])
    assert node.target.measure == measure


def test_units_in_heads_titles_and_none():
    assert str(only([["任务", "目标值（亿元）"], ["投资", 35]])[0].target) == "reach 35 亿元"
    assert str(only([["任务", "目标值"], ["投资（万元）", 35]])[0].target) == "reach 35 万元"
    node, found = only([["任务", "目标值"], ["投资", 35]])
    assert str(node.target) == "reach 35" and "no_unit" in found
    node, found = only([["任务", "目标值", "计量单位"], ["入园率", 0.95, "%"]])
    assert str(node.target) == "reach 0.95 %" and "fraction" in found
    node, found = only([["任务", "目标值", "计量单位"], ["投资", 35, "某某"]])
    assert "unit_unread" in found


@pytest.mark.parametrize(
    ("due", "day"),
    [
        ("2027-06-30", "2027-06-30"),
        ("6月底前", "2027-06-30"),
        ("第二季度", "2027-06-30"),
        ("全年", "2027-12-31"),
        ("2027年1—6月", "2027-06-30"),
        ("十一月中旬", "2027-11-20"),
        ("20270930", "2027-09-30"),
        ("2027.11", "2027-11-30"),
        ("2028年底", "2028-12-31"),
        ("上半年", "2027-06-30"),
        ("2027年第三季度", "2027-09-30"),
        ("3月起，9月底完成", "2027-09-30"),
        (46568, "2027-06-30"),
        (dt.datetime(2027, 5, 1, 8), "2027-05-01"),
        (dt.date(2027, 5, 1), "2027-05-01"),
    ],
)
def test_due_dates(due, day):
    node, found = only([["任务", "完成时限"], ["编制规划", due]])
    assert node.due.isoformat() == day and found == []


@pytest.mark.parametrize(
    ("due", "code"),
    [
        ("待定", "due_unread"),
        ("2月30日", "no_such_day"),
        ("6月底，9月底", "several_dates"),
        ("2026年底", "due_passed"),
    ],
)
def test_due_dates_that_are_reported(due, code):
    node, found = only([["任务", "完成时限"], ["编制规划", due]])
    assert found == [code]
    assert due in node.note or code == "no_such_day"


@pytest.mark.parametrize(
    ("words", "lifecycle", "progress"),
    [
        ("已完成", "done", 1),
        ("未启动", "active", 0),
        ("暂缓", "suspended", None),
        ("完成60%", "active", 0.6),
        ("60%", "active", 0.6),
        (0.6, "active", 0.6),
        ("正常推进", "active", None),
        ("滞后", "active", None),
    ],
)
def test_states_in_words(words, lifecycle, progress):
    node, found = only([["任务", "进展"], ["编制规划", words]])
    assert (node.lifecycle, node.progress) == (lifecycle, progress)
    assert found == (["state_vague"] if words in ("正常推进", "滞后") else [])


def test_a_reading_without_a_day_is_reported_and_not_taken():
    reading = read([["任务", "目标值", "进展"], ["盘活用地", "7000亩", 1600]])
    assert len(reading.observations) == 0
    assert [(p.code, p.text, p.taken) for p in reading.problems][-1] == (
        "no_date",
        "1600",
        "not taken",
    )


def test_a_reading_of_another_kind_is_reported():
    reading = read([["任务", "目标值", "进展（6月底）"], ["盘活用地", "7000亩", "1600万元"]])
    assert len(reading.observations) == 0 and "reading_unread" in str(reading.problems)


def test_indentation_nests(tmp_path):
    rows = [
        ["任务", "牵头单位"],
        ["产业", ""],
        ["　　工业", ""],
        ["　　　　技改", "甲"],
        ["民生", "乙"],
    ]
    assert outline(read(rows)) == {
        "1": ("产业", []),
        "1.1": ("工业", ["1"]),
        "1.1.1": ("技改", ["1.1"]),
        "2": ("民生", []),
    }
    book = openpyxl.Workbook()
    for row in (["任务", "牵头单位"], ["产业", "甲"], ["工业", "乙"], ["民生", "丙"]):
        book.active.append(row)
    book.active["A3"].alignment = openpyxl.styles.Alignment(indent=1)
    book.save(tmp_path / "a.xlsx")
    reading = jj.read_table(tmp_path / "a.xlsx", year=2027)
    assert outline(reading)["1.1"] == ("工业", ["1"])


def test_numbers_as_cells_show_them(tmp_path):
    book = openpyxl.Workbook()
    for row in (
        ["序号", "任务", "牵头单位"],
        [1, "产业", ""],
        [1.1, "甲事", "甲"],
        [1.1, "乙事", "乙"],
    ):
        book.active.append(row)
    book.active["A4"].number_format = "0.00"
    book.save(tmp_path / "a.xlsx")
    reading = jj.read_table(tmp_path / "a.xlsx", year=2027)
    assert list(outline(reading)) == ["1", "1.1", "1.10"]


def test_groups_fill_down():
    rows = [["类别", "序号", "任务", "牵头单位"], ["产业", 1, "甲事", "甲"], ["", 2, "乙事", "乙"]]
    rows += [["民生", 3, "丙事", "丙"]]
    assert outline(read(rows)) == {
        "g1": ("产业", []),
        "1": ("甲事", ["g1"]),
        "2": ("乙事", ["g1"]),
        "g2": ("民生", []),
        "3": ("丙事", ["g2"]),
    }


def test_frames_of_pandas_and_polars_and_mappings():
    columns = {
        "任务名称": ["盘活用地", "编制规划"],
        "目标值": ["7000亩", None],
        "责任部门": ["甲", "乙"],
    }
    rows = [dict(zip(columns, row, strict=True)) for row in zip(*columns.values(), strict=True)]
    readings = [read(made) for made in (pandas.DataFrame(columns), polars.DataFrame(columns), rows)]
    assert len({str(reading.plan.to_json()) for reading in readings}) == 1
    assert [str(node.kind) for node in readings[0].plan.nodes] == ["indicator", "task"]


def test_a_mapping_says_what_columns_are():
    rows = [["干什么", "干多少", "谁"], ["盘活用地", "7000亩", "甲局"]]
    given = {"干什么": "title", "干多少": "target", "C": "owner"}
    reading = read(rows, mapping=given)
    assert reading.plan["1"].owner == "甲局"
    assert reading.mapping == {"干什么": "title", "干多少": "target", "谁": "owner"}
    assert "谁 → owner" in repr(reading)


def test_the_draft_can_be_corrected():
    reading = read([["任务", "牵头单位"], ["编制规划", "甲"]])
    draft = reading.draft
    draft.remove("1")
    assert len(draft.build()) == 0 and len(reading.plan) == 1
    assert next(iter(reading.problems_frame())) == "sheet"


def test_a_merged_task_over_several_targets_is_a_goal(tmp_path):
    book = openpyxl.Workbook()
    for row in (
        ["序号", "工作任务", "目标值", "牵头单位", "完成时限", "6月底完成"],
        [1, "扩大有效投资", "固定资产投资增长6%", "发改局", "全年", "5.1%"],
        [None, None, "签约项目50个", "商务局", "9月底", 22],
    ):
        book.active.append(row)
    book.active.merge_cells("A2:A3")
    book.active.merge_cells("B2:B3")
    book.save(tmp_path / "a.xlsx")
    reading = jj.read_table(tmp_path / "a.xlsx", year=2027)
    assert outline(reading) == {
        "1": ("扩大有效投资", []),
        "1.1": ("固定资产投资增长", ["1"]),
        "1.2": ("签约项目", ["1"]),
    }
    assert [reading.plan[id].owner for id in ("1.1", "1.2")] == ["发改局", "商务局"]
    assert [(o.id, o.value) for o in reading.observations] == [("1.1", 5.1), ("1.2", 22)]


def test_numbers_without_the_row_above():
    reading = read(
        [["序号", "任务", "牵头单位"], ["1", "甲", ""], ["1.1", "乙", ""], ["2.1", "丙", ""]]
    )
    assert outline(reading) == {"1": ("甲", []), "1.1": ("乙", ["1"]), "2.1": ("丙", [])}
    assert codes(reading) == [(4, "", "no_goal")]


def test_readings_in_the_words_of_places_and_heads():
    rows = [
        ["任务", "目标值", "当前值（6月30日）"],
        ["排名", "前3", "第2名"],
        ["投诉", "不超过20件", "8件"],
    ]
    assert [o.value for o in read(rows).observations] == [2, 8]
    rows = [["任务", "目标值", "2026年实际", "2028年目标"], ["投资", "3亿元", "2亿元", "4亿元"]]
    reading = read(rows)
    assert [(o.observed_on.year, o.value) for o in reading.observations] == [(2026, 2)]
    assert reading.plan["1"].note == "2028年目标：4亿元"
