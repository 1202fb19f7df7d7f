# SPDX-License-Identifier: BSL-1.0
"""Tables for other libraries: columns are shared where they can be, not copied."""

from importlib import import_module
from typing import Any

from ._errors import MissingPackageError

_NUMBERS = {"c": "i1", "i": "i4", "I": "u4", "g": "f8"}


def _package(name: str, method: str, extra: str) -> Any:
    try:
        return import_module(name)
    except ImportError as error:
        raise MissingPackageError(
            f"{method} needs {name}: install it with  pip install 'jinjiang[{extra}]'"
        ) from error


def to_arrow(table: Any) -> Any:
    """A pyarrow Table; needs pyarrow. Numbers, dates, codes and texts are shared, not copied."""
    return _package("pyarrow", "to_arrow", "arrow").table(table)


def to_polars(table: Any) -> Any:
    """A polars DataFrame; needs polars."""
    return _package("polars", "to_polars", "polars").DataFrame(table)


def to_numpy(table: Any) -> dict[str, Any]:
    """A dict of numpy arrays by column; needs numpy.

    Numbers are shared and read-only, with NaN for no value; dates are datetime64[D] with NaT; texts
    and words are objects, with None.
    """
    numpy = _package("numpy", "to_numpy", "numpy")
    shared = table._table() if hasattr(table, "_table") else table
    return {name: _array(numpy, shared._column(name)) for name in shared.columns}


def to_dicts(table: Any) -> list[dict[str, Any]]:
    """One dict a row: plain values."""
    columns = {name: _array(None, table._column(name)) for name in table.columns}
    return [dict(zip(columns, row, strict=True)) for row in zip(*columns.values(), strict=True)]


def table_to_pandas(table: Any) -> Any:
    """A pandas DataFrame, words as categories; needs pandas."""
    pandas = _package("pandas", "to_pandas", "pandas")
    frame = pandas.DataFrame(to_numpy(table))
    for name in table.columns:
        if table._column(name)["dictionary"] is not None:
            frame[name] = frame[name].astype("category")
    return frame


def _array(numpy: Any, column: dict[str, Any]) -> Any:
    """The values of a column: an array, or without numpy a list of plain values."""
    if numpy is None:
        return _values(column)
    form, length, (validity, *data) = column["format"], column["length"], column["buffers"]
    present = None if validity is None else _bits(numpy, validity, length)
    if form == "b":
        values = _bits(numpy, data[0], length) if length else numpy.zeros(0, bool)
        return values if present is None else _where(numpy, present, values.astype(object))
    if form == "tdD":
        days = _numbers(numpy, data[0], "i4", length).astype("datetime64[D]")
        if present is not None:
            days[~present] = numpy.datetime64("NaT")
        return days
    if column["dictionary"] is not None:
        codes = _numbers(numpy, data[0], _NUMBERS[form], length)
        words = _objects(numpy, _values(column["dictionary"]))
        values = words[codes] if len(words) else numpy.full(length, None, object)
        return values if present is None else _where(numpy, present, values)
    if form in _NUMBERS:
        values = _numbers(numpy, data[0], _NUMBERS[form], length)
        if present is None or form == "g":
            return values
        return _where(numpy, present, values.astype(object))
    return _objects(numpy, _values(column))


def _numbers(numpy: Any, buffer: Any, kind: str, length: int) -> Any:
    if length == 0:
        return numpy.zeros(0, kind)
    return numpy.frombuffer(buffer, kind, length)


def _bits(numpy: Any, buffer: Any, length: int) -> Any:
    bits = numpy.unpackbits(numpy.frombuffer(buffer, "u1"), count=length, bitorder="little")
    return bits.astype(bool)


def _objects(numpy: Any, values: list[Any]) -> Any:
    array = numpy.empty(len(values), object)
    array[:] = values
    return array


def _where(numpy: Any, present: Any, values: Any) -> Any:
    return numpy.where(present, values, None)


def _values(column: dict[str, Any]) -> list[Any]:
    """The values of a column as plain Python values."""
    form, length, (validity, *data) = column["format"], column["length"], column["buffers"]
    values: list[Any]
    if form == "U":
        values = _texts(data, length)
    elif form == "+L":
        items = _values(column["children"][0])
        ends = memoryview(data[0]).cast("q")
        values = [items[ends[i] : ends[i + 1]] for i in range(length)]
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


def _texts(data: list[Any], length: int) -> list[str]:
    ends = memoryview(data[0]).cast("q")
    text = bytes(data[1]) if data[1] is not None else b""
    return [text[ends[i] : ends[i + 1]].decode() for i in range(length)]
