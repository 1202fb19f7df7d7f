# SPDX-License-Identifier: BSL-1.0
"""Errors are of the kinds that people expect, and say where and what."""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

import jinjiang as jj
import pytest


def test_the_families_are_those_of_the_language():
    for error in (jj.PlanError, jj.FormatError, jj.UnitError, jj.TargetError, jj.ObservationError):
        assert issubclass(error, ValueError)
        assert issubclass(error, jj.Error)
    assert issubclass(jj.Error, ValueError)
    assert issubclass(jj.UnknownIdError, KeyError)
    assert issubclass(jj.MissingPackageError, ImportError)


def test_an_unknown_id_names_the_nearest(plan, now):
    for mapping in (plan, now, plan.nodes):
        with pytest.raises(KeyError) as caught:
            mapping["land.reus"]
        assert '"land.reuse"' in str(caught.value)
        assert not str(caught.value).startswith("'")


@pytest.mark.parametrize(
    "wanted", ["land.reus", "headline.gd", "gdp", "gpd", "", "没有", "x" * 300]
)
def test_a_plan_and_its_evaluation_give_the_same_help(plan, now, wanted):
    def help_of(mapping):
        with pytest.raises(jj.UnknownIdError) as caught:
            mapping[wanted]
        return str(caught.value)

    assert help_of(now) == help_of(plan)
    assert help_of(now.results) == help_of(plan.nodes)
    with pytest.raises(jj.UnknownIdError) as caught:
        now.explain(wanted)
    assert str(caught.value) == help_of(plan)


def test_all_problems_of_a_draft_come_together():
    draft = jj.PlanBuilder("p", start="2025-01-01", end="2025-12-31")
    draft.goal("a", "甲", part_of="b")
    draft.goal("b", "乙", part_of="a")
    draft.task("t", "丙", part_of="c", due="2024-01-01")
    with pytest.raises(jj.PlanError) as caught:
        draft.build()
    problems = caught.value.problems
    assert [(p.node, p.field) for p in problems] == [("a", ""), ("t", "due"), ("t", "part_of/0")]
    assert 'a "甲" -> b "乙" -> a' in problems[0].message
    assert "3 problems" in str(caught.value)


def test_a_bad_file_is_named_with_its_place(tmp_path):
    path = tmp_path / "plan.json"
    path.write_text(
        '{"format": "jinjiang-plan", "version": 1, "id": "p",\n'
        '"period": {"start": "2024-01-01", "end": "2024-12-31"},\n'
        '"nodes": [{"id": "a", "kind": "task", "due": "2024-6-31"}]}',
        encoding="utf-8",
    )
    with pytest.raises(jj.FormatError) as caught:
        jj.load(path)
    error = caught.value
    assert (error.file, error.line, error.column, error.pointer) == (
        str(path),
        3,
        46,
        "/nodes/0/due",
    )
    assert str(error) == (
        f'{path}:3:46 at /nodes/0/due: expected a date like 2024-06-30, found "2024-6-31"'
    )


def test_a_missing_file_is_an_oserror():
    with pytest.raises(FileNotFoundError) as caught:
        jj.load("/no/such/plan.json")
    assert caught.value.filename == "/no/such/plan.json"


def test_units_do_not_mix():
    with pytest.raises(jj.UnitError, match='"户" to "家"'):
        jj.Quantity(1, "户").to("家")
    with pytest.raises(jj.UnitError, match='"%" to "百分点"|"百分点" to "%"'):
        jj.Quantity(1, "%") + jj.Quantity(1, "百分点")
    with pytest.raises(jj.UnitError, match='nearest: "公'):
        jj.Unit("公倾")


def test_an_observation_in_another_unit_names_the_node_and_both_units(draft):
    seen = jj.Observations()
    seen.add("g.1", "2025-03-31", 2, unit="亿元")
    with pytest.raises(jj.ObservationError) as caught:
        draft.build().evaluate(seen)
    assert str(caught.value) == (
        'indicator g.1 "盘活低效用地": observation of 2025-03-31: '
        "the target is in 亩 but it is in 亿元"
    )


