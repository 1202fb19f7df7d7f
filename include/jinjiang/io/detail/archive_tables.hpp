// SPDX-License-Identifier: BSL-1.0
#pragma once

// Plans, observations and evaluations as flat tables: what every archive holds. Equal values give
// equal tables. Whatever comes out of an archive goes through the checks that a draft goes through.

#include <jinjiang/detail/config.hpp>
#include <jinjiang/evaluation/evaluation.hpp>
#include <jinjiang/io/detail/archive_records.hpp>

namespace jinjiang::io::detail {

/// One entry a node, in the author's order; nodes are numbered by it.
struct NodeTable {
  ArchiveColumn<std::uint8_t> kinds;  ///< NodeKind, or `watched`
  ArchiveColumn<std::uint8_t> lifecycles;
  ArchiveColumn<std::uint8_t> firmness;
  ArchiveColumn<std::uint32_t> id_sizes;
  ArchiveColumn<std::uint32_t> title_sizes;
  ArchiveColumn<char> texts;  ///< of each node the id, then the title
  ArchiveColumn<std::int32_t> starts;
  ArchiveColumn<std::int32_t> dues;
  ArchiveColumn<std::uint32_t> owners;   ///< number in the texts of owners; 0: nobody
  ArchiveColumn<std::uint32_t> sources;  ///< number in the sources; 0: none

  static constexpr std::uint8_t watched = 3;  ///< an indicator without a target
};

/// One entry an indicator with a target.
struct TargetTable {
  ArchiveColumn<std::uint8_t> flags;
  ArchiveColumn<std::uint8_t> comparators;
  ArchiveColumn<std::uint8_t> directions;
  ArchiveColumn<std::uint8_t> measures;
  ArchiveColumn<std::uint8_t> profiles;
  ArchiveColumn<std::uint16_t> units;
  ArchiveColumn<double> values;
  ArchiveColumn<double> baselines;  ///< not a number where not given

  static constexpr std::uint8_t own_due = 1;  ///< the due date is the target's own
  static constexpr std::uint8_t unusual = 2;  ///< the next record of unusual targets says all
};

/// One entry a link to a goal, by child.
struct PartTable {
  ArchiveColumn<std::uint32_t> children;
  ArchiveColumn<std::uint32_t> goals;
  ArchiveColumn<double> weights;
  ArchiveColumn<std::uint8_t> vetoes;
};

struct DependencyTable {
  ArchiveColumn<std::uint32_t> successors;
  ArchiveColumn<std::uint32_t> predecessors;
  ArchiveColumn<std::uint8_t> types;
  ArchiveColumn<std::int32_t> lags;
  TextTable assumptions;
};

struct PlanTables {
  std::string id;
  std::string title;
  std::string issuer;
  std::uint8_t language = 0;
  std::int32_t start = 0;
  std::int32_t end = 0;
  SourceRecord source;
  PolicyRecord policy;
  std::vector<UnitRecord> own_units;
  std::vector<ExtensionRecord> extensions;

