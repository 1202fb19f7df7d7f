// SPDX-License-Identifier: BSL-1.0
#pragma once

// Writes JSON objects member by member, keys in the order of the calls.

#include <string>
#include <string_view>

#include <jinjiang/model/date.hpp>

#include "io/json/text.hpp"

namespace jinjiang::io {

class JsonObjectWriter {
 public:
  explicit JsonObjectWriter(std::string& out) : out_(out) { out_ += '{'; }

  void text(std::string_view key, std::string_view value) {
    begin(key);
    append_json_string(out_, value);
  }
  /// Nothing for an empty text.
  void text_if(std::string_view key, std::string_view value) {
    if (!value.empty()) text(key, value);
  }
  void number(std::string_view key, double value) {
    begin(key);
    append_json_number(out_, value);
  }
  void date(std::string_view key, Date value) { text(key, to_string(value)); }
  void boolean(std::string_view key, bool value) { raw(key, value ? "true" : "false"); }
  void raw(std::string_view key, std::string_view json) {
    begin(key);
    out_ += json;
  }
  /// Writes the key; the caller appends the value.
  std::string& begin(std::string_view key) {
    if (!is_first_) out_ += ", ";
    is_first_ = false;
    append_json_string(out_, key);
    out_ += ": ";
    return out_;
  }
  void close() { out_ += '}'; }

 private:
  std::string& out_;
  bool is_first_ = true;
};

/// Writes the elements of a list with commas between.
template <class Range, class Write>
void append_json_list(std::string& out, const Range& range, const Write& write) {
  out += '[';
  bool is_first = true;
  for (const auto& element : range) {
    if (!is_first) out += ", ";
    is_first = false;
    write(element);
  }
  out += ']';
}

}  // namespace jinjiang::io
