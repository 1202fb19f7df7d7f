// SPDX-License-Identifier: BSL-1.0

#include <iconv.h>

#include <algorithm>
#include <cerrno>

#include <jinjiang/detail/text.hpp>
#include <jinjiang/reading/report.hpp>

namespace jinjiang::reading {

namespace {

[[noreturn]] void refuse(const std::string& what) { throw FormatError({}, what); }

class Converter {
 public:
  Converter() : handle_(iconv_open("UTF-8", "GB18030")) {}
  Converter(const Converter&) = delete;
  Converter& operator=(const Converter&) = delete;
  ~Converter() {
    if (is_open()) iconv_close(handle_);
  }

  [[nodiscard]] bool is_open() const noexcept {
    return handle_ != reinterpret_cast<iconv_t>(-1);  // NOLINT: as POSIX has it
  }

  /// Appends the text; returns how many bytes were read, less than all when those after are no
  /// GB18030.
  std::size_t convert(std::string_view bytes, std::string& text) {
    char* in = const_cast<char*>(bytes.data());  // NOLINT: iconv does not write to it
    std::size_t left = bytes.size();
    char buffer[8192];
    while (left > 0) {
      char* out = buffer;
      std::size_t room = sizeof buffer;
      const std::size_t result = iconv(handle_, &in, &left, &out, &room);
      text.append(buffer, sizeof buffer - room);
      if (result == static_cast<std::size_t>(-1) && errno != E2BIG) break;
    }
    return bytes.size() - left;
  }

 private:
  iconv_t handle_;
};

std::string hexadecimal(unsigned char byte) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  return {digits[byte >> 4U], digits[byte & 0xFU]};
}

/// `byte 17 (0xFF)`, 0xFF in hexadecimal.
std::string byte_at(std::string_view bytes, std::size_t at) {
  return "byte " + std::to_string(at) + " (0x" +
         hexadecimal(static_cast<unsigned char>(bytes[at])) + ")";
}

void refuse_wide(std::string_view bytes) {
  using std::string_view_literals::operator""sv;
  const bool is_little = bytes.starts_with("\xFF\xFE");
  if (!is_little && !bytes.starts_with("\xFE\xFF")) return;
  // In UTF-16 the zeros behind the mark would be a NUL, which no text has.
  const bool is_utf32 = bytes.starts_with("\xFF\xFE\0\0"sv);
  refuse(std::string("the report is in ") + (is_utf32 ? "UTF-32" : "UTF-16") + " (" +
         (is_little ? "little" : "big") + "-endian): byte 0 begins its mark; save it as UTF-8");
}

/// Text has no NUL, and every second byte of ASCII in UTF-16 is one.
void refuse_nul(std::string_view bytes) {
  const std::size_t at = bytes.find('\0');
  if (at == std::string_view::npos) return;
  refuse(
      "the report is no text: " + byte_at(bytes, at) +
      " is NUL; if it is in UTF-16 without a mark, or a document of a word processor, save it as "
      "text in UTF-8");
}

/// Characters of three bytes or more, as Chinese ones are, of a text in UTF-8.
std::size_t wide_characters(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char byte) {
    return static_cast<unsigned char>(byte) >= 0xE0;
  }));
}

/// So many are no accident: in GB18030 the bytes of characters lie so only by chance.
constexpr std::size_t surely_utf8 = 8;

}  // namespace

std::string decode_report(std::string_view bytes) {
  refuse_wide(bytes);
  refuse_nul(bytes);
  constexpr std::string_view mark = "\xEF\xBB\xBF";
  const std::size_t skipped = bytes.starts_with(mark) ? mark.size() : 0;
  const std::string_view text = bytes.substr(skipped);
  const auto invalid = jinjiang::detail::find_invalid_utf8(text);
  if (!invalid) return std::string(text);
  const std::string not_utf8 =
      "the report is not UTF-8: " + byte_at(bytes, skipped + *invalid) + " cannot stand there";
  if (skipped > 0) {
    refuse(not_utf8 + ", though it begins with the mark of UTF-8; save it as UTF-8 again");
  }
  // Damaged UTF-8 is often good GB18030, and would be read as characters that nobody wrote.
  if (const std::size_t wide = wide_characters(text.substr(0, *invalid)); wide >= surely_utf8) {
    refuse(not_utf8 + ", though the " + std::to_string(wide) +
           " Chinese characters before it are UTF-8; the text is damaged or cut off there");
  }
  Converter converter;
  if (!converter.is_open()) {
    refuse(not_utf8 + "; GB18030 is not known to this system's iconv, so save it as UTF-8");
  }
  std::string decoded;
  decoded.reserve(bytes.size() + bytes.size() / 2);
  const std::size_t read = converter.convert(bytes, decoded);
  if (read < bytes.size()) {
    refuse(not_utf8 + "; nor is it GB18030: " + byte_at(bytes, read) +
           " is no part of a character; save it as UTF-8");
  }
  if (decoded.starts_with(mark)) decoded.erase(0, mark.size());
  return decoded;
}

}  // namespace jinjiang::reading
