# SPDX-License-Identifier: BSL-1.0
"""Tables over the Arrow C data interface, judged by pyarrow, nanoarrow, polars and DuckDB."""

import gc
import sys
import threading

import duckdb
import jinjiang as jj
import nanoarrow
import numpy
import polars
import pyarrow
import pytest
from conftest import EXAMPLE


@pytest.fixture
def tables(plan, seen, now):
    return [plan, plan.links, seen, now]


@pytest.fixture
def fresh():
    """An evaluation of which nobody else keeps a part."""
    plan = jj.load(EXAMPLE / "plan.json")
    seen = jj.read_observations(EXAMPLE / "observations.csv", units=plan.units)
    return plan.evaluate(seen, as_of="2024-09-30")


def in_order(table):
    rows = sorted(table.to_pylist(), key=lambda row: row["order"])
    return [{name: value for name, value in row.items() if name != "order"} for row in rows]


def address(table, column, buffer=1):
    return table[column].chunk(0).buffers()[buffer].address


def test_every_table_passes_the_full_check_of_pyarrow(tables):
    for table in tables:
        table.to_arrow().validate(full=True)


def test_nanoarrow_reads_every_table(tables):
    for table in tables:
        assert nanoarrow.ArrayStream(table).read_all().to_pylist() == table.to_arrow().to_pylist()


def test_a_table_says_what_the_rows_say(plan, seen, now):
    assert in_order(plan.to_arrow()) == plan.to_dicts()
    assert in_order(now.to_arrow()) == now.to_dicts()
    assert seen.to_arrow().to_pylist() == seen.to_dicts()


def test_a_table_of_figures_on_several_bases_says_what_the_rows_say(plan, seen):
    for basis in ("", "名义", "可比"):
        now = plan.evaluate(seen, as_of="2024-12-31", basis=basis, known_by="2024-12-31")
        assert in_order(now.to_arrow()) == now.to_dicts()


def test_a_table_of_figures_read_period_by_period_says_what_the_rows_say(draft):
    draft.indicator("watched", "观察")
    seen = jj.Observations()
    for day, value in (("2025-01-31", 500), ("2025-02-28", 700)):
        seen.add("g.1", day, value, span="per_period")
    seen.add("watched", "2025-01-31", 3, unit="万户", basis="可比")
    seen.add("g.2", "2025-01-31", 50, unit="%")
    now = draft.build().evaluate(seen, as_of="2025-03-31")
    assert now["g.1"].value == 1200  # 500 + 700
    assert in_order(now.to_arrow()) == now.to_dicts()


def test_tables_of_nothing_have_their_columns(empty):
    plan = empty.build()
    for table, full in (
        (plan, 18),
        (plan.links, 8),
        (jj.Observations(), 10),
        (plan.evaluate(), 18),
    ):
        arrow = table.to_arrow()
        arrow.validate(full=True)
        assert (arrow.num_rows, arrow.num_columns) == (0, full)
        assert len(table.to_numpy()) == full
        assert table.to_polars().shape == (0, full)


def test_words_are_dictionaries_texts_are_large_and_dates_are_days(now, plan, seen):
    types = {field.name: str(field.type) for field in now.to_arrow().schema}
    words = "dictionary<values=large_string, indices=int8, ordered=0>"
    assert types["id"] == types["title"] == "large_string"
    assert types["kind"] == types["status"] == types["stage"] == words
    assert types["due"] == types["observed_on"] == "date32[day]"
    assert types["progress"] == types["pace"] == "double"
    assert types["stale"] == "bool" and types["order"] == "uint32"
    assert (
        str(plan.to_arrow().schema.field("parents").type)
        == "large_list<item: large_string not null>"
    )


def test_columns_are_shared_by_address(plan, seen, now):
    one, other = now.to_arrow(), now.to_arrow()
    nodes = plan.to_arrow()
    for column in ("status", "progress", "kind", "owner", "order"):
        assert address(one, column) == address(other, column)
    for column in ("id", "title"):
        assert address(one, column, 1) == address(nodes, column, 1)
        assert address(one, column, 2) == address(nodes, column, 2)
    for column in ("kind", "owner", "order"):
        assert address(one, column) == address(nodes, column)
    first, second = seen.to_arrow(), seen.to_arrow()
    for column in ("observed_on", "value", "stage", "span"):
        assert address(first, column) == address(second, column)
    arrays = now.to_numpy()
    assert arrays["progress"].ctypes.data == address(one, "progress")
    assert not arrays["progress"].flags.writeable


