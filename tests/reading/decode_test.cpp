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
  // Its mark is no part of the text either.
  CHECK(reading::decode_report("\x84\x31\x95\x33\xD0\xC2") == "新");
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
  CHECK(refusal_of("\xFF\xFE\0\0\xB0\x65\0\0"s).starts_with("the report is in UTF-32 (little"));
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

TEST_CASE("damaged UTF-8 is not read as GB18030", "[reading][decode]") {
  // Without the last byte of 们; what is left is good GB18030: 鍚勪綅浠ｈ〃...
  const std::string damaged = "各位代表！蓝图已经绘就，让我\xE4\xBB团结奋斗";
  CHECK(refusal_of(damaged) ==
        "the report is not UTF-8: byte 42 (0xE4) cannot stand there, though the 14 Chinese "
        "characters before it are UTF-8; the text is damaged or cut off there");
  CHECK(refusal_of("各位代表！蓝图已经绘就\xE4\xBB").find("byte 33 (0xE4)") != std::string::npos);
}
