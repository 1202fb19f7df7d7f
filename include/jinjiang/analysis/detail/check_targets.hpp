// SPDX-License-Identifier: BSL-1.0
#pragma once

// What is wrong with targets: baselines, units, measures, revisions.

#include <algorithm>
#include <cmath>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include <jinjiang/analysis/detail/check_findings.hpp>

namespace jinjiang::detail {

/// A word of a title and the measure that it promises.
struct TitleWord {
  std::string_view word;
  Measure measure;
};
inline constexpr std::array<TitleWord, 10> title_words{{{"净增", Measure::net_increment},
                                                        {"新增", Measure::increment},
                                                        {"增长", Measure::growth},
                                                        {"增速", Measure::growth},
                                                        {"增幅", Measure::growth},
                                                        {"growth", Measure::growth},
                                                        {"位次", Measure::rank},
                                                        {"排名", Measure::rank},
                                                        {"名次", Measure::rank},
                                                        {"占比", Measure::share}}};

class TargetCheck {
 public:
  explicit TargetCheck(FindingList& findings) : findings_(findings), data_(findings.data()) {}

  void run() {
    for (Row row = 0; row < data_.size(); ++row) {
      if (findings_.is_cancelled(row)) continue;
      if (data_.kinds[row] == NodeKind::goal) check_units(row);
      if (data_.kinds[row] != NodeKind::indicator) continue;
      if (!data_.has_target(row)) {
        findings_.add(CheckCode::indicator_without_target, row);
        continue;
      }
      const Target target = data_.target_of(row);
      check_setter(row, target);
      check_baseline(row, target);
      check_measure(row, target);
      check_revisions(row);
    }
  }

 private:
  [[nodiscard]] static std::string figure(double value, Unit unit) {
    return format_number(value) + unit_after_number(unit, Language::zh);
  }

  void check_setter(Row row, const Target& target) {
    if (target.set_by().empty()) return;
    if (const auto* revisions = data_.revisions.find(row)) {
      const bool is_given =
          std::any_of(revisions->begin(), revisions->end(),
                      [](const RevisionRow& revision) { return revision.target.set_by().empty(); });
      if (is_given) return;
    }
    findings_.add(CheckCode::target_set_elsewhere, row, {{}, {target.set_by()}});
  }

  void check_baseline(Row row, const Target& target) {
    if (!target.has_value()) return;
    if (is_flow(target.measure()) && target.baseline().value_or(0) != 0) {
      findings_.add(CheckCode::flow_with_baseline, row,
                    {{}, {figure(*target.baseline(), target.unit())}});
    }
    const bool is_stock = target.measure() == Measure::level || target.measure() == Measure::share;
    if (!is_stock) return;  // last year's growth says nothing of this year's
    const double bound = goal_value(target);
    if (const auto baseline = target.baseline()) {
      if (is_met(target, *baseline)) {
        findings_.add(
            CheckCode::baseline_meets_target, row,
            {{}, {figure(*baseline, target.unit()), figure(target.value(), target.unit())}});
      }
      return;
    }
    // A task of 0 or of 100 % is a matter of done or not done, wherever it began.
    if (target.direction() == Direction::higher && bound != 0)
      findings_.add(CheckCode::level_without_baseline, row, {{}, {figure(bound, target.unit())}});
  }

  void check_measure(Row row, const Target& target) {
    const std::string_view title = data_.titles[row];
    const bool is_rate = target.unit().dimension() == "%";
    for (const auto& [word, measure] : title_words) {
      if (title.find(word) == std::string_view::npos) continue;
      if (!contradicts(measure, target.measure(), is_rate)) return;  // the first word decides
      findings_.add(CheckCode::measure_unlike_title, row,
                    {{}, {std::string(word), std::string(to_string(target.measure()))}});
      return;
    }
  }

  /// A growth is a rate, and what is new is a flow; anything else may be the words of a name.
  [[nodiscard]] static bool contradicts(Measure promised, Measure actual, bool is_rate) noexcept {
    switch (promised) {
      case Measure::growth:
        return is_rate && actual != Measure::growth;
      case Measure::share:
        return is_rate && actual == Measure::growth;
      case Measure::rank:
        return !is_rate && actual != Measure::rank && actual != Measure::change;
      case Measure::net_increment:
        return !is_rate && actual != Measure::net_increment;
      default:
        return !is_rate && !is_flow(actual);
    }
  }

  void check_revisions(Row row) {
    const auto* revisions = data_.revisions.find(row);
    if (revisions == nullptr) return;
    for (const RevisionRow& revision : *revisions) {
      const Date due = revision.target.due().value_or(data_.due_of(row));
      if (revision.effective <= due) continue;
      findings_.add(CheckCode::revision_after_due, row,
                    {{}, {to_string(revision.effective), to_string(due)}});
    }
  }

  /// A unit without its numeral scale: 元 of 万元.
  [[nodiscard]] static std::string_view base_of(std::string_view symbol) {
    while (const NumeralScale* scale = leading_scale(symbol)) {
      if (scale->name.size() == symbol.size()) break;
      symbol.remove_prefix(scale->name.size());
    }
    return symbol;
  }

  /// Whether a figure reads well in the unit of its siblings: 700 万元 is better than 0.07 亿元.
  [[nodiscard]] bool reads_well_in(Unit unit, Row row) const {
    const Target target = data_.target_of(row);
    if (!target.has_value()) return false;
    const double figure = std::abs(convert(target.value(), target.unit(), unit));
    return figure >= 0.1 && figure < 10'000;
  }

  /// Parts of one goal in the same unit with different scales, where one scale would do.
  void check_units(Row goal) {
    struct Spelt {
      Unit unit;
      std::vector<Row> rows;
    };
    std::map<std::string, std::vector<Spelt>, std::less<>> by_base;
    for (const Row row : children_of(data_, goal)) {
      if (findings_.is_cancelled(row) || !data_.has_target(row)) continue;
      const Unit unit = unit_of(row);
      if (unit.is_none()) continue;
      const std::string_view base = base_of(unit.symbol());
      auto spellings = by_base.find(base);
      if (spellings == by_base.end()) spellings = by_base.try_emplace(std::string(base)).first;
      const auto same = std::find_if(spellings->second.begin(), spellings->second.end(),
                                     [&](const Spelt& other) { return other.unit == unit; });
      if (same == spellings->second.end()) {
        spellings->second.push_back({unit, {row}});
      } else {
        same->rows.push_back(row);
      }
    }
    for (const auto& [base, spellings] : by_base) {
      const auto usual = std::max_element(
          spellings.begin(), spellings.end(),
          [](const Spelt& a, const Spelt& b) { return a.rows.size() < b.rows.size(); });
      for (auto other = spellings.begin(); other != spellings.end(); ++other) {
        if (other == usual || !is_convertible(other->unit, usual->unit)) continue;
        for (const Row row : other->rows) {
          if (!reads_well_in(usual->unit, row)) continue;
          if (!told_.emplace(row, usual->rows.front()).second) continue;
          findings_.add(CheckCode::unit_unlike_siblings, row,
                        {{usual->rows.front()}, {other->unit.symbol(), usual->unit.symbol()}});
        }
      }
    }
  }

  [[nodiscard]] Unit unit_of(Row row) const {
    const TargetRow& target = data_.targets[data_.details[row]];
    return target.unusual == no_row ? data_.target_units[target.unit]
                                    : data_.unusual_targets[target.unusual].unit();
  }

  FindingList& findings_;
  const PlanData& data_;
  std::set<std::pair<Row, Row>> told_;  ///< siblings that share several goals
};

}  // namespace jinjiang::detail
