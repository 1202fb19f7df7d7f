// SPDX-License-Identifier: BSL-1.0
#pragma once

// What a picture of a plan shows, before the signs of its format are escaped.

#include <string>
#include <string_view>
#include <vector>

#include <jinjiang/io/graph_text.hpp>

namespace jinjiang::io {

/// Calls `take(code point, its bytes)` for every character of valid UTF-8.
template <class Take>
void for_each_character(std::string_view text, const Take& take);

/// Whether a reader would not see it, or see others in another order: control, bidirectional and
/// zero-width characters, noncharacters.
[[nodiscard]] bool is_hidden(char32_t character) noexcept;

/// On one line, with hidden characters as ⟦U+202E⟧. Different texts without line breaks stay
/// different.
[[nodiscard]] std::string shown(std::string_view text);

/// The second line of a node: its kind, and the target, due date and lifecycle where they say
/// something.
[[nodiscard]] std::string second_line(const Node& node, Language language);

/// Empty for a link that says nothing beside being there.
[[nodiscard]] std::string words_of(const PartLink& link, Language language);
[[nodiscard]] std::string words_of(const Dependency& link, Language language);

/// Nodes and links of a picture, in the author's order.
struct Picture {
  Picture(const Plan& plan, const GraphTextOptions& options);

  Language language;
  std::vector<Node> nodes;
  std::vector<PartLink> parts;
  std::vector<Dependency> dependencies;
};

template <class Take>
void for_each_character(std::string_view text, const Take& take) {
  constexpr unsigned char first_byte_masks[] = {0, 0x7F, 0x1F, 0x0F, 0x07};
  for (std::size_t i = 0; i < text.size();) {
    std::size_t size = 1;
    const auto first = static_cast<unsigned char>(text[i]);
    if (first >= 0xC0) size = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2;
    const std::string_view bytes = text.substr(i, size);
    char32_t character = first & first_byte_masks[size];
    for (std::size_t k = 1; k < bytes.size(); ++k)
      character = (character << 6U) | (static_cast<unsigned char>(bytes[k]) & 0x3FU);
    take(character, bytes);
    i += size;
  }
}

}  // namespace jinjiang::io
