// SPDX-License-Identifier: BSL-1.0
#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

#include <jinjiang/detail/text.hpp>
#include <jinjiang/reading/numerals.hpp>

#include "reading/numerals/numeral_chinese.hpp"
#include "reading/numerals/numeral_signs.hpp"

namespace jinjiang::reading {

namespace {

/// What has been read of a numeral: a decimal in digits, so that it is rounded once.
struct Decimal {
  std::string digits;  ///< as std::from_chars reads it
  int exponent = 0;    ///< of ten
  std::size_t bytes = 0;

  [[nodiscard]] std::optional<double> value() const {
    std::string text = digits;
    if (exponent != 0) text.append("e").append(std::to_string(exponent));
    double result = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), result);
    if (read.ec != std::errc{} || !std::isfinite(result)) return std::nullopt;
    return result;
  }
};

/// Digits in half or full width, with thousands separators in whole groups of three.
std::optional<Decimal> read_digits(std::string_view text) {
  Decimal number;
  std::size_t at = 0;
  const ArabicSign first = arabic_sign(text, 0);
  if (first.character == '-') {
    if (!arabic_sign(text, first.bytes).is_digit()) return std::nullopt;
    number.digits += '-';
    at = first.bytes;
  }
  const auto take_digits = [&] {
    std::size_t taken = 0;
    for (ArabicSign sign = arabic_sign(text, at); sign.is_digit(); sign = arabic_sign(text, at)) {
      number.digits += sign.character;
      at += sign.bytes;
      ++taken;
    }
    return taken;
  };
  std::size_t group = take_digits();
  if (group == 0) return std::nullopt;
  while (group <= 3) {  // 1,217,000: every later group has three digits
    const ArabicSign comma = arabic_sign(text, at);
    if (comma.character != ',') break;
    // A comma of full width ends a clause, unless the digits are of full width as well.
    if (comma.bytes > 1 && arabic_sign(text, at + comma.bytes).bytes == 1) break;
    std::size_t later = at + comma.bytes;
    std::size_t digits = 0;
    std::array<char, 3> three{};
    for (ArabicSign sign = arabic_sign(text, later); sign.is_digit();
         sign = arabic_sign(text, later)) {
      if (digits < 3) three[digits] = sign.character;
      if (++digits > 3) break;
      later += sign.bytes;
    }
    if (digits != 3) break;
    number.digits.append(three.data(), 3);
    at = later;
    group = 3;
  }
  const ArabicSign point = arabic_sign(text, at);
  if (point.character == '.' && arabic_sign(text, at + point.bytes).is_digit()) {
    number.digits += '.';
    at += point.bytes;
    take_digits();
  }
  number.bytes = at;
  return number;
}

/// 万, 亿 and the like after a number, as a power of ten.
struct Scales {
  int exponent = 0;
  std::size_t bytes = 0;
};
Scales read_scales(std::string_view text) {
  Scales scales;
  constexpr int largest = 16;
  while (const ChineseSign* sign = chinese_sign(text.substr(scales.bytes))) {
    if (sign->exponent == 0 || scales.exponent + sign->exponent > largest) break;
    scales.exponent += sign->exponent;
    scales.bytes += sign->name.size();
  }
  return scales;
}

struct Chinese {
  Decimal number;
  bool is_vague = false;
};

/// 三点五万, 一千二百, with what comes after 点.
std::optional<Chinese> read_chinese(std::string_view text) {
  const Whole whole = ChineseReader(text).read();
  if (whole.bytes == 0) return std::nullopt;
  Chinese result{{std::to_string(whole.value), 0, whole.bytes}, whole.is_vague};
  constexpr std::string_view point = "点";
  if (text.substr(whole.bytes).starts_with(point)) {
    std::size_t at = whole.bytes + point.size();
    std::string decimals;
    while (const ChineseSign* sign = chinese_sign(text.substr(at))) {
      if (sign->exponent != 0 || sign->name == "两") break;
      decimals += static_cast<char>('0' + sign->digit);
      at += sign->name.size();
    }
    if (!decimals.empty()) {
      result.number.digits.append(".").append(decimals);
      const Scales scales = read_scales(text.substr(at));
      result.number.exponent = scales.exponent;
      result.number.bytes = at + scales.bytes;
    }
  }
  return result;
}

