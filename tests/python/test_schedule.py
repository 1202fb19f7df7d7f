# SPDX-License-Identifier: BSL-1.0
"""Schedules from Python: dates, paths, conflicts, calendars, and against NetworkX."""

import copy
import itertools
import json
import pickle
import random
from datetime import date

import jinjiang as jj
import networkx as nx
import pytest
from jinjiang.cli import main


@pytest.fixture
def chain(empty):
    """a 5 days, b 3 and d 1 after it, c 2 after both."""
    empty.task("a", "摸底", duration=5)
    empty.task("b", "腾退", duration=3, depends_on="a")
    empty.task("d", "公示", duration=1, depends_on="a")
    empty.task("c", "出让", duration=2, depends_on=["b", "d"])
    return empty.build()


def test_a_schedule_has_the_dates_of_every_node(chain):
    s = chain.schedule()
    assert s["b"].early_start == date(2025, 1, 6)
    assert s["b"].early_finish == s["b"].late_finish == date(2025, 1, 8)
    assert (s["d"].total_float, s["d"].free_float, s["d"].is_critical) == (2, 2, False)
    assert s["d"].late_start == date(2025, 1, 8)
    assert s["b"].driving.id == "a"
    assert s["a"].driving is None
    assert s.critical_path().ids == ["a", "b", "c"]
    assert s.critical_path(to="d").ids == ["a", "d"]
    assert s.critical_path(by="zero_float").ids == ["a", "b", "c"]
    assert [(path.nodes.ids, path.slack) for path in s.near_critical(2)] == [
        (["a", "b", "c"], 0),
        (["a", "d", "c"], 2),
    ]
    assert s.finish == date(2025, 1, 10)
    assert len(s) == 4 and "a" in s and "x" not in s and 1 not in s
    assert [dates.id for dates in s] == ["a", "b", "d", "c"]
    assert s.results["d"] == s["d"]


def test_a_schedule_says_why(chain):
    s = chain.schedule()
    assert s.why_critical("b", "en") == (
        "腾退 (b) is critical: it can be finished on 2025-01-08 and must be on that day; it has no "
        "float. It waits for 摸底 (a) (FS). How late it may be follows from 腾退 (b) → 出让 (c), "
        "and from the earliest finish of the plan, 2025-01-10."
    )
    assert s.why_not_critical("d") == (
        "公示（d）不是关键：可推迟 2 天（总时差），其中 2 天不影响其他工作（自由时差）；最早 "
        "2025-01-06、最迟 2025-01-08 完成。它要等摸底（a）（FS）。最迟的时间由后面的链条决定："
        "公示（d） → 出让（c），计划最早 2025-01-10 全部完成。"
    )


def test_objects_of_a_schedule_print_compare_copy_and_pickle(chain):
    s = chain.schedule(calendar="china", finish="2025-02-01", delays={"a": 1})
    assert repr(s) == "<Schedule of p: finish 2025-01-16, 0 critical>"
    assert repr(s["a"]) == "<NodeSchedule a: 2025-01-03 to 2025-01-09, float 8>"
    assert "最早开始" in str(s)
    assert (
        s._repr_html_().count('<div class="row ') + s._repr_html_().count("<summary") == len(s) + 1
    )
    for value in (s, s["a"], s.calendar, jj.Calendar(weekend=["sunday"], covered=None)):
        again = pickle.loads(pickle.dumps(value))
        assert again == value and hash(again) == hash(value)
        assert copy.deepcopy(value) is value
    assert s != chain.schedule()


def test_paths_conflicts_and_what_is_blocked_can_be_pickled(chain):
    s = chain.schedule(as_of="2025-01-02", finish="2025-01-05")
    path = s.near_critical(0)[0]
    conflict, blocked = s.conflicts()[0], s.blocked()[0]
    assert (path.nodes.ids, conflict.node, blocked.id) == (["a", "b", "c"], None, "b")
    for value in (path, conflict, blocked):
        again = pickle.loads(pickle.dumps(value))
        assert again == value and hash(again) == hash(value) and repr(again) == repr(value)


def test_a_conflict_of_a_node_can_be_pickled(empty):
    empty.task("a", "摸底", duration=9, due="2025-01-05")
    conflict = empty.build().schedule().conflicts()[0]
    assert pickle.loads(pickle.dumps(conflict)) == conflict


