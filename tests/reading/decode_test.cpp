// SPDX-License-Identifier: BSL-1.0

#include <jinjiang/io.hpp>

#include "reading/outlines.hpp"

namespace {

using std::string_literals::operator""s;

std::string refusal_of(std::string_view bytes) {
  return message_of<jj::FormatError>([&] { (void)reading::decode_report(bytes); });
}

}  // namespace

TEST_CASE("UTF-8 is taken as it is, without its mark", "[reading][decode]") {
  CHECK(reading::decode_report("新增5家\r\n") == "新增5家\r\n");
  CHECK(reading::decode_report("\xEF\xBB\xBF新增5家") == "新增5家");
  CHECK(reading::decode_report("").empty());
  CHECK(reading::decode_report("plain").size() == 5);
}

TEST_CASE("GB18030 becomes UTF-8", "[reading][decode]") {
  // 新增 of GBK; 𠮷 (U+20BB7) takes four bytes.
  CHECK(reading::decode_report("\xD0\xC2\xD4\xF6"
                               "5\xBC\xD2") == "新增5家");
  CHECK(reading::decode_report("\x95\x34\xB2\x35\xD0\xC2") == "𠮷新");
}

TEST_CASE("a long report in GB18030 is read beyond any buffer", "[reading][decode]") {
  std::string bytes;
  std::string text;
  for (int i = 0; i < 20000; ++i) bytes += "\xD0\xC2\xD4\xF6.", text += "新增.";
  CHECK(reading::decode_report(bytes) == text);
}

TEST_CASE("UTF-16 is named as what was found", "[reading][decode]") {
  CHECK(refusal_of("\xFF\xFE\xB0\x65"s) ==
        "the report is in UTF-16 (little-endian): byte 0 begins its mark; save it as UTF-8");
  CHECK(refusal_of("\xFE\xFF\x65\xB0"s) ==
        "the report is in UTF-16 (big-endian): byte 0 begins its mark; save it as UTF-8");
  CHECK(refusal_of("a\0b\0"s) ==
        "the report is no text: byte 1 (0x00) is NUL; if it is in UTF-16 without a mark, or a "
        "document of a word processor, save it as text in UTF-8");
}

TEST_CASE("bytes of neither encoding are refused with their place", "[reading][decode]") {
  CHECK(refusal_of("\xD0\xC2\xFF\xFF") ==
        "the report is not UTF-8: byte 0 (0xD0) cannot stand there; nor is it GB18030: byte 2 "
        "(0xFF) is no part of a character; save it as UTF-8");
  CHECK(refusal_of("\xD0\xC2\xD4") ==
        "the report is not UTF-8: byte 0 (0xD0) cannot stand there; nor is it GB18030: byte 2 "
        "(0xD4) is no part of a character; save it as UTF-8");
  CHECK(refusal_of("\xEF\xBB\xBF"
                   "a\xFF") ==
        "the report is not UTF-8: byte 4 (0xFF) cannot stand there, though it begins with the mark "
        "of UTF-8; save it as UTF-8 again");
}
