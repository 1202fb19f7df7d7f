# SPDX-License-Identifier: BSL-1.0
"""Observations from files, tables and rows."""

import io
from datetime import date, datetime

import jinjiang as jj
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
        jj.read_observations([ROWS[0], {"id": "b", "observed_on": "2024-6-3", "value": 1}])
    assert caught.value.line == 2
    with pytest.raises(jj.FormatError, match="row 1: unknown column 'when'"):
        jj.read_observations([{"id": "a", "when": "2024-01-01", "value": 1}])
    with pytest.raises(jj.FormatError, match="row 1: column value"):
        jj.read_observations([{"id": "a", "observed_on": "2024-01-01", "value": float("nan")}])


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
