// SPDX-License-Identifier: BSL-1.0
#pragma once

// Plans and observations made by chance from a seed, the same on every machine.

#include <cstdint>
#include <random>
#include <string>
#include <vector>

#include <jinjiang/io.hpp>

#include "support/text.hpp"

/// Draws numbers and words.
class Chance {
 public:
  explicit Chance(std::uint32_t seed) : engine_(seed) {}

  std::uint32_t below(std::size_t n) { return static_cast<std::uint32_t>(engine_() % n); }
  bool one_in(std::uint32_t n) { return below(n) == 0; }
  /// Decimals, tiny and huge ones among them.
  double number() {
    static constexpr double scales[] = {1, 0.1, 1e-9, 3.7e15, 1e300};
    return (static_cast<double>(below(2'000'001)) - 1'000'000) * scales[below(5)];
  }
  jj::Date day() { return jj::Date(2024y / 1 / 1) + static_cast<int>(below(366)); }
  std::string word() {
    static constexpr const char* parts[] = {"晋江", "plan", " ", "\"",   "\\", "\n",
                                            ",",    "/",    "=", "\x02", "😀", "é"};
    std::string text = "w";
    for (std::uint32_t i = below(6); i > 0; --i) text += parts[below(12)];
    return text + "w";
  }
  /// As word(), without control characters.
  std::string id() {
    std::string text = word();
    std::erase_if(text, [](char c) { return static_cast<unsigned char>(c) < 0x20; });
    return text;
  }
  template <jj::NamedEnum Enum>
  Enum any() {
    return static_cast<Enum>(below(jj::EnumNames<Enum>::all.size()));
  }

 private:
  std::mt19937 engine_;
};

inline jj::Target random_target(Chance& chance) {
  static constexpr const char* units[] = {"个", "万户", "亿元", "亩", "%"};
  jj::TargetOptions options{.measure = jj::Measure::level};
  if (chance.one_in(2)) options.baseline = chance.number();
  if (chance.one_in(2)) {
    options.due = chance.day();
  } else if (chance.one_in(2)) {
    options.profile = jj::Profile::milestones({{chance.day(), 0.125}});
  }
  if (chance.one_in(3)) options.basis = chance.word();
  options.firmness = chance.any<jj::Firmness>();
  const auto comparator = chance.any<jj::Comparator>();
  const double value = chance.number();
  if (comparator == jj::Comparator::between) options.upper = value + 1e10 + std::fabs(value);
  if (comparator == jj::Comparator::about) options.tolerance = std::fabs(chance.number());
  return {comparator, value, std::string_view(units[chance.below(5)]), options};
}

/// Goals first, every node under some goals before it; only leaves wait for leaves.
inline jj::Plan random_plan(std::uint32_t seed, std::uint32_t nodes) {
  Chance chance(seed);
  jj::PlanBuilder draft(chance.id(), {2024y / 1 / 1, 2024y / 12 / 31});
  draft.title(chance.word()).language(chance.any<jj::Language>());
  const std::uint32_t goals = nodes / 4 + 1;
  const auto name = [](std::uint32_t i) {
    return "节点" + std::to_string(i * 7919 % 1000) + "." + std::to_string(i);
  };
  for (std::uint32_t i = 0; i < nodes; ++i) {
    jj::NodeOptions options{.lifecycle = chance.any<jj::Lifecycle>()};
    for (std::uint32_t g = chance.below(3); g < std::min(i, goals) && options.part_of.size() < 3;
         g += 1 + chance.below(9)) {
      options.part_of.emplace_back(name(g), chance.one_in(2) ? 1 : 0.1 + chance.below(50),
                                   chance.one_in(5));
    }
    if (chance.one_in(3)) options.owner = chance.word();
    if (chance.one_in(5)) options.tags = {chance.word(), chance.word()};
    if (chance.one_in(5)) options.note = chance.word();
    if (chance.one_in(5)) options.source = {chance.word(), "", chance.below(1000), std::nullopt};
    if (chance.one_in(9)) options.extensions = {{"x-" + chance.word(), "[true,1e5]"}};
    if (i < goals) {
      options.rule =
          chance.one_in(2) ? jj::Rule{} : jj::Rule{jj::RuleKind::at_least, 1 + chance.below(3)};
      draft.goal(name(i), chance.word(), options);
      continue;
    }
    if (i > goals && chance.one_in(3)) {
      options.depends_on = {
          {name(goals + chance.below(i - goals)), chance.any<jj::DependencyType>(),
           static_cast<int>(chance.below(20)) - 10, chance.one_in(2) ? "" : chance.word()}};
    }
    if (chance.one_in(2)) {
      draft.indicator(name(i), chance.word(), random_target(chance), options);
      continue;
    }
    if (chance.one_in(2)) options.start = chance.day();
    if (chance.one_in(3)) options.duration = 1 + static_cast<int>(chance.below(30));
    if (chance.one_in(3)) options.progress = chance.below(9) / 8.0;
    draft.task(name(i), chance.word(), options);
  }
  return draft.build();
}

inline jj::Observations random_observations(std::uint32_t seed, std::uint32_t count) {
  static constexpr const char* units[] = {"", "个", "万元/亩", "百分点"};
  Chance chance(seed);
  jj::Observations all;
  for (std::uint32_t i = 0; i < count; ++i) {
    const jj::Date day = chance.day();
    jj::ReadingOptions options{.unit = jj::UnitTable::standard().at(units[chance.below(4)]),
                               .stage = chance.any<jj::Stage>(),
                               .span = chance.any<jj::Span>()};
    if (chance.one_in(2)) options.known_on = day + static_cast<int>(chance.below(90));
    if (chance.one_in(2)) options.basis = chance.word();
    if (chance.one_in(2)) options.source = chance.word();
    if (chance.one_in(2)) options.note = chance.word();
    all.add("节点,\"" + std::to_string(i % 1000), day, chance.number(), options);
  }
  return all;
}
