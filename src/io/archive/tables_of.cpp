// SPDX-License-Identifier: BSL-1.0

// From values to the flat tables of an archive.

#include <limits>
#include <map>

#include <jinjiang/evaluation/detail/evaluation_data.hpp>
#include <jinjiang/io/detail/archive_tables.hpp>
#include <jinjiang/model/detail/draft_node_writer.hpp>
#include <jinjiang/model/detail/plan_links.hpp>

namespace jinjiang::io::detail {

namespace {

using jinjiang::detail::no_day;
using jinjiang::detail::no_row;
using jinjiang::detail::PlanData;
using jinjiang::detail::Row;
using jinjiang::detail::TargetRow;

constexpr double not_given = TargetRow::not_given;

template <class Enum>
constexpr std::uint8_t byte_of(Enum value) noexcept {
  return static_cast<std::uint8_t>(value);
}

UnitRecord record_of(const UnitDefinition& unit) {
  return {unit.symbol, unit.dimension, unit.numerator, unit.denominator};
}

SourceRecord record_of(const Source& source) {
  return {source.document, source.section, source.begin.value_or(SourceRecord::not_given),
          source.end.value_or(SourceRecord::not_given)};
}

ProfileRecord record_of(const Profile& profile) {
  ProfileRecord record{.kind = byte_of(profile.kind()), .shares = {}, .dates = {}, .fractions = {}};
  for (const double share : profile.shares()) record.shares.push_back(share);
  for (const Milestone& step : profile.steps()) {
    record.dates.push_back(step.date.days_since_epoch());
    record.fractions.push_back(step.fraction);
  }
  return record;
}

TargetRecord record_of(const Target& target, std::uint16_t unit) {
  const TargetOptions& options = target.options();
  TargetRecord record;
  record.comparator = byte_of(target.comparator());
  record.measure = byte_of(target.measure());
  record.direction = byte_of(target.direction());
  record.firmness = byte_of(target.firmness());
  record.unit = unit;
  record.value = target.has_value() ? target.value() : 0;
  record.upper = options.upper.value_or(not_given);
  record.baseline = options.baseline.value_or(not_given);
  record.tolerance = options.tolerance.value_or(not_given);
  record.due = options.due ? options.due->days_since_epoch() : no_day;
  record.profile = record_of(target.profile());
  record.basis = options.basis;
  record.base = options.base == ComparisonBase{} ? std::string() : to_string(options.base);
  record.set_by = target.set_by();
  if (target.relative_to()) {
    record.relative_to = target.relative_to()->indicator;
    record.offset = target.relative_to()->offset;
  }
  return record;
}

std::vector<ExtensionRecord> records_of(std::uint32_t node, std::span<const Extension> extensions) {
  std::vector<ExtensionRecord> records;
  for (const auto& [key, json] : extensions) records.push_back({node, key, json});
  return records;
}

/// Numbers things in the order in which they come, so that equal plans give equal numbers.
class Renumbering {
 public:
  /// The new number of an old one, and whether it is the first time.
  std::pair<std::uint32_t, bool> of(std::uint32_t old) {
    if (old >= numbers_.size()) numbers_.resize(old + 1, no_row);
    const bool is_new = numbers_[old] == no_row;
    if (is_new) numbers_[old] = count_++;
    return {numbers_[old], is_new};
  }

 private:
  std::vector<std::uint32_t> numbers_;
  std::uint32_t count_ = 0;
};

class PlanTablesWriter {
 public:
  explicit PlanTablesWriter(const Plan& plan) : plan_(plan), data_(plan.data()) {}

  [[nodiscard]] PlanTables write() {
    write_heading();
    write_nodes();
    write_parts();
    write_dependencies();
    return std::move(tables_);
  }

 private:
  void write_heading() {
    tables_.id = plan_.id();
    tables_.title = plan_.title();
    tables_.issuer = plan_.issuer();
    tables_.language = byte_of(plan_.language());
    tables_.start = plan_.period().start().days_since_epoch();
    tables_.end = plan_.period().end().days_since_epoch();
    tables_.source = record_of(plan_.source());
    tables_.policy = detail::record_of(plan_.policy());
    for (const UnitDefinition& unit : plan_.units().difference(UnitTable::standard()))
      tables_.own_units.push_back(record_of(unit));
    tables_.extensions = records_of(no_row, plan_.extensions());
  }

  void write_nodes() {
    NodeTable& nodes = tables_.nodes;
    const std::size_t size = data_.size();
    const auto reserve = [size](auto&... columns) { (columns.reserve(size), ...); };
    reserve(nodes.kinds, nodes.lifecycles, nodes.firmness, nodes.id_sizes, nodes.title_sizes,
            nodes.starts, nodes.dues, nodes.owners, nodes.sources);
    nodes.texts.reserve(data_.ids.bytes().size() + data_.titles.bytes().size());
    reserve_targets(data_.targets.size());
    for (std::uint32_t number = 0; number < size; ++number)
      write_node(number, data_.by_order[number]);
  }

