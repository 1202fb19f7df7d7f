# SPDX-License-Identifier: BSL-1.0
"""The house in order: short files, each with its licence, and no loose ends."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
FOLDERS = ("include", "src", "python", "tests", "examples", "docs", ".ci")
SOURCES = re.compile(r"\.(hpp|ipp|cpp|py|pyi|cmake)$|CMakeLists\.txt$|^(setup|run|wheel|Makefile)$")
#: Made by a script that is itself short; read by type checkers and editors.
GENERATED = {"python/jinjiang/_core.pyi"}


def source_files():
    files = [path for path in ROOT.iterdir() if path.is_file()]
    for folder in FOLDERS:
        files += [path for path in (ROOT / folder).rglob("*") if "__pycache__" not in path.parts]
    return [path for path in files if path.is_file() and SOURCES.search(path.name)]


def named(paths):
    return sorted(str(path.relative_to(ROOT)) for path in paths)


@pytest.fixture(scope="module")
def texts():
    return {path: path.read_text(encoding="utf-8") for path in source_files()}


def test_no_file_is_longer_than_can_be_read_in_one_sitting(texts):
    assert len(texts) > 100
    long = named(path for path, text in texts.items() if text.count("\n") > 400)
    assert set(long) == GENERATED


def test_every_source_file_names_its_licence(texts):
    mark = "SPDX-License-Identifier: BSL-1.0"
    assert named(path for path, text in texts.items() if mark not in text[:200]) == []


def test_nothing_is_left_to_do(texts):
    marks = re.compile(r"\b(TO" "DO|FIX" "ME|XX" r"X)\b")
    assert named(path for path, text in texts.items() if marks.search(text)) == []


def test_lines_end_plainly(texts):
    assert named(path for path, text in texts.items() if not text.endswith("\n")) == []
    assert named(path for path, text in texts.items() if "\t" in text and path.suffix) == []


def test_headers_are_read_once(texts):
    headers = {path: text for path, text in texts.items() if path.suffix == ".hpp"}
    assert len(headers) > 30
    assert named(path for path, text in headers.items() if "#pragma once" not in text) == []


def test_the_version_is_written_once(texts):
    version = re.search(
        r'define JINJIANG_VERSION "([^"]+)"',
        (ROOT / "include/jinjiang/version.hpp").read_text(encoding="utf-8"),
    ).group(1)
    written = [
        path
        for path, text in texts.items()
        if re.search(rf'"{re.escape(version)}"', text) and path.name != "version.hpp"
    ]
    assert named(written) == []