  NodeTable nodes;
  TargetTable targets;
  PartTable parts;
  DependencyTable dependencies;
  std::vector<UnitRecord> target_units;
  std::vector<TargetRecord> unusual_targets;
  std::vector<TaskRecord> tasks;
  std::vector<ProfileRecord> task_profiles;
  std::vector<RuleRecord> rules;
  TextTable owners;
  std::vector<SourceRecord> sources;
  std::vector<RevisionRecord> revisions;
  std::vector<TextRecord> supporting;
  std::vector<TextRecord> tags;
  std::vector<TextRecord> notes;
  std::vector<ExtensionRecord> node_extensions;
};

struct ObservationTables {
  TextTable ids;
  ArchiveColumn<std::uint32_t> series;  ///< number of the id
  ArchiveColumn<std::int32_t> dates;
  ArchiveColumn<double> values;
  ArchiveColumn<std::uint16_t> units;  ///< 1 + number in the list; 0: none
  ArchiveColumn<std::uint8_t> stages;
  ArchiveColumn<std::uint8_t> spans;
  ArchiveColumn<std::int32_t> known;   ///< the least number: on the date of the reading
  ArchiveColumn<std::uint32_t> bases;  ///< numbers of texts
  ArchiveColumn<std::uint32_t> sources;
  ArchiveColumn<std::uint32_t> notes;
  std::vector<UnitRecord> unit_list;
  TextTable texts;
  std::vector<ExtensionRecord> extensions;
};

struct EvaluationTables {
  PlanTables plan;
  ObservationTables observations;
  std::int32_t as_of = 0;
  std::int32_t known_by = 0;  ///< the least number: not given
  std::string basis;
  PolicyRecord policy;
};

template <class Archive>
void serialize(Archive& archive, NodeTable& nodes, unsigned) {
  member(archive, "kinds", nodes.kinds);
  member(archive, "lifecycles", nodes.lifecycles);
  member(archive, "firmness", nodes.firmness);
  member(archive, "id_sizes", nodes.id_sizes);
  member(archive, "title_sizes", nodes.title_sizes);
  member(archive, "texts", nodes.texts);
  member(archive, "starts", nodes.starts);
  member(archive, "dues", nodes.dues);
  member(archive, "owners", nodes.owners);
  member(archive, "sources", nodes.sources);
}

template <class Archive>
void serialize(Archive& archive, TargetTable& targets, unsigned) {
  member(archive, "flags", targets.flags);
  member(archive, "comparators", targets.comparators);
  member(archive, "directions", targets.directions);
  member(archive, "measures", targets.measures);
  member(archive, "profiles", targets.profiles);
  member(archive, "units", targets.units);
  member(archive, "values", targets.values);
  member(archive, "baselines", targets.baselines);
}

template <class Archive>
void serialize(Archive& archive, PartTable& parts, unsigned) {
  member(archive, "children", parts.children);
  member(archive, "goals", parts.goals);
  member(archive, "weights", parts.weights);
  member(archive, "vetoes", parts.vetoes);
}

template <class Archive>
void serialize(Archive& archive, DependencyTable& links, unsigned) {
  member(archive, "successors", links.successors);
  member(archive, "predecessors", links.predecessors);
  member(archive, "types", links.types);
  member(archive, "lags", links.lags);
  member(archive, "assumptions", links.assumptions);
}

template <class Archive>
void serialize(Archive& archive, PlanTables& plan, unsigned) {
  member(archive, "id", plan.id);
  member(archive, "title", plan.title);
  member(archive, "issuer", plan.issuer);
  member(archive, "language", plan.language);
  member(archive, "start", plan.start);
  member(archive, "end", plan.end);
  member(archive, "source", plan.source);
  member(archive, "policy", plan.policy);
  member(archive, "own_units", plan.own_units);
  member(archive, "extensions", plan.extensions);
  member(archive, "nodes", plan.nodes);
  member(archive, "targets", plan.targets);
  member(archive, "parts", plan.parts);
  member(archive, "dependencies", plan.dependencies);
  member(archive, "target_units", plan.target_units);
  member(archive, "unusual_targets", plan.unusual_targets);
  member(archive, "tasks", plan.tasks);
  member(archive, "task_profiles", plan.task_profiles);
  member(archive, "rules", plan.rules);
  member(archive, "owners", plan.owners);
  member(archive, "sources", plan.sources);
  member(archive, "revisions", plan.revisions);
  member(archive, "supporting", plan.supporting);
  member(archive, "tags", plan.tags);
  member(archive, "notes", plan.notes);
  member(archive, "node_extensions", plan.node_extensions);
}

template <class Archive>
void serialize(Archive& archive, ObservationTables& seen, unsigned) {
  member(archive, "ids", seen.ids);
  member(archive, "series", seen.series);
  member(archive, "dates", seen.dates);
  member(archive, "values", seen.values);
  member(archive, "units", seen.units);
  member(archive, "stages", seen.stages);
  member(archive, "spans", seen.spans);
  member(archive, "known", seen.known);
  member(archive, "bases", seen.bases);
  member(archive, "sources", seen.sources);
  member(archive, "notes", seen.notes);
  member(archive, "unit_list", seen.unit_list);
  member(archive, "texts", seen.texts);
  member(archive, "extensions", seen.extensions);
}

template <class Archive>
void serialize(Archive& archive, EvaluationTables& evaluation, unsigned) {
  member(archive, "plan", evaluation.plan);
  member(archive, "observations", evaluation.observations);
  member(archive, "as_of", evaluation.as_of);
  member(archive, "known_by", evaluation.known_by);
  member(archive, "basis", evaluation.basis);
  member(archive, "policy", evaluation.policy);
}

[[nodiscard]] JINJIANG_EXPORT PlanTables tables_of(const Plan& plan);
[[nodiscard]] JINJIANG_EXPORT ObservationTables tables_of(const Observations& observations);
[[nodiscard]] JINJIANG_EXPORT EvaluationTables tables_of(const Evaluation& evaluation);
[[nodiscard]] JINJIANG_EXPORT PolicyRecord record_of(const Policy& policy);

/// @throws FormatError  the tables do not fit each other, or a number is out of its range
/// @throws PlanError    as PlanBuilder::build
[[nodiscard]] JINJIANG_EXPORT Plan plan_of(PlanTables&& tables);
[[nodiscard]] JINJIANG_EXPORT Observations observations_of(const ObservationTables& tables);
[[nodiscard]] JINJIANG_EXPORT Evaluation evaluation_of(EvaluationTables&& tables);
[[nodiscard]] JINJIANG_EXPORT Policy policy_of(const PolicyRecord& record);

}  // namespace jinjiang::io::detail