/// Any number, with the scale after its digits.
std::optional<Numeral> read_number(std::string_view text) {
  if (auto digits = read_digits(text)) {
    const Scales scales = read_scales(text.substr(digits->bytes));
    digits->exponent = scales.exponent;
    const auto value = digits->value();
    if (!value) return std::nullopt;
    double scale = 1;
    for (int i = 0; i < scales.exponent; ++i) scale *= 10;
    return Numeral{*value, NumeralKind::number, digits->bytes + scales.bytes, scale, false};
  }
  const auto chinese = read_chinese(text);
  if (!chinese) return std::nullopt;
  const auto value = chinese->number.value();
  if (!value) return std::nullopt;
  return Numeral{*value, chinese->is_vague ? NumeralKind::unknown : NumeralKind::number,
                 chinese->number.bytes, 1, true};
}

Numeral share_of(double numerator, double denominator, std::size_t bytes, bool is_chinese) {
  return {numerator * 100 / denominator, NumeralKind::share, bytes, 1, is_chinese};
}

/// 百分之五, 三分之二, 1/3, 半数, 一半.
std::optional<Numeral> read_share(std::string_view text) {
  constexpr std::string_view halves[] = {"半数", "一半"};
  for (const std::string_view half : halves) {
    if (text.starts_with(half)) return share_of(1, 2, half.size(), true);
  }
  constexpr std::string_view of = "分之";
  const auto denominator = read_number(text);
  if (!denominator || denominator->value <= 0 || denominator->kind != NumeralKind::number)
    return std::nullopt;
  if (!text.substr(denominator->bytes).starts_with(of)) return std::nullopt;
  const std::size_t begin = denominator->bytes + of.size();
  const auto numerator = read_number(text.substr(begin));
  if (!numerator) return std::nullopt;
  Numeral share = share_of(numerator->value, denominator->value, begin + numerator->bytes,
                           denominator->is_chinese && numerator->is_chinese);
  if (denominator->value == 100) share.value = numerator->value;
  return share;
}

/// 翻一番, 翻两番, 翻番.
std::optional<Numeral> read_doubling(std::string_view text) {
  constexpr std::string_view turn = "翻";
  constexpr std::string_view time = "番";
  if (!text.starts_with(turn)) return std::nullopt;
  std::size_t at = turn.size();
  if (text.substr(at).starts_with("了")) at += std::string_view("了").size();
  if (text.substr(at).starts_with(time))
    return Numeral{2, NumeralKind::factor, at + time.size(), 1, true};
  const auto times = read_number(text.substr(at));
  constexpr double most = 64;
  if (!times || times->value <= 0 || times->value > most) return std::nullopt;
  if (!text.substr(at + times->bytes).starts_with(time)) return std::nullopt;
  return Numeral{std::exp2(times->value), NumeralKind::factor, at + times->bytes + time.size(), 1,
                 times->is_chinese};
}

/// 数十, 上百, 几千, 十几, 几.
std::optional<Numeral> read_unknown(std::string_view text) {
  constexpr std::string_view heads[] = {"数", "上", "几", "好几", "成"};
  for (const std::string_view head : heads) {
    if (!text.starts_with(head)) continue;
    const Scales scales = read_scales(text.substr(head.size()));
    if (scales.bytes == 0) continue;
    return Numeral{std::pow(10.0, scales.exponent), NumeralKind::unknown,
                   head.size() + scales.bytes, 1, true};
  }
  return std::nullopt;
}

