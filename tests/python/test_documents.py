# SPDX-License-Identifier: BSL-1.0
"""Every fenced block of a page is checked by what its language asks for."""

import json
import re

import documents
import jinjiang as jj
import jsonschema
import pytest
from documents import ROOT

by_place = {"ids": lambda block: block.place}

#: Blocks of Python that a test of their own runs.
RUN_ELSEWHERE = {"README.md": "test_doctests.py"}


def test_no_block_is_of_a_language_that_nobody_checks():
    unknown = [
        (b.place, b.language) for b in documents.BLOCKS if b.language not in documents.CHECKED
    ]
    assert unknown == []
    assert len(documents.BLOCKS) >= 80


def test_every_page_with_examples_is_in_the_list_that_runs_them():
    source = (ROOT / "tests/python/test_doctests.py").read_text(encoding="utf-8")
    pages = {b.page for b in documents.of("python") if ">>> " in b.text}
    assert [page for page in sorted(pages) if f'"{page.removeprefix("docs/")}"' not in source] == []


def plain_python():
    pages = {b.page for b in documents.of("python") if ">>> " not in b.text} - set(RUN_ELSEWHERE)
    return sorted(pages)


@pytest.mark.parametrize("page", plain_python())
def test_python_without_results_runs_from_the_top_of_its_page(page, tmp_path, monkeypatch):
    (tmp_path / "examples").symlink_to(ROOT / "examples")
    monkeypatch.chdir(tmp_path)
    scope = {"jj": jj}
    for block in documents.of("python"):
        if block.page == page and ">>> " not in block.text:
            exec(compile(block.text, block.place, "exec"), scope)
    assert len(scope) > 2


def schema(kind):
    return json.loads((ROOT / f"docs/schema/{kind}-1.schema.json").read_text(encoding="utf-8"))


def validated(document, schema, part=None):
    if part is not None:
        schema = {"$ref": f"#/{part}", "$defs": schema["$defs"], "properties": schema["properties"]}
    jsonschema.Draft202012Validator(schema).validate(document)


LOADERS = {
    "jinjiang-plan": jj.load,
    "jinjiang-observations": jj.read_observations,
    "jinjiang-calendar": jj.Calendar.load,
}


@pytest.mark.parametrize("block", documents.of("json"), **by_place)
def test_json_is_a_document_or_a_part_of_one(block, tmp_path):
    is_part = not block.text.lstrip().startswith(("{", "["))
    document = json.loads(f"{{{block.text}}}" if is_part else block.text)
    if is_part:
        for key, value in document.items():
            validated(value, schema("jinjiang-plan"), f"properties/{key}")
    elif "format" in document:
        kind = document["format"]
        if kind != "jinjiang-calendar":
            validated(document, schema(kind))
        path = tmp_path / "document.json"
        path.write_text(block.text, encoding="utf-8")
        LOADERS[kind](path)
    elif isinstance(document, dict) and "kind" in document:
        validated(document, schema("jinjiang-plan"), "$defs/node")
    else:
        pytest.fail(
            "neither a document nor a part of a plan: say what it is, and how it is checked"
        )


def test_csv_is_read_as_readings_or_as_a_table_of_tasks(tmp_path):
    path = tmp_path / "table.csv"
    for block in documents.of("csv"):
        path.write_text(block.text, encoding="utf-8")
        head, *rows = block.text.splitlines()
        if {"observed_on", "日期", "观测日期"} & set(head.split(",")):
            assert len(jj.read_observations(path)) == len(rows), block.place
        else:
            assert len(jj.read_table(path, year=2027).plan) > 0, block.place


def examples():
    files = [*(ROOT / "examples/cpp").glob("*.cpp"), *(ROOT / "examples/embedding").glob("*.?pp")]
    texts = {file.name: file.read_text(encoding="utf-8") for file in files}
    lists = (ROOT / "examples/CMakeLists.txt").read_text(encoding="utf-8")
    lists += (ROOT / "examples/embedding/CMakeLists.txt").read_text(encoding="utf-8")
    built = {name: text for name, text in texts.items() if name in lists or name.endswith(".hpp")}
    assert set(texts) == set(built)
    return built


def stripped(text):
    return [line.strip() for line in text.splitlines() if line.strip()]


def holds(text, block):
    """Whether the lines of a block stand in a text, in their order."""
    lines = iter(stripped(text))
    return all(line in lines for line in stripped(block))


@pytest.mark.parametrize("block", documents.of("cpp"), **by_place)
def test_cpp_stands_in_an_example_that_is_built(block):
    assert [name for name, text in examples().items() if holds(text, block.text)] != []


@pytest.mark.parametrize("block", documents.of("cmake"), **by_place)
def test_cmake_names_targets_and_a_version_that_are_there(block):
    lists = (ROOT / "CMakeLists.txt").read_text(encoding="utf-8")
    targets = re.findall(r"jinjiang::\w+", block.text)
    assert targets != [] and [t for t in targets if f"add_library({t} ALIAS" not in lists] == []
    versions = re.findall(r"find_package\(jinjiang ([\d.]+)", block.text)
    assert [v for v in versions if not jj.__version__.startswith(f"{v}.")] == []
