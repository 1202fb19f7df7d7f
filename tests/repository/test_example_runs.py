# SPDX-License-Identifier: BSL-1.0
"""What `make demo` runs, what it prints, and the files it writes."""

import csv
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path

import jinjiang as jj
import pytest

ROOT = Path(__file__).resolve().parents[2]
EXAMPLE = ROOT / "examples/jinjiang-2024"


def run(*arguments):
    command = [sys.executable, str(EXAMPLE / "scoreboard.py"), *arguments]
    return subprocess.run(
        command, capture_output=True, text=True, encoding="utf-8", check=True
    ).stdout.splitlines()


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("demo") / "new" / "folder"


@pytest.fixture(scope="module")
def lines(folder):
    return run("--output", str(folder))


class Tags(HTMLParser):
    """The tags that are open, and those that were closed without having been opened."""

    def __init__(self):
        super().__init__()
        self.open, self.wrong, self.rows = [], [], 0

    def handle_starttag(self, tag, attrs):
        self.rows += (dict(attrs).get("class") or "").startswith("row ")
        if tag not in ("meta", "br"):
            self.open.append(tag)

    def handle_endtag(self, tag):
        if not self.open or self.open.pop() != tag:
            self.wrong.append(tag)


def test_growth_runs_ahead_and_land_lags_a_little(lines):
    gdp = next(line for line in lines if line.strip().startswith("地区生产总值增长"))
    assert "超进度" in gdp and "8.3%" in gdp and "6%左右" in gdp
    assert "略欠进度  盘活低效用地：1600 亩（目标 7000 亩，2024-03-31）" in lines
    assert "  进度 = 1 + (1600 - 7000) / 7000 = 0.2286" in lines


def test_the_budget_has_two_verdicts_on_two_bases(lines):
    total, local = "一般公共预算总收入增长", "一般公共预算本级收入增长"
    assert [line for line in lines if line.startswith(("名义  ", "可比  "))] == [
        f"名义  未完成  {total}：1.7 %（目标 6%，2024-12-31，名义）",
        f"名义  未完成  {local}：1.3 %（目标 5%，2024-12-31，名义）",
        f"可比  已完成  {total}：8.4 %（目标 6%，2024-12-31，可比）",
        f"可比  已完成  {local}：6.8 %（目标 5%，2024-12-31，可比）",
    ]


def test_it_says_how_much_there_is_and_where_the_files_lie(lines, folder):
    plan = jj.load(EXAMPLE / "plan.json")
    counts = f"{len(plan.goals)} 个目标，{len(plan.indicators)} 项指标，{len(plan.tasks)} 项任务"
    assert f"{counts}，22 条实际值" in lines
    assert lines[-3:] == [
        f"网页：{folder}/scoreboard.html",
        f"表格：{folder}/evaluation.csv",
        f"报告：{folder}/report.html",
    ]
    assert "盘活低效用地" in (folder / "report.html").read_text(encoding="utf-8")


def test_the_page_is_whole_and_has_a_row_a_node(folder, lines):
    page = (folder / "scoreboard.html").read_text(encoding="utf-8")
    tags = Tags()
    tags.feed(page)
    assert (tags.wrong, tags.open) == ([], [])
    assert tags.rows == 1 + len(jj.load(EXAMPLE / "plan.json"))
    assert "略欠进度" in page and "盘活低效用地" in page and 'charset="utf-8"' in page


def test_the_table_opens_in_a_spreadsheet(folder, lines):
    assert (folder / "evaluation.csv").read_bytes().startswith(b"\xef\xbb\xbf")
    with open(folder / "evaluation.csv", encoding="utf-8-sig", newline="") as file:
        rows = {row["id"]: row for row in csv.DictReader(file)}
    assert list(rows) == jj.load(EXAMPLE / "plan.json").nodes.ids
    land = rows["land.reuse"]
    assert (land["status"], land["value"], land["unit"]) == ("at_risk", "1600", "亩")


def test_another_day_gives_another_scoreboard():
    lines = run("--as-of", "2024-03-31")
    assert any(line.endswith("截至 2024-03-31") for line in lines)
    assert "超进度  地区生产总值增长：9.7 %（目标 6%左右，2024-03-31）" in lines
