// SPDX-License-Identifier: BSL-1.0
#pragma once

// What a plan does not want to hear: the extension x-silence, a JSON list of codes.

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <jinjiang/analysis/check.hpp>
#include <jinjiang/detail/text.hpp>

namespace jinjiang::detail {

inline constexpr std::string_view silence_key = "x-silence";

/// The texts of a JSON list of texts, or of one text; nothing when it is something else. Codes have
/// no characters that JSON escapes, so a text with a backslash is kept as it is written.
[[nodiscard]] inline std::optional<std::vector<std::string>> texts_in_json(std::string_view json) {
  std::size_t at = 0;
  const auto skip_space = [&] {
    while (at < json.size() && std::string_view(" \t\r\n").find(json[at]) != std::string_view::npos)
      ++at;
  };
  const auto take = [&](char wanted) {
    skip_space();
    if (at >= json.size() || json[at] != wanted) return false;
    ++at;
    return true;
  };
  const auto take_text = [&]() -> std::optional<std::string> {
    if (!take('"')) return std::nullopt;
    const std::size_t begin = at;
    while (at < json.size() && json[at] != '"') at += json[at] == '\\' ? 2 : 1;
    if (at >= json.size()) return std::nullopt;
    return std::string(json.substr(begin, at++ - begin));
  };
  std::vector<std::string> texts;
  if (const bool is_list = take('['); !is_list) {
    auto text = take_text();
    skip_space();
    if (!text || at != json.size()) return std::nullopt;
    texts.push_back(std::move(*text));
    return texts;
  }
  if (!take(']')) {
    do {
      auto text = take_text();
      if (!text) return std::nullopt;
      texts.push_back(std::move(*text));
    } while (take(','));
    if (!take(']')) return std::nullopt;
  }
  skip_space();
  return at == json.size() ? std::optional(std::move(texts)) : std::nullopt;
}

/// A set of codes.
class CodeSet {
 public:
  [[nodiscard]] bool has(CheckCode code) const noexcept { return (bits_ >> place(code) & 1U) != 0; }
  void add(CheckCode code) noexcept { bits_ |= std::uint64_t{1} << place(code); }

 private:
  static_assert(EnumNames<CheckCode>::all.size() <= 64);
  [[nodiscard]] static unsigned place(CheckCode code) noexcept {
    return static_cast<unsigned>(code);
  }
  std::uint64_t bits_ = 0;
};

}  // namespace jinjiang::detail
