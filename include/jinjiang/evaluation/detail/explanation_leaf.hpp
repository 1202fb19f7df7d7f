// SPDX-License-Identifier: BSL-1.0
#pragma once

// The explanation of an indicator or a task in words: the figures in the order in which they are
// computed, up to the one that decided.

#include <string>

#include <jinjiang/evaluation/detail/blocking.hpp>
#include <jinjiang/evaluation/detail/explanation_words.hpp>
#include <jinjiang/evaluation/detail/leaf.hpp>
#include <jinjiang/model/detail/plan_links.hpp>

namespace jinjiang::detail {

class LeafExplanationWriter : private ExplanationWords {
 public:
  LeafExplanationWriter(const Explanation& explanation, Language language)
      : ExplanationWords(explanation, language) {}

  [[nodiscard]] std::string write() {
    write_heading();
    if (node_.kind() == NodeKind::task) {
      write_task();
    } else {
      write_indicator();
    }
    return text_;
  }

 private:
  // --- the target and the reading
  // ---------------------------------------------------------------------------------

  void write_indicator() {
    const auto given = node_.target_on(evaluation_.as_of());
    if (!given) {
      point(say("没有目标值：只观察，不评价，不计入汇总",
                "no target: watched, not judged, left out of roll-ups"));
      unit_ = result_.unit;
      write_reading(nullptr);
      return;
    }
    unit_ = node_.target()->unit();
    const Target target = given->in_unit(unit_);
    is_rank_ = target.measure() == Measure::rank;
    const Date due = target.due().value_or(node_.due());
    write_target(target, due);
    if (result_.revised_on) write_revision();
    if (result_.status == Status::cancelled) return write_cancelled();
    if (!target.set_by().empty()) return point(reason_not_comparable(target));
    write_reading(&target);
    if (result_.status == Status::not_comparable) return point(reason_not_comparable(target));
    const auto value = value_of(target);
    const bool is_ceiling = is_flow(target.measure()) && target.direction() == Direction::lower;
    if (is_ceiling && value) return write_ceiling(target, *value, due);
    if (result_.progress && value) {
      const Bounds bounds = bounds_of(target, *value);
      write_bound(target, *value, bounds);
      write_progress(target, bounds);
    }
    write_pace(target.profile(), due);
  }

  void write_target(const Target& target, Date due) {
    std::string reference;
    if (target.relative_to())
      reference = evaluation_.plan()[target.relative_to()->indicator].title();
    point(say("目标：", "target: ") + describe_with(target, language_, reference) +
          say("，", ", ") + std::string(label(target.measure(), language_)) +
          base_in_words(target.base()) + say("，到期 ", ", due ") + to_string(due) +
          (target.basis().empty() ? "" : say("，口径：", ", basis: ") + target.basis()));
  }

  /// Nothing for 同比, which needs no saying.
  [[nodiscard]] std::string base_in_words(const ComparisonBase& base) const {
    const std::string from = std::to_string(base.from);
    switch (base.kind) {
      case ComparisonBase::Kind::previous_period:
        return say("（环比）", " (on the previous period)");
      case ComparisonBase::Kind::since:
        return say("（较 ", " (since ") + from + say(" 年）", ")");
      case ComparisonBase::Kind::annual:
        return say("（", " (yearly, ") + from + "-" + std::to_string(base.through) +
               say(" 年均）", ")");
      case ComparisonBase::Kind::last_year:
        break;
    }
    return {};
  }

  void write_revision() {
    const auto* revision = revision_on(evaluation_.plan().data(), node_.row(), evaluation_.as_of());
    point(say("目标自 ", "the target was revised as of ") + to_string(revision->effective) +
          say(" 起调整", "") +
          (revision->reason.empty() ? "" : say("：", ": ") + revision->reason));
  }

  void write_cancelled() {
    point(say("已取消：不评价，不计入汇总", "cancelled: not judged, left out of roll-ups"));
  }

  /// ` 家`, `%`
  [[nodiscard]] std::string unit_suffix() const { return unit_after_number(unit_, language_); }

