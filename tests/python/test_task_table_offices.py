# SPDX-License-Identifier: BSL-1.0
"""Tables of two more offices, and habits of spreadsheets: read by hand, and as the library does."""

import datetime as dt

import jinjiang as jj
import openpyxl
import pytest
from jinjiang.cli import main
from openpyxl.styles import Alignment, Font
from task_tables import binhai, jiangkou, qingyuan


def said(reading):
    """Readings by node and day."""
    return {(o.id, o.observed_on.isoformat()): (o.value, str(o.unit)) for o in reading.observations}


def codes(reading):
    return [(problem.row, problem.column, problem.code) for problem in reading.problems]


def read(*rows, head=("序号", "工作任务", "目标值", "牵头单位", "完成时限", "进展"), **options):
    return jj.read_table([["某县2027年任务（截至9月底）"], head, *rows], **options)


def book_of(path, *rows, merged=(), sheet="任务"):
    book = openpyxl.Workbook()
    page = book.active
    page.title = sheet
    for row in rows:
        page.append(row)
    for area in merged:
        page.merge_cells(area)
    book.save(path)
    return book


def test_headings_beside_their_numbers_and_several_targets_in_a_cell(tmp_path):
    reading = jj.read_table(binhai(tmp_path / "a.xlsx"))
    plan = reading.plan
    assert (plan.title, plan.start.year) == ("滨海县2027年重点任务分解表", 2027)
    assert {node.id: (node.title, node.parents.ids) for node in plan.nodes} == {
        "一": ("聚焦产业升级", []),
        "一.一": ("壮大工业经济", ["一"]),
        "1": ("推进技改", ["一.一"]),
        "1.1": ("实施技改项目", ["1"]),
        "1.2": ("完成技改投资", ["1"]),
        "1.3": ("新增专精特新企业", ["1"]),
        "2": ("规上工业增加值增长", ["一.一"]),
        "一.二": ("扩大有效投资", ["一"]),
        "3": ("固定资产投资", ["一.二"]),
        "4": ("重点项目完成投资", ["一.二"]),
        "二": ("改善民生", []),
        "5": ("新增学位", ["二"]),
        "6": ("新建农村公路", ["二"]),
        "7": ("城镇新增就业", ["二"]),
        "8": ("编制国土空间规划", ["二"]),
    }
    assert plan["一"].owner == "" and plan["一"].note == ""
    assert plan["1"].supporting == ["县财政局", "县统计局", "各镇（街道）"]
    assert plan["5"].due == dt.date(2027, 8, 31)
    assert said(reading) == {
        ("1.1", "2027-09-30"): (42, "个"),
        ("1.2", "2027-09-30"): (21.5, "亿元"),
        ("1.3", "2027-09-30"): (9, "家"),
        ("2", "2027-09-30"): (7.6, "%"),
        ("4", "2027-09-30"): (3.2, "亿元"),
        ("6", "2027-09-30"): (98, "公里"),
        ("7", "2027-09-30"): (10500, ""),
        ("8", "2027-09-30"): (1, ""),
    }
    assert codes(reading) == [
        (8, "", "figures_of_goal"),
        *[(8, "G", "reading_in_words")] * 3,
        (9, "G", "reading_in_words"),
        (11, "G", "reading_unread"),
        (12, "G", "reading_in_words"),
        (15, "G", "reading_unread"),
        (19, "", "note"),
        (20, "", "note"),
    ]


def test_sums_in_every_column_hidden_rows_and_words_that_are_struck_out(tmp_path):
    reading = jj.read_table(jiangkou(tmp_path / "a.xlsx"))
    plan = reading.plan
    assert {node.id: (node.title, str(node.target)) for node in plan.nodes} == {
        "g1": ("教育", "None"),
        "1": ("新增公办幼儿园学位", "reach 1500 个"),
        "2": ("新改扩建中小学", "reach 12 所"),
        "g2": ("交通", "None"),
        "3": ("家庭医生签约率", "reach 75 %"),
        "4": ("新增公共停车泊位", "at least 2500 个"),
        "5": ("另一个项目", "reach 10 个"),
    }
    assert said(reading) == {
        ("1", "2027-08-31"): (1200, ""),
        ("2", "2027-08-31"): (7, ""),
        ("3", "2027-08-31"): (71, "%"),
        ("4", "2027-08-31"): (1800, ""),
        ("5", "2027-08-31"): (0, ""),
    }
    assert codes(reading) == [
        (0, "H", "hidden"),
        (3, "G", "progress_unread"),
        (4, "G", "no_result"),
        (5, "", "total"),
        (6, "", "hidden"),
        (7, "G", "error_cell"),
        (8, "", "struck_out"),
        (8, "D", "measure_guessed"),
        (9, "", "total"),
    ]


def test_sheets_become_goals_and_what_is_no_table_is_told(tmp_path):
    path = qingyuan(tmp_path / "2027年清单.xlsx")
    first = jj.read_table(path)
    assert [node.id for node in first.plan.nodes] == ["1", "2", "3"]
    assert [(p.code, p.text) for p in first.problems[:2]] == [
        ("sheet_unread", "说明"),
        ("sheet_unread", "乡村"),
    ]
    assert (7, "", "title_again") not in codes(first) and (5, "", "title_again") in codes(first)
    every = jj.read_table(path, sheet="*", as_of="2027-10-31")
    assert every.plan.title == "2027年清单"
    assert {node.id: node.parents.ids for node in every.plan.nodes} == {
        "产业": [],
        "产业.1": ["产业"],
        "产业.2": ["产业"],
        "产业.3": ["产业"],
        "乡村": [],
        "乡村.1": ["乡村"],
    }
    assert every.plan["产业"].note == "清源镇2027年产业任务清单"
    assert said(every) == {
        ("产业.1", "2027-10-31"): (5, "个"),
        ("产业.3", "2027-09-30"): (82.3, "亿元"),
        ("乡村.1", "2027-10-31"): (2.15, "万亩"),
    }
    assert [p.text for p in every.problems if p.code == "sheet_unread"] == ["说明"]
    two = jj.read_table(path, sheet=["乡村", "产业"], title="两张表")
    assert [node.id for node in two.plan.roots] == ["乡村", "产业"] and two.plan.title == "两张表"
    with pytest.raises(jj.FormatError, match="说明: expected a row of heads"):
        jj.read_table(path, sheet=["产业", "说明"])


