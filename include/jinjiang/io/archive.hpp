// SPDX-License-Identifier: BSL-1.0
#pragma once

// Plans, observations, evaluations and policies in Boost.Serialization archives of your own: text,
// binary or XML. Include it beside your archives' headers; link jinjiang::jinjiang and
// Boost::serialization.
//
// An archive is trusted: Boost does not defend itself against damaged bytes. What comes out of it
// is checked like a draft. For files that travel use jinjiang/io/jjx.hpp, which does.

#include <boost/serialization/level.hpp>
#include <boost/serialization/split_free.hpp>
#include <boost/serialization/tracking.hpp>
#include <boost/serialization/version.hpp>

#include <jinjiang/detail/config.hpp>
#include <jinjiang/io/detail/archive_tables.hpp>

namespace jinjiang::io::detail {

/// Refuses what a newer library wrote.
JINJIANG_EXPORT void check_class_version(const char* name, unsigned found, unsigned known);

}  // namespace jinjiang::io::detail

namespace boost::serialization {

template <class Archive>
void save(Archive& archive, const jinjiang::Plan& plan, unsigned) {
  const auto tables = jinjiang::io::detail::tables_of(plan);
  archive << make_nvp("tables", tables);
}
template <class Archive>
void load(Archive& archive, jinjiang::Plan& plan, unsigned version) {
  jinjiang::io::detail::check_class_version("plan", version, 1);
  jinjiang::io::detail::PlanTables tables;
  archive >> make_nvp("tables", tables);
  plan = jinjiang::io::detail::plan_of(std::move(tables));
}

template <class Archive>
void save(Archive& archive, const jinjiang::Observations& observations, unsigned) {
  const auto tables = jinjiang::io::detail::tables_of(observations);
  archive << make_nvp("tables", tables);
}
template <class Archive>
void load(Archive& archive, jinjiang::Observations& observations, unsigned version) {
  jinjiang::io::detail::check_class_version("observations", version, 1);
  jinjiang::io::detail::ObservationTables tables;
  archive >> make_nvp("tables", tables);
  observations = jinjiang::io::detail::observations_of(tables);
}

template <class Archive>
void save(Archive& archive, const jinjiang::Evaluation& evaluation, unsigned) {
  const auto tables = jinjiang::io::detail::tables_of(evaluation);
  archive << make_nvp("tables", tables);
}
/// Evaluates again: an archive cannot say what its plan and observations do not.
template <class Archive>
void load(Archive& archive, jinjiang::Evaluation& evaluation, unsigned version) {
  jinjiang::io::detail::check_class_version("evaluation", version, 1);
  jinjiang::io::detail::EvaluationTables tables;
  archive >> make_nvp("tables", tables);
  evaluation = jinjiang::io::detail::evaluation_of(std::move(tables));
}

template <class Archive>
void save(Archive& archive, const jinjiang::Policy& policy, unsigned) {
  const auto record = jinjiang::io::detail::record_of(policy);
  archive << make_nvp("record", record);
}
template <class Archive>
void load(Archive& archive, jinjiang::Policy& policy, unsigned version) {
  jinjiang::io::detail::check_class_version("policy", version, 1);
  jinjiang::io::detail::PolicyRecord record;
  archive >> make_nvp("record", record);
  policy = jinjiang::io::detail::policy_of(record);
}

}  // namespace boost::serialization

BOOST_SERIALIZATION_SPLIT_FREE(jinjiang::Plan)
BOOST_SERIALIZATION_SPLIT_FREE(jinjiang::Observations)
BOOST_SERIALIZATION_SPLIT_FREE(jinjiang::Evaluation)
BOOST_SERIALIZATION_SPLIT_FREE(jinjiang::Policy)
BOOST_CLASS_VERSION(jinjiang::Plan, 1)
BOOST_CLASS_VERSION(jinjiang::Observations, 1)
BOOST_CLASS_VERSION(jinjiang::Evaluation, 1)
BOOST_CLASS_VERSION(jinjiang::Policy, 1)
BOOST_CLASS_TRACKING(jinjiang::Plan, boost::serialization::track_never)
BOOST_CLASS_TRACKING(jinjiang::Observations, boost::serialization::track_never)
BOOST_CLASS_TRACKING(jinjiang::Evaluation, boost::serialization::track_never)
BOOST_CLASS_TRACKING(jinjiang::Policy, boost::serialization::track_never)

// The tables inside belong to the four classes above and share their versions.
#define JINJIANG_ARCHIVED_WITHIN(Record)                                \
  BOOST_CLASS_IMPLEMENTATION(jinjiang::io::detail::Record,              \
                             boost::serialization::object_serializable) \
  BOOST_CLASS_TRACKING(jinjiang::io::detail::Record, boost::serialization::track_never)
JINJIANG_ARCHIVED_WITHIN(TextTable)
JINJIANG_ARCHIVED_WITHIN(UnitRecord)
JINJIANG_ARCHIVED_WITHIN(SourceRecord)
JINJIANG_ARCHIVED_WITHIN(ProfileRecord)
JINJIANG_ARCHIVED_WITHIN(TargetRecord)
JINJIANG_ARCHIVED_WITHIN(RevisionRecord)
JINJIANG_ARCHIVED_WITHIN(TaskRecord)
JINJIANG_ARCHIVED_WITHIN(RuleRecord)
JINJIANG_ARCHIVED_WITHIN(TextRecord)
JINJIANG_ARCHIVED_WITHIN(ExtensionRecord)
JINJIANG_ARCHIVED_WITHIN(PolicyRecord)
JINJIANG_ARCHIVED_WITHIN(NodeTable)
JINJIANG_ARCHIVED_WITHIN(TargetTable)
JINJIANG_ARCHIVED_WITHIN(PartTable)
JINJIANG_ARCHIVED_WITHIN(DependencyTable)
JINJIANG_ARCHIVED_WITHIN(PlanTables)
JINJIANG_ARCHIVED_WITHIN(ObservationTables)
JINJIANG_ARCHIVED_WITHIN(EvaluationTables)
#undef JINJIANG_ARCHIVED_WITHIN
