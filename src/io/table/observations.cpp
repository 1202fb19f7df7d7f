// SPDX-License-Identifier: BSL-1.0

#include <algorithm>
#include <array>
#include <optional>

#include <jinjiang/detail/text.hpp>
#include <jinjiang/io/cell.hpp>
#include <jinjiang/io/csv.hpp>
#include <jinjiang/model/call_monitor.hpp>

#include "io/json/values.hpp"
#include "io/known_ids.hpp"
#include "io/table/csv_table.hpp"

namespace jinjiang::io {

namespace {

enum class ColumnKind { id, observed_on, value, unit, stage, basis, known_on, span, source, note };

struct ColumnName {
  std::string_view name;
  ColumnKind kind;
};

constexpr std::array<std::string_view, 10> column_names{
    "id", "observed_on", "value", "unit", "stage", "basis", "known_on", "span", "source", "note"};

std::string in_lower_case(std::string_view text) {
  std::string lower(detail::trimmed(text));
  for (char& c : lower) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  return lower;
}

constexpr ColumnName chinese_names[] = {
    {"编号", ColumnKind::id},          {"指标编号", ColumnKind::id},
    {"日期", ColumnKind::observed_on}, {"观测日期", ColumnKind::observed_on},
    {"数值", ColumnKind::value},       {"实际值", ColumnKind::value},
    {"单位", ColumnKind::unit},        {"阶段", ColumnKind::stage},
    {"口径", ColumnKind::basis},       {"获知日期", ColumnKind::known_on},
    {"计法", ColumnKind::span},        {"来源", ColumnKind::source},
    {"备注", ColumnKind::note}};

struct EnumName {
  std::string_view name;
  int value;
};
constexpr EnumName chinese_stages[] = {{"预计", 0}, {"初步", 1}, {"最终", 2}};
constexpr EnumName chinese_spans[] = {{"累计", 0}, {"当期", 1}};

std::optional<ColumnKind> find_column(std::string_view name) {
  for (std::size_t i = 0; i < column_names.size(); ++i) {
    if (column_names[i] == name) return static_cast<ColumnKind>(i);
  }
  for (const ColumnName& column : chinese_names) {
    if (column.name == name) return column.kind;
  }
  return std::nullopt;
}

/// `value (数值)`
std::string in_both_languages(ColumnKind kind) {
  std::string text(column_names[static_cast<std::size_t>(kind)]);
  for (const ColumnName& column : chinese_names) {
    if (column.kind == kind) return text + " (" + std::string(column.name) + ")";
  }
  return text;
}

std::string list_columns() {
  std::string text;
  for (std::size_t i = 0; i < column_names.size(); ++i)
    text += (i > 0 ? ", " : "") + in_both_languages(static_cast<ColumnKind>(i));
  return text;
}

/// What to write in place of 5,6 or 1,600.
std::string comma_hint(std::string_view text) {
  const std::size_t comma = text.find(',');
  if (comma == std::string_view::npos || comma == 0) return {};
  std::string without;
  std::string with_point;
  for (const char c : text) {
    if (c != ',') without += c;
    with_point += c == ',' ? '.' : c;
  }
  if (without.find_first_not_of("+-.0123456789") != std::string::npos) return {};
  const bool is_single = text.find(',', comma + 1) == std::string_view::npos;
  const bool is_decimal = is_single && text.find('.') == std::string_view::npos;
  const bool in_threes = text.size() - comma == 4;
  if (is_decimal && !in_threes) return "; a decimal comma? write " + detail::shortened(with_point);
  return "; write " + detail::shortened(without) +
         (is_decimal ? ", or " + detail::shortened(with_point) + " if it is a decimal comma" : "");
}

class ObservationsCsvReader {
 public:
  ObservationsCsvReader(std::string_view text, const ReadOptions& options, const UnitTable& units)
      : reader_(text, options.file),
        options_(options),
        units_(units),
        known_ids_(options.plan),
        step_(LongCall::read_file, text.size()) {}

  [[nodiscard]] Observations read() {
    read_header();
    while (reader_.next(fields_)) {
      count_row();
      errors_.collect([this] { read_row(); });
    }
    errors_.finish();
    check();
    return std::move(observations_);
  }

  [[nodiscard]] CollectedObservations collect() {
    read_header();
    std::vector<RejectedRow> rejected;
    for (bool is_over = false; !is_over;) {
      try {
        is_over = !reader_.next(fields_);
        if (!is_over) read_row();
      } catch (const FormatError& error) {
        rejected.push_back({reader_.line(), reason_of(error), fields_});
      }
      if (!is_over) count_row();
    }
    return {std::move(observations_), std::move(lines_), std::move(header_), std::move(rejected)};
  }