def test_the_command_reads_sheets_columns_and_a_day(tmp_path, capsys):
    source = str(qingyuan(tmp_path / "a.xlsx"))
    seen = str(tmp_path / "seen.csv")
    more = ["--sheet", "*", "--as-of", "2027-10-31", "--column", "责任人=owner"]
    assert (
        main(["read", source, "--observations", seen, *more, "-o", str(tmp_path / "p.json")]) == 0
    )
    assert "责任人 → owner" in capsys.readouterr().out
    assert len(jj.read_observations(seen)) == 3
    assert jj.load(tmp_path / "p.json")["产业.1"].owner == "赵六"
    assert main(["read", source, "--sheet", "乡村", "--sheet", "产业"]) == 0
    for wrong, words in (
        (["--column", "x"], "--column: expected HEAD=ROLE"),
        (["--column", "事由=title"], '--column: no column "事由"'),
        (["--as-of", "x"], "--as-of: "),
        (["--sheet", "无"], "no sheet '无'"),
    ):
        assert main(["read", source, *wrong]) == 2
        assert words in capsys.readouterr().err
    (tmp_path / "a.txt").write_text("2027年工作", "utf-8")
    assert main(["read", str(tmp_path / "a.txt"), "--sheet", "乡村"]) == 2
    assert "--sheet: is for tables" in capsys.readouterr().err


@pytest.mark.parametrize("name", ["a.xls", "a.ods", "a.et", "a.xlsb"])
def test_other_workbooks_are_refused_by_name(tmp_path, name, capsys):
    (tmp_path / name).write_bytes(b"\xd0\xcf\x11\xe0")
    assert main(["read", str(tmp_path / name)]) == 2
    assert capsys.readouterr().err.endswith("cannot be read; save it as .xlsx or CSV\n")


def test_workbooks_with_a_password_or_a_wrong_name(tmp_path):
    (tmp_path / "a.xlsx").write_bytes(b"\xd0\xcf\x11\xe0" + bytes(4000))
    with pytest.raises(jj.FormatError, match="has a password, or is an .xls of old"):
        jj.read_table(tmp_path / "a.xlsx")
    for content in (b"\xd0\xcf\x11\xe0", b"PK\x03\x04"):
        (tmp_path / "a.csv").write_bytes(content + bytes(100))
        with pytest.raises(jj.FormatError, match="it is a workbook and no CSV"):
            jj.read_table(tmp_path / "a.csv")
    (tmp_path / "a.csv").write_bytes(b"\xff\xfea\x00\x00\xd8")
    with pytest.raises(jj.FormatError, match="byte 4 is not UTF-16"):
        jj.read_table(tmp_path / "a.csv")


@pytest.mark.parametrize("name", ["a.csv", "a.txt", "a.tsv"])
@pytest.mark.parametrize("encoding", ["utf-16", "gb18030", "utf-8-sig"])
def test_the_unicode_text_of_spreadsheets(tmp_path, name, encoding):
    text = '序号\t工作任务\t目标值\r\n1\t"甲，\r\n乙"\t1,200户\r\n2\t丙\u2028丁\t3个\r\n'
    (tmp_path / name).write_bytes(text.encode(encoding))
    plan = jj.read_table(tmp_path / name, year=2027).plan
    assert [(node.title, node.target.value) for node in plan.nodes] == [
        ("甲，乙", 1200),
        ("丙\u2028丁", 3),
    ]


def test_a_million_formatted_rows_and_wide_merged_cells(tmp_path):
    book = book_of(tmp_path / "a.xlsx", ["2027年"], ["序号", "任务", "目标值"], [1, "甲", "3个"])
    page = book.active
    page.cell(1048576, 1).alignment = Alignment(indent=1)
    page.merge_cells("A1:XFD1")
    book.save(tmp_path / "a.xlsx")
    reading = jj.read_table(tmp_path / "a.xlsx")
    assert len(reading.plan) == 1 and list(reading.mapping) == ["序号", "任务", "目标值"]


def test_the_year_is_that_of_the_title_and_not_of_a_paper_or_of_last_year():
    head = ["指标", "2026年完成", "2027年目标", "一季度目标"]
    row = ["投资", "2亿元", "3亿元", "1亿元"]
    reading = jj.read_table([head, row])
    assert reading.plan.start.year == 2027 and reading.plan["1"].target.value == 3
    assert said(reading) == {("1", "2026-12-31"): (2, "亿元")}
    above = [["海政办〔2026〕12号"], ["填报日期：2026年12月30日"], ["2028年重点任务"]]
    assert jj.read_table([*above, head[:2], row[:2]]).plan.start.year == 2028
    plan = jj.read_table([["2026—2028年行动方案"], ["任务", "牵头单位"], ["甲", "乙"]]).plan
    assert (plan.start, plan.end) == (dt.date(2026, 1, 1), dt.date(2028, 12, 31))
    parts = jj.read_table(
        [["2027年"], ["指标", "一季度目标", "年度目标"], ["投资", "1亿元", "3亿元"]]
    )
    assert parts.plan["1"].target.value == 3


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
