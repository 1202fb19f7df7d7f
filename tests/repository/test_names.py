# SPDX-License-Identifier: BSL-1.0
"""The house in order: short files, each with its licence, and no loose ends."""

import re
import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SOURCES = re.compile(r"\.(hpp|cpp|ipp|py|cmake)$|CMakeLists\.txt$")


def source_files():
    listed = subprocess.run(
        ["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout
    return [ROOT / name for name in listed.splitlines() if SOURCES.search(name)]


def test_no_file_is_longer_than_can_be_read_in_one_sitting():
    lengths = {path: path.read_text(encoding="utf-8").count("\n") for path in source_files()}
    assert len(lengths) > 50
    assert {path.name: n for path, n in lengths.items() if n > 400} == {}


def test_every_source_file_names_its_licence():
    without = [
        path.name
        for path in source_files()
        if "SPDX-License-Identifier: BSL-1.0" not in path.read_text(encoding="utf-8")[:200]
    ]
    assert without == []


def test_nothing_is_left_to_do():
    marks = ["TO" + "DO", "FIX" + "ME", "XX" + "X"]
    found = [
        path.name
        for path in source_files()
        if any(mark in path.read_text(encoding="utf-8") for mark in marks)
    ]
    assert found == []
