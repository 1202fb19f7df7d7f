# SPDX-License-Identifier: BSL-1.0
"""The command line: what it prints, its exit statuses, its error lines."""

import contextlib
import json
import os
import pty
import subprocess
import sys

import jinjiang as jj
import pytest
from conftest import EXAMPLE
from jinjiang._core import display_width
from jinjiang.cli import main
from test_errors import DAMAGED

PLAN = str(EXAMPLE / "plan.json")
SEEN = str(EXAMPLE / "observations.csv")


def run(*arguments, stdin=None):
    command = [sys.executable, "-m", "jinjiang", *arguments]
    return subprocess.run(command, input=stdin, capture_output=True, text=True, encoding="utf-8")


def run_in_terminal(*arguments, **environment):
    """What the command line writes when standard output is a terminal."""
    ours, theirs = pty.openpty()
    variables = {**os.environ, "TERM": "xterm", **environment}
    if "NO_COLOR" not in environment:
        variables.pop("NO_COLOR", None)
    command = [sys.executable, "-m", "jinjiang", *arguments]
    process = subprocess.Popen(command, stdout=theirs, env=variables)
    os.close(theirs)
    written = b""
    with os.fdopen(ours, "rb", buffering=0) as terminal, contextlib.suppress(OSError):
        while block := terminal.read(65536):
            written += block
    assert process.wait() == 0
    return written.decode()


def test_check_is_quiet_about_a_good_plan(capsys):
    assert main(["check", PLAN]) == 0
    assert "没有问题" in capsys.readouterr().out


def test_check_lists_the_problems_of_a_bad_plan(tmp_path, capsys):
    path = tmp_path / "bad.json"
    text = (EXAMPLE / "plan.json").read_text(encoding="utf-8")
    path.write_text(text.replace('"part_of": ["land"]', '"part_of": ["lnd"]'), encoding="utf-8")
    assert main(["check", str(path)]) == 1
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == 8
    assert all(line.startswith(f"{path}:") and 'unknown id "lnd"' in line for line in lines)


def test_show_prints_the_outline(capsys):
    assert main(["show", PLAN, "--depth", "1"]) == 0
    assert "主要预期目标" in capsys.readouterr().out
    assert main(["show", PLAN, "--json"]) == 0
    assert jj.Plan.from_json(capsys.readouterr().out) == jj.load(PLAN)


def test_columns_line_up_in_a_terminal(capsys):
    main(["evaluate", PLAN, SEEN, "--as-of", "2024-09-30", "--depth", "2"])
    title, heading, *rows, mark = capsys.readouterr().out.splitlines()
    assert title.endswith("截至 2024-09-30") and mark.startswith("※ ")
    assert len(rows) == 23
    column = display_width(heading[: heading.index("状态")])
    labels = [jj.label(status, "zh") for status in jj.Status]
    for row in rows:
        at = max(row.rfind("  " + label) for label in labels) + 2
        assert display_width(row[:at]) == column


def test_there_is_no_colour_where_nobody_sees_it(capsys):
    main(["evaluate", PLAN, SEEN])
    assert "\x1b" not in capsys.readouterr().out


def test_evaluate_speaks_english_json_and_csv(capsys):
    base = ["evaluate", PLAN, SEEN, "--as-of", "2024-09-30"]
    assert main([*base, "--lang", "en"]) == 0
    assert "at risk" in capsys.readouterr().out
    assert main([*base, "--json"]) == 0
    document = json.loads(capsys.readouterr().out)
    assert document["as_of"] == "2024-09-30"
    assert main([*base, "--csv"]) == 0
    assert capsys.readouterr().out.startswith("id,kind,title,parent,owner,due,status")