  void write_reading(const Target* target) {
    if (!result_.value) {
      point(say("没有可用的实际值", "no reading that can be used") + passed_over_in_words(target));
      return;
    }
    std::string words = say("实际值：", "reading: ");
    words += is_rank_ ? say("第 ", "place ") + figure(*result_.value) + say(" 位", "")
                      : figure(*result_.value) + unit_suffix();
    if (result_.observed_on) words += say("，", ", ") + to_string(*result_.observed_on);
    if (result_.stage && *result_.stage != Stage::final) {
      words += *result_.stage == Stage::estimate ? say("，预计", ", estimate")
                                                 : say("，初步", ", provisional");
    }
    if (!result_.basis.empty()) words += say("，口径：", ", basis: ") + std::string(result_.basis);
    if (const std::string source = source_of_reading(); !source.empty())
      words += say("，来源：", ", source: ") + source;
    if (result_.is_stale) words += say("，已陈旧", ", stale");
    point(words);
  }

  /// `：1 个晚于 2024-09-30`; nothing when there are none.
  [[nodiscard]] std::string passed_over_in_words(const Target* target) const {
    const PassedOver passed = LeafEvaluator(evaluation_.data()).passed_over(node_.row(), target);
    std::string words;
    const auto add = [&](std::size_t count, const std::string& why) {
      if (count == 0) return;
      words += words.empty() ? say("：", ": ") : say("，", ", ");
      words += std::to_string(count) + say(" 个", "") + why;
    };
    add(passed.later, say("晚于 ", " after ") + to_string(evaluation_.as_of()));
    if (const auto known_by = evaluation_.known_by())
      add(passed.unknown,
          say("在 ", " not known by ") + to_string(*known_by) + say(" 还不知道", ""));
    add(passed.outside, say("不在计划期内", " outside the period"));
    return words;
  }

  [[nodiscard]] std::string source_of_reading() const {
    const EvaluationData& data = evaluation_.data();
    const std::uint32_t position = verdict_of(data, node_.row()).position;
    if (position == no_row) return {};
    const ObservationLog& log = data.observations.log();
    return log.texts[log.sources[data.binding->readings[position]]];
  }

  [[nodiscard]] std::string reason_not_comparable(const Target& target) const {
    if (!target.set_by().empty()) {
      return say("目标值由", "the target is set by ") + target.set_by() +
             say("下达，尚无数值", " and has no value yet");
    }
    if (target.relative_to() && result_.value) {
      return say("所比指标在同日没有实际值：",
                 "the indicator it is relative to has no reading on that day: ") +
             name(evaluation_.plan()[target.relative_to()->indicator]);
    }
    const LeafEvaluator leaf(evaluation_.data());
    const std::string bases = bases_in_words(leaf.bases_of(node_.row()));
    const std::string& wanted = target.basis().empty() ? evaluation_.basis() : target.basis();
    if (wanted.empty()) {
      return say("目标未注明口径，实际值有多种口径（",
                 "the target names no basis and the readings are on several (") +
             bases + say("）：评价时请指明口径", "): name one when evaluating");
    }
    return say("没有口径为", "no reading on the basis ") + wanted +
           say("的实际值；已有口径：", "; there are: ") + bases;
  }

  [[nodiscard]] std::string bases_in_words(const std::vector<std::string>& bases) const {
    std::string words;
    for (const std::string& basis : bases) {
      words += (words.empty() ? "" : say("、", ", ")) +
               (basis.empty() ? say("未注明", "none named") : basis);
    }
    return words;
  }

  // --- the bound and the progress
  // ---------------------------------------------------------------------------------

  /// The target's own value, or what the indicator that it follows gives it on the day of the
  /// reading.
  [[nodiscard]] std::optional<double> value_of(const Target& target) {
    if (target.has_value()) return target.value();
    if (!target.relative_to() || !result_.observed_on) return std::nullopt;
    const auto reference =
        LeafEvaluator(evaluation_.data())
            .value_of_reference(target, unit_, result_.observed_on->days_since_epoch());
    if (!reference) return std::nullopt;
    const double offset = target.relative_to()->offset;
    const double value = *reference + offset;
    std::string words = say("所比指标：", "relative to: ") +
                        name(evaluation_.plan()[target.relative_to()->indicator]) +
                        say("同日为 ", ", on the same day ") + figure(*reference) + unit_suffix();
    if (offset != 0) {
      words += say("，", ", ") + figure(*reference) + (offset < 0 ? " - " : " + ") +
               figure(std::fabs(offset)) + " = " + figure(value);
    }
    point(words);
    return value;
  }

