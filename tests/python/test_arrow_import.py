# SPDX-License-Identifier: BSL-1.0
"""Observations from any table that speaks Arrow; bad rows are named, or returned."""

import io
import sys
from datetime import date, datetime
from decimal import Decimal

import duckdb
import jinjiang as jj
import nanoarrow
import pandas
import polars
import pyarrow
import pytest

NAMES = ["id", "observed_on", "value"]


def table(values, days=None, **more):
    size = len(values)
    days = days if days is not None else [date(2024, 3, 31)] * size
    ids = [chr(ord("a") + i) for i in range(size)]
    return pyarrow.table({"id": ids, "observed_on": days, "value": values, **more})


def values_of(seen):
    return [reading.value for reading in seen]


def test_every_maker_of_tables_is_read_alike(seen):
    arrow = seen.to_arrow()
    tables = [
        arrow,
        arrow.to_batches()[0],
        pyarrow.RecordBatchReader.from_stream(seen),
        seen.to_polars(),
        seen.to_pandas(),
        arrow.to_pandas(),
        nanoarrow.ArrayStream(seen),
        nanoarrow.c_array(seen),
        seen,
    ]
    for one in tables:
        assert jj.read_observations(one) == seen, type(one)


def test_a_query_of_duckdb_is_read(seen):
    connection = duckdb.connect()
    connection.register("seen", seen.to_arrow())
    found = jj.read_observations(connection.sql("SELECT * FROM seen WHERE stage = 'provisional'"))
    assert len(found) == sum(reading.stage == "provisional" for reading in seen)


@pytest.mark.parametrize(
    "kind",
    [
        "int8",
        "int16",
        "int32",
        "int64",
        "uint8",
        "uint16",
        "uint32",
        "uint64",
        "float16",
        "float32",
        "float64",
        "string",
        "large_string",
        "string_view",
    ],
)
def test_numbers_come_in_any_type(kind):
    numbers = pyarrow.array(["5", "7"] if "string" in kind else [5, 7], getattr(pyarrow, kind)())
    assert values_of(jj.read_observations(table(numbers))) == [5, 7]


def test_decimals_are_numbers():
    numbers = pyarrow.array([Decimal("-1600.25"), Decimal("0.5")])
    assert values_of(jj.read_observations(table(numbers))) == [-1600.25, 0.5]


class NoCapsule:
    def __arrow_c_stream__(self, requested_schema=None):
        return 5


class NoPair:
    def __arrow_c_array__(self, requested_schema=None):
        return 5


@pytest.mark.parametrize("source", [NoCapsule(), NoPair()])
def test_what_gives_no_capsule_is_refused_in_our_words(source):
    with pytest.raises(TypeError, match="^the table: expected a .*capsule.* found 5$"):
        jj.read_observations(source)


@pytest.mark.parametrize(
    "kind",
    [
        pyarrow.date32(),
        pyarrow.date64(),
        pyarrow.timestamp("s"),
        pyarrow.timestamp("ns"),
        pyarrow.timestamp("us"),
    ],
)
def test_days_come_in_any_type(kind):
    days = pyarrow.array([datetime(2024, 3, 31), datetime(1969, 12, 31)]).cast(kind)
    [a, b] = jj.read_observations(table([1, 2], days))
    assert (a.observed_on, b.observed_on) == (date(2024, 3, 31), date(1969, 12, 31))


@pytest.mark.parametrize("kind", ["string", "large_string", "string_view"])
def test_texts_come_in_any_type(kind):
    long = "一个比十二个字节更长的单位来源说明"
    source = pyarrow.array([long, "短"], getattr(pyarrow, kind)())
    seen = jj.read_observations(table([1, 2], source=source))
    assert [reading.source for reading in seen] == [long, "短"]


def test_words_may_be_dictionaries():
    stage = pyarrow.array(["初步", None, "estimate"]).dictionary_encode()
    seen = jj.read_observations(table([1, 2, 3], stage=stage))
    assert [reading.stage for reading in seen] == ["provisional", "final", "estimate"]


def test_slices_and_chunks_keep_their_rows():
    whole = pyarrow.concat_tables([table([1, 2, 3]).slice(1), table([7]).slice(0, 1)])
    assert values_of(jj.read_observations(whole)) == [2, 3, 7]
    [batch] = table([1, 2, 3], unit=["亩", None, "户"]).to_batches()
    [reading] = jj.read_observations(batch.slice(2))
    assert (reading.id, reading.value, str(reading.unit)) == ("c", 3, "户")


