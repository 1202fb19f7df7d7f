// SPDX-License-Identifier: BSL-1.0
#pragma once

// What is wrong with the nodes of a draft, each taken by itself: texts, dates, profiles, sources.

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <jinjiang/detail/text.hpp>
#include <jinjiang/detail/text_block.hpp>
#include <jinjiang/model/detail/draft.hpp>
#include <jinjiang/model/detail/extension_check.hpp>

namespace jinjiang::detail {

/// The nodes of a draft that were not removed, by number, and the problems found so far.
class DraftProblems {
 public:
  explicit DraftProblems(const PlanDraft& draft)
      : draft_(draft),
        problems_(draft.problems),
        size_(static_cast<std::uint32_t>(draft.nodes.size() - draft.removed)) {
    if (draft.removed == 0) return;
    live_.reserve(size_);
    for (std::uint32_t i = 0; i < draft.nodes.size(); ++i) {
      if (!draft.nodes[i].is_removed) live_.push_back(i);
    }
  }

  [[nodiscard]] const PlanDraft& draft() const noexcept { return draft_; }
  [[nodiscard]] std::uint32_t size() const noexcept { return size_; }
  /// The number in the draft.
  [[nodiscard]] std::uint32_t place(std::uint32_t n) const noexcept {
    return live_.empty() ? n : live_[n];
  }
  [[nodiscard]] std::vector<Problem>& problems() noexcept { return problems_; }

  [[nodiscard]] const DraftNode& node(std::uint32_t n) const { return draft_.nodes[place(n)]; }
  [[nodiscard]] std::string_view id(std::uint32_t n) const { return draft_.id_of(node(n)); }

  void refuse_plan(std::string field, const std::string& what) {
    problems_.push_back(
        {{}, std::move(field), "plan " + in_quotes(draft_.id) + ": " + what, Problem::none});
  }
  void refuse(std::uint32_t n, std::string field, const std::string& what) {
    problems_.push_back(
        {std::string(id(n)), std::move(field), draft_.name(node(n)) + ": " + what, place(n)});
  }

  /// What is wrong with a text, or nothing.
  [[nodiscard]] static std::string text_problem(std::string_view text, std::size_t most) {
    if (text.size() > most) {
      return "it has " + std::to_string(text.size()) + " bytes, at most " + std::to_string(most) +
             " are allowed";
    }
    if (const auto bad = find_invalid_utf8(text))
      return "byte " + std::to_string(*bad) + " is not UTF-8";
    return {};
  }

 private:
  const PlanDraft& draft_;
  std::vector<Problem> problems_;
  std::uint32_t size_;
  Column<std::uint32_t> live_;  ///< numbers in the draft; empty when none was removed
};

/// Checks the heading and every node by itself.
class NodeCheck {
 public:
  explicit NodeCheck(DraftProblems& problems) : problems_(problems), draft_(problems.draft()) {
    for (const Unit unit : draft_.target_units) unit_problems_.push_back(unit_problem(unit));
  }

  void check_plan() {
    const auto check = [this](const char* field, std::string_view text, std::size_t most) {
      const std::string problem = DraftProblems::text_problem(text, most);
      if (!problem.empty()) problems_.refuse_plan(field, std::string(field) + ": " + problem);
    };
    if (draft_.id.empty()) problems_.refuse_plan("id", "a plan needs an id");
    check("id", draft_.id, Limits::id_bytes);
    if (!is_clean_id(draft_.id)) {
      problems_.refuse_plan("id", "id " + in_quotes(draft_.id) +
                                      ": an id must not hold control characters, nor begin or end "
                                      "with a space");
    }
    check("title", draft_.title, Limits::title_bytes);
    check("issuer", draft_.issuer, Limits::title_bytes);
    check("source/document", draft_.source.document, Limits::text_bytes);
    check("source/section", draft_.source.section, Limits::text_bytes);
    const std::string policy = find_problem(draft_.policy);
    if (!policy.empty()) problems_.refuse_plan("policy", "policy: " + policy);
    check_extensions(draft_.extensions,
                     [this](const std::string& what) { problems_.refuse_plan("", what); });
    for (std::uint32_t number = 0; number < draft_.texts.size(); ++number) {
      const std::string problem =
          DraftProblems::text_problem(draft_.texts[number], Limits::text_bytes);
      if (!problem.empty())
        problems_.refuse_plan("owner", "owner " + in_quotes(draft_.texts[number]) + ": " + problem);
    }
  }

  void check_node(std::uint32_t n) {
    const DraftNode& node = problems_.node(n);
    const std::string_view id = draft_.id_of(node);
    const std::string_view title = draft_.title_of(node);
    if (id.empty()) {
      problems_.refuse(n, "id", "it has no id; every node needs one");
    } else if (is_plain_id(id)) {
      // Nothing to look for.
    } else if (id.size() > Limits::id_bytes || find_invalid_utf8(id)) {
      problems_.refuse(n, "id", "id: " + DraftProblems::text_problem(id, Limits::id_bytes));
    } else if (!is_clean_id(id)) {
      problems_.refuse(n, "id",
                       "id " + in_quotes(id) +
                           ": the id must not hold control characters, nor begin or end with a "
                           "space");
    }
    if (title.size() > Limits::title_bytes || find_invalid_utf8(title)) {
      problems_.refuse(n, "title",
                       "title: " + DraftProblems::text_problem(title, Limits::title_bytes));
    }
    if (node.start != no_day || node.due != no_day) check_dates(n);
    if (node.source != 0) check_source(n, node.source);
    if (node.rare != no_row) check_rare(n, draft_.rare[node.rare]);
    if (node.detail != no_row) check_detail(n);
  }