def test_explain_says_why(capsys):
    assert main(["explain", PLAN, SEEN, "land.reuse", "--as-of", "2024-09-30"]) == 0
    assert "进度 = 1 + (1600 - 7000) / 7000 = 0.2286" in capsys.readouterr().out
    base = ["explain", PLAN, SEEN, "headline.revenue-total", "--basis", "可比", "--lang", "en"]
    assert main(base) == 0
    assert "basis: 可比" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("arguments", "line"),
    [
        (["show", "/no/plan.json"], "jinjiang: /no/plan.json: No such file or directory"),
        (["explain", PLAN, SEEN, "land.reus"], 'jinjiang: no node "land.reus"; nearest: "land.'),
        (
            ["evaluate", PLAN, SEEN, "--as-of", "1.9.2024"],
            "jinjiang: --as-of: expected a date like",
        ),
        (
            ["evaluate", PLAN, SEEN, "--known-by", "2024-02-30"],
            "jinjiang: --known-by: expected a date like",
        ),
        (["evaluate", "-", "-"], "jinjiang: the plan and the observations cannot both come"),
        (["evaluate", PLAN, "/no/seen.csv"], "jinjiang: /no/seen.csv: No such file or directory"),
        (["check", "/no/plan.json"], "jinjiang: /no/plan.json: No such file or directory"),
        (["show", "/"], "jinjiang: /: Is a directory"),
    ],
)
def test_errors_are_one_line_on_standard_error(capsys, arguments, line):
    assert main(arguments) == 2
    printed = capsys.readouterr()
    assert printed.err.startswith(line)
    assert len(printed.err.splitlines()) == 1
    assert printed.out == ""


def test_a_bad_table_is_named_with_its_place(tmp_path, capsys):
    path = tmp_path / "bad.csv"
    path.write_text("id,observed_on,value\nland.reuse,2024-03-31,many\n", encoding="utf-8")
    assert main(["evaluate", PLAN, str(path)]) == 2
    assert capsys.readouterr().err.startswith(f"jinjiang: {path}:2:23 at value: expected a number")


def test_standard_input_is_read():
    with open(SEEN, encoding="utf-8") as file:
        ran = run("evaluate", PLAN, "-", "--as-of", "2024-09-30", stdin=file.read())
    assert ran.returncode == 0
    assert "略欠进度" in ran.stdout


def test_a_reader_that_has_enough_is_no_error():
    command = f'"{sys.executable}" -m jinjiang show "{PLAN}" | head -n 1; echo ${{PIPESTATUS[0]}}'
    ran = subprocess.run(["bash", "-c", command], capture_output=True, text=True)
    assert ran.stdout.splitlines()[-1] == "0"
    assert ran.stderr == ""


def test_a_bad_plan_is_named_with_its_place(tmp_path, capsys):
    path = tmp_path / "plan.json"
    text = (EXAMPLE / "plan.json").read_text(encoding="utf-8")
    path.write_text(text.replace('"2024-12-31"}', '"2024-02-30"}'), encoding="utf-8")
    line = f"{path}:7:44 at /period/end: expected a date like 2024-06-30"
    assert main(["show", str(path)]) == 2
    assert capsys.readouterr().err.startswith(f"jinjiang: {line}")
    assert main(["check", str(path)]) == 1
    assert capsys.readouterr().out.startswith(line)


