# SPDX-License-Identifier: BSL-1.0
"""Tables for other libraries: columns are shared where they can be, not copied."""

from collections.abc import Iterable
from importlib import import_module
from itertools import pairwise
from typing import Any

from . import _core
from ._errors import MissingPackageError

_NUMBERS = {"c": "i1", "i": "i4", "I": "u4", "g": "f8"}


def package(name: str, method: str, extra: str) -> Any:
    """A package that a method needs."""
    try:
        return import_module(name)
    except ImportError as error:
        raise MissingPackageError(
            f"{method} needs {name}: install it with  pip install 'jinjiang[{extra}]'"
        ) from error


def to_arrow(table: Any) -> Any:
    """A pyarrow Table; needs pyarrow. Numbers, dates, codes and texts are shared, not copied."""
    return package("pyarrow", "to_arrow", "arrow").table(table)


def to_polars(table: Any) -> Any:
    """A polars DataFrame; needs polars."""
    return package("polars", "to_polars", "polars").DataFrame(table)


def to_numpy(table: Any, columns: Iterable[str] | None = None) -> dict[str, Any]:
    """A dict of numpy arrays by column; needs numpy.

    Numbers are shared and read-only, with NaN for no value; dates are datetime64[D] with NaT; texts
    and words are objects, with None. Texts take nearly all of the time.

    Parameters
    ----------
    columns : which of them; default all
    """
    numpy = package("numpy", "to_numpy", "numpy")
    layout = columns_of(table)
    wanted = list(layout) if columns is None else list(columns)
    for name in wanted:
        if name not in layout:
            raise KeyError(f"no column {name!r}; columns are {', '.join(layout)}")
    return {name: array_of(numpy, layout[name]) for name in wanted}


def to_dicts(table: Any) -> list[dict[str, Any]]:
    """One dict a row: plain values."""
    columns = {name: _values(column) for name, column in columns_of(table).items()}
    return [dict(zip(columns, row, strict=True)) for row in zip(*columns.values(), strict=True)]


def columns_of(table: Any) -> dict[str, dict[str, Any]]:
    """The layout of every column."""
    shared = table._table() if hasattr(table, "_table") else table
    return {name: shared._column(name) for name in shared.columns}


def array_of(numpy: Any, column: dict[str, Any]) -> Any:
    """The values of a column."""
    if column["dictionary"] is not None:
        words = _objects(numpy, [*_values(column["dictionary"]), None])
        return words[codes_of(numpy, column)]
    values, present = values_of(numpy, column)
    if present is None or column["format"] == "g":
        return values
    if column["format"] == "tdD":
        return numpy.where(present, values, numpy.datetime64("NaT"))
    return numpy.where(present, values.astype(object), None)


def values_of(numpy: Any, column: dict[str, Any]) -> tuple[Any, Any]:
    """The values of a column without a dictionary, and which of them there are; None: all."""
    form, length, (validity, *data) = column["format"], column["length"], column["buffers"]
    present = None if validity is None else _bits(numpy, validity, length)
    if form == "U":
        values = _objects(numpy, _core.texts(data[0], data[1], length))
    elif form == "+L":
        values = _objects(numpy, _values(column))
    elif form == "b":
        values = _bits(numpy, data[0], length)
    elif form == "tdD":
        values = _numbers(numpy, data[0], "i4", length).astype("datetime64[D]")
    else:
        values = _numbers(numpy, data[0], _NUMBERS[form], length)
    return values, present


def codes_of(numpy: Any, column: dict[str, Any]) -> Any:
    """Which word of its dictionary each row of a column has; -1 where it has none."""
    length, (validity, data) = column["length"], column["buffers"]
    codes = _numbers(numpy, data, _NUMBERS[column["format"]], length)
    if validity is None:
        return codes
    return numpy.where(_bits(numpy, validity, length), codes, codes.dtype.type(-1))


def _numbers(numpy: Any, buffer: Any, kind: str, length: int) -> Any:
    if length == 0:
        return numpy.zeros(0, kind)
    return numpy.frombuffer(buffer, kind, length)


def _bits(numpy: Any, buffer: Any, length: int) -> Any:
    if length == 0:
        return numpy.zeros(0, bool)
    bits = numpy.unpackbits(numpy.frombuffer(buffer, "u1"), count=length, bitorder="little")
    return bits.view(bool)


def _objects(numpy: Any, values: list[Any]) -> Any:
    array = numpy.empty(len(values), object)
    array[:] = values
    return array


def _values(column: dict[str, Any]) -> list[Any]:
    """The values of a column as plain Python values."""
    form, length, (validity, *data) = column["format"], column["length"], column["buffers"]
    values: list[Any]
    if form == "U":
        values = _core.texts(data[0], data[1], length)
    elif form == "+L":
        items = _values(column["children"][0])
        values = [items[begin:end] for begin, end in pairwise(memoryview(data[0]).cast("q"))]
    elif form == "b":
        bits = memoryview(data[0]) if length else b""
        values = [bool(bits[i // 8] >> i % 8 & 1) for i in range(length)]
    else:
        letter = {"c": "b", "g": "d"}.get(form, form)
        values = memoryview(data[0]).cast(letter).tolist() if length else []
        if column["dictionary"] is not None:
            words = _values(column["dictionary"])
            values = [words[code] for code in values] if words else [None] * length
    if validity is None:
        return values
    present = memoryview(validity)
    return [value if present[i // 8] >> i % 8 & 1 else None for i, value in enumerate(values)]
