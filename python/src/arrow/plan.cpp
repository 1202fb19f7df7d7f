// SPDX-License-Identifier: BSL-1.0

// The nodes and the links of a plan as tables. Nodes stand in the order of the plan's layout, in
// which their columns are shared; the column `order` says the author's.

#include <jinjiang/model/detail/plan_links.hpp>

#include "arrow/table.hpp"

using jinjiang::Comparator;
using jinjiang::Direction;
using jinjiang::EnumNames;
using jinjiang::Measure;
using jinjiang::Target;
using jinjiang::detail::Column;
using jinjiang::detail::DependencyRow;
using jinjiang::detail::no_row;
using jinjiang::detail::PartRow;
using jinjiang::detail::PlanData;
using jinjiang::detail::Row;
using jinjiang::detail::TargetRow;
using jinjiang::detail::TextColumn;

namespace {

constexpr double missing = TargetRow::not_given;

/// The ids of the goals that each node is part of.
TableColumn parents_column(const PlanData& plan) {
  Column<std::int64_t> ends{0};
  ends.reserve(plan.size() + 1);
  TextColumn ids;
  ids.reserve(plan.size(), plan.ids.bytes().size());
  for (Row row = 0; row < plan.size(); ++row) {
    if (plan.parents[row] != no_row) ids.add(plan.ids[plan.parents[row]]);
    for (const PartRow& part : jinjiang::detail::extra_parents(plan, row))
      ids.add(plan.ids[part.parent]);
    ends.push_back(static_cast<std::int64_t>(ids.size()));
  }
  TableColumn column = fixed_column("parents", "+L", plan.size(), own_buffer(std::move(ends)));
  column.children.push_back(std::make_shared<const TableColumn>(own_texts("item", std::move(ids))));
  return column;
}

/// What the targets of the nodes say; nothing for nodes without one.
class TargetColumns {
 public:
  explicit TargetColumns(const PlanData& plan)
      : plan_(plan),
        comparators_(plan.size(), Comparator{}),
        measures_(plan.size(), Measure{}),
        directions_(plan.size(), Direction{}),
        units_(plan.size(), 0),
        values_(plan.size(), missing),
        uppers_(plan.size(), missing),
        baselines_(plan.size(), missing) {
    std::vector<std::int32_t> numbers;
    for (const jinjiang::Unit unit : plan.target_units)
      numbers.push_back(unit_names_.number_of(unit.symbol()));
    for (Row row = 0; row < plan.size(); ++row) {
      if (!plan.has_target(row)) continue;
      const TargetRow& target = plan.targets[plan.details[row]];
      comparators_[row] = target.comparator;
      measures_[row] = target.measure;
      directions_[row] = target.direction;
      units_[row] = numbers[target.unit];
      values_[row] = target.value;
      baselines_[row] = target.baseline;
      if (target.unusual != no_row) write_unusual(row, plan.unusual_targets[target.unusual]);
    }
  }

  void append_to(std::vector<TableColumn>& columns) && {
    columns.push_back(where_given(words("comparator", std::move(comparators_))));
    columns.push_back(doubles("value", std::move(values_)));
    columns.push_back(doubles("upper", std::move(uppers_)));
    columns.push_back(where_given(
        with_dictionary(fixed_column("unit", "i", plan_.size(), own_buffer(std::move(units_))),
                        std::move(unit_names_).texts())));
    columns.push_back(where_given(words("measure", std::move(measures_))));
    columns.push_back(where_given(words("direction", std::move(directions_))));
    columns.push_back(doubles("baseline", std::move(baselines_)));
  }

 private:
  void write_unusual(Row row, const Target& target) {
    comparators_[row] = target.comparator();
    measures_[row] = target.measure();
    directions_[row] = target.direction();
    units_[row] = unit_names_.number_of(target.unit().symbol());
    values_[row] = target.has_value() ? target.value() : missing;
    uppers_[row] = target.upper().value_or(missing);
    baselines_[row] = target.baseline().value_or(missing);
  }

  [[nodiscard]] TableColumn where_given(TableColumn column) const {
    return nullable(std::move(column), validity_of(plan_.size(), [this](std::size_t row) {
                      return plan_.has_target(static_cast<Row>(row));
                    }));
  }
  template <class Enum>
  [[nodiscard]] TableColumn words(std::string name, Column<Enum> codes) const {
    return words_column<Enum>(std::move(name), plan_.size(), own_buffer(std::move(codes)));
  }
  [[nodiscard]] static TableColumn doubles(std::string name, Column<double> values) {
    const auto kept = std::make_shared<const Column<double>>(std::move(values));
    return doubles_column(std::move(name), *kept, kept);
  }

