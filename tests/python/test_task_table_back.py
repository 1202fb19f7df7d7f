# SPDX-License-Identifier: BSL-1.0
"""A plan as a table and back."""

import os
import pickle
import stat
import subprocess
import sys
from datetime import date

import jinjiang as jj
import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

FIELDS = ("kind", "title", "owner", "supporting", "start", "due", "lifecycle", "note", "progress")
TARGET = ("comparator", "value", "upper", "unit", "measure")


def assert_same_plan(before, after):
    assert [node.id for node in after.nodes] == [node.id for node in in_outline(before)]
    for node in before.nodes:
        other = after[node.id]
        for field in FIELDS:
            assert getattr(other, field) == getattr(node, field), (node.id, field)
        assert sorted(other.parents.ids) == sorted(node.parents.ids)
        assert (other.target is None) == (node.target is None), node.id
        for field in TARGET if node.target is not None else ():
            assert getattr(other.target, field) == getattr(node.target, field), (node.id, field)


def in_outline(plan):
    shown = {}
    stack = list(plan.roots)[::-1]
    while stack:
        node = stack.pop()
        if node.id not in shown:
            shown[node.id] = node
            stack.extend(list(node.children)[::-1])
    return list(shown.values())


def said(observations):
    """What a table holds of readings."""
    fields = ("id", "observed_on", "value", "unit", "stage", "basis", "known_on", "span")
    return sorted(tuple(str(getattr(o, field)) for field in fields) for o in observations)


@pytest.mark.parametrize("name", ["table.csv", "table.xlsx"])
@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_jinjiang_plan_comes_back(plan, seen, tmp_path, name, language):
    table = plan.to_table(seen, language=language)
    reading = jj.read_table(table.save(tmp_path / name), id=plan.id)
    assert reading.problems == ()
    assert_same_plan(plan, reading.plan)
    assert (reading.plan.title, reading.plan.start, reading.plan.end) == (
        plan.title,
        plan.start,
        plan.end,
    )
    assert said(reading.observations) == said(seen)
    lost = {loss.field for loss in table.lost}
    assert lost == {
        "id",
        "issuer",
        "source",
        "depends_on",
        "firmness",
        "target.baseline",
        "reading.source",
        "reading.note",
    }


def test_the_verdicts_of_the_jinjiang_plan_come_back_but_for_what_is_lost(plan, seen, tmp_path):
    table = plan.to_table(seen)
    reading = jj.read_table(table.save(tmp_path / "table.xlsx"))
    before = plan.evaluate(seen, as_of="2024-09-30")
    after = reading.plan.evaluate(reading.observations, as_of="2024-09-30")
    differ = {r.node.id for r in before.results if after[r.node.id].status != r.status}
    assert differ <= {loss.node for loss in table.lost}


UNITS = st.sampled_from(["%", "亩", "万户", "亿元", "个", "微克/立方米", "家", ""])
VALUES = st.one_of(
    st.integers(1, 10**6).map(float), st.floats(0.01, 1e9, allow_nan=False, allow_infinity=False)
)
TITLES = st.text(
    st.characters(exclude_categories=("C", "Z"), max_codepoint=0xFFFF), min_size=1, max_size=12
)


@st.composite
def targets(draw):
    comparator = draw(st.sampled_from([str(one) for one in jj.Comparator]))
    unit, value = draw(UNITS), draw(VALUES)
    more = {"upper": value * 2 + 1} if comparator == "between" else {}
    measures = (
        ("growth", "share") if unit == "%" else ("level", "increment", "net_increment", "count")
    )
    firmness = draw(st.sampled_from(["must", "committed", "stretch", "exploratory"]))
    measure = draw(st.sampled_from(measures))
    if measure == "growth" and draw(st.booleans()):
        value = -value
        more = {"upper": value / 2} if comparator == "between" else {}
    return jj.Target(comparator, value, unit, measure=measure, firmness=firmness, **more)