 private:
  void count_row() {
    if (rows_ % rows_a_step == 0) step_.at(reader_.position());
    if (++rows_ <= options_.most_nodes) return;
    throw FormatError(reader_.place(0, ""),
                      "there are more than " + std::to_string(options_.most_nodes) + " rows");
  }

  /// The message, which names the column and not the place.
  [[nodiscard]] static std::string reason_of(const FormatError& error) {
    const Place& place = error.place();
    const std::string what = std::string(error.what()).substr(place.to_string().size() + 2);
    return place.pointer.empty() ? what : "column " + place.pointer + ": " + what;
  }

  void read_header() {
    if (!reader_.next(fields_)) {
      throw FormatError({options_.file, 1, 1, ""},
                        "the table is empty: expected a header such as id,observed_on,value");
    }
    for (std::size_t i = 0; i < fields_.size(); ++i) {
      header_.push_back(fields_[i]);
      const auto kind = find_column(header_.back());
      if (!kind) {
        if (detail::trimmed(header_.back()).empty()) {
          throw FormatError(
              reader_.place(i, ""),
              "column " + std::to_string(i + 1) + " has no name; columns are " + list_columns());
        }
        throw FormatError(
            reader_.place(i, header_.back()),
            "unknown column " + detail::in_quotes(header_.back()) +
                detail::nearest_hint(detail::nearest(in_lower_case(header_.back()), column_names)) +
                "; columns are " + list_columns());
      }
      std::optional<std::size_t>& place = columns_[static_cast<std::size_t>(*kind)];
      if (place) {
        throw FormatError(reader_.place(i, header_.back()),
                          "the column " +
                              std::string(column_names[static_cast<std::size_t>(*kind)]) +
                              " comes twice");
      }
      place = i;
    }
    for (const ColumnKind needed : {ColumnKind::id, ColumnKind::observed_on, ColumnKind::value}) {
      if (columns_[static_cast<std::size_t>(needed)]) continue;
      throw FormatError(reader_.place(0, ""),
                        "the header has no column " + in_both_languages(needed));
    }
  }

  [[nodiscard]] std::string_view field(ColumnKind kind) const {
    const auto& place = columns_[static_cast<std::size_t>(kind)];
    return place && *place < fields_.size() ? std::string_view(fields_[*place])
                                            : std::string_view{};
  }

  [[noreturn]] void refuse(ColumnKind kind, const std::string& what) const {
    const std::size_t place = columns_[static_cast<std::size_t>(kind)].value_or(0);
    throw FormatError(reader_.place(place, header_[place]), what);
  }

  void read_row() {
    if (fields_.size() > header_.size()) {
      throw FormatError(reader_.place(header_.size(), ""),
                        "the row has " + std::to_string(fields_.size()) +
                            " fields but the header " + std::to_string(header_.size()) +
                            "; decimals are written with a point, and a field that holds the "
                            "separator stands in quotes");
    }
    Observation reading{.id = std::string(field(ColumnKind::id)), .observed_on = {}, .value = 0};
    if (reading.id.empty()) refuse(ColumnKind::id, "a row needs an id");
    if (const std::string problem = known_ids_.find_problem(reading.id); !problem.empty())
      refuse(ColumnKind::id, problem);
    reading.observed_on = read_day(ColumnKind::observed_on);
    const CellNumber number = read_value();
    reading.value = number.value;
    ReadingOptions& options = reading.options;
    try {
      options.unit = units_.at(field(ColumnKind::unit));
    } catch (const UnitError& error) {
      refuse(ColumnKind::unit, error.what());
    }
    if (number.is_percent) options.unit = percent_for(options.unit);
    if (!field(ColumnKind::known_on).empty()) options.known_on = read_day(ColumnKind::known_on);
    options.stage = read_name(ColumnKind::stage, Stage::final, chinese_stages);
    options.span = read_name(ColumnKind::span, Span::cumulative, chinese_spans);
    options.basis = field(ColumnKind::basis);
    options.source = field(ColumnKind::source);
    options.note = field(ColumnKind::note);
    try {
      observations_.add(reading);
    } catch (const ObservationError& error) {
      refuse(ColumnKind::id, error.what());
    }
    lines_.push_back(reader_.line());
  }

  [[nodiscard]] Date read_day(ColumnKind kind) const {
    if (const auto date = find_cell_date(field(kind))) return *date;
    refuse(kind,
           "expected " + std::string(date_spellings) + ", found " + detail::in_quotes(field(kind)));
  }

  [[nodiscard]] CellNumber read_value() const {
    const std::string_view text = field(ColumnKind::value);
    if (const auto number = find_cell_number(text)) return *number;
    refuse(ColumnKind::value, "expected a number without separators, such as 1600 or 5.6, found " +
                                  detail::in_quotes(text) + comma_hint(text));
  }

