// SPDX-License-Identifier: BSL-1.0
#pragma once

// Explanations in words, Chinese and English.

#include <cmath>
#include <string>

#include <jinjiang/detail/text.hpp>
#include <jinjiang/evaluation/detail/leaf.hpp>
#include <jinjiang/evaluation/explanation.hpp>
#include <jinjiang/model/detail/plan_links.hpp>

namespace jinjiang::detail {

class ExplanationWriter {
 public:
  ExplanationWriter(const Explanation& explanation, Language language)
      : explanation_(explanation),
        result_(explanation.result),
        node_(explanation.result.node),
        evaluation_(explanation.evaluation),
        language_(language) {}

  [[nodiscard]] std::string write() {
    line(std::string(node_.title()) + say("（", " (") + std::string(node_.id()) + say("）", ")") +
         say(" 截至 ", " as of ") + to_string(evaluation_.as_of()) + say("：", ": ") +
         std::string(label(result_.status, language_)));
    switch (node_.kind()) {
      case NodeKind::goal:
        write_goal();
        break;
      case NodeKind::indicator:
        write_indicator();
        break;
      case NodeKind::task:
        write_task();
        break;
    }
    return text_;
  }

 private:
  [[nodiscard]] std::string say(const char* zh, const char* en) const {
    return language_ == Language::zh ? zh : en;
  }
  void line(const std::string& words) { text_ += words + "\n"; }
  void point(const std::string& words) { line("  " + words); }

  /// A share as a percentage: 22.86 %.
  [[nodiscard]] static std::string percent(double share) {
    return format_rounded(100 * share, 2) + "%";
  }
  [[nodiscard]] std::string percent(const std::optional<double>& share) const {
    return share ? percent(*share) : say("—", "-");
  }
  [[nodiscard]] static std::string ratio(double value) { return format_rounded(value, 4); }

  // --- goals
  // ------------------------------------------------------------------------------------------------------

  void write_goal() {
    point(say("完成率 ", "attainment ") + percent(result_.attainment) +
          say("，序时进度 ", ", expected ") + percent(result_.expected) +
          say("，进度比 ", ", pace ") + (result_.pace ? ratio(*result_.pace) : say("—", "-")) +
          say("，数据覆盖率 ", ", coverage ") + percent(result_.coverage));
    point(rule_in_words());
    if (result_.coverage && *result_.coverage < evaluation_.policy().minimum_coverage) {
      point(say("覆盖率低于 ", "coverage is below ") +
            percent(evaluation_.policy().minimum_coverage) +
            say("，不作判断", ", so no verdict is given"));
    }
    write_vetoes();
    if (!explanation_.parts.empty()) {
      line(say("组成（份额 × 完成率）：", "parts (share x attainment):"));
      for (const ExplainedPart& part : explanation_.parts) write_part(part);
    }
    if (!explanation_.terms.empty()) write_terms();
  }

  [[nodiscard]] std::string rule_in_words() const {
    const Rule rule = node_.rule();
    switch (rule.kind) {
      case RuleKind::mean:
        return say("规则：加权平均；", "rule: weighted mean; ") + missing_in_words();
      case RuleKind::worst:
        return say("规则：取最差的一项；", "rule: the worst part decides; ") + missing_in_words();
      case RuleKind::at_least:
        return say("规则：至少完成 ", "rule: at least ") + std::to_string(rule.k) +
               say(" 项；无数据的按未完成计", " parts met; a part without data is not met");
      case RuleKind::all:
        break;
    }
    return say("规则：全部完成；无数据的按未完成计",
               "rule: all parts met; a part without data is not met");
  }

  [[nodiscard]] std::string missing_in_words() const {
    switch (evaluation_.policy().missing) {
      case Missing::zero:
        return say("无数据的按零计", "parts without data count as zero");
      case Missing::expected:
        return say("无数据的按序时进度计", "parts without data count as expected");
      case Missing::exclude:
        break;
    }
    return say("无数据的不计入", "parts without data are left out");
  }

  void write_vetoes() {
    for (const ExplainedPart& part : explanation_.parts) {
      const Status status = status_unless_blocked(part.result);
      if (!part.is_veto || (status != Status::missed && status != Status::off_track)) continue;
      point(say("一票否决：", "veto: ") + std::string(part.result.node.title()) + " " +
            std::string(label(status, language_)));
    }
  }