def test_the_date_of_a_task_that_its_duration_gives_binds_nothing(empty):
    empty.task("a", "摸底", start="2025-01-06", duration=5)
    empty.task("b", "腾退", due="2025-01-31", duration=5)
    empty.task("c", "出让", duration=30)
    plan = empty.build()
    assert plan["a"].due == date(2025, 1, 10)
    assert plan["b"].start == date(2025, 1, 27)
    s = plan.schedule()
    assert (s["a"].early_start, s["a"].total_float) == (date(2025, 1, 6), 20)  # 01-10 to 01-30
    assert (s["b"].early_start, s["b"].late_finish) == (date(2025, 1, 1), date(2025, 1, 31))
    again = jj.Plan.from_json(plan.to_json())
    assert again == plan and again.schedule() == s
    assert '"due"' not in next(row for row in plan.to_json().splitlines() if '"a"' in row)


def test_rows_of_a_schedule(chain):
    rows = chain.schedule().to_dicts()
    assert rows[2]["id"] == "d"
    assert rows[2]["late_start"] == date(2025, 1, 8)
    assert rows[2]["driving"] == "a"
    assert rows[2]["state"] == "not_begun"
    frame = chain.schedule().to_pandas()
    assert frame["total_float"].tolist() == [0, 0, 2, 0]
    assert str(frame["early_start"].dtype).startswith("datetime64")


def test_what_was_read_is_respected(chain):
    seen = jj.Observations()
    seen.add("a", "2025-01-02", 0.2)
    seen.add("a", "2025-01-07", 1)
    s = chain.schedule(seen, "2025-01-10")
    assert s["a"].state == "finished"
    assert (s["a"].actual_start, s["a"].actual_finish) == (date(2025, 1, 2), date(2025, 1, 7))
    assert s["a"].total_float is None
    assert s["b"].early_start == date(2025, 1, 11)
    assert s.ready().ids == ["b", "d"]
    assert [(x.id, x.root_causes.ids) for x in s.blocked()] == [("c", ["b", "d"])]
    assert s.as_of == date(2025, 1, 10)
    assert chain.evaluate(seen, "2025-01-10").schedule() == s


def test_actuals_are_given_by_id(chain):
    s = chain.schedule(as_of="2025-01-10", actuals={"a": {"start": "2025-01-02", "remaining": 4}})
    assert s["a"].early_finish == date(2025, 1, 14)
    for wrong, message in [
        ({"a": {"begin": "2025-01-02"}}, "expected start, finish, progress or remaining"),
        ({"a": {"progress": 2}}, "progress must be from 0 to 1, found 2"),
        ({"a": {"start": "2025-02-02"}}, "lies after the status date"),
    ]:
        with pytest.raises(jj.Error, match=message):
            chain.schedule(as_of="2025-01-10", actuals=wrong)
    with pytest.raises(TypeError, match="actuals: expected a mapping"):
        chain.schedule(as_of="2025-01-10", actuals=[1])
    with pytest.raises(jj.UnknownIdError, match='no node "aa"; nearest: "a"'):
        chain.schedule(delays={"aa": 2})


def test_conflicts_are_explained(empty):
    empty.task("a", "甲", duration=8)
    empty.task("b", "乙", depends_on="a", start="2025-01-01", due="2025-01-05")
    [conflict] = empty.build().schedule().conflicts()
    assert (conflict.node.id, conflict.days_late, conflict.chain.ids) == ("b", 8, ["a", "b"])
    assert conflict.to_text("en") == (
        "乙 (b) is due on 2025-01-05 but cannot be finished before 2025-01-13, 8 days late. What "
        "decides it: 甲 (a) → 乙 (b)."
    )


def test_a_calendar_is_a_dict_and_a_file(tmp_path):
    china = jj.Calendar.china()
    document = china.to_dict()
    assert document["off"][:2] == ["2024-01-01", "2024-02-10/2024-02-17"]
    assert jj.Calendar.from_dict(document) == china
    path = tmp_path / "calendar.json"
    path.write_text(json.dumps(document), encoding="utf-8")
    assert jj.Calendar.load(path) == china
    with open(path, encoding="utf-8") as file:
        assert jj.Calendar.load(file) == china
    assert china.covered == (date(2024, 1, 1), date(2026, 12, 31))
    assert not china.covers("2027-01-01")
    assert len(china.sources) == 3


