// SPDX-License-Identifier: BSL-1.0
#include "reading/figures/unit_index.hpp"

#include <algorithm>
#include <initializer_list>

#include "reading/numerals/match.hpp"
#include "reading/numerals/numeral_signs.hpp"

namespace jinjiang::reading {

namespace {

UnitKind kind_of(Unit unit) {
  const std::string& dimension = unit.dimension();
  const std::string_view base(dimension.data(), std::min(dimension.find('/'), dimension.size()));
  if (base == "%") return UnitKind::percent;
  if (base == "百分点") return UnitKind::points;
  if (base == "倍") return UnitKind::times;
  if (base == "小时" || base == "月" || base == "工作日") return UnitKind::duration;
  for (const std::string_view amount :
       Words{"平方米", "米",   "立方米", "公斤",   "吨标准煤", "元",   "美元",   "港元", "欧元",
             "日元",   "英镑", "千瓦时", "千瓦",   "千伏安",   "标箱", "P",      "卡",   "分",
             "度",     "成",   "吨公里", "人公里", "车公里",   "千帕", "载重吨", "总吨"}) {
    if (base == amount) return UnitKind::amount;
  }
  return UnitKind::things;
}

}  // namespace

std::size_t scale_bytes(std::string_view text) noexcept {
  std::size_t bytes = 0;
  constexpr std::size_t most = 12;
  while (bytes < most) {
    const ChineseSign* sign = chinese_sign(text.substr(bytes));
    if (sign == nullptr || sign->exponent == 0) break;
    bytes += sign->name.size();
  }
  return bytes;
}

UnitIndex::UnitIndex(const UnitTable& units) : units_(&units) {
  for (const std::string_view symbol : units.symbols()) {
    const Unit plain = units.at(symbol);
    const auto with = [&](const char* scale) {
      return units.find(scale + std::string(symbol)).value_or(plain);
    };
    entries_.push_back({std::string(symbol), first_character(symbol), kind_of(plain), plain,
                        with("万"), with("亿")});
  }
  std::ranges::sort(entries_, [](const Entry& a, const Entry& b) {
    const auto x = first_character(a.symbol);
    const auto y = first_character(b.symbol);
    if (x != y) return x < y;
    return a.symbol.size() != b.symbol.size() ? a.symbol.size() > b.symbol.size()
                                              : a.symbol < b.symbol;
  });
  constexpr std::size_t characters = 0x10000;
  first_.resize(characters, 0);
  for (std::size_t i = entries_.size(); i-- > 0;)
    first_[first_character(entries_[i].symbol)] = static_cast<std::uint16_t>(i + 1);
  percent_ = find("%").value_or(Unit{});
  points_ = find("个百分点").value_or(Unit{});
  places_ = find("位").value_or(Unit{});
  things_ = find("个").value_or(Unit{});
}

std::optional<Unit> UnitIndex::find(std::string_view symbol) const {
  const auto unit = units_->find(symbol);
  return unit ? unit : UnitTable::standard().find(symbol);
}

const UnitIndex::Entry* UnitIndex::longest(std::string_view text) const {
  const std::uint32_t first = first_character(text);
  for (std::size_t i = first_[first]; i > 0 && i <= entries_.size(); ++i) {
    const Entry& entry = entries_[i - 1];
    if (entry.first != first) break;
    if (starts_with(text, entry.symbol)) return &entry;
  }
  return nullptr;
}

UnitIndex::Base UnitIndex::match_base(std::string_view text) const {
  Base best;
  const std::size_t scales = scale_bytes(text);
  // 千瓦 is a unit, not a thousand 瓦: of two equally long ones that with fewer scales.
  for (std::size_t at = 0; at <= scales; at += 3) {
    const Entry* entry = longest(text.substr(at));
    if (entry != nullptr && at + entry->symbol.size() > best.bytes)
      best = {entry, at, at + entry->symbol.size()};
  }
  return best;
}

Unit UnitIndex::scaled(const Entry& entry, std::string_view scales) const {
  if (scales.empty()) return entry.plain;
  if (scales == "万") return entry.with_ten_thousand;
  if (scales == "亿") return entry.with_hundred_millions;
  return units_->find(std::string(scales) + entry.symbol).value_or(entry.plain);
}

std::optional<UnitMatch> UnitIndex::match(std::string_view text, std::string_view scale) const {
  // As air is measured on screens and in tables.
  for (const std::string_view spelt : Words{"μg/m³", "µg/m³", "ug/m3", "μg/m3"}) {
    if (!starts_with(text, spelt)) continue;
    if (const auto unit = find("微克/立方米"))
      return UnitMatch{*unit, kind_of(*unit), spelt.size(), 0};
  }
  const Base above = match_base(text);
  if (above.entry == nullptr) return std::nullopt;
  std::string_view rest = text.substr(above.bytes);
  for (const std::string_view per : Words{"/", "／", "每"}) {
    if (above.entry->kind == UnitKind::percent || !starts_with(rest, per)) continue;
    const Base below = match_base(rest.substr(per.size()));
    if (below.entry == nullptr) continue;
    const std::size_t bytes = above.bytes + per.size() + below.bytes;
    const auto rate = units_->find(std::string(scale) + std::string(text.substr(0, bytes)));
    // 元每人 is a rate that is paid; 微克每立方米 a unit.
    if (rate) return UnitMatch{*rate, kind_of(*rate), bytes, above.scales};
  }
  if (scale.empty())
    return UnitMatch{scaled(*above.entry, text.substr(0, above.scales)), above.entry->kind,
                     above.bytes, above.scales};
  const std::string scales = std::string(scale) + std::string(text.substr(0, above.scales));
  return UnitMatch{scaled(*above.entry, scales), above.entry->kind, above.bytes, above.scales};
}

}  // namespace jinjiang::reading
