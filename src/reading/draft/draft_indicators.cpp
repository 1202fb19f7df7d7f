// SPDX-License-Identifier: BSL-1.0

// The indicator of a figure.

#include <array>
#include <cmath>

#include "reading/draft/clause_words.hpp"
#include "reading/draft/deadline.hpp"
#include "reading/draft/draft.hpp"
#include "reading/draft/subjects.hpp"

namespace jinjiang::reading {

namespace {

using namespace std::string_view_literals;

constexpr std::size_t longest_title = 60;  ///< characters

std::string_view tag_of(ProjectStage stage) noexcept {
  constexpr std::array tags{""sv, "签约"sv, "落地"sv, "开工"sv, "竣工"sv, "投产"sv, "达产"sv};
  return tags[static_cast<std::size_t>(stage)];
}

std::string note_of(const Place& place, const Figure& figure) {
  std::string note;
  const auto add = [&note](std::string_view words) {
    if (!note.empty()) note += "；";
    note += words;
  };
  if (figure.is_part) add("其中：前一项的一部分");
  for (const Condition& condition : figure.conditions)
    add("条件：" + short_title(condition.words.of(place.text()), longest_title));
  if (figure.is_approximate) add("原文为约数：" + std::string(figure.number.of(place.text())));
  return note;
}

TargetOptions options_of(const Figure& figure) {
  return {.measure = figure.measure,
          .direction = figure.direction,
          .firmness = figure.firmness,
          .basis = figure.basis,
          .base = figure.base};
}

/// A target without a value of its own. One that others set names them; one that follows a series
/// does so until the series is found.
std::optional<Target> unvalued_target(const Place& place, const Figure& figure) {
  const Reference& reference = *figure.reference;
  std::string setter = short_title(reference.words.of(place.text()), longest_title);
  if (setter.empty()) setter = "上级";
  for (const bool is_exact : {true, false}) {
    TargetOptions options;
    if (is_exact) options = options_of(figure);
    options.firmness = figure.firmness;
    try {
      return Target::set_elsewhere(setter, is_exact ? figure.unit : Unit(), std::move(options));
    } catch (const TargetError&) {
    }
  }
  return std::nullopt;
}

std::optional<Target> target_of(const Draft& draft, const Place& place, const Figure& figure) {
  if (figure.reference) return unvalued_target(place, figure);
  if (!std::isfinite(figure.value)) return std::nullopt;
  try {
    Target target = figure.target();
    if (target.due() && !draft.nodes.allows_due(*target.due())) {
      TargetOptions options = target.options();
      options.due.reset();
      return target.with(std::move(options));
    }
    return target;
  } catch (const Error&) {
    return std::nullopt;
  }
}

/// The series that a figure follows: 经济增长 by itself, 全市平均 of the same subject.
Follower follower_of(const Place& place, const Figure& figure, std::uint32_t node,
                     const Target& target, std::string_view level) {
  const std::string_view words = figure.reference->words.of(place.text());
  const bool is_of_others =
      trailing(words, std::array{"平均"sv, "平均水平"sv, "水平"sv, "全国"sv, "全省"sv, "全市"sv,
                                 "同期"sv, "去年"sv, "上年"sv}) > 0;
  Follower follower{.node = node,
                    .key = subject_key(words, level),
                    .title = short_title(words, longest_title),
                    .source = place.in_report(figure.reference->words),
                    .comparator = figure.comparator,
                    .offset = figure.reference->offset,
                    .unit = target.unit(),
                    .options = {.measure = target.measure(), .firmness = target.firmness()}};
  if (figure.rule == "never_less" || figure.rule == "never_more") {
    // Every series is held against its own past, and no other.
    append_title(follower.title = "上年水平：", figure.title, longest_title);
    follower.key = subject_key(follower.title, level);
  } else if (is_of_others || follower.title.empty()) {
    append_title(follower.title += "：", figure.title, longest_title);
  }
  return follower;
}

std::optional<Date> due_of(const Figure& figure, int this_year) {
  const int year = figure.due_year.value_or(this_year);
  return figure.due_month && figure.due_day ? day_or_last(year, *figure.due_month, *figure.due_day)
                                            : last_day(year, figure.due_month);
}

Became as_task(Draft& draft, const Place& place, const Figure& figure, std::string_view reason) {
  std::string title = short_title(figure.words.of(place.text()), longest_title);
  if (title.empty()) title = short_title(place.text(), longest_title);
  add_task(draft, place, figure.words, title, firmness_of(figure.words.of(place.text())));
  const std::string_view node = draft.nodes.id_of(draft.nodes.size() - 1);
  add_doubt(draft, place, figure.number, node, {"no_target", std::string(reason), {}}, "任务");
  return {Outcome::task, node, note_on(figure)};
}

}  // namespace

Became add_indicator(Draft& draft, const Place& place, const Figure& figure) {
  const std::optional<Target> target = target_of(draft, place, figure);
  if (!target) return as_task(draft, place, figure, "这些词合在一起不成一个目标值，列为任务");
  if (!draft.nodes.takes(target->unit()))
    return as_task(draft, place, figure, "计划不认识这个计量单位，列为任务");

  std::optional<Date> due;
  if (figure.due_year || figure.due_month) {
    due = due_of(figure, draft.nodes.year());
  }
  std::string& title = draft.title;
  title.clear();
  for (const std::string_view words :
       {std::string_view(figure.title), figure.words.of(place.text()), place.text()}) {
    if (title.empty()) append_title(title, words, longest_title);
  }
  const std::string note = note_of(place, figure);
  const std::uint32_t node = draft.nodes.indicator(place.goal, title, &*target,
                                                   {.source = place.in_report(figure.words),
                                                    .section = place.section,
                                                    .due = due,
                                                    .tag = tag_of(figure.stage),
                                                    .note = note});
  const std::string_view id = draft.nodes.id_of(node);
  if (due && !draft.nodes.allows_due(*due)) {
    add_doubt(draft, place, figure.number, id, {"due_passed", "写明的期限早于计划期，没有采用", {}},
              to_string(*due));
  }
  if (due && figure.due_day &&
      *figure.due_day != static_cast<int>(static_cast<unsigned>(due->year_month_day().day()))) {
    add_doubt(draft, place, figure.number, id,
              {"no_such_day", "当月没有这一天，取当月最后一天", {}}, to_string(*due));
  }
  const std::string_view subject = figure.subject.of(place.text());
  // A flow that is due in June is no year's, and one of five years neither.
  const bool is_at_day = target->measure() == Measure::level ||
                         target->measure() == Measure::share || target->measure() == Measure::rank;
  const bool is_of_year = !due || *due == last_day(draft.nodes.year());
  draft.promises.push_back({.key = subject_key(subject.empty() ? title : subject, draft.level),
                            .scope = scope_key(place.text(), figure),
                            .node = node,
                            .measure = target->measure(),
                            .direction = target->direction(),
                            .has_value = target->has_value(),
                            .is_of_year = (is_at_day || is_of_year) &&
                                          is_own_body(figure.body.of(place.text()), draft.level),
                            .base = figure.base,
                            .unit = target->unit()});
  if (figure.reference && !figure.reference->is_order)
    draft.followers.push_back(follower_of(place, figure, node, *target, draft.level));
  return {Outcome::indicator, id, note_on(figure)};
}

}  // namespace jinjiang::reading