def test_observations_of_unknown_ids_are_refused_unless_asked(draft):
    seen = jj.Observations()
    seen.add("g.9", "2025-03-31", 2)
    plan = draft.build()
    with pytest.raises(jj.ObservationError, match='no node "g.9"; nearest: "g'):
        plan.evaluate(seen)
    assert plan.evaluate(seen, ignore_unknown=True)["g.1"].status == "no_data"


@pytest.mark.parametrize(
    ("wording", "reason"),
    [
        ("近200家", "sets no bound"),
        ("30余项", "sets no bound"),
        ("超900家以上", "two bounds"),
        ("与经济增长同步", "names another series"),
        ("翻一番", "baseline value"),
        ("100公倾", 'unknown unit "公倾"'),
        ("6", "expected a unit"),
        ("", "empty"),
    ],
)
def test_a_wording_that_would_need_a_guess_is_refused_with_the_reason(wording, reason):
    with pytest.raises(jj.FormatError, match=reason):
        jj.Target.parse(wording)


def test_a_word_that_is_no_enumerator_lists_those_there_are():
    with pytest.raises(ValueError, match="reach, at_least, above, at_most, below, about or betw"):
        jj.Target("more", 1, "个")


def test_a_problem_has_a_node_a_field_and_a_message(empty):
    empty.task("t", "丙", progress=2)
    with pytest.raises(jj.PlanError) as caught:
        empty.build()
    [problem] = caught.value.problems
    assert problem == jj.Problem(
        "t", "progress", 'task t "丙": progress must be from 0 to 1, found 2'
    )
    assert str(caught.value) == problem.message


def test_an_error_made_by_hand_has_the_same_attributes():
    error = jj.FormatError("x")
    assert (error.file, error.line, error.column, error.pointer) == ("", None, None, "")
    assert jj.PlanError("x").problems == ()
    assert str(jj.UnknownIdError()) == ""


@pytest.mark.parametrize(
    ("text", "line", "column", "pointer", "words"),
    [
        ("", 1, 1, "", "ends in the middle"),
        ("[1]", 1, 1, "", "expected an object, found a list"),
        ("{}", 1, 1, "", '"format": "jinjiang-plan"'),
        ('{"format": "jinjiang-plan", "version": 2}', 1, 40, "/version", "version 2"),
        ('{"format": "jinjiang-plan",\n"surprise": 1}', 2, 1, "/surprise", "surprise"),
    ],
)
def test_a_bad_text_is_named_with_its_place(text, line, column, pointer, words):
    with pytest.raises(jj.FormatError, match=words) as caught:
        jj.Plan.from_json(text, "x.json")
    error = caught.value
    assert (error.file, error.line, error.column, error.pointer) == (
        "x.json",
        line,
        column,
        pointer,
    )
    assert str(error).startswith(f"x.json:{line}:{column}")


def test_a_contradiction_in_a_file_says_where(tmp_path):
    path = tmp_path / "plan.json"
    path.write_text(
        '{"format": "jinjiang-plan", "version": 1, "id": "p",\n'
        '"period": {"start": "2024-01-01", "end": "2024-12-31"},\n'
        '"nodes": [{"id": "a", "kind": "task", "part_of": ["b"]},\n'
        '{"id": "c", "kind": "task", "depends_on": ["d"]}]}',
        encoding="utf-8",
    )
    with pytest.raises(jj.Error) as caught:
        jj.load(path)
    text = str(caught.value)
    assert f"{path}:3:" in text and f"{path}:4:" in text
    assert 'unknown id "b"' in text and 'unknown id "d"' in text


@pytest.mark.parametrize("save", [True, False])
def test_files_that_cannot_be_used_are_oserrors(plan, seen, tmp_path, save):
    missing = tmp_path / "no" / "x.json"
    with pytest.raises(FileNotFoundError, match="x.json"):
        plan.save(missing) if save else jj.load(missing)
    with pytest.raises(FileNotFoundError, match="x.json"):
        seen.save(missing) if save else jj.read_observations(missing)
    with pytest.raises(IsADirectoryError):
        plan.save(tmp_path) if save else jj.load(tmp_path)


