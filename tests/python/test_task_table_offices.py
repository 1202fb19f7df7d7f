# SPDX-License-Identifier: BSL-1.0
"""Tables of two more offices, and habits of spreadsheets: read by hand, and as the library does."""

import datetime as dt

import jinjiang as jj
import pytest
from jinjiang.cli import main
from openpyxl.styles import Alignment
from task_tables import binhai, book_of, codes, jiangkou, qingyuan, said


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
        ("1", "2027-08-31"): (1200, "个"),
        ("2", "2027-08-31"): (7, "所"),
        ("3", "2027-08-31"): (71, "%"),
        ("4", "2027-08-31"): (1800, "个"),
        ("5", "2027-08-31"): (0, "个"),
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
    assert len(jj.read_table(path, sheet="2").plan) == len(jj.read_table(path, sheet=2).plan) == 1
    with pytest.raises(jj.FormatError, match="only workbooks have sheets"):
        jj.read_table([["任务"], ["甲"]], sheet="乡村")
    (tmp_path / "a.csv").write_text("任务,目标值", "utf-8")
    with pytest.raises(jj.FormatError, match="a CSV has no sheets"):
        jj.read_table(tmp_path / "a.csv", sheet=1)
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
