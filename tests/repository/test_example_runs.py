# SPDX-License-Identifier: BSL-1.0
"""What `make demo` runs, and what it prints."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def test_the_scoreboard_says_how_the_plan_stands_and_writes_its_files(tmp_path):
    command = [sys.executable, str(ROOT / "examples/jinjiang-2024/scoreboard.py")]
    ran = subprocess.run(
        [*command, "--output", str(tmp_path)], capture_output=True, text=True, check=True
    )
    lines = ran.stdout.splitlines()
    gdp = next(line for line in lines if line.strip().startswith("地区生产总值增长"))
    assert "超进度" in gdp and "8.3%" in gdp and "6%左右" in gdp
    assert "略欠进度  盘活低效用地：1600 亩（目标 7000 亩，2024-03-31）" in lines
    assert "  进度 = 1 + (1600 - 7000) / 7000 = 0.2286" in lines
    total = "一般公共预算总收入增长"
    assert f"名义  未完成  {total}：1.7 %（目标 6%，2024-12-31，名义）" in lines
    assert f"可比  已完成  {total}：8.4 %（目标 6%，2024-12-31，可比）" in lines
    assert "盘活低效用地" in (tmp_path / "scoreboard.html").read_text(encoding="utf-8")
    assert (tmp_path / "evaluation.csv").read_text(encoding="utf-8-sig").startswith("id,kind,title")