def test_an_array_of_structures_that_begins_late_keeps_its_rows():
    rows = [None, *table([1, 2]).to_pylist(), None]
    structures = pyarrow.array(rows, pyarrow.struct(table([1]).schema))
    [a, b] = jj.read_observations(structures.slice(1, 2))
    assert (a.id, b.value) == ("a", 2)
    with pytest.raises(jj.FormatError, match="^row 3: column id: a row needs a value$"):
        jj.read_observations(structures.slice(1))


def test_columns_may_have_chinese_names():
    chinese = table([1, 2]).rename_columns(["编号", "日期", "数值"])
    assert jj.read_observations(chinese) == jj.read_observations(table([1, 2]))


def test_row_numbers_of_a_filtered_frame_are_no_column():
    frame = table([1, 2, 3]).to_pandas()
    assert values_of(jj.read_observations(frame[frame["value"] > 1])) == [2, 3]


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        (
            table([1]).drop_columns("value"),
            r"^the table has no column value \(数值\); it has id, observed_on$",
        ),
        (table([1]).append_column("unti", [["亩"]]), '^unknown column "unti"; nearest: "unit"'),
        (table([1]).append_column("数值", [[2]]), '^column "数值": value is given twice$'),
        (table(["1", "five"]), '^row 2: column value: expected a number, found "five"$'),
        (table([1, None]), "^row 2: column value: a row needs a value$"),
        (table([1.0, float("inf")]), "^row 2: column value: expected a finite number"),
        (table([True]), "^row 1: column value: expected a number, found true$"),
        (
            table([1], ["31/03/2024"]),
            '^row 1: column observed_on: .*found "31/03/2024"',
        ),
        (
            table([1], [45000]),
            "^row 1: column observed_on: expected a date like 2024-06-30, 2024/6/30",
        ),
        (table([1], unit=["亩产"]), "^row 1: column unit: .*亩产"),
        (
            table([1], stage=["最后"]),
            "^row 1: column stage: expected estimate, provisional or final",
        ),
        (table([1], unit=[5]), "^row 1: column unit: expected a text, found 5$"),
        (table([1], known_on=[date(2024, 3, 1)]), "^row 1: .*cannot be known on 2024-03-01"),
        (
            table(
                [1], pyarrow.array([datetime(2024, 3, 31)], pyarrow.timestamp("s", "Asia/Shanghai"))
            ),
            '^row 1: column observed_on: expected dates.*"Asia/Shanghai"',
        ),
    ],
)
def test_what_is_wrong_is_named_by_row_and_column(wrong, message):
    with pytest.raises(jj.FormatError, match=message):
        jj.read_observations(wrong)


def test_readings_that_contradict_each_other_are_named_by_row():
    twice = pyarrow.concat_tables([table([1, 2]), table([1, 3])])
    with pytest.raises(jj.ObservationError, match="^rows 2 and 4: observations of b on 2024-03-31"):
        jj.read_observations(twice)


@pytest.mark.parametrize("make", [polars.DataFrame, pandas.DataFrame, pyarrow.table])
def test_a_frame_is_refused_with_row_and_column(make):
    days = ["2024-03-31", "31/03/2024"]
    with pytest.raises(jj.FormatError, match="^row 2: column observed_on: .*2024-06-30") as caught:
        jj.read_observations(make({"id": ["a", "b"], "observed_on": days, "value": [1, 2]}))
    assert caught.value.line == 2


def test_a_frame_with_values_of_several_kinds_is_read_row_by_row():
    frame = pandas.DataFrame({"id": ["a", 5], "observed_on": "2024-03-31", "value": [1, "2"]})
    assert [reading.id for reading in jj.read_observations(frame)] == ["a", "5"]


def test_a_frame_without_pyarrow_is_read_all_the_same(monkeypatch, seen):
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    assert jj.read_observations(seen.to_pandas()) == seen


def test_a_column_is_no_table():
    with pytest.raises(jj.FormatError, match="expected a table .* found a single column"):
        jj.read_observations(pyarrow.array([1, 2]))


def test_a_table_that_breaks_off_says_why():
    def batches():
        yield table([1]).to_batches()[0]
        raise ValueError("the line was cut")

    reader = pyarrow.RecordBatchReader.from_batches(table([1]).schema, batches())
    with pytest.raises(jj.FormatError, match="the table broke off: .*the line was cut"):
        jj.read_observations(reader)


