// SPDX-License-Identifier: BSL-1.0
#pragma once

// What differs between a node of one plan and the node of another that it became, field by field.

#include <algorithm>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <jinjiang/analysis/detail/diff_labels.hpp>
#include <jinjiang/analysis/detail/plan_match.hpp>
#include <jinjiang/analysis/detail/same_quantity.hpp>

namespace jinjiang::detail {

/// Collects pairs of texts that differ.
class FieldList {
 public:
  void compare(DiffKind kind, std::string_view field, std::string before, std::string after) {
    if (before != after) note(kind, field, std::move(before), std::move(after));
  }
  void note(DiffKind kind, std::string_view field, std::string before, std::string after) {
    fields_.push_back({kind, std::string(field), std::move(before), std::move(after)});
  }
  [[nodiscard]] bool empty() const noexcept { return fields_.empty(); }
  [[nodiscard]] std::size_t size() const noexcept { return fields_.size(); }
  [[nodiscard]] std::vector<FieldDiff> take() noexcept { return std::move(fields_); }

 private:
  std::vector<FieldDiff> fields_;
};

[[nodiscard]] inline std::string field_words(std::optional<double> value) {
  return value ? format_number(*value) : std::string{};
}
[[nodiscard]] inline std::string field_words(std::optional<Date> day) {
  return day ? to_string(*day) : std::string{};
}
[[nodiscard]] inline std::string field_words(const Source& source) {
  std::string text = source.document;
  if (!source.section.empty()) text += (text.empty() ? "" : " / ") + source.section;
  if (source.begin) text += " " + std::to_string(*source.begin);
  if (source.end) text += "-" + std::to_string(*source.end);
  return text;
}
template <class Range>
[[nodiscard]] std::string joined(const Range& texts) {
  std::string all;
  for (const std::string& text : texts) all += (all.empty() ? "" : ", ") + text;
  return all;
}
[[nodiscard]] inline std::string field_words(std::span<const Extension> extensions) {
  std::string text;
  for (const auto& [key, value] : extensions)
    text += (text.empty() ? "" : ", ") + key + ": " + value;
  return text;
}

class NodeFields {
 public:
  NodeFields(const PlanMatch& match, Row before, Row after, Language language)
      : match_(match),
        language_(language),
        labels_(language),
        a_(match.before.nodes()[match.before.data().order[before]]),
        b_(match.after.nodes()[match.after.data().order[after]]) {}

  [[nodiscard]] std::vector<FieldDiff> list() && {
    compare_goals();
    fields_.compare(DiffKind::reworded, "title", std::string(a_.title()), std::string(b_.title()));
    compare_targets();
    compare_revisions();
    fields_.compare(DiffKind::reowned, "owner", std::string(a_.owner()), std::string(b_.owner()));
    compare_lists(DiffKind::reowned, "supporting", a_.supporting(), b_.supporting());
    compare_dates();
    compare_dependencies();
    fields_.compare(DiffKind::renumbered, "id", std::string(a_.id()), std::string(b_.id()));
    compare_others();
    return fields_.take();
  }

 private:
  template <class Word>
  void compare_words(DiffKind kind, std::string_view field, const Word& before, const Word& after) {
    fields_.compare(kind, field, labels_.of(before), labels_.of(after));
  }

  [[nodiscard]] std::string in_brackets(std::string_view text) const {
    return language_ == Language::zh ? "（" + std::string(text) + "）"
                                     : " (" + std::string(text) + ")";
  }
  [[nodiscard]] std::string shown_name(const Node& goal) const {
    return std::string(goal.title().empty() ? goal.id() : goal.title());
  }

