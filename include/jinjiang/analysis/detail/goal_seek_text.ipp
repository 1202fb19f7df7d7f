// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cmath>
#include <string>

#include <jinjiang/analysis/goal_seek.hpp>
#include <jinjiang/detail/text.hpp>

namespace jinjiang {

namespace detail {

class GoalSeekWriter {
 public:
  GoalSeekWriter(const GoalSeek& found, Language language) : found_(found), language_(language) {}

  [[nodiscard]] std::string write() const {
    if (found_.is_possible && found_.leaves.empty()) {
      return title(found_.goal) + either("已经", " is ") + aim() +
             either("，无需改变。\n", " already.\n");
    }
    std::string text = title(found_.goal);
    if (found_.is_possible) {
      text += either("要" + aim() + "：\n", " is " + aim() + " when:\n");
    } else {
      text += either("无法" + aim() + "：" + obstacle(), " cannot be " + aim() + ": " + obstacle());
      if (found_.leaves.empty()) return text + either("。\n", ".\n");
      text += either("。最接近的情形：\n", ". It comes nearest when:\n");
    }
    for (const SoughtLeaf& leaf : found_.leaves) text += "  " + line(leaf) + "\n";
    text += outcome();
    if (found_.is_possible && found_.costs.size() > 1 && !found_.is_exact) {
      text += either("未证明是成本最低的组合。\n", "No cheaper set was found, nor ruled out.\n");
    }
    return text;
  }

 private:
  [[nodiscard]] std::string either(std::string zh, std::string en) const {
    return language_ == Language::zh ? std::move(zh) : std::move(en);
  }
  [[nodiscard]] std::string title(const Node& node) const {
    const std::string id(node.id());
    if (node.title().empty()) return id;
    return std::string(node.title()) + either("（" + id + "）", " (" + id + ")");
  }
  [[nodiscard]] std::string aim() const {
    if (found_.aim.attainment) {
      const std::string share = format_rounded(100 * *found_.aim.attainment, 2) + "%";
      return either("完成率达到 " + share, "attained to " + share);
    }
    return std::string(label(found_.aim.status, language_));
  }
  /// Rounded away from where it stands, so that what is shown suffices.
  [[nodiscard]] std::string figure(const SoughtLeaf& leaf) const {
    const bool goes_down = leaf.before && *leaf.before > leaf.value;
    constexpr double places = 1e4;
    const double scaled = leaf.value * places;
    const double slack = 1e-9 * std::max(1.0, std::fabs(scaled));
    const double rounded =
        (goes_down ? std::floor(scaled + slack) : std::ceil(scaled - slack)) / places;
    return amount(std::fabs(leaf.value) < 1e10 ? rounded : leaf.value, leaf.unit);
  }
  [[nodiscard]] std::string amount(double value, Unit unit) const {
    return format_rounded(value, 4) + unit_after_number(unit, language_);
  }
  [[nodiscard]] std::string line(const SoughtLeaf& leaf) const {
    std::string text = title(leaf.node) + either("：", ": ") +
                       (leaf.before ? amount(*leaf.before, leaf.unit) : "—") + " → " + figure(leaf);
    if (found_.costs.size() > 1 && leaf.cost > 0)
      text += either("，成本 ", ", cost ") + format_rounded(leaf.cost, 4);
    return text;
  }
  [[nodiscard]] std::string outcome() const {
    std::string text = either("则", "Then ") + std::string(label(found_.after.status, language_));
    if (found_.after.attainment) {
      text += either("，完成率 ", ", attainment ") +
              format_rounded(100 * *found_.after.attainment, 1) + "%";
    }
    if (found_.after.pace)
      text += either("，进度比 ", ", pace ") + format_rounded(*found_.after.pace, 2);
    if (found_.costs.size() > 1 && found_.cost > 0)
      text += either("，总成本 ", ", total cost ") + format_rounded(found_.cost, 4);
    return text + either("。\n", ".\n");
  }

  [[nodiscard]] std::string obstacle() const {
    switch (found_.obstacle) {
      case Obstacle::too_little:
        return either("完成率以 100% 为限，其余短板是",
                      "a leaf counts no more than 100%, and others fall short: ") +
               names();
      case Obstacle::veto:
        return either("被一票否决：", "it is held down by the veto of ") + names();
      case Obstacle::unmet_parts:
        return either("各下级都完成才算完成，尚未完成的有",
                      "it is met only when all its parts are, and these are not: ") +
               names();
      case Obstacle::no_data:
        return either("数据不足，没有数据的有", "too much beneath it has no data: ") + names();
      case Obstacle::nothing_expected:
        return either("到期前没有序时要求，无从比较进度",
                      "nothing is expected of it before its due date, so it has no pace");
      case Obstacle::left_out:
        return either("它或其间的目标已取消", "it, or a goal on the way to it, is cancelled");
      default:
        return "";
    }
  }
  [[nodiscard]] std::string names() const {
    constexpr std::size_t most = 5;
    std::string text;
    for (std::size_t i = 0; i < found_.in_the_way.size() && i < most; ++i)
      text += (i > 0 ? either("、", ", ") : "") + title(found_.in_the_way[i]);
    const std::size_t count = found_.in_the_way.size();
    if (count > most) {
      text += either(" 等 " + std::to_string(count) + " 项",
                     " and " + std::to_string(count - most) + " more");
    }
    return text;
  }

  const GoalSeek& found_;
  Language language_;
};

}  // namespace detail

JINJIANG_INLINE std::string to_text(const GoalSeek& found, Language language) {
  return detail::GoalSeekWriter(found, language).write();
}

}  // namespace jinjiang