  /// A file names a unit by its symbol: it must mean the same in the plan's table.
  [[nodiscard]] std::string unit_problem(Unit unit) const {
    const auto known = draft_.units.find(unit.symbol());
    if (!known) return "the plan's units have no " + in_quotes(unit.symbol()) + "; add it to them";
    if (*known == unit) return {};
    return "its " + in_quotes(unit.symbol()) +
           " is another than that of the plan's units; take it from them";
  }

  void check_profile(std::uint32_t n, const char* field, const Profile& profile,
                     std::optional<Date> own_due = {}) {
    const DraftNode& node = problems_.node(n);
    const Date start = node.start == no_day ? draft_.period.start() : Date::from_days(node.start);
    const Date due =
        own_due.value_or(node.due == no_day ? draft_.period.end() : Date::from_days(node.due));
    if (profile.kind() == ProfileKind::monthly) {
      const auto first = start.year_month_day();
      const Date last{(first.year() / first.month() + std::chrono::months{11}) / std::chrono::last};
      if (due > last) {
        problems_.refuse(n, field,
                         "a monthly profile covers 12 months, through " + to_string(last) +
                             ", but it is due on " + to_string(due));
      }
    }
    for (const Milestone& step : profile.steps()) {
      if (step.date < start || step.date > due) {
        problems_.refuse(n, field,
                         "milestone " + to_string(step.date) + " lies outside " + to_string(start) +
                             " to " + to_string(due));
      }
    }
  }

 private:
  /// Most ids are, and need no closer look.
  [[nodiscard]] static bool is_plain_id(std::string_view id) noexcept {
    return id.size() <= Limits::id_bytes && id.front() != ' ' && id.back() != ' ' &&
           is_printable_ascii(id);
  }

  [[nodiscard]] static bool is_clean_id(std::string_view id) {
    return id.empty() || (!has_control_character(id) && id.front() != ' ' && id.back() != ' ');
  }

  [[nodiscard]] std::string period() const {
    return " (the plan runs from " + to_string(draft_.period.start()) + " to " +
           to_string(draft_.period.end()) + ")";
  }

  void check_dates(std::uint32_t n) {
    const DraftNode& node = problems_.node(n);
    const Date start = node.start == no_day ? draft_.period.start() : Date::from_days(node.start);
    const Date due = node.due == no_day ? draft_.period.end() : Date::from_days(node.due);
    if (node.start != no_day && node.due != no_day && due < start) {
      problems_.refuse(n, "due",
                       "it is due on " + to_string(due) + ", before its start on " +
                           to_string(start) + period());
    } else if (due < draft_.period.start()) {
      problems_.refuse(n, "due",
                       "it is due on " + to_string(due) + ", before the plan's period begins on " +
                           to_string(draft_.period.start()) + period());
    } else if (start > draft_.period.end() && node.due == no_day) {
      problems_.refuse(n, "start",
                       "it starts on " + to_string(start) + ", after the plan's period ends on " +
                           to_string(draft_.period.end()) + period() + "; give it a due date");
    } else if (start > draft_.period.end()) {
      problems_.refuse(n, "start",
                       "it starts on " + to_string(start) + ", after the plan's period ends on " +
                           to_string(draft_.period.end()) + period());
    }
  }

  void check_source(std::uint32_t n, std::uint32_t number) {
    if (number < draft_.node_sources.size()) {
      const Source& source = draft_.node_sources[number];
      return check_source(n, source.document, source.section, source.begin, source.end);
    }
    const DraftSource& source = draft_.sources[number - 1];
    check_source(n, draft_.text(source.document), draft_.text(source.section), source.begin,
                 source.end);
  }
  void check_source(std::uint32_t n, std::string_view document, std::string_view section,
                    std::optional<std::uint64_t> begin, std::optional<std::uint64_t> end) {
    for (const std::string_view text : {document, section}) {
      const std::string problem = DraftProblems::text_problem(text, Limits::text_bytes);
      if (!problem.empty()) problems_.refuse(n, "source", "source: " + problem);
    }
    if (begin && end && *end < *begin)
      problems_.refuse(n, "source", "source: its span ends before it begins");
  }

  void check_rare(std::uint32_t n, const DraftRare& rare) {
    const auto check = [&](const char* field, std::string_view text) {
      const std::string problem = DraftProblems::text_problem(text, Limits::text_bytes);
      if (!problem.empty()) problems_.refuse(n, field, std::string(field) + ": " + problem);
    };
    for (const std::string& unit : rare.supporting) check("supporting", unit);
    for (const std::string& tag : rare.tags) check("tags", tag);
    check("note", rare.note);
    check_extensions(rare.extensions,
                     [&](const std::string& what) { problems_.refuse(n, "", what); });
  }

  void check_detail(std::uint32_t n) {
    const DraftNode& node = problems_.node(n);
    if (node.kind == NodeKind::indicator) {
      const TargetRow& row = draft_.targets[node.detail];
      if (!unit_problems_[row.unit].empty())
        problems_.refuse(n, "target/unit", unit_problems_[row.unit]);
      if (row.unusual != no_row)
        check_profile(n, "target/profile", draft_.unusual_targets[row.unusual].profile());
    } else if (node.kind == NodeKind::task && draft_.tasks[node.detail].profile > 0) {
      check_profile(n, "profile", draft_.task_profiles[draft_.tasks[node.detail].profile - 1]);
    }
  }

  DraftProblems& problems_;
  const PlanDraft& draft_;
  std::vector<std::string> unit_problems_;  ///< of every unit of the targets, mostly none
};

}  // namespace jinjiang::detail