  void reserve_targets(std::size_t size) {
    TargetTable& targets = tables_.targets;
    const auto reserve = [size](auto&... columns) { (columns.reserve(size), ...); };
    reserve(targets.flags, targets.comparators, targets.directions, targets.measures,
            targets.profiles, targets.units, targets.values, targets.baselines);
  }

  void write_node(std::uint32_t number, Row row) {
    NodeTable& nodes = tables_.nodes;
    const NodeKind kind = data_.kinds[row];
    const bool is_watched = kind == NodeKind::indicator && data_.details[row] == no_row;
    nodes.kinds.push_back(is_watched ? NodeTable::watched : byte_of(kind));
    nodes.lifecycles.push_back(byte_of(data_.lifecycles[row]));
    nodes.firmness.push_back(byte_of(data_.firmness[row]));
    const auto keep = [&nodes](std::string_view text, ArchiveColumn<std::uint32_t>& sizes) {
      sizes.push_back(static_cast<std::uint32_t>(text.size()));
      jinjiang::detail::append(nodes.texts.own(), text.data(), text.size());
    };
    keep(data_.ids[row], nodes.id_sizes);
    keep(data_.titles[row], nodes.title_sizes);
    nodes.starts.push_back(data_.has_given_start(row) ? data_.starts[row] : no_day);
    nodes.dues.push_back(data_.has_given_due(row) ? data_.dues[row] : no_day);
    nodes.owners.push_back(owner_of(row));
    nodes.sources.push_back(source_of(row));
    if (kind == NodeKind::indicator && !is_watched) write_target(row);
    if (kind == NodeKind::task) write_task(number, data_.tasks[data_.details[row]]);
    if (kind == NodeKind::goal) write_rule(number, data_.rules[data_.details[row]]);
    write_rare_parts(number, row);
  }

  [[nodiscard]] std::uint32_t owner_of(Row row) {
    if (data_.owners[row] == 0) return 0;
    const auto [number, is_new] = owners_.of(data_.owners[row]);
    if (is_new) tables_.owners.add(data_.texts[data_.owners[row]]);
    return number + 1;
  }

  [[nodiscard]] std::uint32_t source_of(Row row) {
    if (data_.sources[row] == 0) return 0;
    const auto [number, is_new] = sources_.of(data_.sources[row]);
    if (is_new) tables_.sources.push_back(record_of(data_.node_sources[data_.sources[row]]));
    return number + 1;
  }

  [[nodiscard]] std::uint16_t unit_of(std::uint16_t old) {
    const auto [number, is_new] = units_.of(old);
    if (is_new) tables_.target_units.push_back(record_of(data_.target_units[old].definition()));
    return static_cast<std::uint16_t>(number);
  }

  void write_target(Row row) {
    const TargetRow& target = data_.targets[data_.details[row]];
    const std::uint16_t unit = unit_of(target.unit);
    const bool is_unusual = target.unusual != no_row;
    if (is_unusual)
      tables_.unusual_targets.push_back(record_of(data_.unusual_targets[target.unusual], unit));
    TargetTable& targets = tables_.targets;
    targets.flags.push_back(
        static_cast<std::uint8_t>((target.due != no_day ? TargetTable::own_due : 0) |
                                  (is_unusual ? TargetTable::unusual : 0)));
    targets.comparators.push_back(byte_of(target.comparator));
    targets.directions.push_back(byte_of(target.direction));
    targets.measures.push_back(byte_of(target.measure));
    targets.profiles.push_back(byte_of(target.profile));
    targets.units.push_back(unit);
    targets.values.push_back(is_unusual ? 0 : target.value);
    targets.baselines.push_back(is_unusual ? not_given : target.baseline);
  }

  void write_task(std::uint32_t number, const jinjiang::detail::TaskRow& task) {
    if (task == jinjiang::detail::TaskRow{}) return;
    std::uint32_t profile = 0;
    if (task.profile > 0) {
      tables_.task_profiles.push_back(record_of(data_.task_profiles[task.profile - 1]));
      profile = static_cast<std::uint32_t>(tables_.task_profiles.size());
    }
    tables_.tasks.push_back({number, task.progress, task.duration, profile});
  }

  void write_rule(std::uint32_t number, const Rule& rule) {
    if (rule == Rule{}) return;
    const std::uint32_t k = rule.kind == RuleKind::at_least ? rule.k : 0;
    tables_.rules.push_back({number, byte_of(rule.kind), k});
  }

