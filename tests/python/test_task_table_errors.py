# SPDX-License-Identifier: BSL-1.0
"""Tables of tasks that cannot be read, or only in part, and the commands."""

import builtins
import subprocess
import sys

import jinjiang as jj
import openpyxl
import pandas
import pytest
from hypothesis import given
from hypothesis import strategies as st
from jinjiang.cli import main
from task_tables import TABLES, haiwan


def book_of(path, *rows):
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    book.save(path)
    return path


def test_files_that_are_no_tables(tmp_path):
    (tmp_path / "a.xlsx").write_bytes(b"PK\x03\x04 and then nothing")
    (tmp_path / "a.csv").write_bytes(b"\xe4\xbb\x8a\xff\xff\xff")
    (tmp_path / "a.xls").write_bytes(b"\xd0\xcf\x11\xe0")
    for name, words in (
        ("a.xlsx", "it is no XLSX that can be read"),
        ("a.csv", "byte"),
        ("a.xls", "save it as .xlsx or CSV"),
    ):
        with pytest.raises(jj.FormatError, match=words) as caught:
            jj.read_table(tmp_path / name)
        assert str(tmp_path / name) in str(caught.value)
    with pytest.raises(OSError):
        jj.read_table(tmp_path / "none.xlsx")
    with pytest.raises(TypeError, match="expected a path, a DataFrame or a list of rows, found 3"):
        jj.read_table(3)
    with pytest.raises(TypeError, match="row 2: expected a list of cells, found '任务'"):
        jj.read_table([["任务"], "任务"])


@pytest.mark.parametrize("rows", [[], [[]], [["甲", "乙"], [1, 2]], [["牵头单位"], ["甲"]]])
def test_a_table_without_heads(rows):
    with pytest.raises(jj.FormatError, match="expected a row of heads such as 序号, 工作任务"):
        jj.read_table(rows)


def test_mappings_that_do_not_fit():
    rows = [["任务", "牵头单位"], ["甲事", "甲"]]
    with pytest.raises(jj.FormatError, match='no column "事情"; the table has 任务, 牵头单位'):
        jj.read_table(rows, mapping={"事情": "title"})
    with pytest.raises(jj.FormatError, match='任务: expected one of .*, found "titel"'):
        jj.read_table(rows, mapping={"任务": "titel"})
    with pytest.raises(ValueError, match="year: expected a year such as 2027, found '2027'"):
        jj.read_table(rows, year="2027")


def test_without_openpyxl_the_extra_is_named(tmp_path, monkeypatch, draft):
    path = book_of(tmp_path / "a.xlsx", ["任务", "牵头单位"], ["甲事", "甲"])
    monkeypatch.setitem(__import__("sys").modules, "openpyxl", None)
    with pytest.raises(jj.MissingPackageError, match=r"jinjiang\[xlsx\]"):
        jj.read_table(path)
    with pytest.raises(jj.MissingPackageError, match=r"jinjiang\[xlsx\]"):
        draft.build().to_table().save(tmp_path / "b.xlsx")
    assert builtins.len(jj.read_table([["任务", "牵头单位"], ["甲事", "甲"]]).plan) == 1


def test_sheets(tmp_path):
    book = openpyxl.Workbook()
    for row in (["任务", "牵头单位"], ["甲事", "甲"]):
        book.active.append(row)
    other = book.create_sheet("民生")
    for row in (["任务", "牵头单位"], ["乙事", "乙"], ["丙事", "丙"]):
        other.append(row)
    book.save(tmp_path / "a.xlsx")
    first = jj.read_table(tmp_path / "a.xlsx", year=2027)
    assert [(p.code, p.text) for p in first.problems] == [("sheet_unread", "民生")]
    for sheet in ("民生", 1):
        assert len(jj.read_table(tmp_path / "a.xlsx", sheet=sheet, year=2027).plan) == 2
    with pytest.raises(jj.FormatError, match='no sheet \'产业\'; it has "Sheet", "民生"'):
        jj.read_table(tmp_path / "a.xlsx", sheet="产业")


def test_formulas_without_results_and_errors_are_reported(tmp_path):
    rows = (["任务", "目标值（亩）"], ["甲事", "=1+1"], ["乙事", "#REF!"])
    reading = jj.read_table(book_of(tmp_path / "a.xlsx", *rows), year=2027)
    codes = [(problem.row, problem.column, problem.code) for problem in reading.problems]
    assert (2, "B", "no_result") in codes and (3, "B", "error_cell") in codes
    assert reading.problems[0].text == "=1+1"