  /// What the reading is held against, and whether it passes: `达标线：> 900 家，900 未达标`.
  void write_bound(const Target& target, double value, const Bounds& bounds) {
    const std::string lower = bound_in_words(bounds.lower, *result_.value) + unit_suffix();
    const std::string upper = bound_in_words(bounds.upper, *result_.value) + unit_suffix();
    const bool is_ceiling = is_flow(target.measure()) && bounds.direction == Direction::lower;
    std::string words =
        is_ceiling ? say("全期限额：", "whole ceiling: ") : say("达标线：", "bound: ");
    if (bounds.direction == Direction::within) {
      words += bound_in_words(bounds.lower, *result_.value) + say("—", " to ") + upper;
    } else if (bounds.direction == Direction::lower) {
      words += (bounds.is_strict ? "< " : "≤ ") + upper;
    } else {
      words += (bounds.is_strict ? "> " : "≥ ") + lower;
    }
    if (target.comparator() == Comparator::about) {
      const char* sign = bounds.direction == Direction::within  ? " ± "
                         : bounds.direction == Direction::lower ? " + "
                                                                : " - ";
      words += say("（", " (") + figure(value) + sign + tolerance_in_words(target, value) +
               say("）", ")");
    }
    const bool passes = meets(bounds, *result_.value);
    const std::string actual = figure(*result_.value);
    if (language_ == Language::zh) {
      words += "，" + actual +
               (is_ceiling ? (passes ? " 未超出" : " 已超出") : (passes ? " 已达标" : " 未达标"));
    } else {
      words += (is_ceiling ? (passes ? ", kept by " : ", broken by ")
                           : (passes ? ", met by " : ", not met by ")) +
               actual;
    }
    point(words);
  }

  [[nodiscard]] std::string tolerance_in_words(const Target& target, double value) const {
    return say("允许偏差 ", "tolerance ") +
           computed(target.options().tolerance.value_or(default_tolerance(value, target.unit())));
  }

  void write_progress(const Target& target, const Bounds& bounds) {
    const double actual = *result_.value;
    if (bounds.direction == Direction::within && meets(bounds, actual)) {
      point(say("在区间内，进度 = 1", "inside the range: progress = 1"));
      return;
    }
    const Yardstick measure = yardstick(bounds, actual);
    std::string words = say("进度 = 1", "progress = 1") + (measure.sign < 0 ? " - " : " + ") + "(" +
                        figure(actual) + " - " + in_sum(computed(measure.goal)) + ") / " +
                        computed(measure.scale) + " = " + ratio(*result_.progress);
    if (const auto baseline = target.baseline()) {
      words += say("，基期值 ", ", baseline value ") + figure(*baseline);
      if (meets(bounds, *baseline))
        words += say(" 已达标，不作起点", ", which meets the target and is no start");
    }
    point(words);
  }

  /// A ceiling is held against its allowance to date; the whole of it decides when it is due.
  void write_ceiling(const Target& target, double value, Date due) {
    const Date on = result_.observed_on.value_or(evaluation_.as_of());
    const double share = target.profile().expected(on, node_.start(), due);
    const Bounds whole = bounds_of(target, value);
    Bounds allowed = whole;
    if (share > 0) {
      allowed.upper *= share;
      point(say("到该日的限额：", "allowance to that day: ") + computed(whole.upper) + " × " +
            ratio(share) + say("（", " (") + profile_in_words(target.profile(), on, due) +
            say("）= ", ") = ") + computed(allowed.upper) + unit_suffix());
    } else {
      point(say("到该日尚无限额（", "there is no allowance to that day (") +
            profile_in_words(target.profile(), on, due) +
            say("），与全额相比", "): held against the whole"));
    }
    if (!result_.progress) return;
    write_bound(target, value, whole);
    write_progress(target, allowed);
    if (!result_.pace) return;
    point(say("进度比 = 进度 = ", "pace = progress = ") + pace_in_words(*result_.pace) +
          say("（限额只与到该日的限额相比）", " (a ceiling is held against its allowance)"));
    write_thresholds();
  }

