# SPDX-License-Identifier: BSL-1.0
"""Everything that a plan is made of goes through pickle, copy and archives."""

import copy
import io
import os
import pickle
import threading

import jinjiang as jj
import pytest


def values():
    units = jj.UnitTable()
    units.add("篓", "篓", 3, 2)
    draft = jj.PlanBuilder("p", start="2024-01-01", end="2024-12-31", units=units)
    draft.goal("g", "目标")
    draft.indicator("gdp", "生产总值", target="6%", measure="growth", part_of="g")
    draft.indicator("baskets", "篓", target=jj.Target("reach", 5, units["篓"]), part_of="g")
    draft.task("t", "任务", part_of="g")
    plan = draft.build()
    seen = jj.Observations()
    seen.add("gdp", "2024-06-30", 5.9, basis="可比", stage="provisional", known_on="2024-07-20")
    seen.add("t", "2024-06-30", 0.3)
    now = plan.evaluate(seen, as_of="2024-09-30", known_by="2024-09-01", basis="可比")
    milestones = [("2024-03-31", 0.2), ("2024-09-30", 1)]
    figures = jj.read_figures("收购水产5篓以上", units=units, is_review=True)
    reading = jj.read_report("2024年重点工作\n一、扩大投资\n签约近30个项目。")
    return [
        plan,
        seen,
        now,
        units,
        units["篓"],
        jj.Unit("元/月"),
        jj.Quantity.parse("5.6万户"),
        jj.Target.parse("超600万平方米"),
        jj.Target("about", 6, "%", measure="growth", tolerance=0.2, due="2024-10-01", basis="可比"),
        jj.Target("between", 4.5, "%", upper=5, measure="growth", base="since 2020"),
        jj.Target("above", 900, "家", baseline=800, firmness="stretch"),
        jj.Target("reach", 12, "场", profile=jj.Profile.monthly([0, 0, 0.25] * 4)),
        jj.Target.relative("above", "gdp", 1, "%", measure="growth"),
        jj.Target.set_elsewhere("省政府", "%"),
        jj.Profile("hold"),
        jj.Profile.monthly([0, 0, 0.25] * 4),
        jj.Profile.milestones(milestones),
        jj.Policy(ahead=1.2, missing="zero", stale_after=30),
        jj.Observation("gdp", "2024-06-30", 5.9, unit="%", note="a"),
        plan["gdp"],
        plan.nodes,
        plan.nodes[1:3],
        now["gdp"],
        now.results,
        now.behind(),
        now.explain("g"),
        now.by_owner(),
        plan.check(),
        plan.check()[0],
        jj.diff(plan, draft.build()),
        reading,
        reading.review[0],
        reading.passages[0],
        figures,
        figures.figures[0],
        jj.read_outline("一、扩大投资\n（一）抓项目\n签约30个项目。")[-1],
        jj.Status.met,
        jj.Measure.growth,
    ]


def name_of(value):
    return type(value).__name__


@pytest.mark.parametrize("protocol", range(pickle.HIGHEST_PROTOCOL + 1))
@pytest.mark.parametrize("value", values(), ids=name_of)
def test_values_come_back_equal_from_pickle(value, protocol):
    again = pickle.loads(pickle.dumps(value, protocol))
    assert again == value
    assert type(again) is type(value)


@pytest.mark.parametrize("value", values(), ids=name_of)
def test_values_come_back_equal_from_copies(value):
    assert copy.copy(value) == value
    assert copy.deepcopy(value) == value


def test_figures_keep_their_units():
    units = jj.UnitTable()
    units.add("篓", "篓", 3, 2)
    dated = jj.read_figures("明年6月15日前建成学校2所", year=2026)
    assert dated.figures[0].due_year == 2027
    assert dated.figures[0].due_day == 15
    assert pickle.loads(pickle.dumps(dated)) == dated != jj.read_figures("明年6月15日前建成学校2所")
    assert pickle.loads(pickle.dumps(dated.figures[0])).due_year == 2027
    read = jj.read_figures("收购水产5篓", units=units)
    again = pickle.loads(pickle.dumps(read.figures[0]))
    assert (again.value, again.unit.symbol) == (5, "篓")
    assert read != jj.read_figures("收购水产5篓") != jj.read_figures("收购水产6篓")
    assert len({read, pickle.loads(pickle.dumps(read))}) == 1


