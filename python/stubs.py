# SPDX-License-Identifier: BSL-1.0
"""Writes python/jinjiang/_core.pyi from the compiled module, as `make stubs` does.

pybind11-stubgen reads the signatures in the docstrings. What those do not say is in
stubs_tables.py: which texts are members of enumerations, what is in lists and tuples, and which
methods the package adds in Python. With ``--print`` the stub goes to standard output.
"""

import ast
import copy
import enum
import importlib
import importlib.util
import json
import logging
import re
import subprocess
import sys
import tempfile
import types
from pathlib import Path

from stubs_tables import ADDED, ARGUMENTS, AS_SIGNED, ENUMERATIONS, ITEMS, RESULTS

STUB = Path(__file__).resolve().parent / "jinjiang/_core.pyi"

HEAD = '''# SPDX-License-Identifier: BSL-1.0
# Made by `make stubs` from the compiled module; python/stubs.py says how. Not edited by hand.
"""The compiled part of jinjiang."""

import collections.abc
import datetime
import enum
import os
import typing

import typing_extensions

from . import _plot, builder, tasktable
from ._types import Sink, Source

'''

#: Methods that nobody calls by name; the last two are there from Python 3.12 on.
UNSAID = {"__reduce__", "__buffer__", "__release_buffer__"}

#: Methods whose signature is the same in every class, and says more than the compiled one.
SAME = {
    "__eq__": "def __eq__(self, other: object, /) -> bool: ...",
    "__contains__": "def __contains__(self, item: object, /) -> bool: ...",
}


def compiled_module() -> types.ModuleType:
    """jinjiang._core without what jinjiang/__init__.py does to its classes."""
    # The package as it is installed, not the sources beside this script.
    sys.path = [entry for entry in sys.path if Path(entry).resolve() != STUB.parents[1]]
    found = importlib.util.find_spec("jinjiang")
    if found is None or found.submodule_search_locations is None:
        raise SystemExit("stubs: jinjiang is not installed; run make build/installed")
    package = types.ModuleType("jinjiang")
    package.__path__ = list(found.submodule_search_locations)
    sys.modules["jinjiang"] = package
    return importlib.import_module("jinjiang._core")


def signatures() -> ast.Module:
    """The stub as pybind11-stubgen writes it."""
    import pybind11_stubgen

    # It reports the classes that signatures name before they are bound: RESULTS says them.
    logging.disable(logging.ERROR)
    with tempfile.TemporaryDirectory() as folder:
        pybind11_stubgen.main(["jinjiang._core", "--output-dir", folder])
        return ast.parse((Path(folder) / "jinjiang/_core.pyi").read_text(encoding="utf-8"))


def docstrings() -> dict[str, str]:
    """The docstrings of the methods in ADDED, from the whole package, which is loaded elsewhere."""
    names = [f"{cls}.{name_in(key)}" for key, (classes, _) in ADDED.items() for cls in classes]
    program = (
        "import inspect, json, operator, jinjiang\n"
        f"docs = {{n: inspect.getdoc(operator.attrgetter(n)(jinjiang)) for n in {names}}}\n"
        "print(json.dumps(docs))"
    )
    command = [sys.executable, "-I", "-c", program]
    return json.loads(subprocess.run(command, capture_output=True, check=True).stdout)


def name_in(key: str) -> str:
    """The method that a key of ADDED is about: `to_dicts` of `PlanDiff.to_dicts`."""
    return key.rpartition(".")[2]


def expression(text: str) -> ast.expr:
    return ast.parse(text, mode="eval").body


def method(text: str) -> ast.FunctionDef:
    return ast.parse(text).body[0]  # type: ignore[return-value]


class Accepting(ast.NodeTransformer):
    """The annotation of an argument: dates may be texts."""

    def visit_Attribute(self, node: ast.Attribute) -> ast.expr:
        if ast.unparse(node) == "datetime.date":
            return expression("datetime.date | str")
        return node