def test_dates_that_every_node_has_are_shared(empty):
    empty.indicator("a", "甲", target="5个", measure="count", due="2025-06-30")
    plan = empty.build()
    assert address(plan.to_arrow(), "due") == address(plan.to_arrow(), "due")
    assert plan.to_arrow()["due"].to_pylist() == [plan["a"].due]
    assert plan.to_arrow()["start"].to_pylist() == [plan.start]


def test_missing_numbers_and_dates_are_nulls(now):
    table = now.to_arrow()
    rows = now.to_dicts()
    for column in ("progress", "pace", "value", "observed_on", "stage"):
        assert table[column].null_count == sum(row[column] is None for row in rows) > 0


def test_a_capsule_is_consumed_once(now):
    capsule = now.__arrow_c_stream__()

    class Holder:
        def __arrow_c_stream__(self, requested_schema=None):
            return capsule

    pyarrow.table(Holder()).validate(full=True)
    with pytest.raises(Exception, match=r"released|already"):
        pyarrow.table(Holder())
    with pytest.raises(jj.FormatError, match="already read"):
        jj.read_observations(Holder())


def test_a_table_may_be_consumed_again_and_again(now):
    assert pyarrow.table(now).equals(pyarrow.table(now))


def test_a_capsule_that_nobody_consumes_is_released(fresh):
    for _ in range(100):
        fresh.__arrow_c_schema__()
        fresh.__arrow_c_array__()
        fresh.__arrow_c_stream__()
    gc.collect()


def test_a_table_outlives_what_it_came_from(fresh):
    rows = fresh.to_dicts()
    table, arrays = fresh.to_arrow(), fresh.to_numpy()
    progress = arrays["progress"].copy()
    plan = fresh.plan
    del fresh
    gc.collect()
    for day in ("2024-03-31", "2024-12-31"):
        plan.evaluate(as_of=day)  # would write over columns that were given back
    table.validate(full=True)
    assert in_order(table) == rows
    assert numpy.array_equal(arrays["progress"], progress, equal_nan=True)


def test_a_column_outlives_its_table(fresh):
    column = fresh.to_arrow()["title"]
    expected = sorted(row["title"] for row in fresh.to_dicts())
    del fresh
    gc.collect()
    assert sorted(column.to_pylist()) == expected


def test_observations_that_grow_leave_their_table_alone(seen):
    grown = jj.read_observations(seen.to_dicts())
    table = grown.to_arrow()
    for day in range(1, 29):
        grown.add("land.reuse", f"2025-02-{day:02}", day)
    table.validate(full=True)
    assert table.num_rows == len(seen)


def test_capsules_are_consumed_on_other_threads(fresh):
    capsules = [fresh.__arrow_c_stream__() for _ in range(4)]
    expected = fresh.to_dicts()
    results = []

    def consume(capsule):
        class Holder:
            def __arrow_c_stream__(self, requested_schema=None):
                return capsule

        results.append(in_order(pyarrow.table(Holder())))

    threads = [threading.Thread(target=consume, args=(capsule,)) for capsule in capsules]
    del fresh, capsules
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert results == [expected] * 4


def test_a_requested_schema_is_only_a_wish(now):
    wish = pyarrow.schema([("id", pyarrow.string())]).__arrow_c_schema__()
    schema, array = now.__arrow_c_array__(wish)
    assert pyarrow.RecordBatch._import_from_c_capsule(schema, array).num_columns == 18
    assert pyarrow.schema(now).names == now.to_arrow().column_names


