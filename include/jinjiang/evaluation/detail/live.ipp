// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <jinjiang/evaluation/detail/evaluate.ipp>
#include <jinjiang/evaluation/detail/live_data.hpp>
#include <jinjiang/evaluation/detail/live_intake.ipp>
#include <jinjiang/evaluation/detail/live_rollup.ipp>
#include <jinjiang/evaluation/detail/live_setup.ipp>

namespace jinjiang {

JINJIANG_INLINE std::size_t Changes::size() const noexcept { return data_->changed().size(); }
JINJIANG_INLINE Change Changes::operator[](std::size_t i) const {
  return data_->change_of(data_->changed()[i]);
}

JINJIANG_INLINE LiveEvaluation::LiveEvaluation(const Plan& plan, const Observations& seen,
                                               Date as_of, const EvaluationOptions& options)
    : data_(std::make_unique<detail::LiveData>(detail::begin_evaluation(plan, seen, as_of, options),
                                               options.ignore_unknown)) {}
JINJIANG_INLINE LiveEvaluation::~LiveEvaluation() = default;
JINJIANG_INLINE LiveEvaluation::LiveEvaluation(LiveEvaluation&& other) noexcept = default;
JINJIANG_INLINE LiveEvaluation& LiveEvaluation::operator=(LiveEvaluation&& other) noexcept =
    default;

JINJIANG_INLINE const Plan& LiveEvaluation::plan() const noexcept {
  return data_->evaluation().plan;
}
JINJIANG_INLINE const Observations& LiveEvaluation::observations() const noexcept {
  return data_->evaluation().observations;
}
JINJIANG_INLINE Date LiveEvaluation::as_of() const noexcept { return data_->evaluation().as_of; }
JINJIANG_INLINE const Policy& LiveEvaluation::policy() const noexcept {
  return data_->evaluation().policy;
}
JINJIANG_INLINE std::optional<Date> LiveEvaluation::known_by() const noexcept {
  return data_->evaluation().known_by;
}
JINJIANG_INLINE const std::string& LiveEvaluation::basis() const noexcept {
  return data_->evaluation().basis;
}

JINJIANG_INLINE NodeResult LiveEvaluation::of(const Node& node) const {
  return detail::result_of(data_->evaluation(), node, data_->figures_of(node.row()));
}
JINJIANG_INLINE Evaluation LiveEvaluation::evaluation() const {
  return Evaluation(data_->snapshot());
}

JINJIANG_INLINE Changes LiveEvaluation::observe(std::string_view id, Date observed_on, double value,
                                                const ReadingOptions& options) {
  data_->change([&] { data_->add(id, observed_on, value, options); });
  return Changes(*data_);
}
JINJIANG_INLINE Changes LiveEvaluation::observe(const Observation& observation) {
  return observe(observation.id, observation.observed_on, observation.value, observation.options);
}
JINJIANG_INLINE Changes LiveEvaluation::observe_all(const Observations& more) {
  data_->change([&] { data_->add_all(more); });
  return Changes(*data_);
}

JINJIANG_INLINE std::vector<Change> LiveEvaluation::dry_run(std::string_view id, Date observed_on,
                                                            double value,
                                                            const ReadingOptions& options) {
  return data_->try_out([&] { data_->add(id, observed_on, value, options); });
}
JINJIANG_INLINE std::vector<Change> LiveEvaluation::dry_run(const Observation& observation) {
  return dry_run(observation.id, observation.observed_on, observation.value, observation.options);
}
JINJIANG_INLINE std::vector<Change> LiveEvaluation::dry_run_all(const Observations& more) {
  return data_->try_out([&] { data_->add_all(more); });
}

}  // namespace jinjiang
