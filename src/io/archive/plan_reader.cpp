// SPDX-License-Identifier: BSL-1.0

// From the tables of an archive to a plan, by way of a draft: lengths, numbers of nodes and
// enumerators are checked here, everything else by the checks of every draft.

#include <cmath>
#include <optional>

#include <jinjiang/detail/text.hpp>
#include <jinjiang/model/detail/draft_node_writer.hpp>

#include "io/archive/checks.hpp"

namespace jinjiang::io::detail {

namespace {

using jinjiang::detail::DraftNode;
using jinjiang::detail::NumberedPart;
using jinjiang::detail::PlanDraft;
using jinjiang::detail::TargetRow;
using jinjiang::detail::TextSpan;

/// The columns of targets, for the loop over nodes.
struct TargetValues {
  explicit TargetValues(const TargetTable& table)
      : flags(table.flags.values()),
        comparators(table.comparators.values()),
        directions(table.directions.values()),
        measures(table.measures.values()),
        profiles(table.profiles.values()),
        units(table.units.values()),
        values(table.values.values()),
        baselines(table.baselines.values()),
        size(table.flags.size()) {}

  ArchiveColumn<std::uint8_t>::Values flags;
  ArchiveColumn<std::uint8_t>::Values comparators;
  ArchiveColumn<std::uint8_t>::Values directions;
  ArchiveColumn<std::uint8_t>::Values measures;
  ArchiveColumn<std::uint8_t>::Values profiles;
  ArchiveColumn<std::uint16_t>::Values units;
  ArchiveColumn<double>::Values values;
  ArchiveColumn<double>::Values baselines;
  std::size_t size;
};

class PlanReader {
 public:
  explicit PlanReader(PlanTables&& tables)
      : tables_(std::move(tables)),
        size_(tables_.nodes.kinds.size()),
        draft_(std::make_unique<PlanDraft>(std::move(tables_.id), period())) {}

  [[nodiscard]] Plan read() {
    check_sizes();
    read_heading();
    read_units();
    check_targets();
    read_nodes();
    check_all_targets_read();
    read_tasks();
    read_rules();
    read_rare_parts();
    read_parts();
    read_dependencies();
    return PlanBuilder(std::move(draft_)).build();
  }

 private:
  [[nodiscard]] Period period() const {
    return {day_of(tables_.start, "period"), day_of(tables_.end, "period")};
  }

  void check_sizes() const {
    const auto same = [](std::size_t size, const char* name, const auto&... columns) {
      require(((columns.size() == size) && ...), name, "its columns differ in length");
    };
    const NodeTable& nodes = tables_.nodes;
    require(size_ <= Limits::nodes, "nodes", "there are too many");
    same(size_, "nodes", nodes.lifecycles, nodes.firmness, nodes.id_sizes, nodes.title_sizes,
         nodes.starts, nodes.dues, nodes.owners, nodes.sources);
    const TargetTable& targets = tables_.targets;
    same(targets.flags.size(), "targets", targets.comparators, targets.directions, targets.measures,
         targets.profiles, targets.units, targets.values, targets.baselines);
    const PartTable& parts = tables_.parts;
    same(parts.children.size(), "parts", parts.goals, parts.weights, parts.vetoes);
    const DependencyTable& links = tables_.dependencies;
    same(links.successors.size(), "dependencies", links.predecessors, links.types, links.lags,
         links.assumptions.sizes);
  }

  void read_heading() {
    draft_->title = std::move(tables_.title);
    draft_->issuer = std::move(tables_.issuer);
    draft_->language = enum_of<Language>(tables_.language, "language");
    draft_->source = source_of(tables_.source);
    draft_->policy = policy_of(tables_.policy);
    draft_->extensions = extensions_of(tables_.extensions);
  }

  void read_units() {
    for (const UnitRecord& unit : tables_.own_units)
      draft_->units.add_own({unit.symbol, unit.dimension, unit.numerator, unit.denominator});
    require(tables_.target_units.size() <= Limits::units, "units", "there are too many");
    for (const UnitRecord& unit : tables_.target_units) units_.push_back(unit_of(unit));
  }

