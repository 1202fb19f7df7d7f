// SPDX-License-Identifier: BSL-1.0
#pragma once

// What every explanation is written with: lines in one of two languages, figures as readers want
// them.

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <optional>
#include <string>

#include <jinjiang/detail/text.hpp>
#include <jinjiang/evaluation/detail/judge.hpp>
#include <jinjiang/evaluation/explanation.hpp>

namespace jinjiang::detail {

class ExplanationWords {
 protected:
  ExplanationWords(const Explanation& explanation, Language language)
      : explanation_(explanation),
        result_(explanation.result),
        node_(explanation.result.node),
        evaluation_(explanation.evaluation),
        language_(language) {}

  [[nodiscard]] std::string say(const char* zh, const char* en) const {
    return language_ == Language::zh ? zh : en;
  }
  void line(const std::string& words) { text_ += words + "\n"; }
  void point(const std::string& words) { line("  " + words); }

  void write_heading() {
    line(name(node_) + say(" 截至 ", " as of ") + to_string(evaluation_.as_of()) + say("：", ": ") +
         std::string(label(result_.status, language_)));
    if (node_.lifecycle() != Lifecycle::active && node_.lifecycle() != Lifecycle::cancelled)
      point(say("办理状态：", "lifecycle: ") + std::string(label(node_.lifecycle(), language_)));
  }

  /// `盘活低效用地（land.reuse）`
  [[nodiscard]] std::string name(const Node& node) const {
    return std::string(node.title()) + say("（", " (") + std::string(node.id()) + say("）", ")");
  }

  /// A share as a percentage: 22.86 %. What is not wholly nothing or the whole does not read so.
  [[nodiscard]] static std::string percent(double share) {
    constexpr double noise = 1e-9;
    const double figure = 100 * share;
    std::string words = format_rounded(figure, 2);
    const auto hides = [&](double whole) {
      return number_in(words) == whole && std::fabs(figure - whole) > noise;
    };
    for (int decimals = 3; decimals < 10 && (hides(0) || hides(100)); ++decimals)
      words = format_rounded(figure, decimals);
    return words + "%";
  }
  [[nodiscard]] std::string percent(const std::optional<double>& share) const {
    return share ? percent(*share) : say("—", "-");
  }

  /// Decimals, and more of them where the figure is so small that they would say nothing.
  [[nodiscard]] static std::string rounded(double value, int decimals) {
    constexpr int most = 40;
    const double size = std::fabs(value);
    if (size > 0 && size < 1)
      decimals = std::min(most, decimals - 1 - static_cast<int>(std::floor(std::log10(size))));
    return format_rounded(value, decimals);
  }
  /// What is not wholly 1 does not read so.
  [[nodiscard]] static std::string ratio(double value) {
    constexpr double noise = 1e-12;
    std::string words = rounded(value, 4);
    for (int decimals = 5; decimals < 12 && words == "1" && std::fabs(value - 1) > noise;
         ++decimals)
      words = format_rounded(value, decimals);
    return words;
  }
  /// A pace, with the decimals that it takes to lie on the right side of every threshold.
  [[nodiscard]] std::string pace_in_words(double pace) const {
    const Policy& policy = evaluation_.policy();
    std::string words = ratio(pace);
    for (int decimals = 5; decimals < 16; ++decimals) {
      const double shown = number_in(words);
      const auto agrees = [&](double threshold) {
        return (shown >= threshold) == (pace >= threshold - threshold_slack);
      };
      if (agrees(policy.ahead) && agrees(policy.on_track) && agrees(policy.at_risk)) break;
      words = rounded(pace, decimals);
    }
    return words;
  }
  /// A share below a limit, with the decimals that it takes to look like it.
  [[nodiscard]] static std::string percent_below(double share, double limit) {
    std::string words = percent(share);
    for (int decimals = 3; decimals < 16 && number_in(words) >= 100 * limit; ++decimals)
      words = format_rounded(100 * share, decimals) + "%";
    return words;
  }
  /// A computed bound, with the decimals that it takes to show whether a figure passes it.
  [[nodiscard]] static std::string bound_in_words(double bound, double actual) {
    std::string words = computed(bound);
    const int side = sign_of(bound - actual);
    for (int decimals = 7; decimals < 16 && sign_of(number_in(words) - actual) != side; ++decimals)
      words = rounded(bound, decimals);
    return words;
  }
  [[nodiscard]] static int sign_of(double value) noexcept { return (value > 0) - (value < 0); }
  [[nodiscard]] static double number_in(const std::string& words) {
    return std::strtod(words.c_str(), nullptr);
  }

  /// A figure that was computed: an allowance, a bound.
  [[nodiscard]] static std::string computed(double value) { return rounded(value, 6); }
  /// A figure that was read, without the noise of binary sums: 0.3 and not 0.30000000000000004.
  [[nodiscard]] static std::string figure(double value) {
    return format_number(decimal_difference(value, 0));
  }
  /// To be subtracted: `2`, `(-2)`.
  [[nodiscard]] static std::string in_sum(const std::string& number) {
    return number.starts_with('-') ? "(" + number + ")" : number;
  }

  const Explanation& explanation_;
  const NodeResult& result_;
  Node node_;
  const Evaluation& evaluation_;
  Language language_;
  std::string text_;
};

}  // namespace jinjiang::detail
