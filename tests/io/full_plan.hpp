// SPDX-License-Identifier: BSL-1.0
#pragma once

// A plan that has everything.

#include <chrono>

#include <jinjiang/model.hpp>

namespace jj = jinjiang;
using namespace std::chrono_literals;

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
              .start = 2024y / 3 / 1,
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