def test_links_are_rows_of_two_kinds(draft):
    plan = draft.build()
    assert plan.links.to_dicts()[1:] == [
        {
            "kind": "part_of",
            "node": "g.2",
            "other": "g",
            "weight": 1.0,
            "veto": False,
            "type": None,
            "lag": None,
            "assumption": None,
        },
        {
            "kind": "depends_on",
            "node": "g.2",
            "other": "g.1",
            "weight": None,
            "veto": None,
            "type": "FS",
            "lag": 0,
            "assumption": "",
        },
    ]
    assert plan.links.to_arrow().to_pylist() == plan.links.to_dicts()
    assert repr(plan.links) == "<Table of links: 3 rows, 8 columns>"
    assert list(plan.links.to_pandas()["kind"]) == ["part_of", "part_of", "depends_on"]


def test_every_link_of_a_plan_is_there(plan):
    rows = plan.links.to_dicts()
    parts = sum(len(node.links) for node in plan)
    waits = sum(len(node.predecessors) for node in plan)
    assert [row["kind"] for row in rows] == ["part_of"] * parts + ["depends_on"] * waits


def test_numpy_has_nan_and_nat_where_there_is_nothing(now):
    arrays = now.to_numpy()
    rows = {row["id"]: row for row in now.to_dicts()}
    for i, id in enumerate(arrays["id"]):
        assert numpy.isnan(arrays["pace"][i]) == (rows[id]["pace"] is None)
        assert numpy.isnat(arrays["observed_on"][i]) == (rows[id]["observed_on"] is None)
        assert arrays["stage"][i] == rows[id]["stage"]
        assert arrays["stale"][i] == rows[id]["stale"]


def test_numpy_gives_the_columns_that_are_asked_for(now):
    arrays = now.to_numpy(["pace", "status"])
    assert list(arrays) == ["pace", "status"]
    assert list(arrays["status"]) == list(now.to_numpy()["status"])
    with pytest.raises(KeyError, match="no column 'pase'; columns are id, kind, title, "):
        now.to_numpy(["pase"])


def test_a_text_may_hold_any_character_and_come_again(empty):
    for number, title in enumerate(["", "甲", "甲", "é😀", "é😀", ""]):
        empty.task(f"t{number}", title)
    table = empty.build()
    found = dict(zip(*table.to_numpy(["id", "title"]).values(), strict=True))
    assert found == {node.id: node.title for node in table}


def test_polars_reads_the_same(now):
    frame = now.to_polars().sort("order").drop("order")
    assert frame.to_dicts() == now.to_dicts()
    assert polars.DataFrame(now).shape == (len(now), 18)


def test_duckdb_queries_an_evaluation_by_its_name(now):
    expected = sum(row["status"] == "no_data" for row in now.to_dicts())
    query = "SELECT count(*) FROM now WHERE status = 'no_data'"
    assert duckdb.sql(query).fetchall() == [(expected,)]
    assert duckdb.sql(query).fetchall() == [(expected,)]


def test_duckdb_joins_results_with_links(plan, now):
    links = plan.links
    found = duckdb.sql(
        "SELECT now.id FROM links JOIN now ON now.id = links.node "
        "WHERE links.other = 'land' AND links.kind = 'part_of' ORDER BY now.order"
    ).fetchall()
    assert [id for (id,) in found] == plan["land"].children.ids
    assert len(links) == len(plan.links)


@pytest.mark.parametrize(
    ("package", "method", "extra"),
    [
        ("pyarrow", "to_arrow", "arrow"),
        ("polars", "to_polars", "polars"),
        ("numpy", "to_numpy", "numpy"),
    ],
)
def test_a_method_without_its_package_names_the_extra(monkeypatch, now, package, method, extra):
    monkeypatch.setitem(sys.modules, package, None)
    with pytest.raises(jj.MissingPackageError, match=rf"pip install 'jinjiang\[{extra}\]'"):
        getattr(now, method)()


def test_a_large_evaluation_is_written_by_two_threads_as_by_one():
    draft = jj.PlanBuilder("large", start="2025-01-01", end="2025-12-31")
    draft.goal("g", "总目标")
    target = jj.Target("reach", 100, "亩", measure="increment")
    for i in range(70_000):
        draft.indicator(f"i{i}", "指标", target=target, part_of="g")
    seen = jj.Observations()
    for i in range(0, 70_000, 7):
        seen.add(f"i{i}", "2025-06-30", i % 120)
    now = draft.build().evaluate(seen, as_of="2025-06-30")
    table = now.to_arrow()
    table.validate(full=True)
    assert in_order(table) == now.to_dicts()