  void read_nodes() {
    NodeTable& nodes = tables_.nodes;
    check_enums<Lifecycle>(nodes.lifecycles, "lifecycles");
    check_enums<Firmness>(nodes.firmness, "firmness");
    check_days(nodes.starts, "starts");
    check_days(nodes.dues, "dues");
    check_below(nodes.owners, tables_.owners.size() + 1, "owners");
    check_below(nodes.sources, tables_.sources.size() + 1, "sources");
    const auto owners = read_owners();
    for (const SourceRecord& source : tables_.sources)
      draft_->node_sources.push_back(source_of(source));
    const std::size_t text_bytes = nodes.texts.size();
    if (nodes.texts.is_lent()) {
      draft_->lent = nodes.texts.bytes();
    } else {
      draft_->arena = std::move(nodes.texts.own());
    }
    draft_->target_units = units_;
    draft_->targets.resize(tables_.targets.flags.size());
    draft_->nodes.resize(size_);
    const auto kinds = nodes.kinds.values();
    const auto lifecycles = nodes.lifecycles.values();
    const auto firmness = nodes.firmness.values();
    const auto id_sizes = nodes.id_sizes.values();
    const auto title_sizes = nodes.title_sizes.values();
    const auto starts = nodes.starts.values();
    const auto dues = nodes.dues.values();
    const auto owner_numbers = nodes.owners.values();
    const auto source_numbers = nodes.sources.values();
    const TargetValues targets(tables_.targets);
    std::size_t text = 0;
    for (std::size_t i = 0; i < size_; ++i) {
      const std::uint8_t kind = kinds[i];
      require(kind <= NodeTable::watched, "kinds", "an enumerator is unknown");
      const std::size_t bytes = std::size_t{id_sizes[i]} + title_sizes[i];
      require(bytes <= text_bytes - text, "nodes", "their texts are cut short");
      DraftNode& node = draft_->nodes[i];
      node = {
          .text = text,
          .id_size = id_sizes[i],
          .title_size = title_sizes[i],
          .start = starts[i],
          .due = dues[i],
          .detail = kind == byte_of(NodeKind::indicator) ? next_target_
                    : kind == NodeTable::watched         ? no_row
                                                         : 0,
          .owner = owners[owner_numbers[i]],
          .source = source_numbers[i],
          .rare = no_row,
          .kind = kind == NodeTable::watched ? NodeKind::indicator : static_cast<NodeKind>(kind),
          .lifecycle = static_cast<Lifecycle>(lifecycles[i]),
          .firmness = static_cast<Firmness>(firmness[i]),
          .is_removed = false};
      text += bytes;
      if (kind == byte_of(NodeKind::indicator)) read_target(targets, next_target_++, node);
    }
    require(text == text_bytes, "nodes", "their texts are longer than their sizes say");
  }

  [[nodiscard]] static constexpr std::uint8_t byte_of(NodeKind kind) noexcept {
    return static_cast<std::uint8_t>(kind);
  }

  /// Numbers of the owners in the draft.
  [[nodiscard]] std::vector<std::uint32_t> read_owners() {
    std::vector<std::uint32_t> numbers{0};
    for (const std::string& owner : texts_of(tables_.owners, "owners"))
      numbers.push_back(draft_->texts.intern(owner));
    return numbers;
  }

  void check_targets() const {
    const TargetTable& table = tables_.targets;
    check_enums<Comparator>(table.comparators, "comparators");
    check_enums<Direction>(table.directions, "directions");
    check_enums<Measure>(table.measures, "measures");
    check_enums<ProfileKind>(table.profiles, "profiles");
  }

  void read_target(const TargetValues& table, std::uint32_t i, DraftNode& node) {
    require(i < table.size, "targets", "there are not as many as indicators");
    require(table.units[i] < units_.size(), "targets", "a unit points beyond its table");
    if ((table.flags[i] & TargetTable::unusual) == 0) return read_usual_target(table, i, node);
    require(next_unusual_ < tables_.unusual_targets.size(), "targets", "an unusual one is missing");
    read_unusual_target(tables_.unusual_targets[next_unusual_++], i, node);
  }

  void check_all_targets_read() const {
    require(next_target_ == tables_.targets.flags.size(), "targets",
            "there are not as many as indicators");
    require(next_unusual_ == tables_.unusual_targets.size(), "targets",
            "unusual ones are left over");
  }