BAD = {
    "id": ["a", "b", "c", "a", None],
    "observed_on": ["2024-03-31", "31.3.2024", "2024-03-31", "2024-03-31", "2024-03-31"],
    "value": ["1", "2", "five", "9", "1"],
}


@pytest.mark.parametrize(
    "source",
    [
        pyarrow.table(BAD),
        polars.DataFrame(BAD),
        pandas.DataFrame(BAD),
        pandas.DataFrame(BAD).to_dict("records"),
    ],
    ids=["pyarrow", "polars", "pandas", "dicts"],
)
def test_bad_rows_are_returned_beside_the_good_ones(source):
    seen, rejected = jj.read_observations(source, errors="collect")
    assert [(reading.id, reading.value) for reading in seen] == [("a", 1.0)]
    assert [row.line for row in rejected] == [2, 3, 4, 5]
    assert "31.3.2024" in rejected[0].reason and rejected[0].values["id"] == "b"
    assert rejected[1].reason.startswith("column value: expected a number, found")
    assert rejected[2].reason.endswith("(row 1 came first)")
    assert rejected[3].reason == "column id: a row needs a value"


def test_bad_rows_of_a_csv_are_returned_beside_the_good_ones(tmp_path):
    text = (
        "sep=;\n编号;日期;数值;备注\n"
        'a;2024-03-31;1;"two\nlines"\nb;31.3.2024;2;\nc;2024-03-31;1,5;\n\na;2024-03-31;9;\n'
    )
    path = tmp_path / "seen.csv"
    path.write_text("\ufeff" + text, encoding="utf-8")
    for source in (path, io.StringIO(text)):
        seen, rejected = jj.read_observations(source, errors="collect")
        assert [(reading.id, reading.note) for reading in seen] == [("a", "two\nlines")]
        assert [row.line for row in rejected] == [5, 6, 8]
        assert rejected[0].values["编号"] == "b"
        assert rejected[0].reason.startswith(
            "column 日期: expected a date like 2024-06-30, 2024/6/30"
        )
        assert "a decimal comma? write 1.5" in rejected[1].reason
        assert rejected[2].reason.endswith("(line 3 came first)")


@pytest.mark.parametrize("source", [pyarrow.table, polars.DataFrame, pandas.DataFrame])
def test_dates_and_percentages_are_read_as_people_type_them(source):
    columns = {
        "编号": ["a", "b", "c"],
        "日期": ["2024/6/30", "2024年6月30日", "2024.6.30"],
        "数值": ["5.3%", "５．３", "6%"],
        "单位": ["", "%", "亩"],
    }
    seen, rejected = jj.read_observations(source(columns), errors="collect")
    assert [(reading.value, str(reading.unit)) for reading in seen] == [(5.3, "%"), (5.3, "%")]
    assert {str(reading.observed_on) for reading in seen} == {"2024-06-30"}
    assert "write the number alone" in rejected[0].reason


def test_a_good_table_has_no_bad_rows(seen):
    assert jj.read_observations(seen, errors="collect") == (seen, [])
    assert jj.read_observations(io.StringIO(seen.to_csv()), errors="collect") == (seen, [])


def test_a_bad_header_is_refused_even_so():
    with pytest.raises(jj.FormatError, match="no column value"):
        jj.read_observations(io.StringIO("id,observed_on\na,2024-03-31\n"), errors="collect")
    with pytest.raises(jj.FormatError, match="no column value"):
        jj.read_observations(table([1]).drop_columns("value"), errors="collect")


def test_what_to_do_with_errors_is_one_of_two_words():
    with pytest.raises(ValueError, match='expected "raise" or "collect", found .*ignore'):
        jj.read_observations([], errors="ignore")


def test_a_code_beyond_its_dictionary_is_refused():
    codes = pyarrow.array([0, 7], pyarrow.int8())
    ids = pyarrow.DictionaryArray.from_arrays(codes, pyarrow.array(["a", "b"]), safe=False)
    days = pyarrow.array([date(2024, 3, 31)] * 2)
    odd = pyarrow.table([ids, days, pyarrow.array([1.0, 2.0])], names=NAMES)
    with pytest.raises(jj.FormatError, match="its code is 7, but the dictionary has 2 words"):
        jj.read_observations(odd)
