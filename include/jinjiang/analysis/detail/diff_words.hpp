// SPDX-License-Identifier: BSL-1.0
#pragma once

// A difference of plans in words.

#include <array>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <jinjiang/analysis/diff.hpp>

namespace jinjiang::detail {

[[nodiscard]] inline std::string_view word_for_field(std::string_view field,
                                                     Language language) noexcept {
  struct Word {
    std::string_view field;
    std::string_view zh;
  };
  constexpr std::array<Word, 33> words{{{"id", "编号"},
                                        {"title", "标题"},
                                        {"issuer", "发布单位"},
                                        {"language", "语言"},
                                        {"period", "计划期"},
                                        {"policy", "评价规则"},
                                        {"units", "单位表"},
                                        {"source", "出处"},
                                        {"extensions", "扩展字段"},
                                        {"part_of", "隶属"},
                                        {"target", "目标值"},
                                        {"measure", "计量方式"},
                                        {"direction", "方向"},
                                        {"baseline", "基期值"},
                                        {"tolerance", "允许偏差"},
                                        {"basis", "口径"},
                                        {"base", "比较基期"},
                                        {"profile", "进度计划"},
                                        {"firmness", "力度"},
                                        {"target/due", "目标到期日"},
                                        {"revisions", "目标调整"},
                                        {"owner", "牵头单位"},
                                        {"supporting", "配合单位"},
                                        {"start", "开始日期"},
                                        {"due", "到期日"},
                                        {"duration", "工期"},
                                        {"depends_on", "依赖"},
                                        {"kind", "节点类型"},
                                        {"lifecycle", "办理状态"},
                                        {"rule", "汇总方式"},
                                        {"progress", "进度"},
                                        {"tags", "标签"},
                                        {"note", "备注"}}};
  if (language == Language::en) return field;
  for (const Word& word : words) {
    if (word.field == field) return word.zh;
  }
  return field;
}

class DiffWords {
 public:
  DiffWords(const PlanDiff& diff, Language language)
      : diff_(diff), language_(language), heading_(diff.plan_fields(language)) {
    for (const NodeDiff& node : diff.nodes()) {
      if (node.before && node.after && node.before->title() != node.after->title())
        retitled_.emplace(std::pair(node.before->title(), node.after->title()), node.node());
    }
  }

  /// `甲 → 乙：计划抬头变化 2 项，新增 3 项，删去 1 项，未变 180 项`
  [[nodiscard]] std::string summary() const {
    const auto name = [](const Plan& plan) {
      return plan.title().empty() ? plan.id() : plan.title();
    };
    std::string text = name(diff_.before()) + " → " + name(diff_.after()) + say("：", ": ");
    if (diff_.empty()) return text + say("没有差别", "no difference");
    bool is_first = true;
    const auto add = [&](std::string_view word, std::size_t count) {
      if (count == 0) return;
      if (!is_first) text += say("，", ", ");
      is_first = false;
      const std::string number = std::to_string(count);
      text += language_ == Language::zh ? std::string(word) + " " + number + " 项"
                                        : number + " " + std::string(word);
    };
    add(say("计划抬头变化",
            heading_.size() == 1 ? "change of the heading" : "changes of the heading"),
        heading_.size());
    for (std::size_t i = 0; i < EnumNames<DiffKind>::all.size(); ++i) {
      const auto kind = static_cast<DiffKind>(i);
      add(label(kind, language_), diff_.count(kind));
    }
    add(say("未变", "unchanged"), diff_.unchanged());
    if (diff_.is_reordered()) text += say("，次序有变", ", in another order");
    return text;
  }

  [[nodiscard]] std::string text() const {
    std::string all = summary() + "\n";
    if (!heading_.empty()) all += say("计划抬头", "heading") + "\n";
    for (const FieldDiff& field : heading_) all += "  " + change(field) + "\n";
    for (std::size_t i = 0; i < EnumNames<DiffKind>::all.size(); ++i)
      all += section(static_cast<DiffKind>(i));
    return all;
  }

 private:
  [[nodiscard]] std::string say(const char* zh, const char* en) const {
    return language_ == Language::zh ? zh : en;
  }

  [[nodiscard]] std::string section(DiffKind kind) const {
    std::string lines;
    for (const NodeDiff& node : diff_.nodes()) {
      if (node.is(kind)) lines += "  " + line(node, kind) + "\n";
    }
    return lines.empty() ? lines : std::string(label(kind, language_)) + "\n" + lines;
  }

  [[nodiscard]] std::string line(const NodeDiff& diff, DiffKind kind) const {
    const Node& node = diff.node();
    std::string text(node.title());
    if (!text.empty()) text += say("（", " (");
    text += node.id();
    if (!node.title().empty()) text += say("）", ")");
    if (!diff.before || !diff.after) {
      std::string goals;
      for (const Node& goal : node.parents())
        goals += (goals.empty() ? "" : say("、", ", ")) + std::string(goal.title());
      if (!goals.empty()) text += say("，隶属 ", ", part of ") + goals;
      if (const auto target = node.target()) text += say("：", ": ") + describe(*target, language_);
      return text;
    }
    std::string changes;
    for (const FieldDiff& field : diff_.fields(diff, language_)) {
      if (field.kind != kind) continue;
      changes += (changes.empty() ? "" : say("；", "; ")) + change(field);
      if (field.field == "title") changes += exchanged_with(diff);
    }
    return text + say("：", ": ") + changes;
  }

  /// A node whose title went the other way: `（与 b 互换）`.
  [[nodiscard]] std::string exchanged_with(const NodeDiff& diff) const {
    const auto other = retitled_.find({diff.after->title(), diff.before->title()});
    if (other == retitled_.end()) return {};
    const std::string id(other->second.id());
    return say("（与 ", " (exchanged with ") + id + say(" 互换）", ")");
  }

  /// `到期日 2024-06-30 → 2024-09-30`
  [[nodiscard]] std::string change(const FieldDiff& field) const {
    const auto filled_in = [this](const std::string& text) {
      return text.empty() ? say("无", "none") : text;
    };
    return std::string(word_for_field(field.field, language_)) + " " + filled_in(field.before) +
           " → " + filled_in(field.after);
  }

  const PlanDiff& diff_;
  Language language_;
  std::vector<FieldDiff> heading_;
  std::map<std::pair<std::string_view, std::string_view>, Node> retitled_;
};

}  // namespace jinjiang::detail
