# SPDX-License-Identifier: BSL-1.0
"""The command line: what it prints, its exit statuses, its error lines."""

import json
import subprocess
import sys

import jinjiang as jj
import pytest
from conftest import EXAMPLE
from jinjiang._core import display_width
from jinjiang.cli import main

PLAN = str(EXAMPLE / "plan.json")
SEEN = str(EXAMPLE / "observations.csv")


def run(*arguments, stdin=None):
    command = [sys.executable, "-m", "jinjiang", *arguments]
    return subprocess.run(command, input=stdin, capture_output=True, text=True)


def test_check_is_quiet_about_a_good_plan(capsys):
    assert main(["check", PLAN]) == 0
    assert "no problems" in capsys.readouterr().out


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
    title, heading, *rows = capsys.readouterr().out.splitlines()
    assert title.endswith("截至 2024-09-30")
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
        (["evaluate", PLAN, SEEN, "--as-of", "2024-9-1"], "jinjiang: expected a date like"),
        (["evaluate", "-", "-"], "jinjiang: the plan and the observations cannot both come"),
    ],
)
def test_errors_are_one_line_on_standard_error(capsys, arguments, line):
    assert main(arguments) == 2
    printed = capsys.readouterr()
    assert printed.err.startswith(line)
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