def test_a_block_keeps_the_headings_that_it_stands_under():
    block = jj.read_outline("一、扩大投资\n（一）抓项目\n签约30个项目。")[-1]
    again = pickle.loads(pickle.dumps(block))
    assert again.parent == block.parent and again.parent.parent == block.parent.parent
    assert again.parent.parent.parent is None and block != block.parent


def test_a_list_of_nodes_is_pickled_with_its_plan_once():
    plan = values()[0]
    assert len(pickle.dumps(plan.nodes)) < 1.2 * len(pickle.dumps(plan)) + 200


@pytest.mark.parametrize("protocol", range(pickle.HIGHEST_PROTOCOL + 1))
def test_what_is_no_value_is_not_pickled(protocol):
    draft = jj.PlanBuilder("p", start="2024-01-01", end="2024-12-31")
    for thing, name in ((draft, "PlanBuilder"), (draft.build().links, "Table")):
        with pytest.raises(TypeError, match=f"^{name}: cannot be pickled; pickle the Plan"):
            pickle.dumps(thing, protocol)


def test_a_table_is_its_own_copy():
    links = values()[0].links
    assert copy.copy(links) is copy.deepcopy(links) is links


def test_every_compiled_class_says_how_it_is_pickled():
    classes = [value for value in vars(jj._core).values() if isinstance(value, type)]
    ours = [value for value in classes if value.__module__ == "jinjiang._core"]
    assert len(ours) > 15
    for cls in ours:
        assert "__reduce__" in vars(cls) or "__reduce_ex__" in vars(cls), cls


def test_a_damaged_pickle_is_a_format_error():
    data = pickle.dumps(values()[0])
    position = data.index("目标".encode())
    damaged = data[:position] + b"x" + data[position + 1 :]
    with pytest.raises(jj.FormatError, match="checksum"):
        pickle.loads(damaged)


@pytest.mark.parametrize("value", values()[:3], ids=name_of)
def test_archives_are_bytes_of_the_value_alone(value):
    data = value.to_bytes()
    assert type(value).from_bytes(data) == value
    assert type(value).from_bytes(data).to_bytes() == data
    with pytest.raises(jj.FormatError, match="a.jjx: the archive is cut short"):
        type(value).from_bytes(data[:-1], "a.jjx")
    with pytest.raises(TypeError):
        type(value).from_bytes("text")


@pytest.mark.parametrize("ending", ["json", "jjx"])
def test_values_are_saved_in_the_format_of_the_name(tmp_path, ending):
    plan, seen, now = values()[:3]
    jj.save(plan, tmp_path / f"plan.{ending}")
    assert jj.load(tmp_path / f"plan.{ending}") == plan
    seen.save(str(tmp_path / f"seen.{ending}"))
    assert jj.read_observations(tmp_path / f"seen.{ending}") == seen
    now.save(tmp_path / f"now.{ending}")
    assert jj.load_evaluation(tmp_path / f"now.{ending}", plan) == now
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        f"now.{ending}",
        f"plan.{ending}",
        f"seen.{ending}",
    ]


def test_an_evaluation_in_an_archive_holds_its_plan(tmp_path):
    plan, _, now = values()[:3]
    now.save(tmp_path / "now.jjx")
    assert jj.load_evaluation(tmp_path / "now.jjx").plan == plan
    now.save(tmp_path / "now.json")
    with pytest.raises(jj.FormatError, match=r"now\.json: .*load it with the plan"):
        jj.load_evaluation(tmp_path / "now.json")
    other = jj.PlanBuilder("other", start="2024-01-01", end="2024-12-31").build()
    with pytest.raises(jj.FormatError, match=r"evaluation of plan \"p\""):
        jj.load_evaluation(tmp_path / "now.jjx", other)


