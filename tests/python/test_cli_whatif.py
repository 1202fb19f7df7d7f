# SPDX-License-Identifier: BSL-1.0
"""The commands `whatif` and `impact`."""

import json

import pytest
from conftest import EXAMPLE
from jinjiang._core import display_width
from jinjiang.cli import main

PLAN = str(EXAMPLE / "plan.json")
SEEN = str(EXAMPLE / "observations.csv")
BASE = (PLAN, SEEN, "--as-of", "2024-09-30")


def test_values_and_weights_as_a_table_that_lines_up(capsys):
    assert main(["whatif", *BASE, "--value", "land.reuse=7000"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "land.reuse：实际值 7000"
    table = lines[2:]
    assert table[0].split() == ["事项", "状态", "完成率", "变化", "原因"]
    column = display_width(table[0].partition("状态")[0])
    for line in table[1:]:
        rest = line
        while rest and display_width(line) - display_width(rest) < column:
            rest = rest[1:]
        assert not rest.startswith(" ")
    assert any("盘活低效用地（land.reuse）" in line for line in table)


def test_json_of_changes(capsys):
    assert main(["whatif", *BASE, "--weight", "land.reuse@land=5", "--json"]) == 0
    rows = json.loads(capsys.readouterr().out)
    assert {row["id"] for row in rows} <= {"land", "work"}


def test_changes_from_a_file(tmp_path, capsys):
    path = tmp_path / "changes.json"
    changes = [{"change": "value", "node": "land.reuse", "value": 7000}]
    path.write_text(json.dumps({"name": "more", "changes": changes}), encoding="utf-8")
    assert main(["whatif", *BASE, "--scenario", str(path), "--lang", "en"]) == 0
    assert capsys.readouterr().out.startswith("land.reuse: reads 7000\n")
    path.write_text("[1]", encoding="utf-8")
    assert main(["whatif", *BASE, "--scenario", str(path)]) == 2
    assert "expected a list of changes" in capsys.readouterr().err


def test_every_change_has_its_option(capsys):
    options = ["--target", "land.reuse=8000亩", "--due", "land.reuse=2025-03-31", "--cancel"]
    options += ["headline.gdp", "--remove", "scorecard", "--start", "land=2024-02-01"]
    assert main(["whatif", *BASE, *options, "--lang", "en"]) == 0
    out = capsys.readouterr().out
    assert "land.reuse: has the target 8000亩" in out
    assert "headline.gdp: is cancelled" in out


def test_sweep_and_seek(capsys):
    assert main(["whatif", *BASE, "--sweep", "land.reuse=0:7000:3500"]) == 0
    assert len(capsys.readouterr().out.splitlines()) == 4
    assert main(["whatif", *BASE, "--seek", "land", "--by", "land.reuse", "--aim", "50%"]) == 0
    assert "要完成率达到 50%" in capsys.readouterr().out
    seek = ["--seek", "land", "--by", "land.reuse=2", "--json"]
    assert main(["whatif", *BASE, *seek]) == 0
    assert json.loads(capsys.readouterr().out)["goal"] == "land"


def test_impact_of_a_value_and_of_a_slip(capsys):
    assert (
        main(["impact", PLAN, SEEN, "land.reuse", "--as-of", "2024-09-30", "--value", "7000"]) == 0
    )
    assert "land.reuse" in capsys.readouterr().out
    assert main(["impact", PLAN, "land.reuse", "--slip", "30", "--json"]) == 0
    rows = json.loads(capsys.readouterr().out)
    assert rows[0]["days"] == 30


def test_impact_says_on_which_day_and_takes_a_calendar(capsys):
    assert main(["impact", PLAN, SEEN, "land.reuse", "--value", "7000", "--lang", "en"]) == 0
    assert capsys.readouterr().out.startswith("as of 2024-12-31 (the end of the plan)\n")
    day = ("--as-of", "2024-09-30")
    assert main(["impact", PLAN, SEEN, "land.reuse", *day, "--value", "7000"]) == 0
    assert capsys.readouterr().out.startswith("截至 2024-09-30\n")
    slip = ("--slip", "30", "--calendar", "china", "--json")
    assert main(["impact", PLAN, "land.reuse", *slip]) == 0
    assert json.loads(capsys.readouterr().out)[0]["days"] > 30  # working days
    assert main(["impact", PLAN, "land.reuse", "--slip", "30", "--calendar", "none.json"]) == 2
    assert "--calendar: expected china, weekdays or a file" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ((), "give changes such as --value ID=NUMBER"),
        (("--value", "land.reuse"), "--value: expected ID=…"),
        (("--value", "land.reuse=viel"), '--value: expected a number, found "viel"'),
        (("--value", "land.reuze=1"), 'nearest: "land.reuse"'),
        (("--weight", "land.reuse=1"), "--weight: expected ID@GOAL=NUMBER"),
        (("--due", "land.reuse=soon"), "--due: "),
        (("--duration", "land.reuse=x"), "--duration: expected a whole number of days"),
        (("--sweep", "land.reuse=0:1"), "--sweep: expected ID=FROM:TO:STEP"),
        (("--seek", "land"), "--seek: say which leaves may move"),
        (("--seek", "land", "--by", "land.reuse", "--aim", "good"), "--aim: expected at_risk"),
        (("--by", "land.reuse", "--value", "land.reuse=1"), "belong to --seek"),
        (("--sweep", "a=0:1:1", "--value", "land.reuse=1"), "one of them"),
    ],
)
def test_what_cannot_be_is_said_in_a_line(arguments, words, capsys):
    assert main(["whatif", *BASE, *arguments]) == 2
    error = capsys.readouterr().err
    assert error.startswith("jinjiang: ")
    assert words in error