@st.composite
def plans(draw):
    draft = jj.PlanBuilder("made", title="某计划", start="2027-01-01", end="2027-12-31")
    goals = []
    ids = draw(
        st.lists(
            st.from_regex(r"[a-z0-9一二]{1,3}(\.[1-9])?", fullmatch=True), max_size=9, unique=True
        )
    )
    for id in ids:
        several = (
            st.lists(st.sampled_from(goals), max_size=2, unique=True) if goals else st.just([])
        )
        keywords = {
            "part_of": draw(several),
            "owner": draw(st.sampled_from(["", "甲局", "乙局（丙办）"])),
        }
        keywords["supporting"] = draw(
            st.lists(st.sampled_from(["丁局", "各县（市、区）"]), unique=True)
        )
        keywords["due"] = draw(st.dates(date(2027, 1, 1), date(2028, 6, 30)))
        keywords["note"] = draw(st.one_of(st.just(""), TITLES))
        kind = draw(st.sampled_from(["goal", "indicator", "task"]))
        title = draw(TITLES)
        if kind == "goal":
            goals.append(id)
            draft.goal(id, title, **keywords)
        elif kind == "task":
            draft.task(id, title, **keywords)
        else:
            target = draw(st.one_of(st.none(), targets()))
            draft.indicator(id, title, target=target, **keywords)
    return draft.build()


@settings(max_examples=150)
@given(plan=plans(), name=st.sampled_from(["table.csv", "table.xlsx"]))
def test_small_plans_come_back(plan, name, tmp_path_factory):
    table = plan.to_table()
    path = tmp_path_factory.mktemp("made") / name
    reading = jj.read_table(table.save(path))
    assert [problem for problem in reading.problems if problem.code != "no_unit"] == []
    assert not [loss for loss in table.lost if loss.field == "target"]
    assert_same_plan(plan, reading.plan)


@given(target=targets())
def test_a_target_is_written_in_words_that_read_back(target):
    draft = jj.PlanBuilder("p", start="2027-01-01", end="2027-12-31")
    draft.indicator("a", "甲", target=target)
    table = draft.build().to_table()
    after = jj.read_table(
        [list(table.heads), *(list(row.values()) for row in table.rows)], year=2027
    )
    lost = {loss.field for loss in table.lost}
    for field in (*TARGET, "firmness", "direction"):
        if f"target.{field}" not in lost:
            assert getattr(after.plan["a"].target, field) == getattr(target, field)


@pytest.mark.parametrize(
    ("wording", "measure", "words"),
    [
        ("7000亩", "increment", "7000亩"),
        ("超900家", "level", "超900家"),
        ("下降3%以上", None, "下降3%以上"),
        ("控制在3%以内", None, "不超过3%"),
        ("前10", None, "前10名"),
        ("第3名", None, "第3名"),
        ("力争突破100亿元", None, "力争超100亿元"),
        ("6%—7%", "growth", "6%—7%"),
        ("下降5%以内", None, "下降5%以内"),
        ("降至10件", None, "降至10件"),
    ],
)
def test_the_words_of_a_target(empty, wording, measure, words):
    empty.indicator("a", "甲", target=wording, measure=measure)
    table = empty.build().to_table()
    assert table.rows[0]["目标值"] == words
    assert not [loss for loss in table.lost if loss.field.startswith("target")]


def test_what_a_table_cannot_hold_is_listed(draft):
    draft.goal("h", "另一目标", rule="worst", firmness="must")
    draft.part_of("g.1", "h", 2, True)
    draft.revise("g.1", "2025-07-01", "6000亩")
    draft.indicator("r", "收入", target=jj.Target.relative("at_least", "g.1", 1, "亩"))
    draft.task("d", "有工期", duration=10, profile="linear", tags=["甲"])
    table = draft.build().to_table()
    assert {(loss.node, loss.field) for loss in table.lost} == {
        ("", "id"),
        ("g.2", "depends_on"),
        ("h", "rule"),
        ("h", "firmness"),
        ("g.1", "weight"),
        ("g.1", "veto"),
        ("g.1", "revisions"),
        ("r", "target"),
        ("d", "duration"),
        ("d", "profile"),
        ("d", "tags"),
    }


