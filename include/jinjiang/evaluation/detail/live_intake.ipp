// SPDX-License-Identifier: BSL-1.0
#pragma once

// How a live evaluation takes readings in, and how it takes them back.

#include <algorithm>

#include <jinjiang/evaluation/detail/evaluate.ipp>
#include <jinjiang/evaluation/detail/live_data.hpp>
#include <jinjiang/model/detail/reading_append.hpp>

namespace jinjiang::detail {

JINJIANG_INLINE ObservationLog& LiveData::own_log() {
  ObservationLog& log = evaluation_->observations.own_log();
  if (&log != known_log_) {
    known_log_ = nullptr;
    leaf_.emplace(*evaluation_, readings_);
    translator_.emplace(log, plan_);
    known_units_ = log.unit_list.size();
    known_log_ = &log;
  }
  return log;
}

/// A reading waits for memory more than for anything else: what it will touch is asked for before
/// it is looked at.
JINJIANG_INLINE void LiveData::prefetch_leaf(Row row) const noexcept {
  __builtin_prefetch(&plan_.parents[row]);
  plan_.ids.prefetch(row);
  readings_.prefetch(row);
  __builtin_prefetch(&plan_.traits[row]);
  __builtin_prefetch(&plan_.kinds[row]);
  __builtin_prefetch(&live_.links[row]);
  __builtin_prefetch(&plan_.goal_values[row]);
  __builtin_prefetch(&plan_.weights[row]);
  __builtin_prefetch(&live_.verdicts[row], 1);
  __builtin_prefetch(&live_.expected[row], 1);
  __builtin_prefetch(&evaluation_->columns->status[row], 1);
  __builtin_prefetch(&evaluation_->columns->progress[row], 1);
  __builtin_prefetch(&live_.terms[row], 1);
}

JINJIANG_INLINE void LiveData::prefetch_goals(Row leaf) const noexcept {
  plan_.ids.prefetch_text(leaf);
  readings_.prefetch_values(leaf);
  constexpr int levels = 3;  // there are few goals above, and they are at hand
  Row goal = plan_.parents[leaf];
  for (int level = 0; level < levels && goal != no_row; ++level, goal = plan_.parents[goal]) {
    const EvaluationColumns& columns = *evaluation_->columns;
    __builtin_prefetch(&live_.sums[goal], 1);
    __builtin_prefetch(reinterpret_cast<const char*>(&live_.sums[goal]) + 64, 1);
    __builtin_prefetch(&columns.status[goal], 1);
    __builtin_prefetch(&columns.progress[goal], 1);
    __builtin_prefetch(&columns.expected[goal], 1);
    __builtin_prefetch(&columns.pace[goal], 1);
    __builtin_prefetch(&columns.coverage[goal], 1);
    __builtin_prefetch(&live_.terms[goal], 1);
    __builtin_prefetch(&live_.links[goal], 1);
    __builtin_prefetch(&live_.changes[goal], 1);
    __builtin_prefetch(&plan_.parents[goal]);
    __builtin_prefetch(&plan_.weights[goal]);
    __builtin_prefetch(&plan_.details[goal]);
    __builtin_prefetch(&plan_.lifecycles[goal]);
    __builtin_prefetch(&plan_.dues[goal]);
    const Row first = plan_.first_children[goal];
    const auto* const terms = reinterpret_cast<const char*>(live_.terms.data() + first);
    for (int line = 0; line < 4; ++line) __builtin_prefetch(terms + 64 * line);
    if (!plan_.first_extra.empty()) __builtin_prefetch(&plan_.first_extra[goal]);
  }
}

JINJIANG_INLINE void LiveData::add(std::string_view id, Date observed_on, double value,
                                   const ReadingOptions& options) {
  const std::uint64_t hash = hash_text(id);
  const auto guess = plan_.rows.guess(hash);
  if (guess) prefetch_leaf(*guess);
  check_reading(id, observed_on, value, options);
  if (guess) prefetch_goals(*guess);
  const auto row = plan_.rows.find(id, hash, [this](Row r) { return plan_.ids[r]; });
  if (!row && !ignores_unknown_) {
    throw UnknownObservationError("observation of " + to_string(observed_on) + ": " +
                                  unknown_id(plan_, id) +
                                  "; correct it, or follow the plan with ignore_unknown");
  }
  ObservationLog& log = own_log();
  if (row && is_goal(*row)) {
    translator_->refuse(*row, observed_on, ReadingTranslator::of_goal);
    translator_->throw_problems();
  }
  const bool is_known = row && readings_.series(*row) != no_row;
  const std::uint32_t series = is_known ? readings_.series(*row) : log.series_of(id);
  append_reading(log, series, observed_on, value, options);
  take_in(row.value_or(no_row), readings_before_);
  translator_->throw_problems();
}

JINJIANG_INLINE void LiveData::add_all(const Observations& more) {
  const Observations batch = more;  // keeps its log as it is, should it be ours
  const ObservationLog& from = batch.log();
  ObservationLog& log = own_log();
  std::vector<Row> rows;
  std::vector<std::uint32_t> series;
  std::vector<std::string_view> unknown;
  for (std::size_t s = 0; s < from.ids.size(); ++s) {
    const auto row = plan_.find(from.ids[s]);
    rows.push_back(row.value_or(no_row));
    series.push_back(no_row);
    if (!row) unknown.push_back(from.ids[s]);
  }
  if (!unknown.empty() && !ignores_unknown_) refuse_unknown(plan_, unknown);
  std::vector<std::uint16_t> units;
  for (const Unit& unit : from.unit_list) {
    const auto number = unit_number(log, unit);
    if (!number) throw ObservationError("too many different units");
    units.push_back(*number);
  }
  for (std::uint32_t i = 0; i < from.size(); ++i) {
    const Row row = rows[from.series[i]];
    if (row != no_row && is_goal(row)) {
      translator_->refuse(row, Date::from_days(from.dates[i]), ReadingTranslator::of_goal);
      continue;
    }
    std::uint32_t& own_series = series[from.series[i]];
    if (own_series == no_row && row != no_row) own_series = readings_.series(row);
    if (own_series == no_row) own_series = log.series_of(from.ids[from.series[i]]);
    const auto reading = static_cast<std::uint32_t>(log.size());
    if (reading >= ObservationBinding::mark) {
      throw ObservationError("there are too many observations");
    }
    log.push({.series = own_series,
              .date = from.dates[i],
              .value = from.values[i],
              .unit = units[from.units[i]],
              .stage = from.stages[i],
              .span = from.spans[i],
              .basis = log.texts.intern(from.texts[from.bases[i]]),
              .known = from.known[i],
              .source = log.texts.intern(from.texts[from.sources[i]]),
              .note = log.texts.intern(from.texts[from.notes[i]])});
    take_in(row, reading);
  }
  translator_->throw_problems();
}

JINJIANG_INLINE void LiveData::take_in(Row row, std::uint32_t reading) {
  if (row == no_row) return take_in_stray(reading);
  if (known_units_ != log().unit_list.size()) {
    translator_->find_foreign_units();
    known_units_ = log().unit_list.size();
  }
  const double value = translator_->value_of(row, reading);
  if (translator_->has_problems()) return;
  touch_with_followers(row);
  if (added_.size() == added_.capacity()) added_.reserve(2 * added_.size() + 1);
  const auto is_flow = [&] { return translator_->is_read_as_flow(row); };
  readings_.insert(log(), row, reading, value, is_flow, readings_before_);
  added_.push_back({row, reading});
}

/// Nothing depends on it, but all readings together must hold.
JINJIANG_INLINE void LiveData::take_in_stray(std::uint32_t reading) {
  std::vector<std::uint32_t>& known = strays_[log().series[reading]];
  for (const std::uint32_t other : known) {
    const bool same_figure =
        log().values[other] == log().values[reading] && log().units[other] == log().units[reading];
    if (reading_key(log(), other) == reading_key(log(), reading) && !same_figure)
      refuse_contradiction(log(), other, reading, readings_before_);
  }
  known.push_back(reading);
}

/// Keeps how a leaf stands before its readings change.
JINJIANG_INLINE void LiveData::touch(Row leaf) {
  if (has(leaf, LiveLinks::recorded)) return;
  const LeafVerdict verdict = leaf_->evaluate(leaf, plan_.traits[leaf]);
  const NodeFigures figures = figures_of_leaf(*evaluation_, readings_, leaf, verdict);
  LiveRecord& record = records_.emplace_back();  // filled where it stands, as it is large
  record.row = leaf;
  record.verdict = live_.verdicts[leaf];
  record.before = figures;
  record.before.status = evaluation_->columns->status[leaf];
  record.after = record.before;
  live_.links[leaf] |= LiveLinks::recorded;
}

JINJIANG_INLINE void LiveData::touch_with_followers(Row leaf) {
  touch(leaf);
  if (!has(leaf, LiveLinks::followers)) return;
  const auto first =
      std::lower_bound(followers_.begin(), followers_.end(), std::pair(leaf, Row{0}));
  for (auto entry = first; entry != followers_.end() && entry->first == leaf; ++entry)
    touch(entry->second);
}

JINJIANG_INLINE void LiveData::take_back() noexcept {
  for (; !added_.empty(); added_.pop_back())
    readings_.remove(log(), added_.back().row, added_.back().reading);
  EvaluationColumns& columns = *evaluation_->columns;
  for (const LiveRecord& record : records_) {
    const Row row = record.row;
    forget_record_of(row);
    columns.status[row] = record.before.status;
    columns.progress[row] = record.before.progress;
    if (is_goal(row)) {
      columns.expected[row] = record.before.expected;
      columns.pace[row] = record.before.pace;
      columns.coverage[row] = record.before.coverage;
      live_.sums[row] = record.sums;
    } else {
      live_.verdicts[row] = record.verdict;
      live_.expected[row] = record.before.expected;
    }
    add_up(row, parts_.view(row, plan_.weights[row]));
  }
  records_.clear();
  if (phase_ != Phase::leaves || !queue_.empty())  // it ended in between
    std::fill(live_.changes.begin(), live_.changes.end(), LiveChange{LiveChange::none, 0});
  queue_.clear();
  phase_ = Phase::leaves;
  if (translator_) translator_->forget_problems();
  while (log().size() > readings_before_) {
    const auto last = static_cast<std::uint32_t>(log().size() - 1);
    const auto stray = strays_.find(log().series[last]);
    if (stray != strays_.end() && !stray->second.empty() && stray->second.back() == last)
      stray->second.pop_back();
    own_log().pop();
  }
}

}  // namespace jinjiang::detail
