# SPDX-License-Identifier: BSL-1.0
"""Cells and columns of tables that are easily misread, and what is said of those that are wrong."""

import io
import sys
from datetime import date, datetime
from decimal import Decimal

import duckdb
import jinjiang as jj
import numpy
import pandas
import polars
import pyarrow
import pytest
from test_arrow_import import table, values_of


@pytest.mark.parametrize(
    "kind",
    [
        pyarrow.decimal32(7, 2),
        pyarrow.decimal64(12, 2),
        pyarrow.decimal128(10, 2),
        pyarrow.decimal128(38, 20),
        pyarrow.decimal256(50, 2),
        pyarrow.decimal256(76, 60),
    ],
)
def test_decimals_of_every_width_are_the_nearest_numbers(kind):
    digits = ["5.30", "-0.01", "0.00", "-16.25", "99.99"]
    numbers = pyarrow.array([Decimal(text) for text in digits], kind)
    assert values_of(jj.read_observations(table(numbers))) == [float(text) for text in digits]


def test_large_decimals_are_numbers():
    digits = ["12345678901234567890123456789012345678901234567890.12", "-1" + "0" * 60]
    numbers = pyarrow.array([Decimal(text) for text in digits], pyarrow.decimal256(76, 2))
    assert values_of(jj.read_observations(table(numbers))) == [float(text) for text in digits]
    numbers = pyarrow.array([Decimal("-1200"), Decimal("300")], pyarrow.decimal64(12, -2))
    assert values_of(jj.read_observations(table(numbers))) == [-1200, 300]


def test_a_literal_of_duckdb_is_what_it_says():
    query = "SELECT 'a' AS id, DATE '2024-03-31' AS observed_on, 5.3 AS value"
    assert values_of(jj.read_observations(duckdb.sql(query))) == [5.3]


NARROW = [5.3, 0.1, -0.7, 1e-3, 0.0625, 16777216.0, 7000.0, 1.0, 0.0]


@pytest.mark.parametrize("kind", ["float16", "float32"])
@pytest.mark.parametrize("make", [pyarrow.table, polars.DataFrame, pandas.DataFrame, "dicts"])
def test_narrow_numbers_are_what_was_written(kind, make):
    numbers = [x for x in NARROW if kind == "float32" or abs(x) < 65000]
    columns = {
        "id": [f"n{i}" for i in range(len(numbers))],
        "observed_on": ["2024-03-31"] * len(numbers),
        "value": numpy.array(numbers, kind),
    }
    if make == "dicts":
        source = [
            dict(zip(columns, row, strict=True)) for row in zip(*columns.values(), strict=True)
        ]
    else:
        source = make(columns)
    assert values_of(jj.read_observations(source)) == numbers


def test_whole_numbers_of_few_digits_stay_what_they_are():
    for kind, number in (("float16", 65504), ("float32", 123456792)):
        value = numpy.array([number], kind)
        for source in (table(value), [{"id": "a", "observed_on": "2024-03-31", "value": value[0]}]):
            assert values_of(jj.read_observations(source)) == [number]


def test_every_narrow_number_reads_back():
    every = numpy.arange(65536, dtype="uint16").view("float16")
    every = every[numpy.isfinite(every)]
    days = pyarrow.array([date(2024, 3, 31)] * len(every))
    ids = [f"n{i}" for i in range(len(every))]
    arrow = pyarrow.table({"id": ids, "observed_on": days, "value": every})
    found = numpy.array(values_of(jj.read_observations(arrow)))
    assert (found.astype("float16") == every).all()
    written = numpy.array([float(str(x)) for x in every])
    is_power_of_two = numpy.abs(numpy.frexp(every)[0]) == 0.5  # there numpy rounds another way
    assert (found == written)[(every != numpy.trunc(every)) & ~is_power_of_two].all()


@pytest.mark.parametrize("zone", ["UTC", "Etc/UTC", "+00:00", "Asia/Shanghai"])
def test_times_with_a_zone_are_refused_alike(zone):
    days = pyarrow.array([datetime(2024, 3, 30, 16)], pyarrow.timestamp("us", zone))
    arrow = table([1], days)
    sources = [arrow, arrow.to_pandas(), arrow.to_pylist()]
    if not zone.startswith("+"):
        sources.append(polars.from_arrow(arrow))
    for source in sources:
        with pytest.raises(jj.FormatError, match="^row 1: column observed_on: ") as caught:
            jj.read_observations(source)
        assert "times without a zone; found " in str(caught.value)
        assert "first" in str(caught.value)


@pytest.mark.parametrize("headings", [["value", "value"], ["value", "数值"]])
def test_a_column_of_a_frame_that_comes_twice_is_refused(headings, monkeypatch):
    columns = ["id", "observed_on", *headings]
    frame = pandas.DataFrame([["a", "2024-01-01", 1, 2]], columns=columns)
    for _ in range(2):
        with pytest.raises(jj.FormatError, match=f'^column "{headings[1]}": value is given twice$'):
            jj.read_observations(frame)
        monkeypatch.setitem(sys.modules, "pyarrow", None)