  // --- the pace
  // ---------------------------------------------------------------------------------------------------

  void write_pace(const Profile& profile, Date due) {
    if (!result_.expected) return;
    const Date on = result_.observed_on.value_or(evaluation_.as_of());
    std::string words = say("序时进度（", "expected (") + profile_in_words(profile, on, due) +
                        say("）= ", ") = ") + ratio(*result_.expected);
    if (result_.pace && result_.progress) {
      words += say("，进度比 = ", ", pace = ") + ratio(*result_.progress) + " / " +
               ratio(*result_.expected) + " = " + pace_in_words(*result_.pace);
    }
    point(words);
    write_thresholds();
  }

  [[nodiscard]] std::string profile_in_words(const Profile& profile, Date on, Date due) const {
    switch (profile.kind()) {
      case ProfileKind::linear: {
        const int all = due - node_.start() + 1;
        const int gone = std::clamp(on - node_.start() + 1, 0, all);
        return say("线性，", "linear, ") + std::to_string(gone) + "/" + std::to_string(all) +
               say(" 天", " days");
      }
      case ProfileKind::hold:
        return say("全期保持", "held from the first day");
      case ProfileKind::at_due:
        return on >= due ? say("已到期", "it is due")
                         : say("到期才要求", "nothing before the due date");
      case ProfileKind::monthly:
        return say("按月计划", "by month");
      case ProfileKind::milestones:
        break;
    }
    return milestone_in_words(profile, on);
  }

  /// The step that was the last on a day, or the first one to come.
  [[nodiscard]] std::string milestone_in_words(const Profile& profile, Date on) const {
    const Milestone* last = nullptr;
    for (const Milestone& step : profile.steps()) {
      if (step.date <= on) last = &step;
    }
    const std::string words = say("按节点计划，", "by milestones, ");
    if (last == nullptr) {
      return words + say("首个节点 ", "the first one is on ") +
             to_string(profile.steps().front().date);
    }
    return words + to_string(last->date) + say(" 起 ", " on: ") + percent(last->fraction);
  }

  /// Where the pace decided.
  void write_thresholds() {
    const bool by_pace = result_.status == Status::ahead || result_.status == Status::on_track ||
                         result_.status == Status::at_risk || result_.status == Status::off_track;
    if (!by_pace) return;
    const Policy& policy = evaluation_.policy();
    point(say("界线：超进度 ≥ ", "bands: ahead ≥ ") + format_number(policy.ahead) +
          say("，达进度 ≥ ", ", on track ≥ ") + format_number(policy.on_track) +
          say("，略欠进度 ≥ ", ", at risk ≥ ") + format_number(policy.at_risk));
  }

  // --- tasks
  // ------------------------------------------------------------------------------------------------------

  void write_task() {
    point(say("起止：", "from ") + to_string(node_.start()) + say(" 至 ", " to ") +
          to_string(node_.due()));
    if (result_.status == Status::cancelled) return write_cancelled();
    if (node_.lifecycle() == Lifecycle::done) {
      point(say("已办结：进度计为 1", "done: its progress counts as 1"));
    } else if (result_.value && !result_.observed_on) {
      point(say("进度：", "progress: ") + figure(*result_.value) +
            say("（计划所注，没有实际值）", " (stated by the plan; there is no reading)"));
    } else {
      write_reading(nullptr);
    }
    write_pace(node_.profile(), node_.due());
    if (result_.status != Status::blocked) return;
    const EvaluationData& data = evaluation_.data();
    const auto links = predecessors_of(evaluation_.plan().data(), node_.row());
    const auto nodes = evaluation_.plan().predecessors(node_);
    for (std::size_t i = 0; i < links.size(); ++i) {
      if (!holds_back(data, links[i])) continue;
      const Node predecessor = nodes[i].predecessor;
      point(say("等待：", "waits for: ") + name(predecessor) + " " +
            std::string(label(evaluation_.of(predecessor).status, language_)));
    }
  }

  Unit unit_;
  bool is_rank_ = false;
};

}  // namespace jinjiang::detail
