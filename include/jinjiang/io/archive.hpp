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

/// How a class goes into an archive and comes back out of it.
template <class Value>
struct Archived;

template <>
struct Archived<Plan> {
  static constexpr const char* name = "plan";
  static constexpr const char* member = "tables";
  static PlanTables put(const Plan& plan) { return tables_of(plan); }
  static Plan take(PlanTables&& tables) { return plan_of(std::move(tables)); }
};

template <>
struct Archived<Observations> {
  static constexpr const char* name = "observations";
  static constexpr const char* member = "tables";
  static ObservationTables put(const Observations& seen) { return tables_of(seen); }
  static Observations take(ObservationTables&& tables) { return observations_of(tables); }
};

/// Evaluates again: an archive cannot say what its plan and observations do not.
template <>
struct Archived<Evaluation> {
  static constexpr const char* name = "evaluation";
  static constexpr const char* member = "tables";
  static EvaluationTables put(const Evaluation& evaluation) { return tables_of(evaluation); }
  static Evaluation take(EvaluationTables&& tables) { return evaluation_of(std::move(tables)); }
};

template <>
struct Archived<Policy> {
  static constexpr const char* name = "policy";
  static constexpr const char* member = "record";
  static PolicyRecord put(const Policy& policy) { return record_of(policy); }
  static Policy take(PolicyRecord&& record) { return policy_of(record); }
};

template <class Value>
concept HasArchive = requires { Archived<Value>::name; };

}  // namespace jinjiang::io::detail

namespace boost::serialization {

template <class Archive, jinjiang::io::detail::HasArchive Value>
void save(Archive& archive, const Value& value, unsigned) {
  using Archived = jinjiang::io::detail::Archived<Value>;
  const auto content = Archived::put(value);
  archive << make_nvp(Archived::member, content);
}
template <class Archive, jinjiang::io::detail::HasArchive Value>
void load(Archive& archive, Value& value, unsigned version) {
  using Archived = jinjiang::io::detail::Archived<Value>;
  jinjiang::io::detail::check_class_version(Archived::name, version, 1);
  decltype(Archived::put(value)) content;
  archive >> make_nvp(Archived::member, content);
  value = Archived::take(std::move(content));
}

}  // namespace boost::serialization

#define JINJIANG_ARCHIVED(Class)                  \
  BOOST_SERIALIZATION_SPLIT_FREE(jinjiang::Class) \
  BOOST_CLASS_VERSION(jinjiang::Class, 1)         \
  BOOST_CLASS_TRACKING(jinjiang::Class, boost::serialization::track_never)
JINJIANG_ARCHIVED(Plan)
JINJIANG_ARCHIVED(Observations)
JINJIANG_ARCHIVED(Evaluation)
JINJIANG_ARCHIVED(Policy)
#undef JINJIANG_ARCHIVED

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