@pytest.mark.parametrize("column", ["id", "observed_on", "value", "unit", "stage", "note"])
def test_a_text_that_is_not_utf8_is_named_by_row_and_column(column):
    good = {"id": ["a", "b", "c"], "observed_on": ["2024-03-31"] * 3, "value": ["1", "2", "3"]}
    good.update(unit=["亩"] * 3, stage=["final"] * 3, note=["x"] * 3)
    texts = [text.encode() for text in good[column]]
    texts[1] = b"\xff\xfe"
    source = pyarrow.table({**good, column: pyarrow.array(texts).view("string")})
    reason = (
        rf'column {column}: expected a text in UTF-8, found "\xff\xfe", whose byte 0 is not UTF-8'
    )
    with pytest.raises(jj.FormatError) as caught:
        jj.read_observations(source)
    assert str(caught.value) == f"row 2: {reason}"
    seen, [rejected] = jj.read_observations(source, errors="collect")
    assert [reading.id for reading in seen] == ["a", "c"]
    assert (rejected.line, rejected.reason) == (2, reason)
    assert rejected.values[column] == r"\xff\xfe"


WRONG = {"id": ["a", "b", "c"], "observed_on": ["x", "2024-03-31", "y"], "value": [1, 2, 3]}


@pytest.mark.parametrize("make", [pyarrow.table, polars.DataFrame, pandas.DataFrame, "dicts"])
def test_all_wrong_rows_are_named(make):
    source = pandas.DataFrame(WRONG).to_dict("records") if make == "dicts" else make(WRONG)
    with pytest.raises(jj.FormatError) as caught:
        jj.read_observations(source)
    first, one, three = str(caught.value).splitlines()
    assert first == "2 problems:"
    assert one.startswith("  row 1: column observed_on: ")
    assert three.startswith("  row 3: column observed_on: ")
    assert caught.value.line == 1


@pytest.mark.parametrize("make", [pyarrow.table, "dicts"])
def test_of_very_many_wrong_rows_the_first_are_named(make):
    columns = {"id": ["a"] * 50, "observed_on": ["x"] * 50, "value": [1] * 50}
    source = pandas.DataFrame(columns).to_dict("records") if make == "dicts" else make(columns)
    with pytest.raises(jj.FormatError, match="^50 problems:") as caught:
        jj.read_observations(source)
    lines = str(caught.value).splitlines()
    assert len(lines) == 22 and lines[-1] == "  … and 30 more"


def test_a_lazy_frame_is_to_be_collected():
    lazy = polars.DataFrame(WRONG).lazy()
    with pytest.raises(TypeError, match=r"LazyFrame has no rows yet: call \.collect\(\) first"):
        jj.read_observations(lazy)


@pytest.mark.parametrize("source", [pyarrow.table({}), pandas.DataFrame(), polars.DataFrame()])
def test_a_table_without_columns_lacks_them(source):
    with pytest.raises(jj.FormatError, match="the table has no column id .*; it has none$"):
        jj.read_observations(source)


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        (pyarrow.binary(), "binary data"),
        (pyarrow.duration("s"), "a duration"),
        (pyarrow.time32("s"), "a time of day"),
        (pyarrow.list_(pyarrow.int8()), "a list"),
        (pyarrow.struct([("x", pyarrow.int8())]), "a struct"),
        (pyarrow.map_(pyarrow.string(), pyarrow.string()), "a map"),
    ],
)
def test_other_types_are_named_in_words(kind, words):
    some = {"binary data": b"x", "a list": [1], "a struct": {"x": 1}, "a map": [("k", "v")]}
    source = table([1], note=pyarrow.array([some.get(words, 1)], kind))
    with pytest.raises(
        jj.FormatError, match=f"row 1: column note: expected a text, found {words}$"
    ):
        jj.read_observations(source)


@pytest.mark.parametrize(
    "make", [pyarrow.table, polars.DataFrame, pandas.DataFrame, "dicts", "csv"]
)
@pytest.mark.parametrize(
    ("heading", "nearest"), [("ID", "id"), ("Value", "value"), (" Unit", "unit")]
)
def test_a_heading_in_capitals_gets_a_hint(make, heading, nearest):
    row = {"id": "a", "observed_on": "2024-03-31", "value": 1}
    columns = {name: [cell] for name, cell in row.items() if name != nearest} | {heading: ["1"]}
    if make == "csv":
        lines = ",".join(columns), ",".join(str(cell) for [cell] in columns.values())
        source = io.StringIO("\n".join(lines))
    elif make == "dicts":
        source = [{name: cell for name, [cell] in columns.items()}]
    else:
        source = make(columns)
    with pytest.raises(jj.FormatError, match=f'unknown column .*; nearest: "{nearest}"'):
        jj.read_observations(source)


@pytest.mark.parametrize("make", [pyarrow.table, pandas.DataFrame, "dicts", "csv"])
def test_a_column_without_a_name_is_named_by_place(make):
    columns = {"id": ["a"], "observed_on": ["2024-03-31"], "value": [1], "": ["x"]}
    if make == "csv":
        source = io.StringIO("id,observed_on,value,\na,2024-03-31,1,x\n")
    elif make == "dicts":
        source = [{name: cell for name, [cell] in columns.items()}]
    else:
        source = make(columns)
    with pytest.raises(jj.FormatError, match="column 4 has no name; columns are id"):
        jj.read_observations(source)