class Mending(ast.NodeTransformer):
    """Says what the signatures leave out."""

    def __init__(self) -> None:
        self.place: list[str] = []
        self.docstrings = docstrings()

    def visit_ClassDef(self, node: ast.ClassDef) -> ast.ClassDef:
        self.place.append(node.name)
        members: list[ast.stmt] = []
        seen: set[str] = set()
        for member in node.body:
            name = getattr(member, "name", "")
            if name in UNSAID or (name in SAME and name in seen):
                continue
            seen.add(name)
            members.append(method(SAME[name]) if name in SAME else self.visit(member))
        added = [
            self.documented(method(text), f"{node.name}.{name_in(key)}")
            for key, (classes, text) in ADDED.items()
            if node.name in classes and name_in(key) not in seen
        ]
        self.place.pop()
        node.body = members + added
        return node

    def documented(self, function: ast.FunctionDef, where: str) -> ast.FunctionDef:
        text = "\n".join(
            line and " " * 8 + line for line in ["", *self.docstrings[where].splitlines(), ""]
        )
        function.body = [ast.Expr(ast.Constant(text + " " * 8))]
        return function

    def visit_FunctionDef(self, node: ast.FunctionDef) -> ast.FunctionDef:
        cls = self.place[-1] if self.place else ""
        where = f"{cls}.{node.name}" if cls else node.name
        arguments = node.args
        if node.name == "__init__" and arguments.vararg and arguments.kwarg:
            # Such objects come from elsewhere: no call fits.
            return method("def __init__(self, made_elsewhere: typing.Never, /) -> None: ...")
        if where == "Plan.find_path":
            arguments.vararg = ast.arg("titles", expression("str"))
        listed = [*arguments.posonlyargs, *arguments.args, *arguments.kwonlyargs]
        for argument in listed:
            if argument.annotation is None:
                continue
            if argument.arg in ARGUMENTS and f"{where}.{argument.arg}" not in AS_SIGNED:
                argument.annotation = expression(ARGUMENTS[argument.arg])
            if ast.unparse(argument.annotation) == "dict":
                argument.annotation = expression("dict[str, typing.Any]")
            argument.annotation = Accepting().visit(copy.deepcopy(argument.annotation))
        self.name_optional(arguments)
        if all(argument.arg in ("self", f"arg{i - 1}") for i, argument in enumerate(listed)):
            arguments.posonlyargs, arguments.args = arguments.args, []
            if len(listed) == 1 and listed[0].arg == "self":
                arguments.posonlyargs, arguments.args = [], arguments.posonlyargs
        node.returns = self.result(node, where, cls)
        return node

    @staticmethod
    def name_optional(arguments: ast.arguments) -> None:
        """An argument whose default is None may be None."""
        by_place = arguments.args[len(arguments.args) - len(arguments.defaults) :]
        pairs = [*zip(by_place, arguments.defaults, strict=True)]
        pairs += zip(arguments.kwonlyargs, arguments.kw_defaults, strict=True)
        for argument, default in pairs:
            if not isinstance(default, ast.Constant) or default.value is not None:
                continue
            written = ast.unparse(argument.annotation)
            if written == "...":
                written = "Plan"
            if written != "typing.Any" and not written.endswith("| None"):
                argument.annotation = expression(f"{written} | None")

    @staticmethod
    def result(node: ast.FunctionDef, where: str, cls: str) -> ast.expr | None:
        if where in RESULTS:
            return expression(RESULTS[where])
        word = ENUMERATIONS.get(where, ENUMERATIONS.get(node.name))
        written = ast.unparse(node.returns) if node.returns else ""
        if word and written in ("str", "str | None"):
            return expression(written.replace("str", word))
        if node.name in ("__copy__", "__deepcopy__"):
            return expression(cls)
        if node.name == "__iter__":
            return expression(f"collections.abc.Iterator[{ITEMS[cls]}]")
        if node.name == "extensions":
            return expression("dict[str, typing.Any]")
        return node.returns


def enumeration(value: type[enum.StrEnum]) -> str:
    """A StrEnum with its members; some are named as methods of str are."""
    lines = [f"class {value.__name__}(enum.StrEnum):", f"    {value.__doc__!r}"]
    for member in value:
        hides = "  # type: ignore[assignment]" if hasattr(str, member.name) else ""
        lines.append(f"    {member.name} = {member.value!r}{hides}")
    return "\n".join(lines)


def stub() -> str:
    """The whole stub, formatted."""
    module = compiled_module()
    tree = Mending().visit(signatures())
    parts = [
        enumeration(value)
        for value in vars(module).values()
        if isinstance(value, type) and issubclass(value, enum.StrEnum)
    ]
    for statement in tree.body:
        name = getattr(statement, "name", "")
        is_ours = isinstance(statement, ast.ClassDef) or (name and not name.startswith("_"))
        if isinstance(statement, ast.AnnAssign) and ast.unparse(statement.target) != "__all__":
            statement.value = None
            is_ours = True
        if is_ours:
            parts.append(ast.unparse(ast.fix_missing_locations(statement)))
    text = HEAD + "\n".join(parts) + "\n"
    unhashable = "__hash__: typing.ClassVar[None]"
    # Spelled by the version of Python that runs this.
    text = re.sub(r"(?<![\w.])types\.CapsuleType", "typing_extensions.CapsuleType", text)
    text = text.replace(f"{unhashable} = None", f"{unhashable}  # type: ignore[assignment]")
    ruff = [sys.executable, "-m", "ruff", "format", "--stdin-filename", str(STUB), "-"]
    return subprocess.run(ruff, input=text, capture_output=True, text=True, check=True).stdout


if __name__ == "__main__":
    written = stub()
    if "--print" in sys.argv[1:]:
        sys.stdout.write(written)
    else:
        STUB.write_text(written, encoding="utf-8")
