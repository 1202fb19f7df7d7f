// SPDX-License-Identifier: BSL-1.0
#pragma once

// Changes of a scenario in words.

#include <string>

#include <jinjiang/analysis/scenario.hpp>
#include <jinjiang/detail/text.hpp>

namespace jinjiang::detail {

/// As errors name it: `scenario "late"`.
[[nodiscard]] inline std::string name_of(const Scenario& scenario) {
  return scenario.name().empty() ? "the scenario" : "scenario " + in_quotes(scenario.name());
}

class ChangeWriter {
 public:
  explicit ChangeWriter(Language language) : is_chinese_(language == Language::zh) {}

  [[nodiscard]] std::string write(const ScenarioChange& change) const {
    return shortened(node_of(change)) + (is_chinese_ ? "：" : ": ") +
           std::visit([this](const auto& is) { return words(is); }, change);
  }

 private:
  [[nodiscard]] std::string either(std::string zh, std::string en) const {
    return is_chinese_ ? std::move(zh) : std::move(en);
  }
  [[nodiscard]] Language language() const { return is_chinese_ ? Language::zh : Language::en; }
  [[nodiscard]] std::string on(Date day) const {
    return either("（" + to_string(day) + "）", " on " + to_string(day));
  }

  [[nodiscard]] std::string words(const ValueChange& change) const {
    std::string figure = format_number(change.value);
    if (!change.unit.is_none()) figure += unit_after_number(change.unit, language());
    return either("实际值 ", "reads ") + figure + (change.on ? on(*change.on) : "");
  }
  [[nodiscard]] std::string words(const ReadingsChange& change) const {
    if (change.readings.empty()) return either("没有实际值", "is not read") + on(change.on);
    std::string figures;
    for (const Observation& reading : change.readings)
      figures += (figures.empty() ? "" : either("、", ", ")) + format_number(reading.value);
    return either("实际值 ", "reads ") + figures + on(change.on);
  }
  [[nodiscard]] std::string words(const TargetChange& change) const {
    if (!change.target) return either("不设目标值", "has no target");
    return either("目标值 ", "has the target ") + jinjiang::describe(*change.target, language()) +
           revised(change.revisions);
  }
  [[nodiscard]] std::string words(const WordingChange& change) const {
    return either("目标值 ", "has the target ") + shortened(change.wording) +
           revised(change.revisions);
  }
  [[nodiscard]] std::string revised(const std::vector<Revision>& revisions) const {
    if (revisions.empty()) return {};
    const std::string count = std::to_string(revisions.size());
    return either("，调整 " + count + " 次",
                  ", revised " + count + (revisions.size() == 1 ? " time" : " times"));
  }
  [[nodiscard]] std::string words(const DateChange& change) const {
    const bool is_start = change.which == DateChange::Which::start;
    if (!change.day) {
      return is_start ? either("开始日期同计划", "starts with the plan")
                      : either("到期日同计划", "is due with the plan");
    }
    return (is_start ? either("开始日期 ", "starts on ") : either("到期日 ", "is due on ")) +
           to_string(*change.day);
  }
  [[nodiscard]] std::string words(const DurationChange& change) const {
    if (!change.days) return either("不设工期", "has no duration");
    const std::string days = std::to_string(*change.days);
    return either("工期 " + days + " 天", "takes " + days + (*change.days == 1 ? " day" : " days"));
  }
  [[nodiscard]] std::string words(const LifecycleChange& change) const {
    return is_chinese_ ? std::string(label(change.lifecycle, Language::zh))
                       : "is " + std::string(to_string(change.lifecycle));
  }
  [[nodiscard]] std::string words(const WeightChange& change) const {
    const std::string goal = shortened(change.goal);
    const std::string weight = format_number(change.weight);
    return either("在 " + goal + " 中权重 " + weight, "has weight " + weight + " in " + goal);
  }
  [[nodiscard]] std::string words(const PartChange& change) const {
    const std::string goal = shortened(change.goal);
    if (!change.weight) return either("不再隶属 " + goal, "is no longer part of " + goal);
    std::string text = either("隶属 " + goal, "is part of " + goal);
    if (*change.weight != 1)
      text += either("，权重 ", " with weight ") + format_number(*change.weight);
    if (change.is_veto) text += either("，一票否决", ", with a veto");
    return text;
  }
  [[nodiscard]] std::string words(const DependencyChange& change) const {
    const std::string other = shortened(change.predecessor);
    if (!change.terms) return either("不再依赖 " + other, "no longer depends on " + other);
    std::string text = either("依赖 " + other, "depends on " + other);
    text += either("（", " (") + std::string(to_string(change.terms->type));
    if (change.terms->lag != 0)
      text += (change.terms->lag > 0 ? " +" : " ") + std::to_string(change.terms->lag);
    return text + either("）", ")");
  }
  [[nodiscard]] std::string words(const Removal&) const { return either("删除", "is removed"); }
  [[nodiscard]] std::string words(const Addition& change) const {
    const std::string kind(label(change.kind, language()));
    std::string text = either("新增" + kind, "is added as " + kind);
    if (!change.title.empty()) text += " " + in_quotes(change.title);
    return text;
  }

  bool is_chinese_;
};

}  // namespace jinjiang::detail