  void read_usual_target(const TargetValues& table, std::uint32_t i, const DraftNode& node) {
    TargetRow row{.value = table.values[i],
                  .baseline = table.baselines[i],
                  .due = (table.flags[i] & TargetTable::own_due) != 0 ? node.due : no_day,
                  .unusual = no_row,
                  .unit = table.units[i],
                  .comparator = static_cast<Comparator>(table.comparators[i]),
                  .direction = static_cast<Direction>(table.directions[i]),
                  .measure = static_cast<Measure>(table.measures[i]),
                  .firmness = node.firmness,
                  .profile = static_cast<ProfileKind>(table.profiles[i])};
    if (!is_like_last(row)) check_usual_target(row);
    draft_->targets[i] = row;
  }

  /// What a target may be depends on its words alone where it has a positive value and no baseline
  /// value, and most of them share theirs with the one before.
  [[nodiscard]] bool is_like_last(const TargetRow& row) const noexcept {
    return last_checked_ && row.comparator == last_checked_->comparator &&
           row.direction == last_checked_->direction && row.measure == last_checked_->measure &&
           row.profile == last_checked_->profile && row.unit == last_checked_->unit &&
           row.measure != Measure::rank && std::isnan(row.baseline) && row.value > 0 &&
           row.value < largest_unchecked;
  }
  static constexpr double largest_unchecked = 1e100;

  void check_usual_target(const TargetRow& row) {
    require(row.profile < ProfileKind::monthly, "targets", "a table of figures is missing");
    const Target target(row.comparator, row.value, units_[row.unit],
                        {.measure = row.measure,
                         .direction = row.direction,
                         .baseline = given(row.baseline),
                         .profile = Profile(row.profile),
                         .firmness = row.firmness});
    require(jinjiang::detail::is_usual(target), "targets", "a part of one is missing");
    last_checked_ = row;
  }

  void read_unusual_target(const TargetRecord& record, std::uint32_t i, DraftNode& node) {
    const Target target = target_of(record);
    TargetRow row = jinjiang::detail::row_of(target, record.unit);
    require(row.due == no_day || row.due == node.due, "targets", "a due date is not its node's");
    require(row.firmness == node.firmness, "targets", "a firmness is not its node's");
    if (!jinjiang::detail::is_usual(target)) {
      row.unusual = static_cast<std::uint32_t>(draft_->unusual_targets.size());
      draft_->unusual_targets.push_back(target);
    }
    draft_->targets[i] = row;
  }

  [[nodiscard]] Target target_of(const TargetRecord& record) const {
    require(record.unit < units_.size(), "targets", "a unit points beyond its table");
    TargetOptions options{.upper = given(record.upper),
                          .measure = enum_of<Measure>(record.measure, "targets"),
                          .direction = enum_of<Direction>(record.direction, "targets"),
                          .baseline = given(record.baseline),
                          .tolerance = given(record.tolerance),
                          .due = optional_day_of(record.due, "targets"),
                          .profile = profile_of(record.profile),
                          .firmness = enum_of<Firmness>(record.firmness, "targets"),
                          .basis = record.basis,
                          .base = {}};
    if (!record.base.empty()) options.base = ComparisonBase::parse(record.base);
    const auto comparator = enum_of<Comparator>(record.comparator, "targets");
    const Unit unit = units_[record.unit];
    require(record.set_by.empty() || record.relative_to.empty(), "targets",
            "one is set elsewhere and relative as well");
    if (!record.set_by.empty())
      return Target::set_elsewhere(record.set_by, unit, std::move(options));
    if (!record.relative_to.empty()) {
      return Target::relative(comparator, {record.relative_to, record.offset}, unit,
                              std::move(options));
    }
    return {comparator, record.value, unit, std::move(options)};
  }

  [[nodiscard]] DraftNode& node_of(std::uint32_t number, const char* table) {
    require(number < size_, table, "a number points beyond the nodes");
    return draft_->nodes[number];
  }

  void read_tasks() {
    for (const ProfileRecord& profile : tables_.task_profiles)
      draft_->task_profiles.push_back(profile_of(profile));
    for (const TaskRecord& record : tables_.tasks) {
      DraftNode& node = node_of(record.node, "tasks");
      require(node.kind == NodeKind::task && node.detail == 0, "tasks",
              "an entry is not of a task");
      require(record.profile <= draft_->task_profiles.size(), "tasks",
              "a profile points beyond its table");
      const bool has_progress = !std::isnan(record.progress);
      require(!has_progress || (record.progress >= 0 && record.progress <= 1), "tasks",
              "a progress is not from 0 to 1");
      require(record.duration == -1 || is_duration_of(node, record.duration), "tasks",
              "a duration contradicts its dates");
      jinjiang::detail::TaskRow task{record.progress, record.duration, record.profile};
      if (record.duration != -1) jinjiang::detail::derive_date(node, task);
      require(!jinjiang::detail::leaves_calendar(node), "tasks",
              "a duration leads beyond the calendar");
      node.detail = static_cast<std::uint32_t>(draft_->tasks.size());
      draft_->tasks.push_back(task);
    }
  }

