// SPDX-License-Identifier: BSL-1.0

#include "io/table/csv_table.hpp"

#include <algorithm>

#include <jinjiang/detail/text.hpp>

namespace jinjiang::io {

namespace {

/// A leading = + - @ makes spreadsheets run what is only text, and a leading quote sign guards
/// against it.
/// Spreadsheets with Chinese or Japanese settings take signs of full width for formulas as well.
bool begins_like_formula(std::string_view text) {
  return !text.empty() &&
         (std::string_view("=+-@\t\r'").find(text.front()) != std::string_view::npos ||
          text.starts_with("＝") || text.starts_with("＋") || text.starts_with("－") ||
          text.starts_with("＠"));
}

bool is_guarded(std::string_view text) {
  return text.starts_with('\'') && begins_like_formula(text.substr(1));
}

/// Whether every byte above ASCII is part of a character of two or four bytes as in GB18030, which
/// spreadsheets in Chinese save by default.
bool is_like_gbk(std::string_view text) {
  const auto byte = [text](std::size_t i) {
    return i < text.size() ? static_cast<unsigned char>(text[i]) : 0U;
  };
  const auto is_lead = [](unsigned b) { return b >= 0x81 && b <= 0xFE; };
  const auto is_digit = [](unsigned b) { return b >= 0x30 && b <= 0x39; };
  for (std::size_t i = 0; i < text.size();) {
    if (byte(i) < 0x80) {
      ++i;
    } else if (is_lead(byte(i)) && byte(i + 1) >= 0x40 && byte(i + 1) <= 0xFE &&
               byte(i + 1) != 0x7F) {
      i += 2;
    } else if (is_lead(byte(i)) && is_digit(byte(i + 1)) && is_lead(byte(i + 2)) &&
               is_digit(byte(i + 3))) {
      i += 4;
    } else {
      return false;
    }
  }
  return true;
}

}  // namespace

CsvReader::CsvReader(std::string_view text, std::string file)
    : text_(text), file_(std::move(file)) {
  check_encoding();
  if (read_separator_line()) return;
  const std::string_view first = text.substr(0, text.find('\n'));
  std::ptrdiff_t most = 0;
  for (const char candidate : {',', ';', '\t'}) {
    const auto count = std::count(first.begin(), first.end(), candidate);
    if (count > most) most = count, separator_ = candidate;
  }
}

void CsvReader::check_encoding() const {
  const bool is_wide = text_.starts_with("\xFF\xFE") || text_.starts_with("\xFE\xFF");
  const std::size_t zero = text_.find('\0');
  const auto bad = detail::find_invalid_utf8(text_);
  if (!bad && zero == std::string_view::npos) return;
  const std::size_t at = is_wide ? 0 : bad ? std::min(*bad, zero) : zero;
  const std::string_view before = text_.substr(0, at);
  const auto line = static_cast<std::size_t>(std::count(before.begin(), before.end(), '\n')) + 1;
  const std::string what = at == zero ? " is NUL, which no table holds" : " is not UTF-8";
  std::string guess;
  if (is_wide || (at == zero && !bad)) {
    guess = is_wide ? "; the file looks like UTF-16" : "";
  } else if (at != zero && is_like_gbk(text_)) {
    guess = "; the file looks like GBK/GB18030";
  }
  refuse(line, "byte " + std::to_string(at) + what + guess + "; save the table as CSV in UTF-8");
}

/// `sep=;` is a note to spreadsheets and no row.
bool CsvReader::read_separator_line() {
  const std::size_t end = std::min(text_.find('\n'), text_.size());
  std::string_view first = text_.substr(0, end);
  if (first.ends_with('\r')) first.remove_suffix(1);
  constexpr std::string_view sign = "sep=";
  if (!first.starts_with(sign) && !first.starts_with("SEP=")) return false;
  const std::string_view named = first.substr(sign.size());
  if (named != "," && named != ";" && named != "\t") {
    refuse(1, "sep= names a comma, a semicolon or a tab, found " + detail::in_quotes(named));
  }
  separator_ = named.front();
  position_ = std::min(end + 1, text_.size());
  line_ = 2;
  return true;
}

void CsvReader::refuse(std::size_t line, const std::string& what) const {
  throw FormatError({file_, line, 1, ""}, what);
}

Place CsvReader::place(std::size_t field, std::string column) const {
  // The name of a column may be anything: in a message it is short and printable.
  const std::string shown = detail::in_quotes(column);
  const bool is_plain = shown.size() == column.size() + 2;
  return {file_, row_line_, field < columns_.size() ? columns_[field] : 1,
          is_plain ? std::move(column) : shown};
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
        if (ends) return;
        const std::size_t line = line_;
        skip_line();
        refuse(line,
               "expected a separator after the closing quote of a field; double quotes inside "
               "fields");
      }
      ++position_;
    } else if (c == '\n') {
      ++line_;
    }
    field += c;
  }
  refuse(opened, "the quote of a field is never closed");
}

void CsvReader::skip_line() {
  position_ = std::min(text_.find('\n', position_), text_.size() - 1) + 1;
  ++line_;
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
