// SPDX-License-Identifier: BSL-1.0

// Texts that are looked at eight bytes at a time say what their bytes say one by one.

#include "support/catch.hpp"

#include <algorithm>
#include <string>

#include <jinjiang/detail/text.hpp>
#include <jinjiang/detail/text_block.hpp>
#include <jinjiang/model/detail/columns.hpp>

namespace detail = jinjiang::detail;

namespace {

bool is_printable_by_bytes(const std::string& text) {
  return std::ranges::all_of(text, [](char c) { return c >= 0x20 && c < 0x7F; });
}

/// The first text whose bytes say otherwise, with one byte changed in every way at every place.
std::string misjudged_ascii() {
  for (std::size_t size = 0; size <= 20; ++size) {
    for (std::size_t at = 0; at < size; ++at) {
      for (int byte = 0; byte < 256; ++byte) {
        std::string text(size, 'a');
        text[at] = static_cast<char>(byte);
        if (detail::is_printable_ascii(text) != is_printable_by_bytes(text)) return text;
      }
    }
  }
  return {};
}

/// The first place where a byte that begins no character is not found.
std::string overlooked_byte(const std::string& character) {
  for (std::size_t before = 0; before <= 12; ++before) {
    for (std::size_t after = 0; after <= 12; ++after) {
      std::string text;
      for (std::size_t i = 0; i < before; ++i) text += character;
      const std::size_t place = text.size();
      text += '\xFF';
      for (std::size_t i = 0; i < after; ++i) text += character;
      if (detail::find_invalid_utf8(text) != place) return text;
      text.erase(place, 1);
      if (detail::find_invalid_utf8(text)) return text;
    }
  }
  return {};
}

}  // namespace

TEST_CASE("printable ASCII is told from all else at every place") {
  CHECK(detail::is_printable_ascii(""));
  CHECK(misjudged_ascii() == "");
}

TEST_CASE("a byte that is not UTF-8 is found among characters of every width") {
  CHECK(overlooked_byte("a") == "");
  CHECK(overlooked_byte("é") == "");
  CHECK(overlooked_byte("汉") == "");
  CHECK(overlooked_byte("😀") == "");
}

TEST_CASE("a character that is cut short at the end is found") {
  const std::string text = "节约集约用地";
  CHECK(detail::find_invalid_utf8(text.substr(0, 17)) == 15U);
  CHECK(detail::find_invalid_utf8(text.substr(0, 16)) == 15U);
  CHECK(detail::find_invalid_utf8(text.substr(0, 5)) == 3U);
  CHECK(detail::find_invalid_utf8(text.substr(0, 4)) == 3U);
}

TEST_CASE("a hash depends on all of a text and on nothing around it") {
  const std::string text = "node.123456789";
  for (std::size_t size = 0; size < text.size(); ++size) {
    const std::string own = text.substr(0, size);
    CHECK(detail::hash_text(own) == detail::hash_text(std::string_view(text).substr(0, size)));
    CHECK(detail::hash_text(own) != detail::hash_text(own + '\0'));
    CHECK(detail::hash_text(own) != detail::hash_text(text));
  }
}