  void compare_goals() {
    const std::vector<PartLink> before = match_.before.part_links(a_);
    const std::vector<PartLink> after = match_.after.part_links(b_);
    std::vector<std::string> goals_before;
    std::vector<std::string> goals_after;
    bool has_moved = false;
    for (const PartLink& link : before) {
      const Row became = match_.to_after[link.parent.row()];
      const auto same = std::find_if(after.begin(), after.end(), [&](const PartLink& other) {
        return other.parent.row() == became;
      });
      goals_before.push_back(shown_name(same == after.end() ? link.parent : same->parent));
      if (same == after.end()) {
        has_moved = true;
        continue;
      }
      const std::string goal = shown_name(same->parent);
      const auto words = [&](const PartLink& each) {
        std::string text = goal + " " + format_number(each.weight);
        if (each.is_veto) text += " " + labels_.veto();
        return text;
      };
      fields_.compare(DiffKind::reweighted, "part_of", words(link), words(*same));
    }
    for (const PartLink& link : after) {
      const Row was = match_.to_before[link.parent.row()];
      const bool is_old = std::any_of(before.begin(), before.end(), [&](const PartLink& other) {
        return other.parent.row() == was;
      });
      goals_after.push_back(shown_name(link.parent));
      has_moved = has_moved || !is_old;
    }
    if (has_moved)
      fields_.note(DiffKind::moved, "part_of", joined(goals_before), joined(goals_after));
  }

  /// In words, an indicator that it follows by its title; one of the first plan by that of today.
  [[nodiscard]] std::string described(const Target& target, const Plan& plan) const {
    std::string reference;
    if (const auto& relative = target.relative_to()) {
      const Node followed = plan[relative->indicator];
      const bool is_old = &plan == &match_.before;
      const Row became = is_old ? match_.to_after[followed.row()] : no_row;
      reference = shown_name(
          became == no_row ? followed : match_.after.nodes()[match_.after.data().order[became]]);
    }
    return describe_with(target, language_, reference);
  }

  void compare_targets() {
    const std::optional<Target> before = a_.target();
    const std::optional<Target> after = b_.target();
    if (before && after) return compare_targets(*before, *after);
    if (before.has_value() == after.has_value()) return;
    fields_.note(DiffKind::retargeted, "target", before ? described(*before, match_.before) : "",
                 after ? described(*after, match_.after) : "");
  }

  void compare_targets(const Target& a, const Target& b) {
    if (a == b) return;  // perhaps in another spelling of the unit
    const Target same = brought_to(a, b);
    const std::string words_before = described(a, match_.before);
    const std::string words_after = described(b, match_.after);
    if (a == same) {
      const bool is_shown = words_before != words_after;  // 由省下达 shows no unit
      return fields_.note(DiffKind::reworded, "target", is_shown ? words_before : a.unit().symbol(),
                          is_shown ? words_after : b.unit().symbol());
    }
    const std::size_t found_before = fields_.size();
    if (words_before != described(same, match_.after))
      fields_.compare(DiffKind::retargeted, "target", words_before, words_after);
    compare_words(DiffKind::retargeted, "measure", a.measure(), b.measure());
    compare_words(DiffKind::retargeted, "direction", a.direction(), b.direction());
    const auto figure = [this](std::optional<double> value, Unit unit) {
      return value ? format_number(*value) + unit_after_number(unit, language_) : std::string{};
    };
    if (a.baseline() != same.baseline()) {
      fields_.compare(DiffKind::retargeted, "baseline", figure(a.baseline(), a.unit()),
                      figure(b.baseline(), b.unit()));
    }
    const bool is_tolerance_given = a.options().tolerance || b.options().tolerance;
    if (is_tolerance_given && a.tolerance() != same.tolerance()) {
      fields_.compare(DiffKind::retargeted, "tolerance", figure(a.tolerance(), a.unit()),
                      figure(b.tolerance(), b.unit()));
    }
    fields_.compare(DiffKind::retargeted, "basis", a.basis(), b.basis());
    compare_words(DiffKind::retargeted, "base", a.base(), b.base());
    compare_words(DiffKind::retargeted, "profile", a.profile(), b.profile());
    compare_words(DiffKind::retargeted, "firmness", a.firmness(), b.firmness());
    // A target's due date is that of its node, unless only one of the plans says it there.
    if (a_.has_own_due() == b_.has_own_due() && a_.due() == b_.due())
      fields_.compare(DiffKind::redated, "target/due", field_words(a.due()), field_words(b.due()));
    // What no field shows, such as another indicator of the same title.
    const bool is_redated = a_.due() != b_.due() && a.due() != b.due();
    if (fields_.size() == found_before && !is_redated && !follows_the_same(a, b)) {
      const auto words = [](const Target& target) {
        return target.relative_to() ? target.relative_to()->indicator : target.unit().symbol();
      };
      fields_.note(DiffKind::retargeted, "target", words(a), words(b));
    }
  }

