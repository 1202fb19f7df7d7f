// SPDX-License-Identifier: BSL-1.0
#pragma once

// The findings of a check as they are made: by row, and not what the plan silences.

#include <algorithm>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include <jinjiang/analysis/detail/silence.hpp>
#include <jinjiang/model/detail/plan_links.hpp>

namespace jinjiang::detail {

/// What a finding says beside its code and node.
struct FindingDetail {
  std::vector<Row> others = {};
  std::vector<std::string> facts = {};
  std::uint8_t wording = 0;
};

class FindingList {
 public:
  explicit FindingList(const Plan& plan) : plan_(plan), data_(plan.data()) { read_silence(); }

  [[nodiscard]] const Plan& plan() const noexcept { return plan_; }
  [[nodiscard]] const PlanData& data() const noexcept { return data_; }
  [[nodiscard]] bool is_cancelled(Row row) const noexcept {
    return data_.lifecycles[row] == Lifecycle::cancelled;
  }
  /// An indicator with a target, or a task, that is not cancelled.
  [[nodiscard]] bool is_judged(Row row) const noexcept {
    if (is_cancelled(row)) return false;
    return data_.kinds[row] == NodeKind::task || data_.has_target(row);
  }

  /// Of a cancelled node nothing is found.
  void add(CheckCode code, Row row, FindingDetail detail = {}) {
    if (row != no_row && is_cancelled(row)) return;
    if (is_silenced(code, row)) {
      ++silenced_;
      return;
    }
    found_.push_back({code, row, std::move(detail)});
  }

  /// In order, with what was silenced to no purpose.
  [[nodiscard]] CheckReport report() {
    for (const auto& [row, codes] : silent_) {
      for (std::size_t i = 0; i < EnumNames<CheckCode>::all.size(); ++i) {
        const auto code = static_cast<CheckCode>(i);
        const auto used = used_.find(row);
        if (!codes.has(code) || code == CheckCode::unused_silence) continue;
        if (used == used_.end() || !used->second.has(code))
          add(CheckCode::unused_silence, row, {{}, {std::string(to_string(code))}});
      }
    }
    const auto place = [this](const Found& found) {
      return found.row == no_row ? std::size_t{0} : std::size_t{1} + data_.order[found.row];
    };
    std::stable_sort(found_.begin(), found_.end(), [&](const Found& a, const Found& b) {
      return std::pair(place(a), a.code) < std::pair(place(b), b.code);
    });
    std::vector<Finding> findings;
    findings.reserve(found_.size());
    for (Found& found : found_) {
      Finding& finding = findings.emplace_back(Finding{.code = found.code, .node = {}});
      if (found.row != no_row) finding.node = node(found.row);
      for (const Row other : found.detail.others) finding.others.push_back(node(other));
      finding.facts = std::move(found.detail.facts);
      finding.wording = found.detail.wording;
    }
    return {plan_, std::move(findings), silenced_};
  }

 private:
  struct Found {
    CheckCode code;
    Row row;
    FindingDetail detail;
  };

  [[nodiscard]] Node node(Row row) const { return plan_.nodes()[data_.order[row]]; }

  [[nodiscard]] bool is_silenced(CheckCode code, Row row) {
    const auto own = silent_.find(row);
    if (own != silent_.end() && own->second.has(code)) {
      used_[row].add(code);
      return true;
    }
    return everywhere_.has(code);
  }

  void read_silence() {
    const auto read = [this](const Extensions& extensions, Row row, CodeSet& codes) {
      for (const auto& [key, value] : extensions) {
        if (key == silence_key) read_codes(value, row, codes);
      }
    };
    read(data_.extensions, no_row, everywhere_);
    for (const auto& [row, extensions] : data_.node_extensions.entries()) {
      CodeSet codes;
      read(extensions, row, codes);
      if (!is_cancelled(row)) silent_[row] = codes;
    }
    for (auto& [row, detail] : wrong_) add(CheckCode::unknown_silence, row, std::move(detail));
  }

  void read_codes(const std::string& json, Row row, CodeSet& codes) {
    const auto texts = texts_in_json(json);
    if (!texts) return wrong_.emplace_back(row, FindingDetail{{}, {shortened(json)}, 1}), void();
    for (const std::string& text : *texts) {
      if (const auto code = find_enum<CheckCode>(text)) {
        codes.add(*code);
      } else {
        const auto near = nearest(text, EnumNames<CheckCode>::all, 1);
        wrong_.emplace_back(row,
                            FindingDetail{{}, {shortened(text), near.empty() ? "" : near.front()}});
      }
    }
  }

  const Plan& plan_;
  const PlanData& data_;
  std::vector<Found> found_;
  std::size_t silenced_ = 0;
  CodeSet everywhere_;
  std::map<Row, CodeSet> silent_;
  std::map<Row, CodeSet> used_;
  std::vector<std::pair<Row, FindingDetail>> wrong_;
};

}  // namespace jinjiang::detail