def test_open_files_are_read_and_written(tmp_path):
    plan, seen, now = values()[:3]
    for value, load in [
        (plan, jj.load),
        (seen, jj.read_observations),
        (now, lambda file: jj.load_evaluation(file, plan)),
    ]:
        text = io.StringIO()
        value.save(text)
        text.seek(0)
        assert load(text) == value
        data = io.BytesIO()
        value.save(data, format="jjx")
        data.seek(0)
        assert load(data) == value
        with pytest.raises(TypeError, match="binary mode"):
            value.save(io.StringIO(), format="jjx")
    with open(tmp_path / "plan.jjx", "wb") as file:
        plan.save(file)
    assert (tmp_path / "plan.jjx").read_bytes() == plan.to_bytes()


class Sink(io.RawIOBase):
    """A file that takes a few bytes at a time, and none when it is full."""

    def __init__(self, most):
        self.taken, self.most = b"", most

    def write(self, data):
        if len(self.taken) >= self.most:
            return None
        part = bytes(data[:100])
        self.taken += part
        return len(part)


@pytest.mark.parametrize("format", ["json", "jjx"])
def test_a_file_that_takes_a_part_gets_the_rest(format):
    plan = values()[0]
    sink = Sink(10**9)
    plan.save(sink, format=format)
    assert jj.load(io.BytesIO(sink.taken)) == plan


def test_a_file_that_takes_no_more_is_an_error():
    with pytest.raises(BlockingIOError, match="takes no more for now: .* bytes are not written"):
        values()[0].save(Sink(150), format="jjx")


def test_a_pipe_that_does_not_block_is_written_whole_or_refused():
    ours, theirs = os.pipe()
    os.set_blocking(theirs, False)
    seen = jj.Observations()
    for i in range(5000):
        seen.add(f"n{i}", "2024-06-30", i)
    with (
        open(ours, "rb"),
        open(theirs, "wb", buffering=0) as pipe,
        pytest.raises(BlockingIOError),
    ):
        seen.save(pipe, format="json")


def test_a_file_that_does_not_say_what_it_took_took_all():
    class Quiet:
        taken = b""

        def write(self, data):
            self.taken += data

    quiet = Quiet()
    values()[0].save(quiet, format="jjx")
    assert jj.Plan.from_bytes(quiet.taken) == values()[0]


@pytest.mark.parametrize("ending", ["JSON", "JJX", "Jjx", "CSV"])
def test_the_ending_of_a_name_may_be_in_upper_case(tmp_path, ending):
    seen = values()[1]
    path = tmp_path / f"SEEN.{ending}"
    seen.save(path)
    assert jj.read_observations(path) == seen


def test_a_name_that_tells_no_format_is_refused(tmp_path):
    plan, seen, now = values()[:3]
    for value in (plan, seen, now):
        with pytest.raises(jj.FormatError, match=r"ends in \.json, \.jjx"):
            value.save(tmp_path / "x.txt")
        value.save(tmp_path / "x.txt", format="json")
    with pytest.raises(jj.FormatError, match="plan cannot be written as CSV"):
        plan.save(tmp_path / "x.csv")
    with pytest.raises(jj.Error, match="expected json, jjx, csv, dot, mmd or graphml"):
        plan.save(tmp_path / "x", format="xml")
    now.save(tmp_path / "now.csv")
    assert (tmp_path / "now.csv").read_text(encoding="utf-8").startswith("id,")


def test_threads_share_one_plan():
    plan, seen, now = values()[:3]
    results = []

    def work():
        for _ in range(50):
            again = pickle.loads(pickle.dumps(plan))
            results.append(again.evaluate(seen, as_of="2024-09-30")["gdp"].status)
            results.append(plan.evaluate(seen, as_of="2024-09-30")["gdp"].status)

    threads = [threading.Thread(target=work) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(results) == 400
    assert set(results) == {now["gdp"].status}
