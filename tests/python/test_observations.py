# SPDX-License-Identifier: BSL-1.0
"""Observations from files, tables and rows."""

import io
from datetime import date, datetime
from decimal import Decimal

import jinjiang as jj
import numpy
import pandas
import polars
import pytest

ROWS = [
    {"id": "a", "observed_on": "2024-03-31", "value": 1.5, "unit": "万户"},
    {"id": "b", "observed_on": date(2024, 6, 30), "value": 2, "stage": "estimate"},
]


def expected():
    seen = jj.Observations()
    seen.add("a", "2024-03-31", 1.5, unit="万户")
    seen.add("b", "2024-06-30", 2, stage="estimate")
    return seen


def test_rows_of_any_table_read_the_same():
    assert jj.read_observations(ROWS) == expected()
    table = [{**row, "observed_on": str(row["observed_on"])} for row in ROWS]
    assert jj.read_observations(pandas.DataFrame(table)) == expected()
    assert jj.read_observations(polars.DataFrame(table)) == expected()
    stamped = pandas.DataFrame(table).assign(
        observed_on=pandas.to_datetime(["2024-03-31", "2024-06-30"])
    )
    assert jj.read_observations(stamped) == expected()


@pytest.mark.parametrize("separator", [",", ";", "\t"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_a_chinese_table_reads_the_same(tmp_path, separator, mark):
    lines = [
        ["编号", "日期", "数值", "单位", "阶段"],
        ["a", "2024-03-31", "1.5", "万户", ""],
        ["b", "2024-06-30", "2", "", "预计"],
    ]
    text = mark + "\r\n".join(separator.join(line) for line in lines)
    path = tmp_path / "seen.csv"
    path.write_bytes(text.encode())
    assert jj.read_observations(path) == expected()
    assert jj.read_observations(io.StringIO(text)) == expected()


def test_what_is_saved_reads_the_same(tmp_path):
    for name in ("seen.csv", "seen.json"):
        expected().save(tmp_path / name)
        assert jj.read_observations(tmp_path / name) == expected()


def test_a_wrong_cell_is_named_by_row():
    with pytest.raises(jj.FormatError, match="row 2: .*date like 2024-06-30") as caught:
        jj.read_observations([ROWS[0], {"id": "b", "observed_on": "3/6/2024", "value": 1}])
    assert caught.value.line == 2
    with pytest.raises(jj.FormatError, match="row 1: unknown column 'when'"):
        jj.read_observations([{"id": "a", "when": "2024-01-01", "value": 1}])
    with pytest.raises(jj.FormatError, match="row 1: column value"):
        jj.read_observations([{"id": "a", "observed_on": "2024-01-01", "value": float("nan")}])


@pytest.mark.parametrize(
    "day",
    ["2025-06-30", "2025/6/30", "2025-6-30", "2025.6.30", "2025年6月30日", "２０２５／６／３０"],
)
def test_dates_are_read_as_people_type_them(day):
    [reading] = jj.read_observations([{"编号": "a", "日期": day, "数值": 1, "获知日期": day}])
    assert reading.observed_on == reading.known_on == date(2025, 6, 30)


def test_other_dates_are_refused_with_the_spellings_that_are_read():
    words = (
        "row 1: column 日期: expected a date like 2024-06-30, 2024/6/30, 2024.6.30 or 2024年6月30日"
    )
    for day in ("30/6/2025", "25/6/30", "2025-02-30", "6月30日", 20250630):
        with pytest.raises(jj.FormatError, match=words):
            jj.read_observations([{"编号": "a", "日期": day, "数值": 1}])


def test_values_are_read_in_full_width_and_with_a_percent_sign():
    table = pandas.DataFrame(
        {
            "编号": ["a", "b", "c"],
            "日期": ["2025/6/30"] * 3,
            "数值": ["５．３", "5.3%", "5.3％"],
            "单位": ["亩", None, "%"],
        }
    )
    seen = jj.read_observations(table)
    assert [(reading.value, str(reading.unit)) for reading in seen] == [
        (5.3, "亩"),
        (5.3, "%"),
        (5.3, "%"),
    ]


def test_a_percent_sign_against_another_unit_names_the_column():
    row = {"编号": "a", "日期": "2025-06-30", "数值": "5.3%", "单位": "亩"}
    with pytest.raises(
        jj.FormatError, match=r'5\.3% says % but the column unit \(单位\) says "亩"'
    ):
        jj.read_observations([row])


def test_a_table_without_a_column_says_which():
    table = pandas.DataFrame({"编号": ["a"], "日期": ["2025-06-30"]})
    words = r"^the table has no column value \(数值\); it has 编号, 日期$"
    with pytest.raises(jj.FormatError, match=words):
        jj.read_observations(table)


def test_an_unknown_column_is_refused_with_the_names_in_both_languages():
    words = r"unknown column '结果'; columns are id \(编号\), observed_on \(日期\), value \(数值\)"
    with pytest.raises(jj.FormatError, match=words):
        jj.read_observations([{"编号": "a", "日期": "2025-06-30", "结果": 1}])


def test_readings_that_contradict_each_other_are_refused():
    rows = [ROWS[0], {**ROWS[0], "value": 9}]
    with pytest.raises(jj.ObservationError, match=r"1\.5 万户 and 9 万户"):
        jj.read_observations(rows)


def test_a_reading_says_all_that_is_known():
    seen = jj.Observations()
    seen.add("a", datetime(2024, 3, 31), 1, basis="可比", known_on="2024-04-10", span="per_period")
    [reading] = seen
    assert (reading.id, reading.observed_on, reading.value) == ("a", date(2024, 3, 31), 1.0)
    assert (reading.stage, reading.basis, reading.span) == ("final", "可比", "per_period")
    assert reading.known_on == date(2024, 4, 10)
    assert seen.of("a") == [reading] == [seen[0]] == [seen[-1]]
    with pytest.raises(IndexError):
        seen[1]


def test_what_was_evaluated_does_not_change_when_readings_are_added(draft):
    plan, seen = draft.build(), jj.Observations()
    seen.add("g.1", "2025-03-31", 1600)
    before = plan.evaluate(seen, as_of="2025-12-31")
    seen.add("g.1", "2025-06-30", 7000)
    assert before["g.1"].status == "missed"
    assert plan.evaluate(seen, as_of="2025-12-31")["g.1"].status == "met"


def test_rows_may_speak_chinese_like_a_file():
    rows = [
        {"编号": "a", "日期": "2024-03-31", "数值": 1.5, "单位": "万户"},
        {"编号": "b", "日期": "2024-06-30", "数值": 2, "阶段": "预计"},
    ]
    assert jj.read_observations(rows) == expected()


def test_cells_without_a_value_are_passed_over():
    nothing = {
        "unit": None,
        "stage": float("nan"),
        "known_on": pandas.NaT,
        "basis": "",
        "note": " ",
    }
    rows = [{"id": "a", "observed_on": "2024-03-31", "value": 1, "source": pandas.NA, **nothing}]
    [reading] = jj.read_observations(rows)
    assert reading == jj.Observation("a", "2024-03-31", 1)
    assert reading.known_on == date(2024, 3, 31)


def test_numbers_of_other_libraries_are_numbers():
    frame = pandas.DataFrame({"id": [7], "observed_on": [date(2024, 3, 31)], "value": [3]})
    [reading] = jj.read_observations(frame)
    assert (reading.id, reading.value) == ("7", 3.0)
    table = polars.DataFrame({"id": ["a"], "observed_on": [datetime(2024, 3, 31)], "value": [1.5]})
    [reading] = jj.read_observations(table)
    assert (reading.observed_on, reading.value) == (date(2024, 3, 31), 1.5)


@pytest.mark.parametrize(
    ("cell", "words"),
    [
        ({"value": "many"}, "row 1.*value.*many"),
        ({"value": float("inf")}, "row 1.*value.*inf"),
        ({"observed_on": "31/3/2024"}, "row 1.*observed_on.*31/3/2024"),
        ({"observed_on": 3}, "row 1.*observed_on.*3"),
        ({"stage": "sure"}, "row 1.*stage.*sure"),
        ({"span": "sure"}, "row 1.*span.*sure"),
        ({"unit": "公倾"}, "row 1.*unit.*公倾"),
        ({"unit": 5}, "row 1.*unit"),
        ({"known_on": "2024-1"}, "row 1.*known_on.*2024-1"),
        ({"known_on": "2023-01-01"}, "row 1.*known.*2023-01-01"),
        ({"source": 5}, "row 1.*source.*5"),
        ({"id": None}, "row 1.*id"),
        ({"编号": "b"}, "row 1.*编号"),
    ],
    ids=str,
)
def test_a_wrong_cell_is_named_by_row_and_column(cell, words):
    with pytest.raises(jj.FormatError, match=words) as caught:
        jj.read_observations([{"id": "a", "observed_on": "2024-03-31", "value": 1, **cell}])
    assert caught.value.line == 1


@pytest.mark.parametrize("row", ["a", None, ("a", "2024-03-31", 1)])
def test_a_row_that_is_no_mapping_is_refused_with_its_number(row):
    with pytest.raises((jj.FormatError, TypeError), match="mapping"):
        jj.read_observations([row])


@pytest.mark.parametrize(
    ("text", "line", "column", "words"),
    [
        ("id,observed_on,value\na,2024-03-31,many\n", 2, 14, 'at value: .*"many"'),
        ("id,observed_on,value\na,2024-02-30,1\n", 2, 3, 'at observed_on: .*"2024-02-30"'),
        ("id,observed_on,value,unit\na,2024-03-31,1,公倾\n", 2, 16, 'at unit: .*"公顷"'),
        ("id;observed_on;value\na;2024-03-31;1,5\n", 2, 14, 'separators.*"1,5"'),
        ("编号,日期\n", 1, 1, "no column value"),
        ("id,编号,observed_on,value\n", 1, 4, "comes twice"),
        ("id,observed_on,value,colour\n", 1, 22, 'unknown column "colour"'),
        ('id,observed_on,value\n"a,2024-03-31,1\n', 2, 1, "never closed"),
        ("", 1, 1, "empty"),
    ],
)
def test_a_wrong_line_of_a_file_is_named_by_line_and_column(tmp_path, text, line, column, words):
    path = tmp_path / "seen.csv"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(jj.FormatError, match=words) as caught:
        jj.read_observations(path)
    error = caught.value
    assert (error.file, error.line, error.column) == (str(path), line, column)
    assert str(error).startswith(f"{path}:{line}:{column}")


def test_open_files_are_read_and_named(tmp_path):
    path = tmp_path / "seen.csv"
    path.write_text("编号,日期,数值\nb,2024-6-31,2\n", encoding="utf-8-sig")
    for arguments in ({"mode": "rb"}, {"mode": "r", "encoding": "utf-8"}):
        with open(path, **arguments) as file, pytest.raises(jj.FormatError) as caught:
            jj.read_observations(file)
        assert (caught.value.file, caught.value.line) == (str(path), 2)


def test_bytes_in_another_encoding_are_a_format_error(tmp_path):
    table = b"id,observed_on,value\n\xff\xfe,2024-03-31,1\n"
    (tmp_path / "odd.csv").write_bytes(table)
    with pytest.raises(jj.FormatError, match="UTF-8"):
        jj.read_observations(tmp_path / "odd.csv")
    with pytest.raises(jj.FormatError, match="UTF-8"):
        jj.read_observations(io.BytesIO(table))


def test_other_things_are_not_read():
    for thing in (5, None, {"id": "a"}):
        with pytest.raises(TypeError, match="expected a path, an open file, a DataFrame"):
            jj.read_observations(thing)


def test_units_of_a_plan_are_understood(tmp_path):
    units = jj.UnitTable()
    units.add("担", "公斤", 50)
    rows = [{"id": "a", "observed_on": "2024-03-31", "value": 3, "unit": "担"}]
    [reading] = jj.read_observations(rows, units=units)
    assert reading.unit == "担"
    text = "id,observed_on,value,unit\na,2024-03-31,3,担\n"
    assert jj.read_observations(io.StringIO(text), units=units)[0] == reading
    with pytest.raises(jj.FormatError, match='unknown unit "担"'):
        jj.read_observations(rows)


def test_equality_forgets_order_but_no_reading():
    one, other = jj.Observations(), jj.Observations()
    for id, on in (("a", "2024-03-31"), ("b", "2024-06-30")):
        one.add(id, on, 1)
    for id, on in (("b", "2024-06-30"), ("a", "2024-03-31")):
        other.add(id, on, 1)
    assert one == other
    other.add("a", "2024-06-30", 1)
    assert one != other and one != "text"


def test_replacing_leaves_the_original_alone():
    seen = expected()
    changed = seen.replacing({"a": 2})
    assert [(r.value, r.unit, r.observed_on) for r in changed.of("a")] == [
        (2.0, "万户", date(2024, 3, 31))
    ]
    assert seen == expected()
    later = seen.replacing({"a": 2, "c": 1}, on="2024-09-30")
    assert [r.value for r in later.of("a")] == [1.5, 2.0]
    assert later.of("c")[0].observed_on == date(2024, 9, 30)
    assert seen.replacing({}) == seen
    with pytest.raises(jj.ObservationError, match='no observation of "c" to replace'):
        seen.replacing({"c": 1})


def test_rows_of_a_table_come_back():
    assert jj.read_observations(expected().to_dicts()) == expected()
    assert jj.read_observations(expected().to_pandas()) == expected()


def test_a_spreadsheet_runs_no_formula_of_ours():
    seen = jj.Observations()
    seen.add("a", "2024-03-31", -1, source="=1+1", note="-2")
    row = seen.to_csv().splitlines()[1]
    assert "'=1+1" in row and "'-2" in row
    assert jj.read_observations(io.StringIO(seen.to_csv())) == seen


@pytest.mark.parametrize("value", [True, False, numpy.bool_(True), [], "five", {}])
def test_a_row_with_a_value_that_is_no_number_is_refused(value):
    with pytest.raises(jj.FormatError, match="^row 1: column value: expected a number, found "):
        jj.read_observations([{"id": "a", "observed_on": "2024-03-31", "value": value}])


@pytest.mark.parametrize("value", [1600, 1600.0, "1600", numpy.float32(1600), Decimal(1600)])
def test_a_row_takes_every_kind_of_number(value):
    [reading] = jj.read_observations([{"id": "a", "observed_on": "2024-03-31", "value": value}])
    assert reading.value == 1600


@pytest.mark.parametrize(
    ("word", "stage"), [("预计", "estimate"), ("初步", "provisional"), ("最终", "final")]
)
def test_a_stage_may_be_given_in_chinese(word, stage):
    seen = jj.Observations()
    seen.add("a", "2024-03-31", 1600, stage=word)
    row = {"id": "a", "observed_on": "2024-03-31", "value": 1600, "stage": word}
    table = "id,observed_on,value,stage\na,2024-03-31,1600," + word
    assert seen[0].stage == stage
    assert seen == jj.read_observations([row]) == jj.read_observations(io.StringIO(table))


@pytest.mark.parametrize(("word", "span"), [("累计", "cumulative"), ("当期", "per_period")])
def test_a_span_may_be_given_in_chinese(word, span):
    reading = jj.Observation("a", "2024-03-31", 1600, span=word)
    row = {"编号": "a", "日期": "2024-03-31", "数值": 1600, "计法": word}
    assert reading.span == span
    assert list(jj.read_observations([row])) == [reading]


def test_keys_of_your_own_are_kept(tmp_path):
    path = tmp_path / "o.json"
    path.write_text(
        '{"format": "jinjiang-observations", "x-office": {"name": "督查室"}, "readings": []}',
        encoding="utf-8",
    )
    seen = jj.read_observations(path)
    assert seen.extensions == {"x-office": {"name": "督查室"}}
    assert jj.Observations().extensions == {}


@pytest.mark.parametrize("value", [1.1, True, numpy.float64(1.1), Decimal("1.10")])
def test_an_id_that_was_read_as_a_number_is_refused(value):
    row = {"编号": value, "日期": "2024-06-30", "数值": 5}
    with pytest.raises(jj.FormatError, match="row 1: column 编号: expected a text, found .*dtype"):
        jj.read_observations([row])


def test_a_frame_whose_ids_were_read_as_numbers_is_refused():
    frame = pandas.DataFrame({"id": [1.1, 1.10], "observed_on": "2024-06-30", "value": [5, 5]})
    with pytest.raises(jj.FormatError, match="2 problems"):
        jj.read_observations(frame)
    whole = pandas.DataFrame({"id": [7], "observed_on": ["2024-06-30"], "value": [5]})
    assert jj.read_observations(whole)[0].id == "7"
