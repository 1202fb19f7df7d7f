// SPDX-License-Identifier: BSL-1.0
#pragma once

// JSON as text: strings, numbers and pointers.

#include <string>
#include <string_view>

namespace jinjiang::io {

/// Appends a string in quotes, escaping what JSON requires and nothing else.
void append_json_string(std::string& out, std::string_view text);

/// Appends the shortest number that reads back the same.
void append_json_number(std::string& out, double value);

/// A key as a reference token of a JSON pointer (RFC 6901).
[[nodiscard]] std::string escaped_pointer(std::string_view key);

}  // namespace jinjiang::io