  const PlanData& plan_;
  TextNumbers unit_names_;
  Column<Comparator> comparators_;
  Column<Measure> measures_;
  Column<Direction> directions_;
  Column<std::int32_t> units_;
  Column<double> values_;
  Column<double> uppers_;
  Column<double> baselines_;
};

TableColumn sections_column(const PlanData& plan) {
  TextNumbers sections;
  std::vector<std::int32_t> numbers;
  for (const jinjiang::Source& source : plan.node_sources)
    numbers.push_back(source.section.empty() ? -1 : sections.number_of(source.section));
  Column<std::int32_t> codes(plan.size());
  for (Row row = 0; row < plan.size(); ++row) codes[row] = numbers[plan.sources[row]];
  Validity validity = validity_of(plan.size(), [&](std::size_t row) { return codes[row] >= 0; });
  for (std::int32_t& code : codes) code = std::max(code, 0);
  return nullable(
      with_dictionary(fixed_column("section", "i", plan.size(), own_buffer(std::move(codes))),
                      std::move(sections).texts()),
      std::move(validity));
}

/// The links of both kinds, part by part and then dependency by dependency.
class LinkColumns {
 public:
  explicit LinkColumns(const PlanData& plan) : plan_(plan) {
    for (Row row = 0; row < plan.size(); ++row) {
      if (plan.parents[row] != no_row)
        add_part({row, plan.parents[row], plan.weights[row], plan.vetoes[row] != 0});
      for (const PartRow& part : jinjiang::detail::extra_parents(plan, row)) add_part(part);
    }
    parts_ = kinds_.size();
    for (const DependencyRow& link : plan.dependencies) add_dependency(link);
  }

  [[nodiscard]] Table table() && {
    const std::size_t rows = kinds_.size();
    const auto is_part = [this](std::size_t row) { return row < parts_; };
    const auto is_dependency = [this](std::size_t row) { return row >= parts_; };
    const auto of_parts = [&](TableColumn column) {
      return nullable(std::move(column), validity_of(rows, is_part));
    };
    const auto of_dependencies = [&](TableColumn column) {
      return nullable(std::move(column), validity_of(rows, is_dependency));
    };
    TextColumn kinds;
    for (const char* name : {"part_of", "depends_on"}) kinds.add(name);
    Column<std::uint8_t> vetoes((rows + 7) / 8, 0);
    for (std::size_t row = 0; row < rows; ++row)
      vetoes[row / 8] = static_cast<std::uint8_t>(vetoes[row / 8] | (vetoes_[row] << (row % 8)));

    std::vector<TableColumn> columns;
    columns.push_back(with_dictionary(
        fixed_column("kind", "c", rows, own_buffer(std::move(kinds_))), std::move(kinds)));
    columns.push_back(own_texts("node", std::move(nodes_)));
    columns.push_back(own_texts("other", std::move(others_)));
    columns.push_back(of_parts(fixed_column("weight", "g", rows, own_buffer(std::move(weights_)))));
    columns.push_back(of_parts(fixed_column("veto", "b", rows, own_buffer(std::move(vetoes)))));
    columns.push_back(of_dependencies(
        words_column<jinjiang::DependencyType>("type", rows, own_buffer(std::move(types_)))));
    columns.push_back(
        of_dependencies(fixed_column("lag", "i", rows, own_buffer(std::move(lags_)))));
    columns.push_back(of_dependencies(own_texts("assumption", std::move(assumptions_))));
    return make_table("links", rows, std::move(columns));
  }

 private:
  void add_part(const PartRow& part) {
    add(0, part.child, part.parent);
    weights_.push_back(part.weight);
    vetoes_.push_back(part.veto ? 1 : 0);
    types_.push_back({});
    lags_.push_back(0);
    assumptions_.add({});
  }
  void add_dependency(const DependencyRow& link) {
    add(1, link.successor, link.predecessor);
    weights_.push_back(missing);
    vetoes_.push_back(0);
    types_.push_back(link.type);
    lags_.push_back(link.lag);
    assumptions_.add(link.assumption);
  }
  void add(std::int8_t kind, Row node, Row other) {
    kinds_.push_back(kind);
    nodes_.add(plan_.ids[node]);
    others_.add(plan_.ids[other]);
  }

  const PlanData& plan_;
  std::size_t parts_ = 0;
  Column<std::int8_t> kinds_;
  TextColumn nodes_;
  TextColumn others_;
  Column<double> weights_;
  Column<std::uint8_t> vetoes_;
  Column<jinjiang::DependencyType> types_;
  Column<std::int32_t> lags_;
  TextColumn assumptions_;
};

}  // namespace

Table nodes_table(const jinjiang::Plan& of) {
  const Keeper keeper = std::make_shared<const jinjiang::Plan>(of);
  const PlanData& plan = of.data();
  const std::size_t rows = plan.size();
  std::vector<TableColumn> columns;
  columns.push_back(shared_texts("id", plan.ids, keeper));
  columns.push_back(
      words_column<jinjiang::NodeKind>("kind", rows, shared_buffer(plan.kinds, keeper)));
  columns.push_back(shared_texts("title", plan.titles, keeper));
  columns.push_back(parents_column(plan));
  columns.push_back(with_dictionary(
      fixed_column("owner", "i", rows, shared_buffer(plan.owners, keeper)), texts_of(plan.texts)));
  columns.push_back(days_of_nodes("start", plan.starts, plan.period.start(), keeper));
  columns.push_back(days_of_nodes("due", plan.dues, plan.period.end(), keeper));
  columns.push_back(
      words_column<jinjiang::Lifecycle>("lifecycle", rows, shared_buffer(plan.lifecycles, keeper)));
  columns.push_back(
      words_column<jinjiang::Firmness>("firmness", rows, shared_buffer(plan.firmness, keeper)));
  TargetColumns(plan).append_to(columns);
  columns.push_back(sections_column(plan));
  columns.push_back(fixed_column("order", "I", rows, shared_buffer(plan.order, keeper)));
  return make_table("nodes", rows, std::move(columns));
}

Table links_table(const jinjiang::Plan& plan) { return LinkColumns(plan.data()).table(); }