  [[nodiscard]] static bool is_duration_of(const DraftNode& node, std::int32_t days) noexcept {
    if (days < 1 || days > 366 * 200) return false;
    return node.start == no_day || node.due == no_day || node.due - node.start + 1 == days;
  }

  void read_rules() {
    for (const RuleRecord& record : tables_.rules) {
      DraftNode& node = node_of(record.node, "rules");
      require(node.kind == NodeKind::goal && node.detail == 0, "rules",
              "an entry is not of a goal");
      const Rule rule{enum_of<RuleKind>(record.kind, "rules"), record.k};
      require(rule.kind != RuleKind::at_least || rule.k > 0, "rules", "at_least needs a number");
      node.detail = static_cast<std::uint32_t>(draft_->rules.size());
      draft_->rules.push_back(rule);
    }
  }

  void read_rare_parts() {
    for (const TextRecord& record : tables_.supporting)
      rare_of(record.node, "supporting").supporting.push_back(record.text);
    for (const TextRecord& record : tables_.tags)
      rare_of(record.node, "tags").tags.push_back(record.text);
    for (const TextRecord& record : tables_.notes) rare_of(record.node, "notes").note = record.text;
    for (const ExtensionRecord& record : tables_.node_extensions)
      rare_of(record.node, "extensions").extensions.emplace_back(record.key, record.json);
    for (const RevisionRecord& record : tables_.revisions) {
      const DraftNode& node = node_of(record.node, "revisions");
      require(node.kind == NodeKind::indicator && node.detail != no_row, "revisions",
              "an entry is not of an indicator with a target");
      rare_of(record.node, "revisions")
          .revisions.push_back(
              {day_of(record.effective, "revisions"), target_of(record.target), record.reason});
    }
  }

  jinjiang::detail::DraftRare& rare_of(std::uint32_t number, const char* table) {
    DraftNode& node = node_of(number, table);
    if (node.rare == no_row) {
      node.rare = static_cast<std::uint32_t>(draft_->rare.size());
      draft_->rare.emplace_back();
    }
    return draft_->rare[node.rare];
  }

  [[nodiscard]] TextSpan id_of(std::uint32_t number) const noexcept {
    return {draft_->nodes[number].text, draft_->nodes[number].id_size};
  }

  void read_parts() {
    const PartTable& parts = tables_.parts;
    check_below(parts.children, size_, "parts");
    check_below(parts.goals, size_, "parts");
    const auto children = parts.children.values();
    const auto goals = parts.goals.values();
    const auto weights = parts.weights.values();
    const auto vetoes = parts.vetoes.values();
    draft_->numbered_parts.resize(parts.children.size());
    std::size_t i = 0;
    for (NumberedPart& part : draft_->numbered_parts) {
      part = {children[i], goals[i], weights[i], vetoes[i] != 0};
      ++i;
    }
  }

  void read_dependencies() {
    const DependencyTable& links = tables_.dependencies;
    check_below(links.successors, size_, "dependencies");
    check_below(links.predecessors, size_, "dependencies");
    std::vector<std::string> assumptions = texts_of(links.assumptions, "assumptions");
    for (std::size_t i = 0; i < links.successors.size(); ++i) {
      draft_->dependencies.push_back({links.successors[i], id_of(links.predecessors[i]),
                                      enum_of<DependencyType>(links.types[i], "dependencies"),
                                      links.lags[i], std::move(assumptions[i])});
    }
  }

  PlanTables tables_;
  std::size_t size_;
  std::unique_ptr<PlanDraft> draft_;
  std::vector<Unit> units_;
  std::uint32_t next_target_ = 0;
  std::size_t next_unusual_ = 0;
  std::optional<TargetRow> last_checked_;
};

}  // namespace

Plan plan_of(PlanTables&& tables) {
  // Nothing but a plan that nobody has filled in is without an id.
  if (tables.id.empty() && tables.nodes.kinds.empty()) return {};
  return checked([&] { return PlanReader(std::move(tables)).read(); });
}

}  // namespace jinjiang::io::detail