def test_the_year_is_found_or_reported():
    rows = [["任务", "完成时限"], ["甲事", "2031-05-01"]]
    assert jj.read_table(rows).plan.start.year == 2031
    rows[1][1] = "5月"
    reading = jj.read_table(rows)
    assert reading.plan.start.year == 2000 and reading.problems[0].code == "year_unknown"
    assert jj.read_table([["2030年任务"], *rows]).plan.start.year == 2030


def test_heads_once_more_and_rows_without_titles():
    rows = [["序号", "任务", "牵头单位"], ["", "", "甲"], [1, "甲事", "甲"]]
    rows += [["序号", "任务", "牵头单位"], [2, "乙事", "乙"]]
    reading = jj.read_table(rows, year=2027)
    assert [node.id for node in reading.plan.nodes] == ["1", "2"]
    assert [(p.row, p.code, p.text) for p in reading.problems] == [(2, "no_title", "甲")]


def test_goals_that_no_row_is_and_circles_are_reported():
    heads = ["序号", "上级序号", "类型", "工作任务"]
    rows = [heads, ["a", "b", "目标", "甲"], ["b", "a", "目标", "乙"], ["c", "x", "任务", "丙"]]
    reading = jj.read_table(rows, year=2027)
    assert [(p.row, p.column, p.code) for p in reading.problems] == [
        (3, "B", "unknown_goal"),
        (4, "B", "unknown_goal"),
    ]


CELLS = st.one_of(
    st.none(),
    st.sampled_from(
        ["一、甲", "（一）乙", "1.", "1.1", "合计", "已完成", "6%左右", "13月", "3-2", "①丙"]
    ),
    st.sampled_from(
        [
            "2月30日",
            "≥3500",
            "完成投资3亿元，新开工5个",
            "牵头：；配合：",
            "=1",
            "超",
            "截至",
            "截止",
            "甲（乙配合）",
            "1—9月",
            "+3",
            "-0.0",
            "0.5",
            "小计：",
            "序号",
            "目标值",
            "12.31",
            "1.甲3个；\n2.乙4个",
            "1.3个；2.4个",
            "下降5%",
            "占计划的64%",
            "１，２００",
            "增长6%",
        ]
    ),
    st.text(max_size=6),
    st.integers(-5, 99999999),
    st.floats(allow_nan=True, allow_infinity=True),
    st.booleans(),
    st.dates(),
)
HEADS = [
    "序号",
    "重点工作",
    "工作内容",
    "目标值",
    "单位",
    "责任单位",
    "完成时限",
    "进展",
    "状态",
    "完成率",
    "1-9月完成 总量",
    "1-9月增速（%）",
    "序时进度",
]


@given(
    heads=st.lists(st.sampled_from(HEADS), min_size=4, max_size=10, unique=True),
    rows=st.lists(st.lists(CELLS, max_size=10), max_size=8),
)
def test_whatever_stands_in_the_cells_there_is_a_plan(heads, rows):
    if "重点工作" not in heads:
        heads = ["重点工作", *heads]
    reading = jj.read_table([heads, *rows], year=2027)
    table = reading.plan.to_table(reading.observations)
    again = jj.read_table([[table.heading], list(table.heads), *(r.values() for r in table.rows)])
    assert len(again.plan) == len(reading.plan)


def test_the_commands_read_and_table(tmp_path, capsys):
    source = str(haiwan(tmp_path / "a.xlsx"))
    plan, seen, review = (str(tmp_path / n) for n in ("plan.json", "seen.csv", "review.csv"))
    assert main(["read", source, "-o", plan, "--observations", seen, "--review", review]) == 0
    reading = jj.read_table(source, id="report")
    assert jj.load(plan) == reading.plan
    assert jj.read_observations(seen) == reading.observations
    assert list(pandas.read_csv(review)["code"]) == [p.code for p in reading.problems]
    assert "2 goals, 4 indicators, 2 tasks" in capsys.readouterr().out
    made = str(tmp_path / "made.xlsx")
    assert main(["table", plan, seen, "-o", made, "--lost"]) == 0
    assert "8 rows; " in capsys.readouterr().out
    again = jj.read_table(made)
    assert [node.title for node in again.plan.nodes] == [n.title for n in reading.plan.nodes]
    assert len(again.observations) == len(reading.observations)
    assert main(["table", plan, "-o", str(tmp_path / "made.csv"), "--lang", "en"]) == 0
    assert "Lead unit" in (tmp_path / "made.csv").read_text("utf-8-sig")