  /// A veto looks at how far a part is, not at why.
  [[nodiscard]] Status status_unless_blocked(const NodeResult& result) const {
    if (result.status != Status::blocked || !result.pace) return result.status;
    return status_of_pace(*result.pace, 1, evaluation_.policy());
  }

  void write_part(const ExplainedPart& part) {
    const NodeResult& result = part.result;
    std::string words = std::string(result.node.title()) + say("（", " (") +
                        std::string(result.node.id()) + say("） ", ") ") +
                        std::string(label(result.status, language_));
    if (part.share > 0 && result.attainment) {
      words += say("：", ": ") + percent(part.share) + " × " + percent(*result.attainment) + " = " +
               percent(part.share * *result.attainment);
    }
    if (part.weight != 1) words += say("，权重 ", ", weight ") + format_number(part.weight);
    if (part.is_veto) words += say("，一票否决", ", veto");
    point(words);
  }

  void write_terms() {
    const double shortfall = 1 - *result_.attainment;
    line(say("欠缺 ", "shortfall ") + percent(shortfall) + say("，来自：", ", from:"));
    constexpr std::size_t most = 12;
    double shown = 0;
    std::size_t count = 0;
    for (const ShortfallTerm& term : explanation_.terms) {
      if (count == most || term.shortfall <= 0) break;
      point(percent(term.shortfall) + "  " + std::string(term.node.title()) + say("（", " (") +
            std::string(term.node.id()) + say("），份额 ", "), share ") + percent(term.share));
      shown += term.shortfall;
      ++count;
    }
    if (explanation_.unfilled > 0) {
      point(percent(explanation_.unfilled) +
            say("  没有可完成的项", "  places that no part fills"));
      shown += explanation_.unfilled;
    }
    constexpr double rounding = 5e-5;
    if (shortfall - shown > rounding)
      point(percent(shortfall - shown) + say("  其余", "  all others"));
  }

  // --- leaves
  // -----------------------------------------------------------------------------------------------------

