// SPDX-License-Identifier: BSL-1.0

#include "io/csv_table.hpp"

#include <algorithm>

#include <jinjiang/detail/text.hpp>

namespace jinjiang::io {

namespace {

/// A leading = + - @ makes spreadsheets run what is only text, and a leading quote sign guards
/// against it.
bool begins_like_formula(std::string_view text) {
  return !text.empty() &&
         std::string_view("=+-@\t\r'").find(text.front()) != std::string_view::npos;
}

bool is_guarded(std::string_view text) {
  return text.starts_with('\'') && begins_like_formula(text.substr(1));
}

}  // namespace

CsvReader::CsvReader(std::string_view text, std::string file)
    : text_(text), file_(std::move(file)) {
  if (const auto bad = detail::find_invalid_utf8(text)) {
    const std::string_view before = text.substr(0, *bad);
    const auto line = static_cast<std::size_t>(std::count(before.begin(), before.end(), '\n')) + 1;
    refuse(line, "byte " + std::to_string(*bad) + " is not UTF-8; save the table as CSV in UTF-8");
  }
  const std::string_view first = text.substr(0, text.find('\n'));
  std::ptrdiff_t most = 0;
  for (const char candidate : {',', ';', '\t'}) {
    const auto count = std::count(first.begin(), first.end(), candidate);
    if (count > most) most = count, separator_ = candidate;
  }
}

void CsvReader::refuse(std::size_t line, const std::string& what) const {
  throw FormatError({file_, line, 1, ""}, what);
}

Place CsvReader::place(std::size_t field, std::string column) const {
  return {file_, row_line_, field < columns_.size() ? columns_[field] : 1, std::move(column)};
}

void CsvReader::read_quoted(std::string& field) {
  const std::size_t opened = line_;
  ++position_;
  while (position_ < text_.size()) {
    const char c = text_[position_++];
    if (c == '"') {
      if (position_ >= text_.size() || text_[position_] != '"') {
        const bool ends = position_ >= text_.size() || text_[position_] == separator_ ||
                          text_[position_] == '\n' || text_[position_] == '\r';
        if (!ends)
          refuse(line_,
                 "expected a separator after the closing quote of a field; double quotes inside "
                 "fields");
        return;
      }
      ++position_;
    } else if (c == '\n') {
      ++line_;
    }
    field += c;
  }
  refuse(opened, "the quote of a field is never closed");
}

bool CsvReader::next(std::vector<std::string>& fields) {
  while (position_ < text_.size()) {
    fields.clear();
    columns_.clear();
    row_line_ = line_;
    line_start_ = position_;
    while (true) {
      columns_.push_back(
          detail::count_code_points(text_.substr(line_start_, position_ - line_start_)) + 1);
      std::string& field = fields.emplace_back();
      if (position_ < text_.size() && text_[position_] == '"') {
        read_quoted(field);
      } else {
        const std::size_t begin = position_;
        while (position_ < text_.size() && text_[position_] != separator_ &&
               text_[position_] != '\n' && text_[position_] != '\r') {
          ++position_;
        }
        field.assign(detail::trimmed(text_.substr(begin, position_ - begin)));
      }
      if (is_guarded(field)) field.erase(0, 1);
      if (position_ >= text_.size() || text_[position_] != separator_) break;
      ++position_;
    }
    if (position_ < text_.size() && text_[position_] == '\r') ++position_;
    if (position_ < text_.size() && text_[position_] == '\n') ++position_;
    ++line_;
    const bool is_empty =
        std::all_of(fields.begin(), fields.end(), [](const std::string& f) { return f.empty(); });
    if (!is_empty) return true;
  }
  return false;
}

void append_csv_field(std::string& out, std::string_view text) {
  const bool needs_guard = begins_like_formula(text);
  const bool is_plain =
      text.find_first_of(",;\t\"\r\n") == std::string_view::npos && detail::trimmed(text) == text;
  if (!needs_guard && is_plain) {
    out += text;
    return;
  }
  out += '"';
  if (needs_guard) out += '\'';
  for (const char c : text) {
    if (c == '"') out += '"';
    out += c;
  }
  out += '"';
}

}  // namespace jinjiang::io
