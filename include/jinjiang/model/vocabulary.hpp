// SPDX-License-Identifier: BSL-1.0
#pragma once

// The enumerations of the model and their names. The glossary in docs/ gives the 中文 of each.

#include <cstdint>

#include <jinjiang/detail/names.hpp>

namespace jinjiang {

/// What a node is: measured through its parts, by a number, or by being done.
enum class NodeKind : std::uint8_t { goal, indicator, task };

/// How a figure is to be read. Bounds follow 民法典 第1259条: 以上 and 以内 include the number,
/// 超过 and 不满 do not.
enum class Comparator : std::uint8_t {
  reach,     ///< a bare figure: 100个
  at_least,  ///< 以上, 不低于, 不少于
  above,     ///< 超, 超过, 突破
  at_most,   ///< 以内, 以下, 不超过
  below,     ///< 低于, 不满
  about,     ///< 左右, 约
  between    ///< 6%—7%
};

/// Which way is better.
enum class Direction : std::uint8_t { higher, lower, within };

/// What kind of number is counted.
enum class Measure : std::uint8_t {
  level,          ///< stock at a date
  increment,      ///< flow summed over the period: 新增, 完成
  net_increment,  ///< 净增
  count,          ///< number of items done
  growth,         ///< rate against a base period, in %
  change,         ///< in percentage points
  share,          ///< part of a whole, in %
  rank
};

/// How firmly it was promised.
enum class Firmness : std::uint8_t { must, committed, stretch, exploratory };

/// Where the work on a node stands administratively; separate from its status.
enum class Lifecycle : std::uint8_t { draft, active, suspended, done, cancelled };

/// How much of the way is expected by a date.
enum class ProfileKind : std::uint8_t { linear, hold, at_due, monthly, milestones };

/// How sure an observation is.
enum class Stage : std::uint8_t { estimate, provisional, final };

/// Whether a reading of a flow counts from the start of the period or for its own span only.
enum class Span : std::uint8_t { cumulative, per_period };

/// Finish-to-start, start-to-start, finish-to-finish, start-to-finish.
enum class DependencyType : std::uint8_t { FS, SS, FF, SF };

/// What a link says: that a goal has a part, or that a successor depends on a predecessor.
enum class LinkKind : std::uint8_t { part, dependency };

/// How a goal is made of its parts.
enum class RuleKind : std::uint8_t { mean, worst, at_least, all };

/// What a part without data counts as in its goal.
enum class Missing : std::uint8_t { exclude, zero, expected };

/// The language of reports and messages to readers.
enum class Language : std::uint8_t { zh, en };

template <>
struct EnumNames<NodeKind> {
  static constexpr std::array<std::string_view, 3> all{"goal", "indicator", "task"};
};
template <>
struct EnumNames<Comparator> {
  static constexpr std::array<std::string_view, 7> all{"reach", "at_least", "above",  "at_most",
                                                       "below", "about",    "between"};
};
template <>
struct EnumNames<Direction> {
  static constexpr std::array<std::string_view, 3> all{"higher", "lower", "within"};
};
template <>
struct EnumNames<Measure> {
  static constexpr std::array<std::string_view, 8> all{
      "level", "increment", "net_increment", "count", "growth", "change", "share", "rank"};
};
template <>
struct EnumNames<Firmness> {
  static constexpr std::array<std::string_view, 4> all{"must", "committed", "stretch",
                                                       "exploratory"};
};
template <>
struct EnumNames<Lifecycle> {
  static constexpr std::array<std::string_view, 5> all{"draft", "active", "suspended", "done",
                                                       "cancelled"};
};
template <>
struct EnumNames<ProfileKind> {
  static constexpr std::array<std::string_view, 5> all{"linear", "hold", "at_due", "monthly",
                                                       "milestones"};
};
template <>
struct EnumNames<Stage> {
  static constexpr std::array<std::string_view, 3> all{"estimate", "provisional", "final"};
};
template <>
struct EnumNames<Span> {
  static constexpr std::array<std::string_view, 2> all{"cumulative", "per_period"};
};
template <>
struct EnumNames<DependencyType> {
  static constexpr std::array<std::string_view, 4> all{"FS", "SS", "FF", "SF"};
};
template <>
struct EnumNames<LinkKind> {
  static constexpr std::array<std::string_view, 2> all{"part", "dependency"};
};
template <>
struct EnumNames<RuleKind> {
  static constexpr std::array<std::string_view, 4> all{"mean", "worst", "at_least", "all"};
};
template <>
struct EnumNames<Missing> {
  static constexpr std::array<std::string_view, 3> all{"exclude", "zero", "expected"};
};
template <>
struct EnumNames<Language> {
  static constexpr std::array<std::string_view, 2> all{"zh", "en"};
};

/// The word a reader sees: 新增, `increment`.
[[nodiscard]] constexpr std::string_view label(Measure measure, Language language) noexcept {
  constexpr std::array<std::string_view, 8> zh{"存量", "新增", "净增", "数量",
                                               "增速", "变化", "占比", "位次"};
  return language == Language::zh ? zh[static_cast<std::size_t>(measure)] : to_string(measure);
}

/// The word a reader sees: 目标, `goal`.
[[nodiscard]] constexpr std::string_view label(NodeKind kind, Language language) noexcept {
  constexpr std::array<std::string_view, 3> zh{"目标", "指标", "任务"};
  return language == Language::zh ? zh[static_cast<std::size_t>(kind)] : to_string(kind);
}

/// The word a reader sees: 办理中, `active`.
[[nodiscard]] constexpr std::string_view label(Lifecycle lifecycle, Language language) noexcept {
  constexpr std::array<std::string_view, 5> zh{"草案", "办理中", "暂缓", "已办结", "已取消"};
  return language == Language::zh ? zh[static_cast<std::size_t>(lifecycle)] : to_string(lifecycle);
}

/// The word a reader sees: 力争, `stretch`.
[[nodiscard]] constexpr std::string_view label(Firmness firmness, Language language) noexcept {
  constexpr std::array<std::string_view, 4> zh{"确保", "承诺", "力争", "探索"};
  return language == Language::zh ? zh[static_cast<std::size_t>(firmness)] : to_string(firmness);
}

/// Increment, net increment and count are summed over the period.
[[nodiscard]] constexpr bool is_flow(Measure measure) noexcept {
  return measure == Measure::increment || measure == Measure::net_increment ||
         measure == Measure::count;
}

/// Growth, change and rank hold from the first day, and are decided only at the due date.
[[nodiscard]] constexpr bool is_settled_at_due(Measure measure) noexcept {
  return measure == Measure::growth || measure == Measure::change || measure == Measure::rank;
}

}  // namespace jinjiang
