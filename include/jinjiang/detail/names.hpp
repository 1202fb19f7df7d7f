// SPDX-License-Identifier: BSL-1.0
#pragma once

// The spelling of every enumerator: one table an enumeration, used by C++, Python, JSON and the
// command line.

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace jinjiang {

/// Specialised next to each enumeration: `all` lists the names in the order of the enumerators,
/// which count from 0.
template <class Enum>
struct EnumNames;

template <class Enum>
concept NamedEnum = requires { EnumNames<Enum>::all.size(); };

/// The name of an enumerator, as in JSON and Python.
template <NamedEnum Enum>
[[nodiscard]] constexpr std::string_view to_string(Enum value) noexcept {
  return EnumNames<Enum>::all[static_cast<std::size_t>(value)];
}

/// The enumerator with this name, or nothing.
template <NamedEnum Enum>
[[nodiscard]] constexpr std::optional<Enum> find_enum(std::string_view name) noexcept {
  for (std::size_t i = 0; i < EnumNames<Enum>::all.size(); ++i) {
    if (EnumNames<Enum>::all[i] == name) return static_cast<Enum>(i);
  }
  return std::nullopt;
}

/// All names of an enumeration, for messages: `a, b or c`.
template <NamedEnum Enum>
[[nodiscard]] std::string list_names() {
  std::string text;
  const auto& names = EnumNames<Enum>::all;
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (i > 0) text += i + 1 == names.size() ? " or " : ", ";
    text += names[i];
  }
  return text;
}

}  // namespace jinjiang
