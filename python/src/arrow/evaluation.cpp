// SPDX-License-Identifier: BSL-1.0

// The results of an evaluation as a table, in the order of the plan's layout. Status and progress
// are shared; what the sweep does not keep of leaves is found again in one pass, block by block, so
// that what was just written is still in the cache when its bitmap is made.

#include <algorithm>
#include <atomic>
#include <future>
#include <thread>

#include <jinjiang/evaluation/detail/evaluation_data.hpp>
#include <jinjiang/evaluation/detail/leaf.hpp>

#include "arrow/table.hpp"

using jinjiang::NodeKind;
using jinjiang::Stage;
using jinjiang::detail::clamp_to_unit;
using jinjiang::detail::Column;
using jinjiang::detail::EvaluationData;
using jinjiang::detail::is_present;
using jinjiang::detail::LeafEvaluator;
using jinjiang::detail::LeafVerdict;
using jinjiang::detail::missing;
using jinjiang::detail::no_day;
using jinjiang::detail::no_row;
using jinjiang::detail::ObservationLog;
using jinjiang::detail::PlanData;
using jinjiang::detail::Row;

namespace {

/// A column of numbers with its bitmap.
struct Numbers {
  explicit Numbers(std::size_t rows) : values(rows), validity(rows) {}

  void finish(std::size_t first, std::size_t last) {
    validity.write(first, last, [this](std::size_t row) { return is_present(values[row]); });
  }
  [[nodiscard]] TableColumn column(std::string name) && {
    const std::size_t rows = values.size();
    return nullable(fixed_column(std::move(name), "g", rows, own_buffer(std::move(values))),
                    std::move(validity));
  }

  Column<double> values;
  Validity validity;
};

class ResultColumns {
 public:
  explicit ResultColumns(const jinjiang::Evaluation& evaluation)
      : evaluation_(evaluation),
        data_(evaluation.data()),
        plan_(data_.plan.data()),
        log_(data_.observations.log()),
        expected_(plan_.size()),
        pace_(plan_.size()),
        coverage_(plan_.size()),
        value_(plan_.size()),
        units_(plan_.size()),
        days_(plan_.size()),
        stages_(plan_.size()),
        bases_(plan_.size()),
        has_progress_(plan_.size()),
        has_reading_(plan_.size()),
        stale_((plan_.size() + 7) / 8, 0) {
    number_texts();
    const bool is_worth_it = plan_.size() >= 65536 && std::thread::hardware_concurrency() > 1;
    std::future<void> helper;
    if (is_worth_it) helper = std::async(std::launch::async, [this] { work(); });
    work();
    if (helper.valid()) helper.get();
  }

  void append_to(std::vector<TableColumn>& columns, const Keeper& keeper) && {
    const std::size_t rows = plan_.size();
    const auto codes = [rows](std::string name, Column<std::int32_t> numbers, TextNumbers names) {
      return with_dictionary(
          fixed_column(std::move(name), "i", rows, own_buffer(std::move(numbers))),
          std::move(names).texts());
    };
    const TableColumn progress = nullable(
        fixed_column("progress", "g", rows, shared_buffer(data_.columns->progress, keeper)),
        std::move(has_progress_));
    columns.push_back(attainment(progress));
    columns.push_back(progress);
    columns.push_back(std::move(expected_).column("expected"));
    columns.push_back(std::move(pace_).column("pace"));
    columns.push_back(std::move(coverage_).column("coverage"));
    columns.push_back(std::move(value_).column("value"));
    columns.push_back(codes("unit", std::move(units_), std::move(unit_names_)));
    columns.push_back(nullable(
        fixed_column("observed_on", "tdD", rows, own_buffer(std::move(days_))), has_reading_));
    columns.push_back(nullable(words_column<Stage>("stage", rows, own_buffer(std::move(stages_))),
                               std::move(has_reading_)));
    columns.push_back(codes("basis", std::move(bases_), std::move(basis_names_)));
    columns.push_back(fixed_column("stale", "b", rows, own_buffer(std::move(stale_))));
  }

 private:
  /// The progress itself, unless a leaf has gone beyond 0 or 1.
  [[nodiscard]] TableColumn attainment(const TableColumn& progress) const {
    const Column<double>& values = data_.columns->progress;
    TableColumn column = progress;
    column.name = "attainment";
    if (!is_beyond_) return column;
    Column<double> clamped(values.size());
    for (Row row = 0; row < plan_.size(); ++row)
      clamped[row] = plan_.kinds[row] == NodeKind::goal ? values[row] : clamp_to_unit(values[row]);
    column.buffers.back() = own_buffer(std::move(clamped));
    return column;
  }

  /// Numbers of all texts that may come, so that threads only look them up.
  void number_texts() {
    no_unit_ = unit_names_.number_of({});
    no_basis_ = basis_names_.number_of({});
    for (const jinjiang::Unit unit : plan_.target_units)
      target_units_.push_back(unit_names_.number_of(unit.symbol()));
    for (const jinjiang::Unit unit : log_.unit_list)
      read_units_.push_back(unit_names_.number_of(unit.symbol()));
    read_bases_.assign(log_.texts.size(), no_basis_);
    if (log_.texts.size() == 1) return;  // only the empty text
    for (const std::uint32_t basis : log_.bases) {
      std::int32_t& number = read_bases_[basis];
      if (number == no_basis_ && basis != 0) number = basis_names_.number_of(log_.texts[basis]);
    }
  }