def test_the_command_read_prints_the_outline_and_the_problems(capsys):
    assert main(["read", str(TABLES / "xiling.csv")]) == 0
    printed = capsys.readouterr().out
    assert "黑臭水体消除率" in printed and "14: note: 表下的说明，没有读：说明" in printed


def test_mistakes_of_the_commands(tmp_path, capsys):
    source = str(TABLES / "xiling.csv")
    assert main(["read", source, "--html", str(tmp_path / "a.html")]) == 2
    assert "--html: is for reports" in capsys.readouterr().err
    assert main(["read", source, "-o", source]) == 2
    assert main(["read", source, "--year", "0"]) == 2
    assert "--year: expected a year" in capsys.readouterr().err
    plan = str(tmp_path / "plan.json")
    assert main(["read", source, "-o", plan]) == 0
    assert main(["table", plan, "-o", str(tmp_path / "a.txt")]) == 2
    assert "expected a name that ends in .csv or .xlsx" in capsys.readouterr().err
    assert main(["table", plan, "-o", plan]) == 2
    assert "is read by this command; name another file" in capsys.readouterr().err
    assert main(["table", plan, "-o", str(tmp_path / "a.csv"), "--as-of", "x"]) == 2
    assert "--as-of: " in capsys.readouterr().err


READ_ONLY = """
import ctypes, os, sys
from jinjiang.cli import main
if os.geteuid() == 0:
    # Root without the right to pass over permissions (capabilities 1 and 2, see capset(2)).
    version, libc = 0x20080522, ctypes.CDLL(None, use_errno=True)
    header, data = (ctypes.c_uint32 * 2)(version, 0), (ctypes.c_uint32 * 6)()
    assert libc.capget(header, data) == 0
    data[0] &= ~0b110
    assert libc.capset(header, data) == 0
sys.exit(main(sys.argv[1:]))
"""


@pytest.fixture
def read_only(tmp_path):
    """A folder that can be read alone, with files in it, which everybody could write."""
    folder = tmp_path / "there"
    folder.mkdir()
    for name in ("a.xlsx", "a.csv", "a.json"):
        (folder / name).write_bytes(b"old")
    folder.chmod(0o555)
    yield folder
    folder.chmod(0o755)


@pytest.mark.parametrize("name", ["a.xlsx", "a.csv", "a.json"])
def test_a_folder_that_cannot_be_written_keeps_the_old_file(read_only, tmp_path, name):
    source = haiwan(tmp_path / "table.xlsx")
    plan = str(tmp_path / "plan.json")
    jj.read_table(source).plan.save(plan)
    wanted = str(read_only / name)
    arguments = ["convert", plan, wanted] if name == "a.json" else ["table", plan, "-o", wanted]
    done = subprocess.run(
        [sys.executable, "-c", READ_ONLY, *arguments], capture_output=True, text=True
    )
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == f"jinjiang: {wanted}: Permission denied\n"
    assert {one.name: one.read_bytes() for one in read_only.iterdir()} == {
        "a.xlsx": b"old",
        "a.csv": b"old",
        "a.json": b"old",
    }


@pytest.mark.parametrize("command", [["read", "{0}"], ["read", "{0}", "-o", "-"], ["show", "{1}"]])
def test_a_full_standard_output_is_one_sentence(tmp_path, command):
    source, plan = haiwan(tmp_path / "table.xlsx"), str(tmp_path / "plan.json")
    jj.read_table(source).plan.save(plan)
    arguments = [part.format(source, plan) for part in command]
    with open("/dev/full", "w") as full:
        done = subprocess.run(
            [sys.executable, "-m", "jinjiang", *arguments],
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
        )
    assert done.returncode == 2
    assert done.stderr.endswith(": No space left on device\n") and done.stderr.count("\n") == 1


def test_without_openpyxl_the_commands_say_so(tmp_path, monkeypatch, capsys):
    source, plan = str(haiwan(tmp_path / "a.xlsx")), str(tmp_path / "plan.json")
    jj.read_table(source).plan.save(plan)
    monkeypatch.setitem(sys.modules, "openpyxl", None)
    for arguments in (["read", source], ["table", plan, "-o", str(tmp_path / "b.xlsx")]):
        assert main(arguments) == 2
        error = capsys.readouterr().err
        assert error.count("\n") == 1 and "pip install 'jinjiang[xlsx]'" in error
    assert not (tmp_path / "b.xlsx").exists()