def test_readings_of_every_kind_come_back(draft, tmp_path):
    plan = draft.build()
    seen = jj.Observations()
    seen.add("g.1", "2025-03-31", 1600, unit="亩", stage="estimate")
    seen.add("g.1", "2025-03-31", 1500, basis="同口径", known_on="2025-05-01")
    seen.add("g.1", "2025-06-30", 0.1, unit="万亩", span="per_period")
    seen.add("g.2", "2025-06-30", 0.4)
    seen.add("g.2", "2024-06-30", 10, unit="%")
    table = plan.to_table(seen)
    for name in ("a.csv", "a.xlsx"):
        assert said(jj.read_table(table.save(tmp_path / name)).observations) == said(seen)
    assert plan.to_table(seen, as_of="2025-03-31").heads[-2:] == (
        "实际值（2024-06-30）",
        "实际值（2025-03-31）",
    )


def test_nothing_that_a_spreadsheet_would_run_is_written(empty, tmp_path):
    empty.task("a", "=1+1", note="@x")
    table = empty.build().to_table()
    text = (tmp_path / "a.csv", tmp_path / "a.xlsx")
    for path in text:
        reading = jj.read_table(table.save(path))
        assert (reading.plan["a"].title, reading.plan["a"].note) == ("=1+1", "@x")
    assert ",'=1+1," in text[0].read_text("utf-8-sig")
    assert openpyxl.load_workbook(text[1]).active["D3"].data_type == "s"


@pytest.mark.parametrize("name", ["a.csv", "a.xlsx"])
def test_what_cannot_be_written_leaves_the_old_file(draft, tmp_path, name):
    table = draft.build().to_table()
    path = tmp_path / "there" / name
    path.parent.mkdir()
    path.write_bytes(b"old")
    if os.geteuid() != 0:
        path.parent.chmod(stat.S_IRUSR | stat.S_IXUSR)
        with pytest.raises(OSError):
            table.save(path)
        path.parent.chmod(stat.S_IRWXU)
        assert path.read_bytes() == b"old"
    with pytest.raises(OSError):
        table.save(tmp_path / "nowhere" / name)
    assert os.listdir(path.parent) == [name]


FULL = """
import resource, sys
import jinjiang as jj
draft = jj.PlanBuilder("p", start="2027-01-01", end="2027-12-31")
draft.task("a", "甲" * 200)
resource.setrlimit(resource.RLIMIT_FSIZE, (100, 100))
try:
    draft.build().to_table().save(sys.argv[1])
except OSError:
    sys.exit(7)
"""


@pytest.mark.parametrize("name", ["a.csv", "a.xlsx"])
def test_a_full_disk_leaves_the_old_file(tmp_path, name):
    path = tmp_path / name
    path.write_bytes(b"old")
    done = subprocess.run([sys.executable, "-c", FULL, str(path)])
    assert (done.returncode, path.read_bytes(), os.listdir(tmp_path)) == (7, b"old", [name])


def test_a_frame_and_a_name_that_says_no_format(draft, tmp_path):
    table = draft.build().to_table()
    frame = table.to_pandas()
    assert list(frame["序号"]) == ["g", "g.1", "g.2"]
    with pytest.raises(jj.FormatError, match=r"expected a name that ends in \.csv or \.xlsx"):
        table.save(tmp_path / "a.json")


def test_a_table_of_ours_that_was_edited(draft, tmp_path):
    path = draft.build().to_table().save(tmp_path / "a.xlsx")
    book = openpyxl.load_workbook(path)
    page = book.active
    page["E4"] = 8000
    page.append(["g.3", "g", "子任务", "新的工作", "≥3家", None, "丙局"])
    page.append(["注：另有说明"])
    book.save(path)
    reading = jj.read_table(path)
    assert [node.id for node in reading.plan["g"].children] == ["g.1", "g.2", "g.3"]
    assert (reading.plan["g.1"].target.value, reading.plan["g.3"].target.value) == (8000, 3)
    assert [(p.row, p.column, p.code) for p in reading.problems] == [
        (4, "E", "no_unit"),
        (6, "C", "kind_unread"),
        (7, "", "note"),
    ]


def test_a_reading_can_be_pickled(draft):
    table = draft.build().to_table()
    reading = jj.read_table(table.rows, year=2025)
    assert pickle.loads(pickle.dumps(reading)) == reading
    assert pickle.loads(pickle.dumps(table)) == table
