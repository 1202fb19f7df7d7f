# SPDX-License-Identifier: BSL-1.0
"""Signatures of the package: from the stub of what is compiled, and from the sources."""

import ast
import enum
import functools
import inspect
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import jinjiang
from docstrings import without_signature

PACKAGE = Path(jinjiang.__file__).resolve().parent

#: What is called by a sign or a builtin, and how it is written.
OPERATIONS = {
    "__len__": "``len()``",
    "__iter__": "iteration",
    "__getitem__": "``[…]``",
    "__contains__": "``in``",
    "__eq__": "``==``",
    "__hash__": "``hash()``",
    "__lt__": "``<``",
    "__le__": "``<=``",
    "__add__": "``+``",
    "__sub__": "``-``",
    "__neg__": "``-x``",
    "__mul__": "``*``",
    "__truediv__": "``/``",
    "__float__": "``float()``",
    "__str__": "``str()``",
    "__bool__": "``bool()``",
    "__copy__": "``copy.copy()``",
    "__reduce__": "``pickle``",
    "__arrow_c_stream__": "Arrow's C stream",
    "__buffer__": "the buffer protocol",
}


@dataclass(frozen=True)
class Member:
    """A member of a class: a directive of Sphinx with its signatures and its docstring."""

    name: str
    role: str = "method"
    signatures: tuple[str, ...] = ("",)
    options: tuple[str, ...] = ()
    doc: str = ""
    operation: str = ""
    is_field: bool = False
    value: str = ""

    @property
    def is_made(self) -> bool:
        return self.name == "__init__"


def signature_of(function: Any) -> list[str]:
    """How a function is called, one signature an overload."""
    name = function.__name__
    module = _parsed(_file_of(function.__module__))
    found = [
        node for node in module.body if isinstance(node, ast.FunctionDef) and node.name == name
    ]
    overloads = [node for node in found if _is_overload(node)]
    return [_call(node, skip_first=False) for node in overloads or found[:1]]


def members_of(cls: type) -> Iterator[Member]:
    """The constructor, operations and public members of a class, in the order of the source."""
    seen: set[str] = set()
    for base in cls.__mro__:
        if base.__module__.partition(".")[0] != "jinjiang":
            continue
        nodes = _class_nodes(base)
        for name in [*nodes, *vars(base)]:
            is_field = name in nodes and isinstance(nodes[name][0], ast.AnnAssign)
            if name in seen or not _is_shown(name) or not (is_field or name in vars(base)):
                continue
            seen.add(name)
            yield _member(base, name, nodes.get(name, []))


def _is_shown(name: str) -> bool:
    return name == "__init__" or name in OPERATIONS or not name.startswith("_")


def _member(cls: type, name: str, nodes: list[Any]) -> Member:
    if name in OPERATIONS:
        return Member(name, operation=OPERATIONS[name])
    value = inspect.getattr_static(cls, name, None)
    doc = without_signature(inspect.getdoc(getattr(cls, name, None)) or "") if value else ""
    if issubclass(cls, enum.Enum) and isinstance(value, (enum.member, enum.Enum, str)):
        value = getattr(cls, name).value
        return Member(name, "attribute", options=(f':value: "{value}"',), value=value)
    if not nodes or isinstance(nodes[0], ast.AnnAssign):
        kind = (f":type: {_plain(nodes[0].annotation)}",) if nodes else ()
        words = _field_doc(value, doc)
        # The constructor of a dataclass stands nowhere: its parameters are the fields.
        return Member(name, "attribute", options=kind, doc=words, is_field=name != "__init__")
    if isinstance(value, property) or type(value).__name__ == "property":
        returns = nodes[0].returns
        kind = (f":type: {_plain(returns)}",) if returns else ()
        return Member(name, "property", options=kind, doc=doc)
    if name == "__init__":
        return Member(name, signatures=tuple(_constructors(nodes)), doc=_made(cls, doc))
    overloads = [node for node in nodes if _is_overload(node)] or nodes[-1:]
    is_static = isinstance(value, staticmethod) or _is_decorated(nodes[-1], "staticmethod")
    options = (":staticmethod:",) if is_static else ()
    if isinstance(value, classmethod) or _is_decorated(nodes[-1], "classmethod"):
        options = (":classmethod:",)
    signatures = tuple(_call(node, skip_first=not is_static) for node in overloads)
    return Member(name, "method", signatures, options, doc)


