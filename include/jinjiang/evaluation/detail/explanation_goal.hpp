// SPDX-License-Identifier: BSL-1.0
#pragma once

// The explanation of a goal in words: its figures, its rule, its parts, and where it falls short.

#include <cmath>
#include <string>

#include <jinjiang/evaluation/detail/explanation_words.hpp>
#include <jinjiang/evaluation/detail/judge.hpp>

namespace jinjiang::detail {

class GoalExplanationWriter : private ExplanationWords {
 public:
  GoalExplanationWriter(const Explanation& explanation, Language language)
      : ExplanationWords(explanation, language) {}

  [[nodiscard]] std::string write() {
    write_heading();
    if (!result_.coverage) {
      point(reason_left_out());
    } else {
      write_figures();
    }
    if (!explanation_.parts.empty()) {
      line(result_.coverage ? say("组成（份额 × 完成率）：", "parts (share × attainment):")
                            : say("组成：", "parts:"));
      for (const ExplainedPart& part : explanation_.parts) write_part(part);
    }
    if (!explanation_.terms.empty()) write_terms();
    return text_;
  }

 private:
  [[nodiscard]] std::string reason_left_out() const {
    if (node_.lifecycle() == Lifecycle::cancelled)
      return say("已取消：不评价，不计入汇总", "cancelled: not judged, left out of roll-ups");
    if (explanation_.parts.empty())
      return say("没有组成部分：不评价，不计入汇总",
                 "it has no parts: not judged, left out of roll-ups");
    return say("没有可计入的组成部分（均已取消或只观察）：不评价，不计入汇总",
               "no part takes part (they are cancelled or watched): not judged, left out of "
               "roll-ups");
  }

  void write_figures() {
    point(say("完成率 ", "attainment ") + percent(result_.attainment) +
          say("，序时进度 ", ", expected ") + percent(result_.expected) +
          say("，进度比 ", ", pace ") +
          (result_.pace ? pace_in_words(*result_.pace) : say("—", "-")) +
          say("，数据覆盖率 ", ", coverage ") + percent(result_.coverage));
    write_pace();
    point(rule_in_words());
    const bool is_decided = is_met(result_.status);  // at_least needs no coverage once it is met
    const double least = evaluation_.policy().minimum_coverage;
    if (!is_decided && *result_.coverage < least - threshold_slack) {
      point(say("覆盖率 ", "coverage ") + percent_below(*result_.coverage, least) +
            say(" 低于 ", " is below ") + percent(least) +
            say("，不作判断", ", so no verdict is given"));
    }
    write_vetoes();
  }

  /// Where the pace is not the attainment shown by the expected shown: what it is made of.
  void write_pace() {
    const bool is_of_sums = node_.rule().kind != RuleKind::worst;
    if (!is_of_sums || !result_.pace || !result_.expected || *result_.expected <= 0) return;
    const double held = *result_.pace * *result_.expected;
    constexpr double rounding = 1e-9;
    if (std::fabs(held - *result_.attainment) <= rounding) return;
    point(say("进度比 = ", "pace = ") + percent(held) + " / " + percent(result_.expected) + " = " +
          pace_in_words(*result_.pace) +
          say("，只计已有序时要求的部分", ", of the parts of which something was expected"));
  }

  [[nodiscard]] std::string rule_in_words() const {
    const Rule rule = node_.rule();
    switch (rule.kind) {
      case RuleKind::mean:
        return say("规则：加权平均；", "rule: weighted mean; ") + missing_in_words();
      case RuleKind::worst:
        return say("规则：取最差的一项，进度比取最慢的一项；",
                   "rule: the worst part decides, and the slowest pace; ") +
               missing_in_words();
      case RuleKind::at_least:
        return say("规则：至少完成 ", "rule: at least ") + std::to_string(rule.k) +
               say(" 项，不计权重；", " parts met, without weights; ") + count_in_words();
      case RuleKind::all:
        break;
    }
    return say("规则：全部完成；", "rule: all parts met; ") + count_in_words();
  }

  /// How many parts are met, of those that take part.
  [[nodiscard]] std::string count_in_words() const {
    std::size_t met = 0;
    std::size_t all = 0;
    for (const ExplainedPart& part : explanation_.parts) {
      if (!part.result.coverage) continue;
      ++all;
      if (is_met(part.result.status)) ++met;
    }
    return say("已完成 ", "") + std::to_string(met) + say(" 项，共 ", " of ") +
           std::to_string(all) +
           say(" 项；无数据的按未完成计", " are met; a part without data is not met");
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
      point(say("一票否决：", "veto: ") + name(part.result.node) + " " +
            std::string(label(status, language_)) +
            say("，目标不得优于此", ", so the goal is no better"));
    }
  }

  /// A veto looks at how far a part is, not at why.
  [[nodiscard]] Status status_unless_blocked(const NodeResult& result) const {
    if (result.status != Status::blocked || !result.pace) return result.status;
    return status_of_pace(*result.pace, 1, evaluation_.policy());
  }

  void write_part(const ExplainedPart& part) {
    const NodeResult& result = part.result;
    std::string words = name(result.node) + " " + std::string(label(result.status, language_));
    if (result_.coverage && part.share > 0) {
      words += say("：", ": ") + percent(part.share) + " × " + percent(part.attainment) + " = " +
               percent(part.share * part.attainment);
    }
    if (part.weight != 1) words += say("，权重 ", ", weight ") + format_number(part.weight);
    if (part.is_veto) words += say("，一票否决", ", veto");
    point(words);
  }

  void write_terms() {
    const double shortfall = 1 - *result_.attainment;
    if (shortfall <= 0) return;
    line(say("欠缺 ", "shortfall ") + percent(shortfall) + say("，来自：", ", from:"));
    constexpr std::size_t most = 12;
    double shown = 0;
    std::size_t count = 0;
    for (const ShortfallTerm& term : explanation_.terms) {
      if (count == most || term.shortfall <= 0) break;
      point(percent(term.shortfall) + "  " + name(term.node) + say("，份额 ", ", share ") +
            percent(term.share));
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
};

}  // namespace jinjiang::detail