  void write_reading(const std::string& unit) {
    if (!result_.value) {
      point(say("没有可用的实际值", "no reading that can be used"));
      return;
    }
    std::string words = say("实际值：", "reading: ") + format_number(*result_.value) + unit;
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

  [[nodiscard]] std::string source_of_reading() const {
    const EvaluationData& data = evaluation_.data();
    const std::uint32_t position = verdict_of(data, node_.row()).position;
    if (position == no_row) return {};
    const ObservationLog& log = data.observations.log();
    return log.texts[log.sources[data.binding->readings[position]]];
  }

  void write_indicator() {
    const auto target = node_.target_on(evaluation_.as_of());
    if (!target) {
      point(say("没有目标值：只观察，不评价，不计入汇总",
                "no target: watched, not judged, left out of roll-ups"));
      write_reading(result_.unit.is_none() ? "" : " " + result_.unit.symbol());
      return;
    }
    const Unit unit = node_.target()->unit();
    const Target in_force = target->in_unit(unit);
    const std::string suffix = unit.is_none() ? "" : " " + unit.symbol();
    const Date due = in_force.due().value_or(node_.due());
    point(say("目标：", "target: ") + describe(in_force, language_) + say("，", ", ") +
          std::string(label(in_force.measure(), language_)) + say("，到期 ", ", due ") +
          to_string(due) +
          (in_force.basis().empty() ? "" : say("，口径：", ", basis: ") + in_force.basis()));
    if (result_.revised_on) write_revision();
    write_reading(suffix);
    if (result_.status == Status::not_comparable) point(reason_not_comparable(in_force));
    if (result_.progress && in_force.has_value()) write_progress_of(in_force);
    write_pace(in_force.profile(), due);
  }

  void write_revision() {
    const auto* revision = revision_on(evaluation_.plan().data(), node_.row(), evaluation_.as_of());
    point(say("目标自 ", "the target was revised as of ") + to_string(revision->effective) +
          say(" 起调整", "") +
          (revision->reason.empty() ? "" : say("：", ": ") + revision->reason));
  }

  [[nodiscard]] std::string reason_not_comparable(const Target& target) const {
    if (!target.set_by().empty()) {
      return say("目标值由", "the target is set by ") + target.set_by() +
             say("下达，尚无数值", " and has no value yet");
    }
    if (target.relative_to() && result_.value) {
      return say("所比指标在同日没有实际值：",
                 "the indicator it is relative to has no reading on that day: ") +
             target.relative_to()->indicator;
    }
    std::string bases;
    for (const Observation& reading : evaluation_.observations().of(node_.id())) {
      const std::string& basis = reading.options.basis;
      const std::string name = basis.empty() ? say("未注明", "none named") : basis;
      if (bases.find(name) == std::string::npos)
        bases += (bases.empty() ? "" : say("、", ", ")) + name;
    }
    return target.basis().empty() && evaluation_.basis().empty()
               ? say("目标未注明口径，实际值有多种口径（",
                     "the target names no basis and the readings are on several (") +
                     bases + say("）：评价时请指明口径", "): name one when evaluating")
               : say("没有同口径的实际值；已有口径：",
                     "no reading on the target's basis; there are: ") +
                     bases;
  }

  void write_progress_of(const Target& target) {
    const double actual = *result_.value;
    Bounds bounds = bounds_of(target, target.value());
    const bool is_ceiling = is_flow(target.measure()) && target.direction() == Direction::lower;
    if (is_ceiling) {
      const Date due = target.due().value_or(node_.due());
      const double share = target.profile().expected(*result_.observed_on, node_.start(), due);
      if (share > 0) bounds.upper *= share;
      point(say("到该日的限额：", "allowance to that day: ") + format_number(target.value()) +
            (share > 0 ? " × " + ratio(share) + " = " + format_rounded(bounds.upper, 6) : ""));
    }
    const Yardstick measure = yardstick(bounds, actual);
    const std::string sign = measure.sign < 0 ? " - " : " + ";
    std::string words = say("进度 = 1", "progress = 1") + sign + "(" + format_number(actual) +
                        " - " + format_rounded(measure.goal, 6) + ") / " +
                        format_rounded(measure.scale, 6) + " = " + ratio(*result_.progress);
    if (const auto baseline = target.baseline())
      words += say("，基期值 ", ", baseline value ") + format_number(*baseline);
    point(words);
  }

  void write_pace(const Profile& profile, Date due) {
    if (!result_.expected) return;
    const Date on = result_.observed_on.value_or(evaluation_.as_of());
    std::string words = say("序时进度（", "expected (") + profile_in_words(profile, on, due) +
                        say("）= ", ") = ") + ratio(*result_.expected);
    if (result_.pace && result_.progress) {
      words += say("，进度比 = ", ", pace = ") + ratio(*result_.progress) + " / " +
               ratio(*result_.expected) + " = " + ratio(*result_.pace);
    }
    point(words);
    const bool by_pace = result_.status == Status::ahead || result_.status == Status::on_track ||
                         result_.status == Status::at_risk || result_.status == Status::off_track;
    if (by_pace) point(thresholds());
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
        return say("到期才要求", "nothing before the due date");
      case ProfileKind::monthly:
        return say("按月计划", "by month");
      case ProfileKind::milestones:
        break;
    }
    return say("按节点计划", "by milestones");
  }

  [[nodiscard]] std::string thresholds() const {
    const Policy& policy = evaluation_.policy();
    return say("界线：超进度 ≥ ", "bands: ahead ≥ ") + format_number(policy.ahead) +
           say("，达进度 ≥ ", ", on track ≥ ") + format_number(policy.on_track) +
           say("，略欠 ≥ ", ", at risk ≥ ") + format_number(policy.at_risk);
  }

  void write_task() {
    point(say("起止：", "from ") + to_string(node_.start()) + say(" 至 ", " to ") +
          to_string(node_.due()));
    if (node_.lifecycle() != Lifecycle::active) {
      point(say("办理状态：", "lifecycle: ") + std::string(label(node_.lifecycle(), language_)));
    }
    write_reading("");
    write_pace(node_.profile(), node_.due());
    if (result_.status != Status::blocked) return;
    for (const Dependency& link : evaluation_.plan().predecessors(node_)) {
      const NodeResult predecessor = evaluation_.of(link.predecessor);
      if (is_met(predecessor.status)) continue;
      point(say("等待：", "waits for: ") + std::string(link.predecessor.title()) + say("（", " (") +
            std::string(link.predecessor.id()) + say("） ", ") ") +
            std::string(label(predecessor.status, language_)));
    }
  }

  const Explanation& explanation_;
  const NodeResult& result_;
  Node node_;
  const Evaluation& evaluation_;
  Language language_;
  std::string text_;
};

}  // namespace jinjiang::detail