  /// The unit of a value with a sign %.
  [[nodiscard]] Unit percent_for(Unit unit) const {
    const Unit percent = units_.at("%");
    if (unit.is_none() || unit == percent) return percent;
    refuse(ColumnKind::value, "the value " + detail::in_quotes(field(ColumnKind::value)) +
                                  " says % but the column unit (单位) says " +
                                  detail::in_quotes(unit.symbol()) +
                                  "; write the number alone, or % in the column 单位");
  }

  template <NamedEnum Enum, std::size_t N>
  [[nodiscard]] Enum read_name(ColumnKind kind, Enum by_default,
                               const EnumName (&chinese)[N]) const {
    const std::string_view text = field(kind);
    if (text.empty()) return by_default;
    if (const auto found = find_enum<Enum>(text)) return *found;
    for (const EnumName& name : chinese) {
      if (name.name == text) return static_cast<Enum>(name.value);
    }
    refuse(kind, "expected " + list_names<Enum>() + ", found " + detail::in_quotes(text));
  }

  /// Readings that contradict each other, with their lines.
  void check() const {
    try {
      observations_.check();
    } catch (const ObservationError& error) {
      const std::size_t line = error.reading() < lines_.size() ? lines_[error.reading()] : 0;
      throw FormatError({options_.file, line, 1, ""}, error.what());
    }
  }

  CsvReader reader_;
  const ReadOptions& options_;
  const UnitTable& units_;
  KnownIds known_ids_;
  std::vector<std::string> header_;
  std::array<std::optional<std::size_t>, column_names.size()> columns_;
  std::vector<std::string> fields_;
  std::size_t rows_ = 0;
  std::vector<std::size_t> lines_;  ///< of every reading
  FormatErrors errors_;
  Observations observations_;
  static constexpr std::size_t rows_a_step = 64;
  detail::CallStep step_;
};

void append_number(std::string& out, const std::optional<double>& value) {
  if (value) out += detail::format_number(*value);
}

}  // namespace

Observations read_observations_csv(std::string_view text, const ReadOptions& options,
                                   const UnitTable& units) {
  return ObservationsCsvReader(checked_text(text, options), options, units).read();
}

CollectedObservations collect_observations_csv(std::string_view text, const ReadOptions& options,
                                               const UnitTable& units) {
  return ObservationsCsvReader(checked_text(text, options), options, units).collect();
}

std::string write_observations_csv(const Observations& observations) {
  std::string out = "id,observed_on,value,unit,stage,basis,known_on,span,source,note\n";
  for (std::size_t i = 0; i < observations.size(); ++i) {
    const Observation reading = observations[i];
    const ReadingOptions& options = reading.options;
    append_csv_field(out, reading.id);
    out += "," + to_string(reading.observed_on) + "," + detail::format_number(reading.value) + ",";
    append_csv_field(out, options.unit.symbol());
    out += "," + std::string(to_string(options.stage)) + ",";
    append_csv_field(out, options.basis);
    out += "," + (options.known_on ? to_string(*options.known_on) : std::string()) + "," +
           std::string(to_string(options.span)) + ",";
    append_csv_field(out, options.source);
    out += ',';
    append_csv_field(out, options.note);
    out += '\n';
  }
  return out;
}

std::string write_evaluation_csv(const Evaluation& evaluation) {
  std::string out =
      "id,kind,title,parent,owner,due,status,attainment,progress,expected,pace,coverage,value,unit,"
      "observed_on,stage,"
      "basis,stale\n";
  for (const auto& entry : evaluation.plan().outline()) {
    if (entry.is_repeated) continue;
    const NodeResult result = evaluation.of(entry.node);
    const Node& node = result.node;
    const auto parents = node.parents();
    append_csv_field(out, node.id());
    out += "," + std::string(to_string(node.kind())) + ",";
    append_csv_field(out, node.title());
    out += ',';
    if (!parents.empty()) append_csv_field(out, parents.front().id());
    out += ',';
    append_csv_field(out, node.owner());
    out += "," + to_string(node.due()) + "," + std::string(to_string(result.status));
    for (const auto* number : {&result.attainment, &result.progress, &result.expected, &result.pace,
                               &result.coverage, &result.value}) {
      out += ',';
      append_number(out, *number);
    }
    out += ',';
    append_csv_field(out, result.unit.symbol());
    out += "," + (result.observed_on ? to_string(*result.observed_on) : std::string()) + ",";
    if (result.stage) out += to_string(*result.stage);
    out += ',';
    append_csv_field(out, result.basis);
    out += result.is_stale ? ",true\n" : ",false\n";
  }
  return out;
}

}  // namespace jinjiang::io
