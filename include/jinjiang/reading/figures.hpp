// SPDX-License-Identifier: BSL-1.0
#pragma once

// The figures of a sentence: what is promised or reported of what, with every word that bears on
// it. And the numbers that are none: names, dates, grades.
//
// A sentence is turned into tokens once; rules over tokens decide. Every figure says which rule
// made it and what was doubtful. docs/reading/figures.md lists the rules with the reason for each.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <jinjiang/detail/config.hpp>
#include <jinjiang/model/target.hpp>
#include <jinjiang/reading/text_range.hpp>

namespace jinjiang::reading {

/// Numbers that promise nothing.
enum class TrapKind : std::uint8_t {
  name,         ///< part of a name: “1+6”, 九十九溪, 万达广场, PM2.5, 5G, R1线
  ordinal,      ///< 第三次会议, 首批, 二期
  date,         ///< 2024年, 6月底, 十四五
  period,       ///< how long or how often: 三年行动, 每年
  grade,        ///< Ⅲ类以上, 3A级, 三级甲等, 省级以上
  size,         ///< of one thing: 1200座剧院
  rule,         ///< a rate that is paid or charged: 每人每月补助200元
  condition,    ///< what is counted, not how much: 总投资10亿元以上的项目
  enumeration,  ///< numbers a list or counts its heads: (1), 八个方面, 两项试点
  reference  ///< of something else, for comparison: 高于全国2个百分点 of the country's rate
};

/// A number that promises nothing.
struct Trap {
  TextRange words;                 ///< in the sentence
  TrapKind kind = TrapKind::name;  ///< why it does not
  friend bool operator==(const Trap&, const Trap&) = default;
};

/// A place where the rules could have gone another way.
struct Doubt {
  std::string code;                       ///< stable: `approximate`, `measure_guessed`, ...
  std::string reason;                     ///< in Chinese, for the person who checks
  std::vector<std::string> alternatives;  ///< what else it could mean, likeliest first
  friend bool operator==(const Doubt&, const Doubt&) = default;
};

/// Which things are counted: 总投资10亿元以上 in 总投资10亿元以上的项目20个.
struct Condition {
  TextRange words;                            ///< in the sentence
  Comparator comparator = Comparator::reach;  ///< how its own figure is to be read
  double value = 0;                           ///< in `unit`
  Unit unit;                                  ///< of the value
};

/// What a figure without a value of its own is held against.
struct Reference {
  TextRange words;        ///< 经济增长, 全市平均, 省下达
  bool is_order = false;  ///< a task that others set (完成省下达任务), not a series
  double offset = 0;      ///< in the figure's unit: 1 in 高于全市1个百分点
};

/// How far a project is to come. The order is that of the work.
enum class ProjectStage : std::uint8_t {
  none,
  signed_up,     ///< 签约
  landed,        ///< 落地
  started,       ///< 开工
  completed,     ///< 竣工, 建成
  in_operation,  ///< 投产, 投用
  at_capacity    ///< 达产, 达效
};

/// Of which time a figure is told.
enum class ToldOf : std::uint8_t {
  unsaid,
  year,          ///< the whole of one, or its end: 全年, 去年
  part_of_year,  ///< 上半年, 1—11月
  years          ///< 五年来, “十四五”期间, 累计
};

/// One figure, as the words have it. Ranges are bytes of the sentence that was read.
struct Figure {
  TextRange words;  ///< from the first word that bears on it to the last, its subject included
  TextRange
      number;  ///< the number or range with its unit; 正增长, 翻一番, 全覆盖 where there is none
  TextRange subject;  ///< what is measured; empty when the sentence leaves it out
  std::string title;  ///< short and readable, made of verb and subject: 新增规上企业

  Comparator comparator = Comparator::reach;  ///< how the figure is to be read
  /// In `unit`; a fall is negative, as in Target::parse. Not a number where `reference` gives it.
  double value = 0;
  std::optional<double> upper = {};  ///< of a range, in `unit`
  Unit unit;  ///< as written: 5.6 of 万户, 7 of 千亿元; 八成 is 80 of %
  Measure measure = Measure::level;         ///< what kind of number it is
  Direction direction = Direction::higher;  ///< which way is better
  Firmness firmness = Firmness::committed;  ///< how firmly it is promised
  ComparisonBase base = {};                 ///< of a growth or a change
  std::string basis = {};                   ///< 同口径, 可比价
  std::optional<double> baseline = {};      ///< 70 in 从70%提高到85%
  std::optional<Reference> reference = {};  ///< what gives the value, where no number does
  ProjectStage stage = ProjectStage::none;  ///< how far a project is to come
  TextRange verb = {};  ///< of what is done: 新增, 关停; empty where none says
  TextRange body = {};  ///< 全省, 我县: of whom it is told, where the subject leaves it out
  ToldOf told_of = ToldOf::unsaid;         ///< of which time it is told
  std::vector<Condition> conditions = {};  ///< which things are counted
  std::optional<int> due_year = {};        ///< 到2026年
  std::optional<int> due_month = {};       ///< 6月底前; of the report's year, or of due_year
  std::optional<int> due_day = {};         ///< 6月15日前; without one the month's last
  bool is_approximate = false;     ///< 近, 约, 余, 多, 上百: the number itself is not exact
  bool is_observed = false;        ///< told as done: 去年…, 预计…, 已…
  bool is_estimate = false;        ///< 预计, 初步核算
  bool is_part = false;            ///< 其中: a part of the figure before it
  std::string rule;                ///< the rule that decided, as in docs/reading/figures.md
  std::vector<Doubt> doubts = {};  ///< what else the words could mean

  /// As the target of an indicator.
  /// @throws TargetError  the words contradict each other; the doubts say so
  [[nodiscard]] JINJIANG_EXPORT Target target() const;
};

/// What the words around a sentence tell of it.
struct FigureOptions {
  const UnitTable* units = nullptr;  ///< default: the standard units
  /// The sentence tells what was done, so that a bare number is no promise.
  bool is_review = false;
  /// Of the plan: 三年内 begins with it.
  std::optional<int> year = {};
};

/// What was read of one sentence.
struct FigureReading {
  std::vector<Figure> figures;  ///< in the order of their numbers
  std::vector<Trap> traps;  ///< in order; every digit of the sentence is in a figure, here or in
  std::vector<TextRange> unread;  ///< here: numbers for which no rule was found
};

/// Reads one sentence, or a clause of it. Never throws for what the text says; bytes that are not
/// UTF-8 are passed over.
/// @par Complexity  O(bytes)
[[nodiscard]] JINJIANG_EXPORT FigureReading read_figures(std::string_view sentence,
                                                         const FigureOptions& options = {});

}  // namespace jinjiang::reading

namespace jinjiang {

template <>
struct EnumNames<reading::TrapKind> {
  static constexpr std::array<std::string_view, 10> all{
      "name", "ordinal", "date",      "period",      "grade",
      "size", "rule",    "condition", "enumeration", "reference"};
};
template <>
struct EnumNames<reading::ProjectStage> {
  static constexpr std::array<std::string_view, 7> all{
      "none", "signed_up", "landed", "started", "completed", "in_operation", "at_capacity"};
};

}  // namespace jinjiang
