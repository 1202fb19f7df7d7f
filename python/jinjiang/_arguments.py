# SPDX-License-Identifier: BSL-1.0
"""What was wrong with the call of a compiled function, in few words.

The extension answers a call that fits none of its signatures by listing them all. Here the
arguments are held against the signatures once more, and the one that does not fit is named.
"""

import ast
import functools
import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from inspect import Parameter, Signature
from typing import Any, ParamSpec, TypeVar

from . import _core
from ._errors import FormatError

_Parameters = ParamSpec("_Parameters")
_Result = TypeVar("_Result")


def in_words(value: Any) -> str:
    """A value for a message: itself where that is short, otherwise its type."""
    text = repr(value)
    return text if len(text) <= 60 and "\n" not in text else f"an object of {type(value).__name__}"


def explain_calls(cls: type) -> None:
    """Make the public methods of a compiled class explain the calls that they refuse."""
    for name, member in list(vars(cls).items()):
        if name.startswith("_") and name not in ("__init__", "__getitem__"):
            continue
        where = {"__init__": cls.__name__, "__getitem__": f"{cls.__name__}[...]"}.get(
            name, f"{cls.__name__}.{name}"
        )
        if isinstance(member, staticmethod):
            setattr(cls, name, staticmethod(explained(member.__func__, where)))
        elif type(member).__name__ == "instancemethod":
            setattr(cls, name, explained(member, where))


def explained(
    function: Callable[_Parameters, _Result], where: str
) -> Callable[_Parameters, _Result]:
    """The same function; of a call that it refuses it says which argument does not fit."""

    @functools.wraps(function)
    def call(*args: _Parameters.args, **kwargs: _Parameters.kwargs) -> _Result:
        try:
            return function(*args, **kwargs)
        except FormatError as error:
            for name, kind, value in _arguments_of(function, args, kwargs):
                if "datetime.date" in kind and _is_no_day(value):
                    raise FormatError(f"{where}: {name}: {error}") from None
            raise
        except TypeError as error:
            if "arguments. The following argument types are supported" not in str(error):
                raise
            reason = _reason(_signatures(function.__doc__ or ""), args, kwargs)
            raise TypeError(f"{where}: {reason}") from None

    return call


def _arguments_of(
    function: Callable[..., Any], args: Sequence[Any], kwargs: Mapping[str, Any]
) -> list[tuple[str, str, Any]]:
    """The arguments of a call by name, each with its kind."""
    for signature in _signatures(function.__doc__ or ""):
        try:
            given = signature.bind(*args, **kwargs).arguments
        except TypeError:
            continue
        kinds = signature.parameters
        return [(name, kinds[name].annotation, value) for name, value in given.items()]
    return []


def _is_no_day(value: Any) -> bool:
    """Whether it is a text that is no date."""
    try:
        return isinstance(value, str) and not _core.parse_date(value)
    except FormatError:
        return True


def _reason(signatures: list[Signature], args: Sequence[Any], kwargs: Mapping[str, Any]) -> str:
    misfits: dict[str, list[str]] = {}
    unbound = ""
    for signature in signatures:
        try:
            given = signature.bind(*args, **kwargs).arguments
        except TypeError as error:
            unbound = _keyword_hint(signature, args) or str(error)
            continue
        for name, value in given.items():
            kind = signature.parameters[name].annotation
            if not _fits(kind, value):
                misfits.setdefault(name, []).append(_words(kind))
                found = in_words(value)
                break
    if misfits:
        expected = " or ".join(words for some in misfits.values() for words in some)
        return f"{next(iter(misfits))}: expected {expected}, found {found}"
    names = [name for name in signatures[0].parameters if name != "self"]
    return f"{unbound or 'an argument does not fit'}; it takes {', '.join(names) or 'no arguments'}"


def _keyword_hint(signature: Signature, args: Sequence[Any]) -> str:
    """What to write when something was given by place that is given by keyword."""
    by_place = [p for p in signature.parameters.values() if p.kind == p.POSITIONAL_OR_KEYWORD]
    by_keyword = [p for p in signature.parameters.values() if p.kind == p.KEYWORD_ONLY]
    over = args[len(by_place) :]
    if not over or len(over) > len(by_keyword):
        return ""
    pairs = list(zip(by_keyword, over, strict=False))
    names = " and ".join(parameter.name for parameter, _ in pairs)
    written = ", ".join(f"{parameter.name}={in_words(value)}" for parameter, value in pairs)
    return f"{names} {'is' if len(pairs) == 1 else 'are'} given by keyword: {written}"


def _signatures(doc: str) -> list[Signature]:
    """The signatures at the head of the docstring of a compiled function."""
    lines = doc.splitlines()
    if len(lines) > 1 and lines[1].startswith("Overloaded function"):
        lines = [line for line in lines[2:] if re.match(r"\d+\. \w+\(", line)]
    else:
        lines = lines[:1]
    return [_signature(re.sub(r"^\d+\. ", "", line)) for line in lines]


