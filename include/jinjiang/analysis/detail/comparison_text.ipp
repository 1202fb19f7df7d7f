// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <string>

#include <jinjiang/analysis/comparison.hpp>
#include <jinjiang/detail/text.hpp>
#include <jinjiang/model/detail/plan_links.hpp>

namespace jinjiang {

namespace detail {

class DifferenceWriter {
 public:
  DifferenceWriter(const NodeDifference& difference, Language language)
      : difference_(difference), language_(language) {}

  [[nodiscard]] std::string write() const {
    const auto& before = difference_.before;
    const auto& after = difference_.after;
    if (!before) return either("新增，", "added, ") + std::string(label(after->status, language_));
    if (!after) return either("删除", "removed");
    std::string text = change_of(std::string(label(before->status, language_)),
                                 std::string(label(after->status, language_)));
    if (before->attainment != after->attainment) {
      text += either("，完成率 ", ", attainment ") +
              change_of(percent(before->attainment), percent(after->attainment));
    } else if (before->pace != after->pace) {
      text += either("，进度比 ", ", pace ") + change_of(number(before->pace), number(after->pace));
    }
    std::string causes;
    for (const Cause cause : difference_.causes)
      causes += (causes.empty() ? "" : either("；", "; ")) + words(cause);
    return text + either("：", ": ") + causes;
  }

 private:
  [[nodiscard]] std::string either(std::string zh, std::string en) const {
    return language_ == Language::zh ? std::move(zh) : std::move(en);
  }
  [[nodiscard]] static std::string change_of(const std::string& before, const std::string& after) {
    return before == after ? after : before + " → " + after;
  }
  [[nodiscard]] static std::string percent(const std::optional<double>& share) {
    return share ? format_rounded(100 * *share, 1) + "%" : "—";
  }
  [[nodiscard]] static std::string number(const std::optional<double>& value) {
    return value ? format_rounded(*value, 2) : "—";
  }
  [[nodiscard]] std::string reading(const NodeResult& result) const {
    if (!result.value) return "—";
    if (result.node.kind() == NodeKind::task) return format_rounded(100 * *result.value, 2) + "%";
    return format_rounded(*result.value, 4) + unit_after_number(result.unit, language_);
  }
  [[nodiscard]] std::string points(double change) const {
    return (change > 0 ? "+" : "") + format_rounded(100 * change, 2) +
           either(" 个百分点", " points");
  }

  [[nodiscard]] std::string words(Cause cause) const {
    const NodeResult& before = *difference_.before;
    const NodeResult& after = *difference_.after;
    std::string text(label(cause, language_));
    switch (cause) {
      case Cause::reading:
        text += " " + change_of(reading(before), reading(after));
        if (before.value == after.value && after.observed_on)
          text += either("（", " of ") + to_string(*after.observed_on) + either("）", "");
        return text;
      case Cause::dates:
        return text + " " +
               change_of(to_string(before.node.start()) + either(" 至 ", " to ") +
                             to_string(before.node.due()),
                         to_string(after.node.start()) + either(" 至 ", " to ") +
                             to_string(after.node.due()));
      case Cause::lifecycle:
        return text + " " +
               change_of(std::string(label(before.node.lifecycle(), language_)),
                         std::string(label(after.node.lifecycle(), language_)));
      case Cause::part:
        return parts();
      default:
        return text;
    }
  }

  /// Which leaves moved a goal.
  [[nodiscard]] std::string parts() const {
    constexpr std::size_t most = 3;
    std::string text;
    for (std::size_t i = 0; i < difference_.movers.size() && i < most; ++i) {
      const Mover& mover = difference_.movers[i];
      text += (i > 0 ? either("、", ", ") : "") + shortened(mover.node.id()) + " " +
              points(mover.change);
    }
    if (difference_.movers.size() > most)
      text += either(" 等 ", " and ") +
              std::to_string(difference_.movers.size() - (language_ == Language::zh ? 0 : most)) +
              either(" 项", " more");
    if (difference_.reweighted != 0) {
      text += (text.empty() ? "" : either("、", ", ")) + either("权重结构 ", "counted otherwise ") +
              points(difference_.reweighted);
    }
    return text.empty() ? std::string(label(Cause::part, language_)) : text;
  }

  const NodeDifference& difference_;
  Language language_;
};

}  // namespace detail

JINJIANG_INLINE std::string describe(const NodeDifference& difference, Language language) {
  return detail::DifferenceWriter(difference, language).write();
}

}  // namespace jinjiang
