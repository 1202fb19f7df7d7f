# SPDX-License-Identifier: BSL-1.0
"""Whatever a plan holds comes back from a table, or is named among what is lost."""

import json
from datetime import date

import jinjiang as jj
from hypothesis import given, settings
from hypothesis import strategies as st

#: Signs that tables, spreadsheets and lists of names take for something else.
SIGNS = st.text(
    st.sampled_from("甲乙A1=+-@'\"、；，,;\n\t\r （）()：:％%0.　注合计\x0b\x85\u2028😀")
)
WORDS = st.sampled_from(
    ["甲", "合计", "注：甲", "1.甲", "一、甲", "=1+1", "'=1", "'甲", " 甲", "甲\n乙", "007", "1E5"]
)
TEXTS = st.one_of(WORDS, SIGNS, st.text(max_size=8))
IDS = st.sampled_from(
    ["1", "1.1", "1.10", "007", "合计", "注：1", "a", "b；c", "一", "（一）", "1-1", "=1", "1e5"]
)
NUMBERS = st.one_of(
    st.integers(-(10**6), 10**6).map(float),
    st.floats(-1e15, 1e15, allow_nan=False),
    st.sampled_from([0.1, 1e-7, 1e22, -0.0, 1 / 3, 0.3 - 0.1]),
)
DAYS = st.dates(date(2027, 1, 1), date(2027, 12, 31))
STATES = st.sampled_from(["draft", "active", "suspended", "done", "cancelled"])


@st.composite
def targets(draw):
    comparator = str(draw(st.sampled_from(list(jj.Comparator))))
    unit = draw(st.sampled_from(["%", "亩", "万户", "亿元", "个", "位", "元/月", "百分点", ""]))
    measure = draw(st.sampled_from([None, *(str(one) for one in jj.Measure)]))
    value = draw(NUMBERS)
    options = {"measure": measure, "upper": value + 3 if comparator == "between" else None}
    options["baseline"] = draw(st.none() | NUMBERS)
    options["tolerance"] = draw(st.none() | st.sampled_from([0.5, 2.0]))
    options["direction"] = draw(st.none() | st.sampled_from(["higher", "lower", "within"]))
    options["firmness"] = draw(st.sampled_from(["must", "committed", "stretch", "exploratory"]))
    options["basis"] = draw(st.sampled_from(["", "可比"]))
    options["profile"] = draw(st.sampled_from([None, "linear", "at_due", "flat"]))
    options["due"] = draw(st.none() | st.none() | DAYS)
    options = {key: value for key, value in options.items() if value is not None}
    try:
        return jj.Target(comparator, value, unit, **options)
    except (jj.Error, ValueError):
        return None


@st.composite
def plans(draw):
    draft = jj.PlanBuilder(
        draw(st.sampled_from(["p", "table"])),
        title=draw(TEXTS),
        start=draw(st.sampled_from(["2027-01-01", "2026-06-01"])),
        end="2027-12-31",
    )
    goals, tasks = [], []
    seen = jj.Observations()
    for id in draw(st.lists(IDS, max_size=6, unique=True)):
        title = draw(TEXTS)
        options = {
            "part_of": [
                (goal, draw(st.sampled_from([1, 1, 2.5])), draw(st.booleans()))
                for goal in draw(st.lists(st.sampled_from(goals), unique=True, max_size=2))
            ]
            if goals
            else [],
            "owner": draw(TEXTS),
            "supporting": draw(st.lists(TEXTS.filter(bool), max_size=3, unique=True)),
            "note": draw(TEXTS),
            "start": draw(st.none() | DAYS | st.just(date(2027, 1, 1))),
            "due": draw(st.none() | DAYS | st.just(date(2027, 12, 31))),
            "lifecycle": draw(STATES),
            "tags": draw(st.sampled_from([[], ["甲"]])),
        }
        kind = draw(st.sampled_from(["goal", "indicator", "task"]))
        if kind == "goal":
            options["rule"] = draw(st.sampled_from(["mean", "worst"]))
            options["firmness"] = draw(st.sampled_from(["committed", "must"]))
        elif kind == "indicator":
            options["target"] = draw(st.none() | targets())
        else:
            options["progress"] = draw(st.none() | st.floats(0, 1))
            options["depends_on"] = tasks[-1:] if draw(st.booleans()) else []
            options["duration"] = draw(st.none() | st.none() | st.integers(0, 60))
        count = len(draft)
        try:
            getattr(draft, kind)(id, title, **options)
            draft.build()
        except (jj.Error, ValueError):
            if len(draft) > count:
                draft.remove(id)
            continue
        (goals if kind == "goal" else tasks if kind == "task" else []).append(id)
        if kind != "goal":
            for day in draw(st.lists(DAYS, max_size=2, unique=True)):
                value = draw(st.floats(0, 1)) if kind == "task" else draw(NUMBERS)
                note = draw(st.sampled_from(["", "", "注"]))
                seen.add(id, day, value, note=note, basis=draw(st.sampled_from(["", "可比"])))
    return draft.build(), seen