  /// Whether both follow one indicator, which may have another id now.
  [[nodiscard]] bool follows_the_same(const Target& a, const Target& b) const {
    if (!a.relative_to() || !b.relative_to()) return false;
    const Row before = match_.before[a.relative_to()->indicator].row();
    return match_.to_after[before] == match_.after[b.relative_to()->indicator].row() &&
           a.relative_to()->offset == b.relative_to()->offset && a.unit() == b.unit();
  }

  void compare_revisions() {
    const std::vector<Revision> before = a_.revisions();
    const std::vector<Revision> after = b_.revisions();
    if (before == after) return;
    const auto words = [this](const std::vector<Revision>& revisions, const Plan& plan) {
      std::string text;
      for (const Revision& revision : revisions) {
        text += (text.empty() ? "" : "; ") + to_string(revision.effective) + " " +
                described(revision.target, plan);
        if (!revision.reason.empty()) text += in_brackets(revision.reason);
      }
      return text;
    };
    const bool is_same = is_same_quantity(before, after);
    fields_.note(is_same ? DiffKind::reworded : DiffKind::retargeted, "revisions",
                 words(before, match_.before), words(after, match_.after));
  }

  void compare_dates() {
    const auto given = [](bool is_given, Date date) {
      return is_given ? to_string(date) : std::string{};
    };
    fields_.compare(DiffKind::redated, "start", given(a_.has_given_start(), a_.start()),
                    given(b_.has_given_start(), b_.start()));
    fields_.compare(DiffKind::redated, "due", given(a_.has_given_due(), a_.due()),
                    given(b_.has_given_due(), b_.due()));
    const auto days = [](const Node& node) {
      return node.duration() ? std::to_string(*node.duration()) : std::string{};
    };
    fields_.compare(DiffKind::redated, "duration", days(a_), days(b_));
  }

  void compare_dependencies() {
    const std::vector<Dependency> before = match_.before.predecessors(a_);
    const std::vector<Dependency> after = match_.after.predecessors(b_);
    const auto words = [this](const Dependency& link, std::string_view id) {
      std::string text = std::string(id) + " " + labels_.of(link.type);
      if (link.lag != 0) text += (link.lag > 0 ? "+" : "") + std::to_string(link.lag);
      if (!link.assumption.empty()) text += in_brackets(link.assumption);
      return text;
    };
    std::vector<std::string> gone;
    std::vector<std::string> come;
    for (const Dependency& link : before) {
      // By the id of today, so that a predecessor with another id is no other link.
      const Row became = match_.to_after[link.predecessor.row()];
      gone.push_back(
          words(link, became == no_row ? link.predecessor.id() : match_.after.data().ids[became]));
    }
    for (const Dependency& link : after) come.push_back(words(link, link.predecessor.id()));
    const auto only_in = [](const std::vector<std::string>& all,
                            const std::vector<std::string>& other) {
      std::vector<std::string> rest;
      for (const std::string& each : all) {
        if (std::find(other.begin(), other.end(), each) == other.end()) rest.push_back(each);
      }
      return joined(rest);
    };
    fields_.compare(DiffKind::relinked, "depends_on", only_in(gone, come), only_in(come, gone));
  }