def test_a_folder_that_is_not_there_is_named(plan, tmp_path):
    with pytest.raises(FileNotFoundError) as caught:
        plan.save(tmp_path / "no/such/x.json")
    assert (
        caught.value.strerror == f"No such file or directory; there is no folder {tmp_path}/no/such"
    )
    assert caught.value.filename == f"{tmp_path}/no/such/x.json"
    with pytest.raises(FileNotFoundError) as caught:
        jj.load(tmp_path / "x.json")
    assert caught.value.strerror == "No such file or directory"


def test_a_file_that_could_not_be_replaced_is_still_there(draft, tmp_path):
    path = tmp_path / "plan.json"
    draft.build().save(path)
    before = path.read_bytes()
    draft.task("x", part_of="nowhere")
    with pytest.raises(jj.PlanError):
        draft.build().save(path)
    assert path.read_bytes() == before


def test_an_evaluation_that_says_otherwise_is_refused(now, plan):
    text = now.to_json().replace('"at_risk"', '"on_track"', 1)
    with pytest.raises(jj.Error):
        jj.Evaluation.from_json(text, plan)


@pytest.mark.parametrize(
    ("options", "words"),
    [
        ({"at_risk": 0}, "at_risk 0"),
        ({"ahead": 0.5}, "ahead 0.5"),
        ({"stale_after": -1}, "found -1"),
        ({"minimum_coverage": 2}, "2"),
    ],
)
def test_a_policy_that_contradicts_itself_is_refused(options, words):
    with pytest.raises(jj.Error, match=words):
        jj.Policy(**options)


def test_days_that_do_not_exist_are_refused(plan, seen):
    for day in ("2024-02-30", "2024/9/31", "", "30.9.2024", "9月30日"):
        with pytest.raises(jj.FormatError, match="expected a date like 2024-06-30"):
            plan.evaluate(seen, as_of=day)
    with pytest.raises(TypeError):
        plan.evaluate(seen, as_of=20240930)


DAMAGED = bytes.fromhex(
    "894a4a580d0a1a0a0100000001000000aa00000000000000fbbf57ed533444ad010000000000000002000000"
    "020000000000000061ff0100000000000000000000000100000000000000c04d000001000000000000000000"
    "00000000f03f0100000000000000000001000000000000000201000000000000000001000000000000000000"
    "0080010000000000000000000000010000000000000000000000010000000000000000000000000000000000"
    "0000000000000000000000000000000000000000000000000000"
)


def test_an_archive_with_bytes_that_are_not_utf8_is_a_format_error(tmp_path):
    for path in (tmp_path / "o.jjx", os.fsencode(tmp_path) + b"/\xe9.jjx"):
        with open(path, "wb") as file:
            file.write(DAMAGED)
        with pytest.raises(jj.FormatError, match="a text (in it )?is not UTF-8") as caught:
            jj.read_observations(os.fsdecode(path))
        assert caught.value.file == os.fsdecode(path)


def test_a_file_of_a_name_that_is_not_utf8_is_named(tmp_path):
    path = os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9.json")
    with pytest.raises(FileNotFoundError) as caught:
        jj.load(path)
    assert caught.value.filename == path
    with open(path, "w", encoding="utf-8") as file:
        file.write("{")
    with open(path, encoding="utf-8") as file:
        for source in (path, file):
            with pytest.raises(jj.FormatError, match=r"caf\\xe9.json:1:2: ") as caught:
                jj.load(source)
            assert caught.value.file == path
    draft = jj.PlanBuilder("p", start="2024-01-01", end="2024-12-31").build()
    draft.save(path)
    assert jj.load(path) == draft


