# SPDX-License-Identifier: BSL-1.0
"""Tables as frames of pandas, made of columns; pyarrow is not needed."""

from importlib import import_module
from typing import Any

from ._arrow import array_of, codes_of, columns_of, package, values_of

#: Columns that can say that a value is missing, by format.
_NULLABLE = {"b": "BooleanArray", "i": "IntegerArray"}


def to_pandas(table: Any) -> Any:
    """A pandas DataFrame of `to_dicts()`; needs pandas.

    Words are categories, dates datetime64, and numbers float64 with NaN for no value. Of links,
    veto is boolean and lag Int32, with NA.
    """
    pandas = package("pandas", "to_pandas", "pandas")
    numpy = import_module("numpy")
    columns = columns_of(table)
    rows = _author_order(numpy, columns.pop("order", None))
    return pandas.DataFrame(
        {name: _series(pandas, numpy, column, rows) for name, column in columns.items()}
    )


def _author_order(numpy: Any, column: dict[str, Any] | None) -> Any:
    """Which rows come first, second and so on; all as they are in a table without an order."""
    if column is None:
        return slice(None)
    order = array_of(numpy, column)
    rows = numpy.empty(len(order), numpy.intp)
    rows[order] = numpy.arange(len(order))
    return rows


def _series(pandas: Any, numpy: Any, column: dict[str, Any], rows: Any) -> Any:
    form = column["format"]
    if column["dictionary"] is not None:
        words = array_of(numpy, column["dictionary"])
        codes = codes_of(numpy, column)[rows]
        if form == "c":
            return _categories(pandas, _texts(pandas, words), codes)
        return _texts(pandas, [*words, None])[codes]
    if form == "U":
        return _texts(pandas, array_of(numpy, column)[rows])
    if form in _NULLABLE and column["nullable"]:
        values, present = values_of(numpy, column)
        absent = numpy.zeros(len(values), bool) if present is None else ~present
        return getattr(pandas.arrays, _NULLABLE[form])(values[rows], absent[rows])
    return array_of(numpy, column)[rows]


def _texts(pandas: Any, values: Any) -> Any:
    kind = pandas.Series([""]).dtype  # str, and object before pandas 3
    return pandas.Series(values, dtype=kind).array


def _categories(pandas: Any, words: Any, codes: Any) -> Any:
    """Only the words that are there, sorted: as pandas makes categories of texts."""
    found = pandas.Categorical.from_codes(codes, words).remove_unused_categories()
    return found.reorder_categories(sorted(found.categories))
