# SPDX-License-Identifier: BSL-1.0
"""Rows of a CSV that cannot be read, beside those that can."""

import io

import jinjiang as jj
import pandas
import polars
import pytest

HEADER = "编号,日期,数值,单位\n"


def collect(text):
    return jj.read_observations(io.StringIO(HEADER + text), errors="collect")


@pytest.mark.parametrize("name", ["seen.csv", "seen.txt"])
def test_a_file_an_open_file_and_a_text_are_collected_alike(tmp_path, name):
    text = HEADER + "a,2024-03-31,1,亩\nb,?,2,亩\n"
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    rejected = (3, "column 日期: expected a date like 2024-06-30", {"编号": "b", "日期": "?"})
    with open(path, "rb") as binary, open(path, encoding="utf-8") as words:
        for source in (path, str(path), binary, words, io.StringIO(text)):
            seen, [row] = jj.read_observations(source, errors="collect")
            assert [(reading.id, reading.value) for reading in seen] == [("a", 1.0)]
            assert isinstance(row, jj.RejectedRow)
            assert (row.line, row.reason.startswith(rejected[1])) == (3, True)
            assert row.values == {**rejected[2], "数值": "2", "单位": "亩"}


def test_the_reason_is_what_is_said_of_the_row_alone():
    rows = ["a,?,1,亩", "a,2024-03-31,1;5,亩", ",2024-03-31,1,", "a,2024-03-31,1,公倾", "a,,1,,,,"]
    _, rejected = collect("\n".join(rows))
    for row, found in zip(rows, rejected, strict=True):
        with pytest.raises(jj.FormatError) as caught:
            jj.read_observations(io.StringIO(HEADER + row))
        place, what = str(caught.value).split(": ", 1)
        column = f"column {place.split(' at ')[1]}: " if " at " in place else ""
        assert found.reason == column + what


def test_every_wrong_row_is_there():
    seen, rejected = collect("a,?,1,亩\n" * 1000 + "b,2024-03-31,1,亩\n")
    assert ([row.line for row in rejected], len(seen)) == (list(range(2, 1002)), 1)


def test_a_row_whose_quotes_are_wrong_takes_no_other_with_it():
    seen, rejected = collect('"a"x,2024-03-31,1,亩\nb,2024-03-31,1,亩\nc,2024-03-31,"1\n')
    assert [reading.id for reading in seen] == ["b"]
    assert [(row.line, row.reason.split(";")[0]) for row in rejected] == [
        (2, "expected a separator after the closing quote of a field"),
        (4, "the quote of a field is never closed"),
    ]


def test_readings_that_contradict_earlier_ones_are_rejected():
    rows = "".join(f"n{i},2024-03-31,{i},亩\n" for i in range(50))
    seen, rejected = collect(rows + "?\n" + "n7,2024-03-31,8,亩\nn8,2024-03-31,9,亩\n")
    assert [(reading.id, reading.value) for reading in seen] == [(f"n{i}", i) for i in range(50)]
    assert [row.line for row in rejected] == [52, 53, 54]
    assert rejected[1].reason.endswith("(line 9 came first)")
    assert rejected[1].values["id"] == "n7"


def test_what_is_wrong_with_the_table_as_a_whole_is_refused(tmp_path):
    path = tmp_path / "seen.csv"
    path.write_bytes(b"id,observed_on,value\n\xff,2024-03-31,1\n")
    words = rf"^{path}:2:1: byte 21 is not UTF-8"
    with open(path, "rb") as file:
        for source in (path, file):
            with pytest.raises(jj.FormatError, match=words):
                jj.read_observations(source, errors="collect")
    with pytest.raises(jj.FormatError, match="the table is empty"):
        jj.read_observations(io.StringIO(""), errors="collect")


def test_json_and_archives_are_taken_whole_or_not_at_all(tmp_path):
    seen = jj.Observations()
    seen.add("a", "2024-03-31", 1)
    for name in ("seen.json", "seen.jjx"):
        seen.save(tmp_path / name)
        assert jj.read_observations(tmp_path / name, errors="collect") == (seen, [])
    (tmp_path / "seen.json").write_text(seen.to_json().replace("2024-03-31", "?"), "utf-8")
    with pytest.raises(jj.FormatError, match="expected a date"):
        jj.read_observations(tmp_path / "seen.json", errors="collect")


ROW = {"编号": None, "日期": "2024-03-31", "数值": 1}


@pytest.mark.parametrize("make", [pandas.DataFrame, polars.DataFrame, list])
def test_a_column_goes_by_the_name_that_the_table_gives_it(make):
    with pytest.raises(jj.FormatError, match="^row 1: column 编号: a row needs a value$"):
        jj.read_observations(make([ROW]))


def test_a_column_that_the_table_does_not_have_goes_by_both_names():
    without = {"日期": "2024-03-31"}
    words = r"^the table has no column id \(编号\) and no value \(数值\); it has 日期$"
    for table in (polars.DataFrame([without]), pandas.DataFrame([without]), [without]):
        with pytest.raises(jj.FormatError, match=words):
            jj.read_observations(table)
    rows = [{**ROW, "编号": "a"}, without]
    words = r"^row 2: column id \(编号\): a row needs a value$"
    with pytest.raises(jj.FormatError, match=words):
        jj.read_observations(rows)
    with pytest.raises(jj.FormatError, match=r"columns are id \(编号\), observed_on \(日期\)"):
        jj.read_observations(polars.DataFrame([{**ROW, "when": 1}]))