bool begins(std::string_view text, std::initializer_list<std::string_view> words) {
  for (const std::string_view word : words) {
    if (text.starts_with(word)) return true;
  }
  return false;
}

/// 成 for tenths, unless it begins another word: 三成, but 三成为.
std::optional<Numeral> as_tenths(const Numeral& number, std::string_view text) {
  constexpr std::string_view tenth = "成";
  constexpr double most = 10;
  std::string_view rest = text.substr(number.bytes);
  if (!rest.starts_with(tenth) || number.value > most || number.scale != 1) return std::nullopt;
  rest.remove_prefix(tenth.size());
  if (begins(rest, {"为", "立", "果", "员", "功", "长", "效", "本", "交", "就", "品", "熟", "片",
                    "都", "型", "群", "份", "套"}))
    return std::nullopt;
  Numeral share{number.value * 10, NumeralKind::share, number.bytes + tenth.size(), 1,
                number.is_chinese};
  // 七成五
  if (const ChineseSign* sign = chinese_sign(rest);
      sign != nullptr && sign->exponent == 0 && sign->digit > 0 && number.is_chinese) {
    const ChineseSign* next = chinese_sign(rest.substr(sign->name.size()));
    if (next == nullptr) {
      share.value += sign->digit;
      share.bytes += sign->name.size();
    }
  }
  return share;
}

}  // namespace

std::optional<PlainNumber> read_plain_digits(std::string_view text) {
  // Most numbers are a few ASCII digits; what begins or goes on otherwise takes the longer way.
  std::size_t digits = 0;
  while (digits < text.size() && text[digits] >= '0' && text[digits] <= '9') ++digits;
  constexpr std::size_t exact = 15;
  const ArabicSign next = arabic_sign(text, digits);
  if (digits > 0 && digits <= exact && next.character == 0) {
    std::int64_t value = 0;
    for (std::size_t i = 0; i < digits; ++i) value = value * 10 + (text[i] - '0');
    return PlainNumber{static_cast<double>(value), digits};
  }
  const auto number = read_digits(text);
  if (!number) return std::nullopt;
  const auto value = number->value();
  if (!value) return std::nullopt;
  return PlainNumber{*value, number->bytes};
}

std::optional<Numeral> read_numeral(std::string_view text) {
  if (text.empty()) return std::nullopt;
  if (const auto share = read_share(text)) return share;
  if (const auto doubling = read_doubling(text)) return doubling;
  constexpr std::string_view minus = "负";
  if (text.starts_with(minus)) {
    auto number = read_number(text.substr(minus.size()));
    if (!number || number->kind != NumeralKind::number || number->value < 0) return std::nullopt;
    number->value = -number->value;
    number->bytes += minus.size();
    return number;
  }
  auto number = read_number(text);
  if (!number) return read_unknown(text);
  std::string_view rest = text.substr(number->bytes);
  constexpr std::string_view some = "几";
  if (number->is_chinese && rest.starts_with(some)) {  // 十几
    number->kind = NumeralKind::unknown;
    number->value += 1;
    number->bytes += some.size();
    return number;
  }
  if (const auto tenths = as_tenths(*number, text)) return tenths;
  constexpr std::string_view per_mille = "‰";
  constexpr std::string_view times = "倍";
  constexpr std::string_view and_a_half = "半";
  if (begins(rest, {"%", "％"})) {
    number->kind = NumeralKind::share;
    number->bytes += rest.front() == '%' ? 1 : std::string_view("％").size();
  } else if (rest.starts_with(per_mille)) {
    number->kind = NumeralKind::share;
    number->value /= 10;
    number->bytes += per_mille.size();
  } else if (rest.starts_with(times) && !rest.substr(times.size()).starts_with("增")) {
    number->kind = NumeralKind::factor;
    number->bytes += times.size();
    if (text.substr(number->bytes).starts_with(and_a_half)) {
      number->value += 0.5;
      number->bytes += and_a_half.size();
    }
  }
  return number;
}

}  // namespace jinjiang::reading
