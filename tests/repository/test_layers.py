# SPDX-License-Identifier: BSL-1.0
"""The layers: an include may only point down."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
ALLOWED = {
    "detail": {"detail"},
    "model": {"detail", "model"},
    "evaluation": {"detail", "model", "evaluation"},
    "io": {"detail", "model", "evaluation", "io"},
}


def includes_of(path):
    return re.findall(r'^#include [<"]([^>"]+)[>"]', path.read_text(encoding="utf-8"), re.M)


def headers_of(layer):
    return sorted((ROOT / "include/jinjiang" / layer).rglob("*.?pp"))


@pytest.mark.parametrize("layer", ALLOWED)
def test_a_layer_includes_only_itself_and_what_lies_below(layer):
    wrong = []
    for path in headers_of(layer):
        for include in includes_of(path):
            parts = include.split("/")
            if parts[0] == "jinjiang" and len(parts) > 2 and parts[1] not in ALLOWED[layer]:
                wrong.append(f"{path.relative_to(ROOT)}: {include}")
    assert len(headers_of(layer)) > 1
    assert wrong == []


@pytest.mark.parametrize("layer", ["detail", "model", "evaluation"])
def test_the_core_includes_no_boost(layer):
    wrong = [path.name for path in headers_of(layer) for i in includes_of(path) if "boost" in i]
    assert wrong == []


def test_nothing_in_the_library_knows_python():
    sources = [*(ROOT / "include").rglob("*.?pp"), *(ROOT / "src").rglob("*.?pp")]
    wrong = [path.name for path in sources for i in includes_of(path) if "pybind11" in i]
    assert len(sources) > 30
    assert wrong == []
