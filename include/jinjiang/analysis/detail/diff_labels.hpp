// SPDX-License-Identifier: BSL-1.0
#pragma once

// Values of a plan in the words of a reader's language, as docs/glossary.md has them.

#include <array>
#include <string>
#include <string_view>

#include <jinjiang/detail/text.hpp>
#include <jinjiang/model/plan.hpp>

namespace jinjiang::detail {

class Labels {
 public:
  explicit Labels(Language language) : is_chinese_(language == Language::zh) {}

  template <class Enum>
  [[nodiscard]] std::string of(Enum word) const {
    return std::string(label(word, is_chinese_ ? Language::zh : Language::en));
  }
  [[nodiscard]] std::string of(Direction word) const {
    return chosen(word, std::array{"越高越好", "越低越好", "区间内为好"});
  }
  [[nodiscard]] std::string of(DependencyType word) const {
    return chosen(word, std::array{"完成-开始", "开始-开始", "完成-完成", "开始-完成"});
  }
  [[nodiscard]] std::string of(Missing word) const {
    return chosen(word, std::array{"不计入", "按零计", "按序时进度计"});
  }
  [[nodiscard]] std::string of(Language word) const {
    return chosen(word, std::array{"中文", "英文"});
  }
  [[nodiscard]] std::string of(const Rule& rule) const {
    if (!is_chinese_) return to_string(rule);
    if (rule.kind == RuleKind::at_least) return "至少完成 " + std::to_string(rule.k) + " 项";
    return chosen(rule.kind, std::array{"加权平均", "取最差的一项", "", "全部完成"});
  }
  [[nodiscard]] std::string of(const ComparisonBase& base) const {
    using Kind = ComparisonBase::Kind;
    if (!is_chinese_) return to_string(base);
    if (base.kind == Kind::since) return "较" + std::to_string(base.from) + "年";
    if (base.kind == Kind::annual)
      return std::to_string(base.from) + "—" + std::to_string(base.through) + "年年均";
    return base.kind == Kind::last_year ? "同比" : "环比";
  }
  [[nodiscard]] std::string of(const Profile& profile) const {
    std::string text = chosen(
        profile.kind(), std::array{"线性", "全期保持", "到期才要求", "按月计划", "按节点计划"});
    for (const double share : profile.shares()) text += " " + format_number(share);
    for (const Milestone& step : profile.steps())
      text += " " + to_string(step.date) + "=" + format_number(step.fraction);
    return text;
  }
  [[nodiscard]] std::string veto() const { return is_chinese_ ? "一票否决" : "veto"; }

 private:
  template <class Enum, std::size_t N>
  [[nodiscard]] std::string chosen(Enum word, const std::array<const char*, N>& zh) const {
    static_assert(N == EnumNames<Enum>::all.size());
    return is_chinese_ ? zh[static_cast<std::size_t>(word)] : std::string(to_string(word));
  }

  bool is_chinese_;
};

}  // namespace jinjiang::detail