@pytest.mark.parametrize(
    ("options", "words"),
    [
        ({"stage": "\ud800"}, "stage: expected a text"),
        ({"span": "\ud800"}, "span: expected a text"),
        ({"known_on": "\ud800"}, "known_on: expected a date or a text"),
        ({"observed_on": "\ud800"}, "observed_on: expected a date or a text"),
        ({"note": "\ud800"}, "note: expected a text"),
        ({"unit": "\ud800"}, "unit: expected a text"),
    ],
)
def test_half_of_a_surrogate_pair_is_no_text(options, words):
    arguments = {"id": "a", "observed_on": "2024-01-01", "value": 1, **options}
    with pytest.raises(TypeError, match=f"{words}.*, found '.ud800'$"):
        jj.Observations().add(**arguments)
    with pytest.raises(jj.FormatError, match="^row 1: ") as caught:
        jj.read_observations([arguments])
    assert "Unable to cast" not in str(caught.value)


@pytest.mark.parametrize("ending", ["json", "jjx"])
def test_what_is_something_else_names_what_reads_it(plan, seen, now, tmp_path, ending):
    for thing, name in ((plan, "p"), (seen, "s"), (now, "n")):
        thing.save(tmp_path / f"{name}.{ending}")

    def refused(read, name, **options):
        with pytest.raises(jj.FormatError) as caught:
            read(tmp_path / f"{name}.{ending}", **options)
        assert "\n" not in str(caught.value)
        return str(caught.value)

    assert refused(jj.load, "s").endswith("; read them with read_observations")
    assert refused(jj.load, "n").endswith("; load it with load_evaluation")
    assert refused(jj.read_observations, "p").endswith("; load it as a plan")
    assert refused(jj.read_observations, "n").endswith("; load it with load_evaluation")
    for options in ({}, {"plan": plan}):
        assert refused(jj.load_evaluation, "p", **options).endswith("; load it as a plan")
        assert refused(jj.load_evaluation, "s", **options).endswith("with read_observations")


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04", b"id,observed_on,value\n"])
def test_a_file_named_jjx_that_is_none_is_said_to_be_none(tmp_path, content):
    path = tmp_path / "x.jjx"
    path.write_bytes(content)
    for read in (jj.load, jj.load_evaluation, jj.read_observations):
        with pytest.raises(jj.FormatError, match="x.jjx: not a .jjx archive: "):
            read(path)
    with pytest.raises(jj.FormatError, match="x.jjx: not a .jjx archive: "):
        jj.read_observations(path, errors="collect")


@pytest.fixture
def folder():
    """A folder to which anybody finds the way, with a file that anybody may write."""
    with tempfile.TemporaryDirectory() as name:
        path = Path(name).resolve()
        (path / "p.json").write_text("{}")
        (path / "p.json").chmod(0o666)
        path.chmod(0o555)
        yield path
        path.chmod(0o755)


def test_a_folder_that_is_not_writable_is_named(folder):
    code = f"""
import os, sys
sys.path[:] = {sys.path!r}
import jinjiang as jj
plan = jj.PlanBuilder("p", start="2024-01-01", end="2024-12-31").build()
if os.geteuid() == 0:
    os.chdir({str(folder)!r})  # the way to it is closed to others
    os.setuid(65534)
try:
    plan.save("p.json")
except PermissionError as error:
    print(error.strerror, error.filename)
"""
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=folder)
    assert found.stderr == ""
    assert found.stdout == (
        "Permission denied; a file is written anew in its folder, and "
        f"{folder} is not writable p.json\n"
    )


def test_half_of_a_surrogate_pair_is_no_word_of_a_draft(empty):
    with pytest.raises(TypeError, match=r"rule: expected mean, worst, all .*, found '.ud800'$"):
        empty.goal("g", "T", rule="\ud800")
    with pytest.raises(TypeError, match=r"profile: expected a word, found '.ud800'$"):
        jj.Target("reach", 5, "亩", profile="\ud800")
    with pytest.raises(TypeError, match=r"start: expected a date"):
        jj.PlanBuilder("p", start="\ud800", end="2024-12-31")