def _constructors(nodes: list[Any]) -> Iterator[str]:
    for node in [node for node in nodes if _is_overload(node)] or nodes[-1:]:
        text = _call(node, skip_first=True).removesuffix(" -> None")
        yield "" if "Never" in text else text


def _made(cls: type, doc: str) -> str:
    return "" if doc == inspect.getdoc(object.__init__) or doc == inspect.getdoc(cls) else doc


def _field_doc(value: Any, doc: str) -> str:
    return "" if doc.startswith("Alias for field number") or not hasattr(value, "__get__") else doc


def _class_nodes(cls: type) -> dict[str, list[Any]]:
    """What a class of the stub or of a source says of each of its members."""
    found: dict[str, list[Any]] = {}
    for node in _parsed(_file_of(cls.__module__)).body:
        if isinstance(node, ast.ClassDef) and node.name == cls.__name__:
            for item in node.body:
                if isinstance(item, ast.FunctionDef):
                    found.setdefault(item.name, []).append(item)
                elif isinstance(item, ast.AnnAssign) and isinstance(item.target, ast.Name):
                    found.setdefault(item.target.id, []).append(item)
    return found


def _file_of(module: str) -> Path:
    if module == "jinjiang._core":
        return PACKAGE / "_core.pyi"
    return Path(inspect.getsourcefile(sys.modules[module]) or "")


@functools.cache
def _parsed(file: Path) -> ast.Module:
    return ast.parse(file.read_text(encoding="utf-8"))


def _is_decorated(node: Any, name: str) -> bool:
    return any(ast.unparse(mark).endswith(name) for mark in getattr(node, "decorator_list", []))


def _is_overload(node: Any) -> bool:
    return _is_decorated(node, "overload")


class _Plain(ast.NodeTransformer):
    """Annotations as a reader says them."""

    def visit_Name(self, node: ast.Name) -> ast.expr:
        return ast.Name("date | str") if node.id == "Day" else node

    def visit_Attribute(self, node: ast.Attribute) -> ast.expr:
        name = ast.unparse(node)
        if name in ("typing.SupportsFloat", "typing.SupportsInt", "typing.SupportsIndex"):
            return ast.Name("float" if name.endswith("Float") else "int")
        return ast.Name(name.rpartition(".")[2])

    def visit_BinOp(self, node: ast.BinOp) -> ast.expr:
        kinds: list[str] = []
        for part in _alternatives(node):
            text = ast.unparse(self.visit(part))
            if text not in kinds:
                kinds.append(text)
        # A float may be given as an int: pybind11 names both.
        if "float" in kinds and "int" in kinds:
            kinds.remove("int")
        return ast.Name(" | ".join(kinds))

    def visit_Subscript(self, node: ast.Subscript) -> ast.expr:
        return node if ast.unparse(node.value).endswith("Literal") else self.generic_visit(node)

    def visit_Constant(self, node: ast.Constant) -> ast.expr:
        is_quoted = isinstance(node.value, str)
        return self.visit(ast.parse(node.value, mode="eval").body) if is_quoted else node


def _alternatives(node: ast.expr) -> Iterator[ast.expr]:
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.BitOr):
        yield from _alternatives(node.left)
        yield from _alternatives(node.right)
    else:
        yield node


def _plain(annotation: ast.expr) -> str:
    copied = ast.parse(ast.unparse(annotation), mode="eval").body
    return ast.unparse(_Plain().visit(copied))


def _call(node: ast.FunctionDef, *, skip_first: bool) -> str:
    """The parameters and the result of a function, without the decorators."""
    copied = ast.parse(ast.unparse(node)).body[0]
    assert isinstance(copied, ast.FunctionDef)
    arguments = copied.args
    if skip_first:
        (arguments.posonlyargs or arguments.args).pop(0)
    for argument in [*arguments.posonlyargs, *arguments.args, *arguments.kwonlyargs]:
        if argument.annotation:
            argument.annotation = ast.Name(_plain(argument.annotation))
    for star in (arguments.vararg, arguments.kwarg):
        if star and star.annotation:
            star.annotation = ast.Name(_plain(star.annotation))
    result = f" -> {_plain(copied.returns)}" if copied.returns else ""
    return f"({ast.unparse(arguments)}){result}"
