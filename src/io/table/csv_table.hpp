// SPDX-License-Identifier: BSL-1.0
#pragma once

// Rows of a CSV text (RFC 4180): fields in quotes may hold separators, line breaks and doubled
// quotes; around others spaces do not count.

#include <string>
#include <string_view>
#include <vector>

#include <jinjiang/model/error.hpp>

namespace jinjiang::io {

class CsvReader {
 public:
  /// The separator is the one that a first line `sep=;` names, as spreadsheets write it, else the
  /// one of comma, semicolon and tab that the first line has most of.
  /// @throws FormatError  the text is in another encoding than UTF-8
  CsvReader(std::string_view text, std::string file);

  /// The next row that is not empty. False at the end.
  /// @throws FormatError  a quote is not closed, or something follows a closing quote; the row
  /// after it is then the next
  bool next(std::vector<std::string>& fields);

  /// Of the row that was read last.
  [[nodiscard]] std::size_t line() const noexcept { return row_line_; }
  /// How many bytes were read.
  [[nodiscard]] std::size_t position() const noexcept { return position_; }
  /// The place of a field of that row.
  [[nodiscard]] Place place(std::size_t field, std::string column) const;

 private:
  [[noreturn]] void refuse(std::size_t line, const std::string& what) const;
  void check_encoding() const;
  bool read_separator_line();
  void read_quoted(std::string& field);
  void skip_line();

  std::string_view text_;
  std::string file_;
  char separator_ = ',';
  std::size_t position_ = 0;
  std::size_t line_ = 1;
  std::size_t row_line_ = 0;
  std::size_t line_start_ = 0;
  std::vector<std::size_t> columns_;  ///< where the fields of the row begin, in characters from 1
};

/// Appends a field, in quotes where it needs them. A text that a spreadsheet would take for a
/// formula gets a quote sign before it, which the reader takes off.
void append_csv_field(std::string& out, std::string_view text);

}  // namespace jinjiang::io
