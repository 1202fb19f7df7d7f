// SPDX-License-Identifier: BSL-1.0

#include "reading/outline/markers.hpp"

#include <array>

#include "reading/outline/characters.hpp"

namespace jinjiang::reading::detail {

namespace {

using std::string_view_literals::operator""sv;

constexpr std::array units_after_digits{"亿"sv, "万"sv, "千"sv, "百"sv, "倍"sv, "个"sv, "家"sv,
                                        "年"sv, "月"sv, "日"sv, "元"sv, "项"sv, "公"sv, "米"sv,
                                        "时"sv, "成"sv, "分"sv, "%"sv,  "％"sv, "‰"sv};

Marker made(Numbering numbering, std::size_t bytes, std::size_t value, std::size_t variety = 0) {
  return {numbering, static_cast<std::uint8_t>(bytes), static_cast<std::uint16_t>(variety),
          static_cast<std::uint16_t>(value)};
}

struct Digits {
  std::size_t value = 0;
  std::size_t bytes = 0;
  std::size_t count = 0;
};
/// Up to three digits, of half or full width.
Digits read_digits(std::string_view text) noexcept {
  Digits digits;
  while (digits.count < 4) {
    const CodePoint point = code_point_at(text, digits.bytes);
    if (!is_digit(point.value)) break;
    digits.value = digits.value * 10 + (point.value & 0xFU);  // '0' and U+FF10 alike
    digits.bytes += point.bytes;
    ++digits.count;
  }
  return digits.count == 4 ? Digits{} : digits;
}

std::size_t spaces_at(std::string_view text, std::size_t at) noexcept {
  std::size_t bytes = 0;
  while (at + bytes < text.size()) {
    const CodePoint point = code_point_at(text, at + bytes);
    if (!is_space(point.value)) break;
    bytes += point.bytes;
    if (bytes > 12) break;
  }
  return bytes;
}

/// 1.1 and 1.1.2, but not 1.1亿元 and not 6.5%.
Marker read_decimal(std::string_view line, std::size_t value) noexcept {
  std::size_t at = 0;
  std::size_t depth = 0;
  while (depth < 4) {
    const Digits digits = read_digits(line.substr(std::min(at, line.size())));
    if (digits.count == 0) break;
    at += digits.bytes;
    ++depth;
    value = digits.value;
    if (at < line.size() && line[at] == '.') {
      ++at;
    } else {
      break;
    }
  }
  const std::size_t spaces = spaces_at(line, at);
  const bool is_closed = line[at - 1] == '.' || spaces > 0;
  const std::string_view rest = line.substr(std::min(at + spaces, line.size()));
  if (depth < 2 || !is_closed || rest.empty() || begins_with_any(rest, units_after_digits)) {
    return {};
  }
  return made(Numbering::decimal, at, value == 0 ? 1 : value, depth);
}

Marker read_arabic(std::string_view line) noexcept {
  const Digits digits = read_digits(line);
  if (digits.count == 0) return {};
  const CodePoint sign = code_point_at(line, digits.bytes);
  const std::size_t end = digits.bytes + sign.bytes;
  const CodePoint next = end < line.size() ? code_point_at(line, end) : CodePoint{};
  if (digits.value > 0 && (sign.value == '.' || sign.value == U'．')) {
    if (!is_digit(next.value)) return made(Numbering::arabic, end, digits.value);
    return sign.value == '.' ? read_decimal(line, digits.value) : Marker{};
  }
  if (digits.value > 0 && sign.value == U'、' && !is_digit(next.value)) {
    return made(Numbering::arabic_pause, end, digits.value);
  }
  if (digits.value > 0 && (sign.value == ')' || sign.value == U'）')) {
    return made(Numbering::arabic_half_bracket, end, digits.value);
  }
  const std::size_t spaces = spaces_at(line, digits.bytes);
  const std::string_view rest = line.substr(std::min(digits.bytes + spaces, line.size()));
  const bool is_page_head = digits.count == 2 && digits.value > 0 && digits.value < 10 &&
                            !rest.empty() && is_chinese(code_point_at(rest, 0).value) &&
                            !is_never_first(code_point_at(rest, 0).value) &&
                            !begins_with_any(rest, units_after_digits);
  return is_page_head ? made(Numbering::page_head, digits.bytes, digits.value) : Marker{};
}

/// （一）, (1), (a).
Marker read_bracketed(std::string_view line) noexcept {
  const std::size_t opening = code_point_at(line, 0).bytes;
  const std::string_view inside = line.substr(opening);
  const auto closing = [&](std::size_t bytes) -> std::size_t {
    const CodePoint point = code_point_at(inside, bytes);
    return point.value == ')' || point.value == U'）' ? opening + bytes + point.bytes : 0;
  };
  if (const ChineseCount count = read_chinese_count(inside); count.value > 0) {
    const std::size_t end = closing(count.bytes);
    return end > 0 ? made(Numbering::chinese_in_brackets, end, count.value) : Marker{};
  }
  if (const Digits digits = read_digits(inside); digits.value > 0) {
    const std::size_t end = closing(digits.bytes);
    return end > 0 ? made(Numbering::arabic_in_brackets, end, digits.value) : Marker{};
  }
  if (inside.size() > 1 && inside[0] >= 'a' && inside[0] <= 'z' && closing(1) > 0) {
    return made(Numbering::letter, closing(1), static_cast<std::size_t>(inside[0] - 'a') + 1, 1);
  }
  return {};
}

/// I. II、 A. a)
Marker read_latin(std::string_view line) noexcept {
  constexpr std::array romans{"I"sv,  "II"sv,  "III"sv,  "IV"sv, "V"sv,
                              "VI"sv, "VII"sv, "VIII"sv, "IX"sv, "X"sv};
  std::size_t letters = 0;
  while (letters < 5 && letters < line.size() &&
         is_latin_letter(static_cast<unsigned char>(line[letters])))
    ++letters;
  const CodePoint sign = letters < line.size() ? code_point_at(line, letters) : CodePoint{};
  const std::size_t end = letters + sign.bytes;
  const bool is_pause = sign.value == U'、' || sign.value == U'．';
  const bool is_dot = sign.value == '.' && end < line.size() && line[end] == ' ';
  if (is_pause || is_dot) {
    for (std::size_t i = 0; i < romans.size(); ++i) {
      if (line.substr(0, letters) == romans[i]) return made(Numbering::roman, end, i + 1);
    }
  }
  if (letters != 1) return {};
  const char letter = line[0];
  const bool is_small = letter >= 'a' && letter <= 'z';
  const auto value = static_cast<std::size_t>(letter - (is_small ? 'a' : 'A')) + 1;
  if (sign.value == ')' || sign.value == U'）') return made(Numbering::letter, end, value, 2);
  return (is_dot || is_pause) && !is_small ? made(Numbering::letter, end, value, 3) : Marker{};
}

/// 第一章, 第一部分, 第一节; 第一，
Marker read_ordinal(std::string_view line) noexcept {
  const std::size_t before = std::string_view("第").size();
  std::string_view rest = line.substr(before);
  std::size_t value = 0;
  std::size_t bytes = 0;
  if (const ChineseCount count = read_chinese_count(rest); count.value > 0) {
    value = count.value, bytes = count.bytes;
  } else if (const Digits digits = read_digits(rest); digits.value > 0) {
    value = digits.value, bytes = digits.bytes;
  } else {
    return {};
  }
  rest.remove_prefix(bytes);
  bytes += before;
  for (const std::string_view word : {"部分"sv, "章"sv, "篇"sv, "编"sv}) {
    if (rest.starts_with(word)) return made(Numbering::chapter, bytes + word.size(), value);
  }
  if (rest.starts_with("节")) return made(Numbering::section, bytes + 3, value);
  for (const std::string_view word : {"，"sv, "、"sv, "："sv, ","sv}) {
    if (rest.starts_with(word)) return made(Numbering::ordinal, bytes + word.size(), value);
  }
  return {};
}

Marker read_chinese(std::string_view line) noexcept {
  const ChineseCount count = read_chinese_count(line);
  if (count.value == 0) return {};
  const std::string_view rest = line.substr(count.bytes);
  // 一、二、三产: a list of numbers, no heading. 一、五年答卷 counts years.
  const ChineseCount next = read_chinese_count(rest.substr(std::min<std::size_t>(3, rest.size())));
  const bool is_list = next.value > 0 && !rest.substr(3U + next.bytes).starts_with("年");
  if (rest.starts_with("、") && !is_list) {
    return made(Numbering::chinese, count.bytes + 3U, count.value);
  }
  if (rest.starts_with("．") && rest.size() > 3) {
    return made(Numbering::chinese, count.bytes + 3U, count.value);
  }
  if (rest.starts_with("是") && rest.size() > 3) {
    return made(Numbering::one_is, count.bytes + 3U, count.value, 1);
  }
  if (rest.starts_with("要") && rest.size() > 3) {
    return made(Numbering::one_is, count.bytes + 3U, count.value, 2);
  }
  return {};
}

constexpr std::array<char32_t, 31> bullets{U'●',  U'○', U'◆', U'◇', U'■', U'□', U'▲',     U'△',
                                           U'★',  U'☆', U'◎', U'•', U'▪', U'▫', U'➢',     U'►',
                                           U'▶',  U'▸', U'→', U'※', U'✓', U'✔', U'❖',     U'◉',
                                           U'⚫', U'∙', U'☐', U'☑', U'➤', U'♦', U'\uF0B7'};

/// ①, ❶, ㈠ and their kind: a number in one character.
Marker read_symbol(CodePoint point) noexcept {
  const char32_t c = point.value;
  const auto in = [c](char32_t first, char32_t last) { return first <= c && c <= last; };
  const auto counted = [&](Numbering numbering, char32_t first, std::size_t from = 1) {
    return made(numbering, point.bytes, static_cast<std::size_t>(c - first) + from);
  };
  if (in(0x2460, 0x2473)) return counted(Numbering::circled, 0x2460);
  if (in(0x2474, 0x2487)) return counted(Numbering::arabic_in_brackets, 0x2474);
  if (in(0x2488, 0x249B)) return counted(Numbering::arabic, 0x2488);
  if (in(0x2776, 0x277F)) return counted(Numbering::black_circled, 0x2776);
  if (in(0x24EB, 0x24F4)) return counted(Numbering::black_circled, 0x24EB, 11);
  if (in(0x2780, 0x2789)) return counted(Numbering::circled, 0x2780);
  if (in(0x278A, 0x2793)) return counted(Numbering::black_circled, 0x278A);
  if (in(0x3220, 0x3229)) return counted(Numbering::chinese_in_brackets, 0x3220);
  if (std::find(bullets.begin(), bullets.end(), c) != bullets.end()) {
    return made(Numbering::bullet, point.bytes, 0, c & 0xFFFFU);
  }
  return {};
}

Marker read_ascii(std::string_view line) noexcept {
  const char first = line.front();
  if (first >= '0' && first <= '9') return read_arabic(line);
  if (first == '(') return read_bracketed(line);
  if (first == '#') {
    const std::size_t depth = std::min(line.find_first_not_of('#'), line.size());
    const bool is_heading = depth <= 6 && depth < line.size() && line[depth] == ' ';
    if (!is_heading) return {};
    // The number of ## 一、 adds nothing to the depth.
    const std::size_t begin = std::min(line.find_first_not_of(' ', depth), line.size());
    const std::string_view rest = line.substr(begin);
    const Marker inner = rest.starts_with('#') ? Marker{} : read_marker(rest);
    const std::size_t bytes = inner.is_counted() ? begin + inner.bytes : depth;
    return made(Numbering::markdown, std::min<std::size_t>(bytes, 200), 0, depth);
  }
  if (first == '-' || first == '*' || first == '+') {
    const bool is_dash = line.starts_with("--") && line.size() > 2 && line[2] != '-';
    if (is_dash) return made(Numbering::dash, 2, 0);
    return line.size() > 1 && line[1] == ' '
               ? made(Numbering::bullet, 1, 0, static_cast<unsigned char>(first))
               : Marker{};
  }
  return is_latin_letter(static_cast<unsigned char>(first)) ? read_latin(line) : Marker{};
}

}  // namespace

ChineseCount read_chinese_count(std::string_view text) noexcept {
  const auto one_at = [&](std::size_t at) -> std::size_t {
    switch (code_point_at(text, at).value) {
      case U'一':
        return 1;
      case U'二':
        return 2;
      case U'三':
        return 3;
      case U'四':
        return 4;
      case U'五':
        return 5;
      case U'六':
        return 6;
      case U'七':
        return 7;
      case U'八':
        return 8;
      case U'九':
        return 9;
      default:
        return 0;
    }
  };
  const auto is_ten_at = [&](std::size_t at) { return code_point_at(text, at).value == U'十'; };
  std::size_t at = 0;
  std::size_t value = one_at(0);
  if (value > 0) at += 3;
  if (is_ten_at(at)) {
    value = value == 0 ? 10 : value * 10;
    at += 3;
    const std::size_t one = one_at(at);
    if (one > 0) value += one, at += 3;
  }
  return {static_cast<std::uint16_t>(value), static_cast<std::uint8_t>(at)};
}

Marker read_marker(std::string_view line) noexcept {
  if (line.empty()) return {};
  const auto first = static_cast<unsigned char>(line.front());
  if (first < 0x80) return read_ascii(line);
  const CodePoint point = code_point_at(line, 0);
  if (first == 0xC2) {  // · is a part of names, so that it is a bullet before a space only
    const bool is_bullet = point.value == 0xB7 && spaces_at(line, 2) > 0;
    return is_bullet ? made(Numbering::bullet, 2, 0, 0xB7) : Marker{};
  }
  if (first == 0xE2 || first == 0xE3) {
    if (line.starts_with("——") || line.starts_with("──")) {
      return line.size() > 6 && !line.substr(6).starts_with("—") ? made(Numbering::dash, 6, 0)
                                                                 : Marker{};
    }
    if (point.value >= 0x2160 && point.value <= 0x216B) {  // Ⅰ., not Ⅲ类
      const CodePoint sign = code_point_at(line, 3);
      const bool is_marker = sign.value == '.' || sign.value == U'、' || sign.value == U'．';
      return is_marker ? made(Numbering::roman, 3 + sign.bytes, point.value - 0x2160 + 1)
                       : Marker{};
    }
    return read_symbol(point);
  }
  if (first == 0xEF) {
    if (point.value == U'（') return read_bracketed(line);
    return is_digit(point.value) ? read_arabic(line) : read_symbol(point);
  }
  if (line.starts_with("第")) return read_ordinal(line);
  return read_chinese(line);
}

}  // namespace jinjiang::reading::detail
