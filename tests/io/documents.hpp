// SPDX-License-Identifier: BSL-1.0
#pragma once

// Documents for the tests of the formats, and what the readers say when they refuse one.

#include <string>
#include <string_view>

#include <jinjiang/io.hpp>

#include "support/text.hpp"

/// A plan of 2024 in JSON. The heading begins on line 3, the nodes on line 4.
inline std::string plan_text(std::string_view nodes, std::string_view heading = {}) {
  return "{\"format\": \"jinjiang-plan\", \"version\": 1, \"id\": \"p\",\n"
         "\"period\": {\"start\": \"2024-01-01\", \"end\": \"2024-12-31\"},\n" +
         std::string(heading) + "\"nodes\": [\n" + std::string(nodes) + "\n]}";
}

/// The same with one indicator `i` that has this target; the target begins in column 44 of line 4.
inline std::string target_text(std::string_view target) {
  return plan_text("{\"id\": \"i\", \"kind\": \"indicator\", \"target\": " + std::string(target) +
                   "}");
}

/// Observations in JSON. The readings begin on line 2.
inline std::string readings_text(std::string_view readings) {
  return "{\"format\": \"jinjiang-observations\", \"version\": 1, \"readings\": [\n" +
         std::string(readings) + "\n]}";
}

/// What a call says when it refuses a text, `(accepted)` when it does not; the test fails when it
/// throws anything but an error of the library, or when the message does not begin with the place
/// that the exception names.
template <class Call>
std::string refusal(const Call& call) {
  try {
    call();
  } catch (const jj::FormatError& error) {
    CHECK(std::string_view(error.what()).starts_with(error.place().to_string()));
    return error.what();
  } catch (const jj::Error& error) {
    return error.what();
  }
  return "(accepted)";
}

inline std::string plan_refusal(const std::string& text, jj::io::ReadOptions options = {}) {
  options.file = "plan.json";
  return refusal([&] { static_cast<void>(jj::io::read_plan_json(text, options)); });
}

inline std::string readings_refusal(const std::string& text, jj::io::ReadOptions options = {}) {
  options.file = "o.json";
  return refusal([&] { static_cast<void>(jj::io::read_observations_json(text, options)); });
}

inline std::string csv_refusal(const std::string& text, jj::io::ReadOptions options = {}) {
  options.file = "o.csv";
  return refusal([&] { static_cast<void>(jj::io::read_observations_csv(text, options)); });
}

/// The plan as it comes back from JSON; its second save must equal its first to the byte.
inline jj::Plan reloaded(const jj::Plan& plan) {
  const std::string first = jj::io::write_plan_json(plan);
  const jj::Plan again = jj::io::read_plan_json(first);
  CHECK(jj::io::write_plan_json(again) == first);
  return again;
}

inline jj::Observations reloaded_json(const jj::Observations& observations) {
  const std::string first = jj::io::write_observations_json(observations);
  const jj::Observations again = jj::io::read_observations_json(first);
  CHECK(jj::io::write_observations_json(again) == first);
  return again;
}

inline jj::Observations reloaded_csv(const jj::Observations& observations) {
  const std::string first = jj::io::write_observations_csv(observations);
  const jj::Observations again = jj::io::read_observations_csv(first);
  CHECK(jj::io::write_observations_csv(again) == first);
  return again;
}

inline jj::Plan reloaded_jjx(const jj::Plan& plan) {
  const std::string first = jj::io::write_plan_jjx(plan);
  const jj::Plan again = jj::io::read_plan_jjx(first);
  CHECK(jj::io::write_plan_jjx(again) == first);
  return again;
}

inline jj::Observations reloaded_jjx(const jj::Observations& observations) {
  const std::string first = jj::io::write_observations_jjx(observations);
  const jj::Observations again = jj::io::read_observations_jjx(first);
  CHECK(jj::io::write_observations_jjx(again) == first);
  return again;
}

/// Two goals, two indicators and two tasks with every field that a plan can have.
inline jj::Plan full_plan() {
  jj::UnitTable units = jj::UnitTable::standard();
  units.add("担", "公斤", 50);
  units.add("亩半", "平方米", 1e4, 10);
  jj::Target wheat(
      jj::Comparator::at_least, 1600.5, units.at("万担"),
      {.measure = jj::Measure::increment,
       .baseline = 1500,
       .due = 2024y / 9 / 30,
       .profile = jj::Profile::milestones({{2024y / 3 / 31, 0.25}, {2024y / 6 / 30, 0.5}}),
       .firmness = jj::Firmness::must,
       .basis = "可比"});
  jj::PlanBuilder draft("full", {2024y / 1 / 1, 2024y / 12 / 31});
  draft.title("示例 \"plan\"\\").issuer("某市人民政府").language(jj::Language::en);
  draft.source({"报告", "一", 0, 1200}).units(units).extensions({{"x-owner", "{\"a\":[1,null]}"}});
  draft.policy({1.2, 0.9, 0.7, 0.25, jj::Missing::zero, 60});
  draft.goal("g", "大目标",
             {.rule = {jj::RuleKind::at_least, 2}, .tags = {"a", "b"}, .note = "n\n\t\x01"});
  draft.goal("g.h", "小目标",
             {.part_of = {{"g", 2.5, true}},
              .lifecycle = jj::Lifecycle::suspended,
              .firmness = jj::Firmness::stretch,
              .rule = {jj::RuleKind::worst}});
  draft.indicator(
      "wheat", "粮食", wheat,
      {.part_of = {{"g.h"}, {"g", 0.1}},
       .revisions = {{2024y / 5 / 1, wheat.with({.measure = jj::Measure::increment}), "水灾"}}});
  draft.indicator("rate", "增速",
                  jj::Target::relative(jj::Comparator::above, {"base", 1.5}, units.at("%"),
                                       {.measure = jj::Measure::growth,
                                        .base = jj::ComparisonBase::parse("annual 2021-2025")}));
  draft.indicator("base", "监测", std::nullopt);
  draft.indicator("tax", "税收", jj::Target::set_elsewhere("省", units.at("亿元")));
  draft.indicator("price", "物价",
                  jj::about(3, "%",
                            {.measure = jj::Measure::growth,
                             .tolerance = 0.25,
                             .base = jj::ComparisonBase::parse("previous_period")}));
  draft.indicator(
      "range", "区间",
      jj::between(6, 7, "%",
                  {.profile = jj::Profile::monthly({0.5, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0.5})}));
  draft.indicator("few", "少", jj::reach(5, "个", {.direction = jj::Direction::lower}));
  draft.task("design", "设计",
             {.owner = "甲局",
              .supporting = {"乙局", "丙局"},
              .due = 2024y / 3 / 31,
              .duration = 31,
              .progress = 0.125,
              .source = {.section = "二"},
              .extensions = {{"x-n", "-0.50"}}});
  draft.task("build", "建设",
             {.depends_on = {{"design", jj::DependencyType::SS, -5, "分析者所设"}, {"wheat"}},
              .start = 2024y / 4 / 1,
              .profile = jj::ProfileKind::hold,
              .lifecycle = jj::Lifecycle::cancelled,
              .firmness = jj::Firmness::exploratory});
  return draft.build();
}