def _signature(line: str) -> Signature:
    arguments = ast.parse(f"def {line}: ...").body[0].args  # type: ignore[attr-defined]
    required = [None] * (len(arguments.args) - len(arguments.defaults))
    parameters = [
        _parameter(argument, default, Parameter.POSITIONAL_OR_KEYWORD)
        for argument, default in zip(arguments.args, required + arguments.defaults, strict=True)
    ]
    if arguments.vararg:
        parameters.append(_parameter(arguments.vararg, None, Parameter.VAR_POSITIONAL))
    for argument, default in zip(arguments.kwonlyargs, arguments.kw_defaults, strict=True):
        parameters.append(_parameter(argument, default, Parameter.KEYWORD_ONLY))
    return Signature(parameters)


def _parameter(argument: ast.arg, default: ast.expr | None, kind: Any) -> Parameter:
    annotation = ast.unparse(argument.annotation) if argument.annotation else "object"
    if default is None:
        return Parameter(argument.arg, kind, annotation=annotation)
    value = ast.literal_eval(default)
    if value is None and not annotation.endswith(" | None"):
        annotation += " | None"
    return Parameter(argument.arg, kind, default=value, annotation=annotation)


def _fits(kind: str, value: Any) -> bool:
    kind, optional, _ = kind.partition(" | None")
    if value is None and optional:
        return True
    if kind in _KINDS:
        return _KINDS[kind][1](value)
    cls = getattr(_core, kind.removeprefix("jinjiang._core."), object)
    return isinstance(value, cls)


def _words(kind: str) -> str:
    kind = kind.partition(" | None")[0]
    if kind in _KINDS:
        return _KINDS[kind][0]
    name = kind.removeprefix("jinjiang._core.")
    return _ORIGINS.get(name, name)


def _is_text(value: Any) -> bool:
    if not isinstance(value, str):
        return False
    try:
        value.encode()
    except UnicodeEncodeError:  # half of a surrogate pair
        return False
    return True


def _is_number(value: Any) -> bool:
    try:
        return not isinstance(value, (str, bytes)) and float(value) is not None
    except (TypeError, ValueError, OverflowError):
        return False


def _is_whole(value: Any) -> bool:
    return hasattr(value, "__index__") and abs(value.__index__()) < 2**31


def _is_day(value: Any) -> bool:
    is_numpy = getattr(getattr(value, "dtype", None), "kind", "") == "M"
    return isinstance(value, date) or _is_text(value) or (is_numpy and bool(value == value))


def _is_list(value: Any, fits: Callable[[Any], bool]) -> bool:
    return (
        not isinstance(value, (str, bytes))
        and hasattr(value, "__getitem__")
        and all(map(fits, value))
    )


def _is_step(value: Any) -> bool:
    return (
        _is_list(value, lambda _: True)
        and len(value) == 2
        and _is_day(value[0])
        and _is_number(value[1])
    )


_NUMBER = "typing.SupportsFloat | typing.SupportsIndex"
#: Arguments as signatures spell them: what can be given, and whether a value is that.
_KINDS: dict[str, tuple[str, Callable[[Any], bool]]] = {
    "str": ("a text", _is_text),
    "bytes": ("bytes", lambda value: isinstance(value, bytes)),
    "bool": ("True or False", lambda value: isinstance(value, bool)),
    "slice": ("a slice", lambda value: isinstance(value, slice)),
    "datetime.date": ("a date or a text such as '2024-06-30'", _is_day),
    _NUMBER: ("a number", _is_number),
    "typing.SupportsInt | typing.SupportsIndex": ("a whole number", _is_whole),
    f"collections.abc.Sequence[{_NUMBER}]": (
        "a list of numbers",
        lambda value: _is_list(value, _is_number),
    ),
    "collections.abc.Sequence[str]": (
        "a list of texts",
        lambda value: _is_list(value, _is_text),
    ),
    "collections.abc.Sequence[datetime.date]": (
        "a list of dates",
        lambda value: _is_list(value, _is_day),
    ),
    "tuple[datetime.date, datetime.date]": (
        "a first and a last date",
        lambda value: _is_list(value, _is_day) and len(value) == 2,
    ),
    f"collections.abc.Sequence[tuple[datetime.date, {_NUMBER}]]": (
        "a list of pairs such as ('2024-06-30', 0.5)",
        lambda value: _is_list(value, _is_step),
    ),
    "collections.abc.Sequence[jinjiang._core.Observation]": (
        "a list of Observations",
        lambda value: _is_list(value, lambda item: isinstance(item, _core.Observation)),
    ),
    "collections.abc.Sequence[tuple[datetime.date, jinjiang._core.Target, str]]": (
        "a list of revisions such as ('2024-06-30', Target.parse('7000亩'), 'why')",
        lambda value: _is_list(value, lambda item: _is_list(item, lambda _: True)),
    ),
    f"collections.abc.Mapping[str, {_NUMBER}]": (
        "a mapping of ids to numbers such as {'land.reuse': 7000}",
        lambda value: (
            isinstance(value, Mapping)
            and all(map(_is_text, value))
            and all(map(_is_number, value.values()))
        ),
    ),
}
#: Where objects of a class come from.
_ORIGINS = {
    "Observations": "Observations, as read_observations(...) gives them",
    "Plan": "a Plan, as load(path) and PlanBuilder give it",
    "Policy": "a Policy such as Policy(ahead=1.2)",
    "Target": "a Target such as Target.parse('7000亩')",
    "UnitTable": "a UnitTable, such as the units of a plan",
}
