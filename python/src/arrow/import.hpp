// SPDX-License-Identifier: BSL-1.0
#pragma once

// Observations from any table that speaks the Arrow PyCapsule protocol.

#include <string>
#include <vector>

#include "bindings.hpp"

/// A row that was not taken.
struct RejectedRow {
  std::int64_t row;  ///< counting from 1
  std::string reason;
  py::dict values;
};

struct ImportedTable {
  jj::Observations observations;
  std::vector<std::int64_t> rows;     ///< of each reading, counting from 1
  std::vector<RejectedRow> rejected;  ///< without `collect` the first twenty, without values
  std::size_t wrong = 0;              ///< how many rows were not taken
};

/// Reads a stream or a batch.
///
/// @param names    what the columns may be called, and what is meant
/// @param collect  whether to keep all rows that cannot be read, with their values
/// @throws FormatError  names the column that is missing, unknown or given twice
[[nodiscard]] ImportedTable import_table(const py::object& table, const py::dict& names,
                                         const jj::UnitTable& units, bool collect);

/// `; nearest: "id"` for `ID`, or nothing.
[[nodiscard]] std::string column_hint(std::string_view name);

/// A reading that contradicts an earlier one.
struct Contradiction {
  std::size_t reading;
  std::size_t earlier;
  std::string what;
};

/// All readings that contradict an earlier one, by place.
[[nodiscard]] std::vector<Contradiction> contradictions_of(const jj::Observations& observations);