@pytest.mark.parametrize(
    ("document", "message"),
    [
        ({"weekends": []}, "unknown key 'weekends'"),
        ({"off": ["2024-13-01"]}, "off: expected a date such as 2024-10-01"),
        ({"off": ["2024-10-07/2024-10-01"]}, "ends before it begins"),
        ({"weekend": ["saturdays"]}, "Weekday: expected monday"),
        ({"weekend": list(jj.Weekday)}, "no working day is left"),
        ({"off": ["2024-10-01"], "on": ["2024-10-01"]}, "both off and on"),
        ({"covered": "2024"}, "covered: expected start and end"),
        ({"format": "other"}, "format: expected"),
        ([], "expected a mapping"),
    ],
)
def test_calendars_that_are_none_are_refused(document, message):
    with pytest.raises(jj.Error, match=message):
        jj.Calendar.from_dict(document)


def random_network(rng, empty):
    """Tasks in random order of ids; links from later to earlier ones."""
    names = [f"t{n}" for n in rng.sample(range(1000), 40)]
    graph = nx.DiGraph()
    for i, name in enumerate(names):
        days = rng.randint(1, 9)
        links = [
            {"predecessor": other, "lag": rng.choice((0, 0, 3))}
            for other in rng.sample(names[:i], min(i, rng.randint(0, 3)))
        ]
        empty.task(name, name, duration=days, depends_on=links)
        graph.add_node(name)
        for link in links:
            graph.add_edge(link["predecessor"], name, weight=0)
        graph.add_edge("start", name, weight=0)
        graph.add_edge(name, "end", weight=days)
        for link in links:
            before = link["predecessor"]
            graph[before][name]["weight"] = graph[before]["end"]["weight"] + link["lag"]
    return graph


@pytest.mark.parametrize("seed", range(20))
def test_early_dates_are_the_longest_paths_of_networkx(seed):
    draft = jj.PlanBuilder("p", start="2025-01-01", end="2025-12-31")
    graph = random_network(random.Random(seed), draft)
    s = draft.build().schedule()
    order = list(nx.topological_sort(graph))
    for name in order[1:-1]:
        inner = nx.subgraph(graph, [*nx.ancestors(graph, name), name])
        longest = nx.dag_longest_path_length(inner)
        assert (s[name].early_start - date(2025, 1, 1)).days == longest
    length = nx.dag_longest_path_length(graph)
    assert (s.finish - date(2025, 1, 1)).days + 1 == length
    path = ["start", *s.critical_path().ids, "end"]
    assert sum(graph[u][v]["weight"] for u, v in itertools.pairwise(path)) == length


def command(capsys, *arguments):
    status = main(["schedule", *arguments])
    return status, capsys.readouterr()


@pytest.fixture
def chain_file(chain, tmp_path):
    path = tmp_path / "plan.json"
    chain.save(path)
    return str(path)


def test_the_command_prints_an_aligned_table(chain_file, capsys):
    status, printed = command(capsys, chain_file)
    assert status == 0
    lines = printed.out.splitlines()
    assert lines[0] == "p  最早完成 2025-01-10"
    assert lines[2] == (
        "摸底  未开始     5  2025-01-01  2025-01-05  2025-01-01  2025-01-05       0         0  是"
    )
    assert "关键路径：摸底 → 腾退 → 出让" in lines


def test_the_command_answers_single_questions(chain_file, capsys, tmp_path):
    assert "公示" in command(capsys, chain_file, "--near", "2")[1].out
    out = command(capsys, chain_file, "--to", "d", "--lang", "en")[1].out
    assert "is not critical" in out
    readings = tmp_path / "seen.csv"
    readings.write_text("id,observed_on,value\na,2025-01-04,1\n", encoding="utf-8")
    out = command(
        capsys, chain_file, str(readings), "--as-of", "2025-01-10", "--ready", "--blocked"
    )[1].out
    assert "出让（c）还不能开始，要等腾退（b）、公示（d）。" in out
    assert "2025-01-11" in out


def test_the_command_gives_json(chain_file, capsys):
    _, printed = command(capsys, chain_file, "--json", "--near", "0", "--calendar", "china")
    document = json.loads(printed.out)
    assert document["critical_path"] == ["a", "b", "c"]
    assert document["nodes"][0]["early_start"] == "2025-01-02"
    assert document["near_critical"] == [{"slack": 0, "nodes": ["a", "b", "c"]}]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--to", "x"], 'no node "x"'),
        (["--blocked"], "--blocked: needs a day"),
        (["--as-of", "2025-13-01"], "--as-of: expected a date"),
        (["--calendar", "chnia"], "expected china, weekdays or a file, found 'chnia'"),
    ],
)
def test_the_command_refuses_in_one_line(chain_file, capsys, arguments, message):
    status, printed = command(capsys, chain_file, *arguments)
    assert status == 2
    assert message in printed.err
    assert printed.err.count("\n") == 1
    assert printed.out == ""