  void write_rare_parts(std::uint32_t number, Row row) {
    if (const auto* revisions = data_.revisions.find(row)) {
      for (const auto& revision : *revisions) {
        const std::uint16_t unit = number_of_unit(revision.target.unit());
        tables_.revisions.push_back({number, revision.effective.days_since_epoch(),
                                     record_of(revision.target, unit), revision.reason});
      }
    }
    const auto texts = [number](const auto* column, std::vector<TextRecord>& records) {
      if (column == nullptr) return;
      for (const std::string& text : *column) records.push_back({number, text});
    };
    texts(data_.supporting.find(row), tables_.supporting);
    texts(data_.tags.find(row), tables_.tags);
    if (const auto* note = data_.notes.find(row)) tables_.notes.push_back({number, *note});
    if (const auto* extensions = data_.node_extensions.find(row)) {
      for (ExtensionRecord& record : records_of(number, *extensions))
        tables_.node_extensions.push_back(std::move(record));
    }
  }

  /// The unit of a revision, which need not be that of any target.
  [[nodiscard]] std::uint16_t number_of_unit(Unit unit) {
    const auto& units = data_.target_units;
    for (std::size_t old = 0; old < units.size(); ++old) {
      if (is_spelt_alike(units[old], unit)) return unit_of(static_cast<std::uint16_t>(old));
    }
    const auto [place, is_new] = other_units_.try_emplace(
        &unit.definition(), static_cast<std::uint32_t>(units.size() + other_units_.size()));
    const auto [number, is_first] = units_.of(place->second);
    if (is_first) tables_.target_units.push_back(record_of(unit.definition()));
    return static_cast<std::uint16_t>(number);
  }

  void write_parts() {
    PartTable& parts = tables_.parts;
    const auto add = [&](Row child, Row goal, double weight, bool is_veto) {
      parts.children.push_back(data_.order[child]);
      parts.goals.push_back(data_.order[goal]);
      parts.weights.push_back(weight);
      parts.vetoes.push_back(is_veto ? 1 : 0);
    };
    const std::size_t size = data_.size() + data_.extra_by_child.size();
    parts.children.reserve(size);
    parts.goals.reserve(size);
    parts.weights.reserve(size);
    parts.vetoes.reserve(size);
    const bool has_extras = !data_.extra_by_child.empty();
    for (const Row row : data_.by_order) {
      if (data_.parents[row] == no_row) continue;
      add(row, data_.parents[row], data_.weights[row], data_.vetoes[row] != 0);
      if (!has_extras) continue;
      for (const auto& part : jinjiang::detail::extra_parents(data_, row))
        add(row, part.parent, part.weight, part.veto);
    }
  }

  void write_dependencies() {
    DependencyTable& links = tables_.dependencies;
    if (data_.dependencies.empty()) return;
    for (const Row row : data_.by_order) {
      for (const auto& link : jinjiang::detail::predecessors_of(data_, row)) {
        links.successors.push_back(data_.order[row]);
        links.predecessors.push_back(data_.order[link.predecessor]);
        links.types.push_back(byte_of(link.type));
        links.lags.push_back(link.lag);
        links.assumptions.add(link.assumption);
      }
    }
  }

  const Plan& plan_;
  const PlanData& data_;
  PlanTables tables_;
  Renumbering owners_;
  Renumbering sources_;
  Renumbering units_;
  std::map<const UnitDefinition*, std::uint32_t> other_units_;
};

}  // namespace

PolicyRecord record_of(const Policy& policy) {
  return {policy.ahead,
          policy.on_track,
          policy.at_risk,
          policy.minimum_coverage,
          byte_of(policy.missing),
          policy.stale_after};
}

PlanTables tables_of(const Plan& plan) { return PlanTablesWriter(plan).write(); }

ObservationTables tables_of(const Observations& observations) {
  const jinjiang::detail::ObservationLog& log = observations.log();
  ObservationTables tables;
  for (std::size_t i = 0; i < log.ids.size(); ++i) tables.ids.add(log.ids[i]);
  tables.series = log.series;
  tables.dates = log.dates;
  tables.values = log.values;
  tables.units = log.units;
  const auto bytes = [](const auto& column, ArchiveColumn<std::uint8_t>& out) {
    out.reserve(column.size());
    for (const auto value : column) out.push_back(byte_of(value));
  };
  bytes(log.stages, tables.stages);
  bytes(log.spans, tables.spans);
  tables.known = log.known;
  tables.bases = log.bases;
  tables.sources = log.sources;
  tables.notes = log.notes;
  for (std::size_t i = 1; i < log.unit_list.size(); ++i)
    tables.unit_list.push_back(record_of(log.unit_list[i].definition()));
  for (std::uint32_t i = 1; i < log.texts.size(); ++i) tables.texts.add(log.texts[i]);
  tables.extensions = records_of(no_row, observations.extensions());
  return tables;
}

EvaluationTables tables_of(const Evaluation& evaluation) {
  EvaluationTables tables;
  tables.plan = tables_of(evaluation.plan());
  tables.observations = tables_of(evaluation.observations());
  tables.as_of = evaluation.as_of().days_since_epoch();
  tables.known_by = evaluation.known_by() ? evaluation.known_by()->days_since_epoch() : no_day;
  tables.basis = evaluation.basis();
  tables.policy = record_of(evaluation.policy());
  return tables;
}

}  // namespace jinjiang::io::detail
