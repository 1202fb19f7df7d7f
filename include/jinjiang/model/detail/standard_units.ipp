// SPDX-License-Identifier: BSL-1.0
#pragma once

// The units that every plan knows.

#include <algorithm>

#include <jinjiang/model/unit.hpp>

namespace jinjiang {

namespace detail {

/// Measure words: each counts things of its own kind.
inline constexpr std::string_view measure_words[] = {
    "个",   "家",   "户",   "场",   "套",   "张",   "所",   "座",   "条",   "项",   "件",
    "名",   "人",   "人次", "辆",   "台",   "次",   "位",   "只",   "头",   "株",   "棵",
    "部",   "本",   "篇",   "册",   "门",   "种",   "类",   "批",   "组",   "支",   "处",
    "栋",   "幢",   "间",   "层",   "艘",   "架",   "列",   "对",   "双",   "份",   "宗",
    "例",   "起",   "笔",   "期",   "届",   "站",   "村",   "镇",   "县",   "市",   "街道",
    "社区", "班",   "队",   "床",   "车次", "班次", "课时", "标箱", "航次", "盏",   "根",
    "块",   "片",   "口",   "口井", "车位", "站点", "企业", "单",   "趟",   "幅",   "尊",
    "眼",   "柜",   "席",   "案",   "款",   "羽",   "尾",   "枚",   "副",   "封",   "首",
    "曲",   "桩",   "床位", "泊位", "席位", "场次", "户次", "家次", "台次", "架次", "辆次",
    "件次", "批次", "例次", "剂次", "人份", "岁",   "杆",   "扇",   "顶",   "轮"};

}  // namespace detail

JINJIANG_INLINE std::optional<double> whole_things(Unit unit) noexcept {
  const auto& words = detail::measure_words;
  const UnitDefinition& is = unit.definition();
  const bool counts =
      std::find(std::begin(words), std::end(words), is.dimension) != std::end(words);
  if (!counts || is.dimension == "岁") return std::nullopt;  // an age may be 78.5 岁
  return is.numerator / is.denominator;
}

JINJIANG_INLINE const UnitTable& UnitTable::standard() {
  static const UnitTable table = [] {
    UnitTable units;
    for (const std::string_view word : detail::measure_words)
      units.add(std::string(word), std::string(word));
    units.add("标准箱", "标箱");
    // Area; 15 亩 = 1 公顷 exactly (国务院《关于在我国统一实行法定计量单位的命令》).
    units.add("平方米", "平方米");
    units.add("㎡", "平方米");
    units.add("m²", "平方米");
    units.add("平方公里", "平方米", 1e6);
    units.add("平方千米", "平方米", 1e6);
    units.add("公顷", "平方米", 1e4);
    units.add("亩", "平方米", 1e4, 15);
    units.add("米", "米");
    units.add("公里", "米", 1e3);
    units.add("千米", "米", 1e3);
    units.add("海里", "米", 1852);
    units.add("立方米", "立方米");
    units.add("升", "立方米", 1, 1e3);
    // Mass.
    units.add("公斤", "公斤");
    units.add("千克", "公斤");
    units.add("斤", "公斤", 1, 2);
    units.add("克", "公斤", 1, 1e3);
    units.add("毫克", "公斤", 1, 1e6);
    units.add("微克", "公斤", 1, 1e9);
    units.add("吨", "公斤", 1e3);
    units.add("吨标准煤", "吨标准煤");
    // Money: currencies do not convert.
    for (const char* currency : {"元", "美元", "港元", "欧元", "日元", "英镑"})
      units.add(currency, currency);
    // Energy, power.
    units.add("千瓦时", "千瓦时");
    units.add("度", "千瓦时");
    units.add("千瓦", "千瓦");
    units.add("瓦", "千瓦", 1, 1e3);
    units.add("兆瓦", "千瓦", 1e3);
    units.add("吉瓦", "千瓦", 1e6);
    units.add("兆瓦时", "千瓦时", 1e3);
    units.add("吉瓦时", "千瓦时", 1e6);
    units.add("千伏安", "千伏安");
    units.add("吨公里", "吨公里");
    units.add("人公里", "人公里");
    // Time: a day has 24 hours; months and years have no fixed number of days.
    units.add("小时", "小时");
    units.add("分钟", "小时", 1, 60);
    units.add("天", "小时", 24);
    units.add("日", "小时", 24);
    units.add("周", "小时", 168);
    units.add("工作日", "工作日");
    units.add("个工作日", "工作日");
    units.add("个小时", "小时");
    units.add("秒", "小时", 1, 3600);
    units.add("毫秒", "小时", 1, 3.6e6);
    units.add("月", "月");
    units.add("个月", "月");
    units.add("季度", "月", 3);
    units.add("年", "月", 12);
    // Ratios. A percentage point is the difference of two percentages and never mixes with them.
    units.add("%", "%");
    units.add("％", "%");
    units.add("‰", "%", 1, 10);
    units.add("成", "%", 10);
    units.add("百分点", "百分点");
    units.add("个百分点", "百分点");
    for (const char* symbol : {"基点", "个基点", "BP", "个BP"}) units.add(symbol, "百分点", 1, 100);
    units.add("倍", "倍");
    units.add("分", "分");
    units.add("P", "P");
    return units;
  }();
  return table;
}

}  // namespace jinjiang