def fields_that_differ(before, after):
    """Node and field of everything in which two plans differ."""
    old, new = (json.loads(plan.to_json()) for plan in (before, after))
    nodes = [{node["id"]: node for node in plan.pop("nodes", [])} for plan in (old, new)]
    assert set(nodes[0]) == set(nodes[1])
    order = [[node.id for node in plan.nodes] for plan in (before, after)]
    differing = {("", "position")} if order[0] != order[1] else set()
    differing |= {("", key) for key in old.keys() | new.keys() if old.get(key) != new.get(key)}
    for id, node in nodes[0].items():
        other = nodes[1][id]
        keys = {key for key in node.keys() | other.keys() if node.get(key) != other.get(key)}
        differing |= {(id, key) for key in keys}
    return differing


#: What is lost of a plan and moves its dates, or of two equal drivers names the other.
OF_SCHEDULES = {"start", "due", "target.due", "duration", "depends_on", "position"}


def scheduled(plan):
    """What the schedule says of every node, but for its words."""
    rows = plan.schedule().to_dicts()
    return {row["id"]: {key: row[key] for key in row if key != "title"} for row in rows}


def test_days_that_were_given_come_back_given_and_no_others(tmp_path):
    rows = [
        ["任务", "目标值", "完成时限"],
        ["甲", "3个", "全年"],
        ["乙", "", "6月底"],
        ["丙", "", ""],
    ]
    plan = jj.read_table(rows, year=2026).plan
    table = plan.to_table()
    assert [row["完成时限"] for row in table.rows] == [date(2026, 12, 31), date(2026, 6, 30), None]
    for name in ("a.csv", "a.xlsx"):
        again = jj.read_table(table.save(tmp_path / name), id=plan.id).plan
        assert {field for _, field in fields_that_differ(plan, again)} <= {"source", "title"}
        assert scheduled(again) == scheduled(plan)


def test_days_that_follow_from_others_are_shown_and_told(tmp_path):
    draft = jj.PlanBuilder("p", title="计划", start="2027-01-01", end="2027-12-31")
    draft.task("a", "甲", start="2027-03-01", duration=31)
    draft.task("b", "乙", due="2027-03-31", duration=31)
    draft.task("c", "丙", start="2027-01-01", due="2027-12-31")
    table = draft.build().to_table()
    days = [(row["开始时间"], row["完成时限"]) for row in table.rows]
    assert days[:2] == [(date(2027, 3, 1), date(2027, 3, 31))] * 2
    assert days[2] == (date(2027, 1, 1), date(2027, 12, 31))
    lost = [(loss.node, loss.field) for loss in table.lost if loss.field in OF_SCHEDULES]
    assert sorted(lost) == [("a", "due"), ("a", "duration"), ("b", "duration"), ("b", "start")]


@settings(max_examples=200, deadline=None)
@given(made=plans(), name=st.sampled_from(["table.csv", "table.xlsx"]))
def test_what_does_not_come_back_is_lost(made, name, tmp_path_factory):
    plan, seen = made
    table = plan.to_table(seen)
    reading = jj.read_table(table.save(tmp_path_factory.mktemp("made") / name), id=plan.id)
    lost = {(loss.node, loss.field) for loss in table.lost}
    for node, key in fields_that_differ(plan, reading.plan):
        named = {field.partition(".")[0] for id, field in lost if id == node}
        assert key in named or (key == "part_of" and named & {"weight", "veto"}), (node, key)
    if not OF_SCHEDULES & {field for _, field in lost}:
        assert scheduled(plan) == scheduled(reading.plan)
    told = {id for id, field in lost if field.startswith("reading")}
    said, came = (
        sorted(
            (o.id, str(o.observed_on), o.value, str(o.unit), o.basis)
            for o in readings
            if o.id not in told
        )
        for readings in (seen, reading.observations)
    )
    assert said == came
