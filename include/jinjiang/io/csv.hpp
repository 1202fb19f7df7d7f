// SPDX-License-Identifier: BSL-1.0
#pragma once

// Observations and evaluations as CSV (RFC 4180), the way spreadsheets write and read it.

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include <jinjiang/detail/config.hpp>
#include <jinjiang/evaluation/evaluation.hpp>
#include <jinjiang/io/options.hpp>

namespace jinjiang::io {

/// Reads UTF-8 with or without BOM, separated by comma, semicolon or tab; the header names the
/// columns in English or 中文. Units are those of `units`.
/// @throws FormatError  line, column and name of the column, what was expected and what was found;
/// up to 20 of them
[[nodiscard]] JINJIANG_EXPORT Observations
read_observations_csv(std::string_view text, const ReadOptions& options = {},
                      const UnitTable& units = UnitTable::standard());

/// A row that was not taken.
struct RejectedRow {
  std::size_t line = 0;                  ///< on which it begins, from 1
  std::string reason;                    ///< `column value: expected a number …`
  std::vector<std::string> fields = {};  ///< as far as they can be told apart
};

/// What of a table can be read, and what cannot.
struct CollectedObservations {
  Observations observations;               ///< the rows that were taken
  std::vector<std::size_t> lines = {};     ///< of every reading
  std::vector<std::string> header = {};    ///< the names of the columns, as written
  std::vector<RejectedRow> rejected = {};  ///< the rows that were not, in their order
};

/// The same, going on after rows that cannot be read. Readings that contradict each other are all
/// there: Observations::check() finds them.
/// @throws FormatError  the table as a whole or its header cannot be read
[[nodiscard]] JINJIANG_EXPORT CollectedObservations
collect_observations_csv(std::string_view text, const ReadOptions& options = {},
                         const UnitTable& units = UnitTable::standard());

/// One row a reading, in order of insertion, under the names of the columns.
[[nodiscard]] JINJIANG_EXPORT std::string write_observations_csv(const Observations& observations);

/// One row a node in outline order; numbers unrounded.
[[nodiscard]] JINJIANG_EXPORT std::string write_evaluation_csv(const Evaluation& evaluation);

}  // namespace jinjiang::io
