# SPDX-License-Identifier: BSL-1.0
"""Frames of pandas say what the rows say, with types that no row decides."""

import subprocess
import sys

import jinjiang as jj
import pandas
import pytest
from conftest import EXAMPLE

TEXT = pandas.Series([""]).dtype
#: Columns that are not texts.
TYPES = {
    "kind": "category",
    "status": "category",
    "stage": "category",
    "span": "category",
    "type": "category",
    "lifecycle": "category",
    "firmness": "category",
    "comparator": "category",
    "measure": "category",
    "direction": "category",
    "start": "M",
    "due": "M",
    "observed_on": "M",
    "known_on": "M",
    "value": "f",
    "upper": "f",
    "baseline": "f",
    "weight": "f",
    "attainment": "f",
    "progress": "f",
    "expected": "f",
    "pace": "f",
    "coverage": "f",
    "stale": "b",
    "veto": "boolean",
    "lag": "Int32",
    "parents": "O",
}


def plainly(table, columns):
    """The frame that pandas makes of the rows, with the types that are promised."""
    frame = pandas.DataFrame(table.to_dicts(), columns=columns)
    for name in frame:
        kind = TYPES.get(name, TEXT)
        if kind == "M":
            frame[name] = pandas.to_datetime(frame[name]).astype("datetime64[s]")
        elif kind != "O":
            frame[name] = frame[name].astype({"f": "float64", "b": "bool"}.get(kind, kind))
    return frame


def check(table):
    frame = table.to_pandas()
    columns = (table.columns if isinstance(table, jj.Table) else list(table.to_numpy())).copy()
    if "order" in columns:
        columns.remove("order")
    assert list(frame.columns) == columns
    pandas.testing.assert_frame_equal(frame, plainly(table, columns))


def test_a_frame_says_what_the_rows_say(plan, seen, now):
    for table in (plan, plan.links, seen, now, plan.evaluate()):
        check(table)


def test_a_frame_of_nothing_has_the_same_columns_and_types(empty):
    plan = empty.build()
    for table in (plan, plan.links, jj.Observations(), plan.evaluate()):
        assert len(table.to_pandas()) == 0
        check(table)


def test_a_frame_of_nodes_without_targets_or_links_has_the_same_types(empty):
    empty.goal("g")
    empty.task("t", part_of="g")
    plan = empty.build()
    for table in (plan, plan.links, plan.evaluate()):
        check(table)


def test_links_of_both_kinds_have_values_or_none(draft):
    links = draft.build().links
    check(links)
    frame = links.to_pandas()
    assert list(frame["lag"].isna()) == [True, True, False]
    assert list(frame["veto"].isna()) == [False, False, True]


def test_nodes_stand_in_the_order_of_the_author(empty):
    empty.task("late", part_of="g")
    empty.goal("g", part_of="top")
    empty.goal("top")
    empty.task("alone")
    plan = empty.build()
    assert list(plan.to_numpy(["id"])["id"]) != ["late", "g", "top", "alone"]
    for table in (plan, plan.evaluate()):
        assert list(table.to_pandas()["id"]) == ["late", "g", "top", "alone"]
        check(table)


def test_a_frame_may_be_written_to(plan, seen, now):
    before = now.to_dicts(), seen.to_dicts()
    results, readings = now.to_pandas(), seen.to_pandas()
    results.loc[:, "progress"] = 5.0
    results.loc[0, "title"] = "other"
    readings.loc[:, "value"] = 5.0
    assert (results["progress"] == 5).all() and (readings["value"] == 5).all()
    assert (now.to_dicts(), seen.to_dicts()) == before


def test_words_are_categories_that_occur(now):
    found = now.to_pandas()["status"]
    assert list(found.cat.categories) == sorted({row["status"] for row in now.to_dicts()})


@pytest.mark.parametrize("table", ["plan", "plan.links", "seen", "now", "bare", "bare.links"])
def test_frames_need_no_pyarrow(table):
    program = f"""
import sys
sys.modules["pyarrow"] = None
import jinjiang as jj
plan = jj.load({str(EXAMPLE / "plan.json")!r})
seen = jj.read_observations({str(EXAMPLE / "observations.csv")!r}, units=plan.units)
now = plan.evaluate(seen, as_of="2024-09-30")
draft = jj.PlanBuilder("bare", start="2025-01-01", end="2025-12-31")
draft.task("t")
bare = draft.build()
table = {table}
frame = table.to_pandas()
assert list(frame["{"node" if table.endswith("links") else "id"}"]) == [
    row.get("node", row.get("id")) for row in table.to_dicts()
]
print([str(kind) for kind in frame.dtypes])
"""
    command = [sys.executable, "-W", "error", "-c", program]
    said = subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()
    plan = jj.load(EXAMPLE / "plan.json")
    seen = jj.read_observations(EXAMPLE / "observations.csv", units=plan.units)
    like = {"seen": seen, "now": plan.evaluate(seen, as_of="2024-09-30")}.get(
        table, plan.links if table.endswith("links") else plan
    )
    assert said == str([str(kind) for kind in like.to_pandas().dtypes])