  void compare_others() {
    compare_words(DiffKind::changed, "kind", a_.kind(), b_.kind());
    compare_words(DiffKind::changed, "lifecycle", a_.lifecycle(), b_.lifecycle());
    if (!a_.target() && !b_.target())
      compare_words(DiffKind::changed, "firmness", a_.firmness(), b_.firmness());
    if (a_.kind() == b_.kind()) {
      compare_words(DiffKind::changed, "rule", a_.rule(), b_.rule());
      fields_.compare(DiffKind::changed, "progress", field_words(a_.progress()),
                      field_words(b_.progress()));
      if (a_.kind() == NodeKind::task)
        compare_words(DiffKind::changed, "profile", a_.profile(), b_.profile());
    }
    compare_lists(DiffKind::changed, "tags", a_.tags(), b_.tags());
    fields_.compare(DiffKind::changed, "note", std::string(a_.note()), std::string(b_.note()));
    fields_.compare(DiffKind::changed, "source", place_of(a_.source(), match_.before),
                    place_of(b_.source(), match_.after));
    const auto before = a_.extensions();
    const auto after = b_.extensions();
    if (!std::equal(before.begin(), before.end(), after.begin(), after.end()))
      fields_.note(DiffKind::changed, "extensions", field_words(before), field_words(after));
  }

  /// Bytes move with every word before them, and each year's plan is of another document.
  static std::string place_of(const Source& source, const Plan& plan) {
    const bool is_of_plan = source.document == plan.source().document;
    return field_words(
        Source{.document = is_of_plan ? "" : source.document, .section = source.section});
  }

  /// Lists may read alike and differ: `a, b` is one tag or two.
  void compare_lists(DiffKind kind, std::string_view field, std::span<const std::string> before,
                     std::span<const std::string> after) {
    if (!std::equal(before.begin(), before.end(), after.begin(), after.end()))
      fields_.note(kind, field, joined(before), joined(after));
  }

  const PlanMatch& match_;
  Language language_;
  Labels labels_;
  Node a_;
  Node b_;
  FieldList fields_;
};

/// What differs between the headings of two plans.
[[nodiscard]] inline std::vector<FieldDiff> heading_fields(const Plan& a, const Plan& b,
                                                           Language language) {
  const Labels labels(language);
  FieldList fields;
  const auto compare = [&](std::string_view field, std::string before, std::string after) {
    fields.compare(DiffKind::changed, field, std::move(before), std::move(after));
  };
  compare("id", a.id(), b.id());
  compare("title", a.title(), b.title());
  compare("issuer", a.issuer(), b.issuer());
  compare("language", labels.of(a.language()), labels.of(b.language()));
  const auto period = [](const Plan& plan) {
    return to_string(plan.period().start()) + " - " + to_string(plan.period().end());
  };
  compare("period", period(a), period(b));
  const auto policy = [&labels](const Policy& each) {
    return format_number(each.ahead) + " " + format_number(each.on_track) + " " +
           format_number(each.at_risk) + " " + format_number(each.minimum_coverage) + " " +
           labels.of(each.missing) + " " + std::to_string(each.stale_after);
  };
  compare("policy", policy(a.policy()), policy(b.policy()));
  const auto units = [](const UnitTable& table) {
    std::string text;
    for (const UnitDefinition& unit : table.difference(UnitTable::standard())) {
      text += (text.empty() ? "" : ", ") + unit.symbol + " " + unit.dimension + " " +
              format_number(unit.numerator) + "/" + format_number(unit.denominator);
    }
    return text;
  };
  compare("units", units(a.units()), units(b.units()));
  compare("source", field_words(a.source()), field_words(b.source()));
  compare("extensions", field_words(a.extensions()), field_words(b.extensions()));
  return fields.take();
}

}  // namespace jinjiang::detail