def test_check_speaks_json(tmp_path, capsys):
    assert main(["check", PLAN, "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["problems"] == []
    path = tmp_path / "bad.json"
    text = (EXAMPLE / "plan.json").read_text(encoding="utf-8")
    path.write_text(text.replace('"part_of": ["business"]', '"part_of": ["x"]'), encoding="utf-8")
    assert main(["check", str(path), "--json"]) == 1
    problems = json.loads(capsys.readouterr().out)["problems"]
    assert len(problems) == 8 and all("unknown id" in problem for problem in problems)


@pytest.mark.parametrize(
    "arguments", [[], ["nonsense"], ["show"], ["evaluate", PLAN, SEEN, "--json", "--csv"]]
)
def test_a_wrong_command_shows_the_usage(capsys, arguments):
    with pytest.raises(SystemExit) as caught:
        main(arguments)
    assert caught.value.code == 2
    assert "usage: jinjiang" in capsys.readouterr().err


def test_the_version_is_that_of_the_package(capsys):
    with pytest.raises(SystemExit) as caught:
        main(["--version"])
    assert caught.value.code == 0
    assert capsys.readouterr().out == f"jinjiang {jj.__version__}\n"


@pytest.mark.parametrize(("depth", "rows"), [("1", 3), ("2", 23)])
def test_depth_limits_the_levels(capsys, depth, rows):
    main(["evaluate", PLAN, SEEN, "--depth", depth])
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == rows + 3 and lines[-1].startswith("※ ")


def test_a_basis_changes_the_verdict(capsys):
    verdicts = []
    for basis in ("名义", "可比"):
        main(["evaluate", PLAN, SEEN, "--basis", basis, "--json"])
        results = json.loads(capsys.readouterr().out)["results"]
        verdicts += [r["status"] for r in results if r["id"] == "headline.revenue-total"]
    assert verdicts == ["missed", "met"]


def test_only_what_was_known_counts(capsys):
    main(["evaluate", PLAN, SEEN, "--as-of", "2024-06-30", "--known-by", "2024-06-12", "--json"])
    document = json.loads(capsys.readouterr().out)
    [result] = [r for r in document["results"] if r["id"] == "land.reuse"]
    assert (document["known_by"], result["status"]) == ("2024-06-12", "no_data")


def test_json_and_csv_are_those_of_the_library(capsys, now):
    base = ["evaluate", PLAN, SEEN, "--as-of", "2024-09-30"]
    main([*base, "--json"])
    assert capsys.readouterr().out == now.to_json()
    main([*base, "--csv"])
    assert capsys.readouterr().out == now.to_csv()


def test_the_language_may_be_chosen(capsys):
    main(["show", PLAN, "--lang", "en", "--depth", "1"])
    assert capsys.readouterr().out.splitlines()[1].split() == ["node", "id", "target", "due"]
    main(["explain", PLAN, SEEN, "land", "--lang", "en"])
    assert "rule: weighted mean" in capsys.readouterr().out
    main(["explain", PLAN, SEEN, "land", "--lang", "zh"])
    assert "规则：加权平均" in capsys.readouterr().out


def test_unknown_ids_are_refused_unless_passed_over(tmp_path, capsys):
    path = tmp_path / "seen.csv"
    path.write_text("id,observed_on,value\nland.reus,2024-03-31,1\n", encoding="utf-8")
    assert main(["evaluate", PLAN, str(path)]) == 2
    error = capsys.readouterr().err
    assert error.startswith(
        f'jinjiang: {path}:2:1 at id: no node "land.reus"; nearest: "land.reuse"'
    )
    assert "--ignore-unknown" in error
    assert main(["evaluate", PLAN, str(path), "--ignore-unknown"]) == 0


def test_the_plan_may_come_from_standard_input():
    with open(PLAN, encoding="utf-8") as file:
        ran = run("show", "-", "--depth", "1", stdin=file.read())
    assert (ran.returncode, ran.stderr) == (0, "")
    assert "八方面工作" in ran.stdout
    ran = run("check", "-", stdin='{"format": 1}')
    assert (ran.returncode, ran.stdout.split(":")[:2]) == (1, ["<stdin>", "1"])


def test_a_terminal_gets_colour_unless_it_does_not_want_it():
    base = ["evaluate", PLAN, SEEN, "--depth", "2"]
    assert "\x1b[3" in run_in_terminal(*base)
    assert "\x1b" not in run_in_terminal(*base, NO_COLOR="1")
    assert "\x1b" not in run_in_terminal(*base, TERM="dumb")
    assert "\x1b" not in run(*base).stdout


def test_a_pipe_that_breaks_early_is_quiet():
    command = f'"{sys.executable}" -m jinjiang evaluate "{PLAN}" "{SEEN}" --json | true; '
    command += "echo ${PIPESTATUS[0]}"
    ran = subprocess.run(["bash", "-c", command], capture_output=True, text=True)
    assert (ran.stdout, ran.stderr) == ("0\n", "")


def test_a_full_disk_is_an_error_without_none_in_it():
    command = f'"{sys.executable}" -m jinjiang show "{PLAN}" > /dev/full'
    ran = subprocess.run(["bash", "-c", command], capture_output=True, text=True)
    assert ran.returncode == 2
    assert "No space left on device" in ran.stderr
    assert "None" not in ran.stderr


def test_a_closed_standard_output_is_no_traceback():
    command = f'"{sys.executable}" -m jinjiang show "{PLAN}" >&-'
    ran = subprocess.run(["bash", "-c", command], capture_output=True, text=True)
    assert "Traceback" not in ran.stderr


def test_a_file_name_that_is_no_text_is_no_traceback(tmp_path):
    ran = subprocess.run(
        [sys.executable, "-m", "jinjiang", "show", os.fsencode(tmp_path) + b"/\xff.json"],
        capture_output=True,
    )
    assert ran.returncode == 2
    assert b"Traceback" not in ran.stderr


def test_depth_is_refused_where_it_would_change_nothing(capsys):
    for form in ("--json", "--csv"):
        assert main(["evaluate", PLAN, SEEN, "--depth", "1", form]) == 2
        assert "--depth is for the table" in capsys.readouterr().err
    assert main(["show", PLAN, "--depth", "1", "--json"]) == 2
    assert "--depth is for the outline" in capsys.readouterr().err


def test_a_basis_that_nothing_names_is_noted(capsys):
    assert main(["evaluate", PLAN, SEEN, "--basis", "可笔"]) == 0
    printed = capsys.readouterr()
    note = 'jinjiang: note: no target and no reading is on the basis "可笔"; there are '
    assert printed.err.startswith(note)
    assert '"可比"' in printed.err and '"名义"' in printed.err
    assert "截至" in printed.out
    assert main(["evaluate", PLAN, SEEN, "--basis", "可比"]) == 0
    assert capsys.readouterr().err == ""


def test_an_evaluation_in_the_place_of_observations_is_named(tmp_path, capsys, now):
    path = tmp_path / "ev.json"
    path.write_text(now.to_json(), encoding="utf-8")
    assert main(["evaluate", PLAN, str(path)]) == 2
    error = capsys.readouterr().err
    assert f"jinjiang: {path}:" in error
    assert "this is an evaluation; observations are expected here" in error
    assert len(error.splitlines()) == 1


def test_an_argument_that_is_not_utf8_is_one_sentence():
    for place, arguments in (
        ("ID", ["explain", PLAN, SEEN, b"b\xe9"]),
        ("--basis", ["evaluate", PLAN, SEEN, "--basis", b"b\xe9"]),
        ("--as-of", ["evaluate", PLAN, SEEN, "--as-of", b"b\xe9"]),
        ("--known-by", ["evaluate", PLAN, SEEN, "--known-by", b"b\xe9"]),
    ):
        found = run(*arguments)
        expected = f'jinjiang: {place}: expected UTF-8, found "b\\xe9"\n'
        assert (found.returncode, found.stderr) == (2, expected)
    for arguments in (["show", PLAN, "--depth", b"\xe9"], [b"\xe9"], ["show", PLAN, b"--\xe9"]):
        found = run(*arguments)
        assert found.returncode == 2 and "Traceback" not in found.stderr


def test_a_file_of_a_name_that_is_not_utf8_is_read_and_written(tmp_path):
    plan = os.fsencode(tmp_path) + b"/caf\xe9.json"
    seen = os.fsencode(tmp_path) + b"/s\xe9.csv"
    found = run("check", plan)
    assert (found.returncode, found.stderr.count("\n")) == (2, 1)
    assert "caf\\xe9.json: No such file or directory" in found.stderr
    assert run("convert", PLAN, plan).stderr == ""
    assert run("convert", SEEN, seen).stderr == ""
    assert "没有问题" in run("check", plan).stdout
    assert run("evaluate", plan, seen).returncode == 0
    with open(plan, "w", encoding="utf-8") as file:
        file.write("{")
    for command in (["show", plan], ["convert", plan, "-", "--to", "dot"]):
        found = run(*command)
        assert (found.returncode, found.stderr.count("\n")) == (2, 1)
        assert "caf\\xe9.json:1:2: the document ends in the middle of a value" in found.stderr
    found = run("convert", SEEN, os.fsencode(tmp_path) + b"/s\xe9.txt")
    assert found.returncode == 2 and "s\\xe9.txt: the name does not say" in found.stderr


def test_the_name_of_a_format_may_be_in_upper_case(tmp_path):
    assert run("convert", PLAN, str(tmp_path / "P.JJX")).stderr == ""
    assert run("convert", str(tmp_path / "P.JJX"), str(tmp_path / "P.JSON")).stderr == ""
    assert jj.load(tmp_path / "P.JSON") == jj.load(PLAN)


def test_a_damaged_archive_with_a_right_checksum_is_one_line(tmp_path):
    path = tmp_path / "o.jjx"
    path.write_bytes(DAMAGED)
    found = run("convert", str(path), "-", "--to", "csv")
    assert (found.returncode, found.stderr.count("\n")) == (2, 1)
    assert found.stderr.startswith(f"jinjiang: {path}: ")
