// SPDX-License-Identifier: BSL-1.0
#pragma once

// Tables as structures of the Arrow C interfaces and as the capsules of the Arrow PyCapsule
// protocol. Every structure keeps its columns alive by itself, so the Python object that it came
// from may go first, and release() may be called on any thread, without the interpreter's lock.

#include <pybind11/pybind11.h>

#include "arrow/abi.hpp"
#include "arrow/table.hpp"

/// `out` is written only when all went well.
void export_schema(const TableColumnPtr& column, ArrowSchema& out);
void export_array(const TableColumnPtr& column, ArrowArray& out);
/// A stream of one batch.
void export_stream(const TableColumnPtr& root, ArrowArrayStream& out);

[[nodiscard]] pybind11::capsule schema_capsule(const Table& table);
[[nodiscard]] pybind11::capsule array_capsule(const Table& table);
[[nodiscard]] pybind11::capsule stream_capsule(const Table& table);