  /// Writes block after block until none is left.
  void work() {
    constexpr std::size_t block = 2048;
    const std::size_t rows = plan_.size();
    LeafEvaluator leaves(data_);
    while (true) {
      const std::size_t first = next_.fetch_add(block);
      if (first >= rows) return;
      write(static_cast<Row>(first), static_cast<Row>(std::min(first + block, rows)), leaves);
    }
  }

  void write(Row first, Row last, LeafEvaluator& leaves) {
    for (Row row = first; row < last; ++row) {
      if (plan_.kinds[row] == NodeKind::goal) {
        write_goal(row);
      } else {
        write_leaf(row, leaves.evaluate(row, plan_.traits[row]));
      }
    }
    for (Numbers* numbers : {&expected_, &pace_, &coverage_, &value_}) numbers->finish(first, last);
    const double* const progress = data_.columns->progress.data();
    has_progress_.write(first, last, [=](std::size_t row) { return is_present(progress[row]); });
    bool is_beyond = false;
    for (Row row = first; row < last; ++row)
      is_beyond |= static_cast<bool>(static_cast<int>(progress[row] < 0) |
                                     static_cast<int>(progress[row] > 1));
    if (is_beyond) is_beyond_ = true;
    has_reading_.write(first, last, [this](std::size_t row) { return days_[row] != no_day; });
  }

  void write_goal(Row row) {
    expected_.values[row] = data_.columns->expected[row];
    pace_.values[row] = data_.columns->pace[row];
    coverage_.values[row] = data_.columns->coverage[row];
    value_.values[row] = missing;
    units_[row] = no_unit_;
    write_no_reading(row);
  }

  void write_no_reading(Row row) {
    days_[row] = no_day;
    stages_[row] = {};
    bases_[row] = no_basis_;
  }

  void write_leaf(Row row, const LeafVerdict& verdict) {
    const bool has_progress = is_present(verdict.progress);
    const bool has_target = plan_.has_target(row);
    expected_.values[row] = verdict.expected;
    pace_.values[row] =
        has_progress && verdict.expected > 0 ? verdict.progress / verdict.expected : missing;
    coverage_.values[row] = !is_present(verdict.expected) ? missing : has_progress ? 1.0 : 0.0;
    value_.values[row] = plan_.kinds[row] == NodeKind::task ? verdict.progress : missing;
    units_[row] = has_target ? target_units_[plan_.targets[plan_.details[row]].unit] : no_unit_;
    if (verdict.position == no_row) return write_no_reading(row);
    write_reading(row, verdict.position, has_target);
  }

  void write_reading(Row row, std::uint32_t position, bool has_target) {
    const std::uint32_t reading = data_.binding->readings[position];
    if (!is_present(value_.values[row])) {
      // Of figures that are read period by period, an evaluation knows the sum.
      const bool is_plain = !has_target || !data_.binding->needs_general_way(row);
      value_.values[row] = is_plain ? data_.binding->values[position] : value_of(row);
    }
    if (plan_.kinds[row] == NodeKind::indicator && !has_target)
      units_[row] = read_units_[log_.units[reading]];
    const std::int32_t day = data_.binding->dates[position];
    days_[row] = day;
    stages_[row] = log_.stages[reading];
    bases_[row] = read_bases_[log_.bases[reading]];
    const bool is_stale = data_.as_of.days_since_epoch() - day > data_.policy.stale_after;
    stale_[row / 8] =
        static_cast<std::uint8_t>(stale_[row / 8] | (is_stale ? 1U : 0U) << (row % 8));
  }

  [[nodiscard]] double value_of(Row row) const {
    return evaluation_.of(data_.plan[plan_.ids[row]]).value.value_or(missing);
  }

  const jinjiang::Evaluation& evaluation_;
  const EvaluationData& data_;
  const PlanData& plan_;
  const ObservationLog& log_;
  Numbers expected_;
  Numbers pace_;
  Numbers coverage_;
  Numbers value_;
  Column<std::int32_t> units_;
  Column<std::int32_t> days_;
  Column<Stage> stages_;
  Column<std::int32_t> bases_;
  Validity has_progress_;
  Validity has_reading_;
  std::atomic<bool> is_beyond_ = false;  ///< whether some progress is below 0 or above 1
  Column<std::uint8_t> stale_;
  TextNumbers unit_names_;
  TextNumbers basis_names_;
  std::vector<std::int32_t> target_units_;
  std::vector<std::int32_t> read_units_;
  std::vector<std::int32_t> read_bases_;
  std::atomic<std::size_t> next_ = 0;
  std::int32_t no_unit_ = 0;
  std::int32_t no_basis_ = 0;
};

}  // namespace

Table evaluation_table(const jinjiang::Evaluation& evaluation) {
  const Keeper keeper = std::make_shared<const jinjiang::Evaluation>(evaluation);
  const PlanData& plan = evaluation.plan().data();
  const std::size_t rows = plan.size();
  std::vector<TableColumn> columns;
  columns.push_back(shared_texts("id", plan.ids, keeper));
  columns.push_back(words_column<NodeKind>("kind", rows, shared_buffer(plan.kinds, keeper)));
  columns.push_back(shared_texts("title", plan.titles, keeper));
  columns.push_back(with_dictionary(
      fixed_column("owner", "i", rows, shared_buffer(plan.owners, keeper)), texts_of(plan.texts)));
  columns.push_back(days_of_nodes("due", plan.dues, plan.period.end(), keeper));
  columns.push_back(words_column<jinjiang::Status>(
      "status", rows, shared_buffer(evaluation.data().columns->status, keeper)));
  ResultColumns(evaluation).append_to(columns, keeper);
  columns.push_back(fixed_column("order", "I", rows, shared_buffer(plan.order, keeper)));
  return make_table("results", rows, std::move(columns));
}
