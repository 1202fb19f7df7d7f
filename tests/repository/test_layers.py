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
    "analysis": {"detail", "model", "evaluation", "analysis"},
    "io": {"detail", "model", "evaluation", "analysis", "io"},
    "reading": {"detail", "model", "reading"},
}
# Headers that are for Boost, so that no umbrella includes them.
OPT_IN = {"analysis/graph.hpp", "io/archive.hpp"}


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


@pytest.mark.parametrize(
    ("umbrella", "allowed"),
    [
        ("model", ["model"]),
        ("evaluation", ["model", "evaluation"]),
        ("analysis", ["analysis"]),
        ("io", ["io"]),
        ("reading", ["reading"]),
    ],
)
def test_an_umbrella_includes_all_public_headers_of_its_folder(umbrella, allowed):
    included = includes_of(ROOT / f"include/jinjiang/{umbrella}.hpp")
    folder = ROOT / "include/jinjiang" / umbrella
    public = {f"jinjiang/{umbrella}/{path.name}" for path in folder.glob("*.hpp")}
    public -= {f"jinjiang/{name}" for name in OPT_IN}
    assert public <= set(included)
    assert {include.split("/")[1].removesuffix(".hpp") for include in included} <= set(allowed)


def test_headers_are_included_by_their_full_name():
    wrong = [
        f"{path.relative_to(ROOT)}: {line}"
        for path in (ROOT / "include").rglob("*.?pp")
        for line in re.findall(r'^#include "[^"]+"', path.read_text(encoding="utf-8"), re.M)
    ]
    assert wrong == []


def test_every_header_that_is_included_is_there():
    sources = [*(ROOT / "include").rglob("*.?pp"), *(ROOT / "src").rglob("*.?pp")]
    sources += (ROOT / "python/src").rglob("*.?pp")
    missing = [
        f"{path.relative_to(ROOT)}: {include}"
        for path in sources
        for include in includes_of(path)
        if include.startswith("jinjiang/") and not (ROOT / "include" / include).exists()
    ]
    assert missing == []


@pytest.mark.parametrize("layer", ["detail", "model", "evaluation"])
def test_the_core_includes_no_boost(layer):
    wrong = [path.name for path in headers_of(layer) for i in includes_of(path) if "boost" in i]
    assert wrong == []


def test_only_what_is_opt_in_leads_to_boost():
    public = ROOT / "include/jinjiang"
    headers = {str(path.relative_to(public)): includes_of(path) for path in public.rglob("*.?pp")}
    leads = {
        name for name, includes in headers.items() if any(i.startswith("boost") for i in includes)
    }
    while more := {
        name
        for name, includes in headers.items()
        if name not in leads and leads & {i.removeprefix("jinjiang/") for i in includes}
    }:
        leads |= more
    assert {name for name in leads if "/detail/" not in name} == OPT_IN


def test_nothing_in_the_library_knows_python():
    sources = [*(ROOT / "include").rglob("*.?pp"), *(ROOT / "src").rglob("*.?pp")]
    wrong = [
        f"{path.relative_to(ROOT)}: {include}"
        for path in sources
        for include in includes_of(path)
        if re.search(r"pybind11|Python\.h|^python/|bindings\.hpp|casters\.hpp", include)
    ]
    assert len(sources) > 30
    assert wrong == []
