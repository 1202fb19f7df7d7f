// SPDX-License-Identifier: BSL-1.0

#include "arrow/import.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstring>
#include <map>
#include <optional>

#include <jinjiang/detail/text.hpp>
#include <jinjiang/io/cell.hpp>

#include "arrow/abi.hpp"
#include "arrow/cells.hpp"

namespace {

constexpr std::array<std::string_view, 10> columns{
    "id", "observed_on", "value", "unit", "stage", "basis", "known_on", "span", "source", "note"};
enum Place { id, observed_on, value, unit, stage, basis, known_on, span, source, note };

[[noreturn]] void refuse_table(const std::string& what) { throw jj::FormatError({}, what); }

/// What is held of a structure is given back once.
template <class Structure>
struct Held : Structure {
  Held() : Structure{} {}
  /// Takes a structure out of its capsule, which may be done once.
  explicit Held(const py::object& capsule, const char* kind) : Structure{} {
    if (PyCapsule_IsValid(capsule.ptr(), kind) == 0)
      refuse("the table", "a capsule " + jj::detail::in_quotes(kind) + " of its Arrow method",
             capsule);
    auto* found = static_cast<Structure*>(PyCapsule_GetPointer(capsule.ptr(), kind));
    if (found->release == nullptr) refuse_table("the table was already read; give it anew");
    static_cast<Structure&>(*this) = *found;
    found->release = nullptr;
  }
  ~Held() {
    if (this->release != nullptr) this->release(this);
  }
  Held(const Held&) = delete;
  Held& operator=(const Held&) = delete;
};

class TableReader {
 public:
  TableReader(const py::dict& names, const jj::UnitTable& units, bool collect)
      : names_(names), units_(units), collect_(collect) {}

  [[nodiscard]] ImportedTable read(const py::object& table) {
    if (!py::hasattr(table, "__arrow_c_stream__")) {
      const py::object given = table.attr("__arrow_c_array__")();
      if (!py::isinstance<py::tuple>(given) || py::len(given) != 2)
        ::refuse("the table", "a pair of capsules of its method __arrow_c_array__", given);
      const auto pair = given.cast<py::tuple>();
      const Held<ArrowSchema> schema(pair[0], "arrow_schema");
      const Held<ArrowArray> batch(pair[1], "arrow_array");
      read_schema(schema);
      read_batch(batch);
      return std::move(result_);
    }
    Held<ArrowArrayStream> stream(table.attr("__arrow_c_stream__")(), "arrow_array_stream");
    Held<ArrowSchema> schema;
    check(stream, stream.get_schema(&stream, &schema));
    read_schema(schema);
    while (true) {
      Held<ArrowArray> batch;
      check(stream, stream.get_next(&stream, &batch));
      if (batch.release == nullptr) return std::move(result_);
      read_batch(batch);
    }
  }

 private:
  static void check(ArrowArrayStream& stream, int code) {
    if (code == 0) return;
    const char* said = stream.get_last_error(&stream);
    refuse_table("the table broke off: " +
                 std::string(said != nullptr ? said : std::strerror(code)));
  }

  void read_schema(const ArrowSchema& schema) {
    if (std::string_view(schema.format) != "+s") {
      refuse_table(
          "expected a table with columns id, observed_on and value, found a single column");
    }
    for (std::int64_t i = 0; i < schema.n_children; ++i) {
      const char* const given_name = schema.children[i]->name;
      const std::string_view name = given_name == nullptr ? "" : given_name;
      headings_.emplace_back(name);
      cells_.emplace_back(*schema.children[i]);
      if (is_row_number(name)) continue;
      const py::str key = shown_text(name);
      const std::string meant =
          names_.contains(key) ? names_[key].cast<std::string>() : std::string(name);
      const auto found = std::find(columns.begin(), columns.end(), meant);
      if (found == columns.end()) {
        if (jj::detail::trimmed(name).empty()) {
          refuse_table("column " + std::to_string(i + 1) + " has no name; columns are " +
                       all_columns());
        }
        refuse_table("unknown column " + jj::detail::in_quotes(name) + column_hint(name) +
                     "; columns are " + all_columns());
      }
      auto& place = places_[static_cast<std::size_t>(found - columns.begin())];
      if (place)
        refuse_table("column " + jj::detail::in_quotes(name) + ": " + meant + " is given twice");
      place = static_cast<std::size_t>(i);
    }
    check_needed();
  }

  void check_needed() const {
    std::string lacking;
    for (const Place needed : {id, observed_on, value}) {
      if (places_[needed]) continue;
      lacking += (lacking.empty() ? "" : " and no ") + in_both_languages(columns[needed]);
    }
    if (lacking.empty()) return;
    std::string there;
    for (const std::string& heading : headings_) {
      if (!is_row_number(heading)) there += (there.empty() ? "" : ", ") + heading;
    }
    refuse_table("the table has no column " + lacking + "; it has " +
                 (there.empty() ? "none" : there));
  }

  /// Row numbers of a pandas frame.
  [[nodiscard]] static bool is_row_number(std::string_view name) {
    return name.starts_with("__index_level_");
  }

  /// `value (数值)`
  [[nodiscard]] std::string in_both_languages(std::string_view column) const {
    for (const auto& [name, meant] : names_) {
      if (meant.cast<std::string>() == column)
        return std::string(column) + " (" + name.cast<std::string>() + ")";
    }
    return std::string(column);
  }

  [[nodiscard]] std::string all_columns() const {
    std::string all;
    for (const std::string_view name : columns)
      all += (all.empty() ? "" : ", ") + in_both_languages(name);
    return all;
  }

  void read_batch(const ArrowArray& batch) {
    for (std::size_t i = 0; i < cells_.size(); ++i) cells_[i].bind(*batch.children[i]);
    const auto* present = static_cast<const std::uint8_t*>(batch.buffers[0]);
    for (std::int64_t i = 0; i < batch.length; ++i) {
      ++number_;
      at_ = batch.offset + i;
      is_empty_ = batch.null_count != 0 && present != nullptr &&
                  ((present[at_ / 8] >> static_cast<unsigned>(at_ % 8)) & 1U) == 0;
      read_row_or_reject();
    }
  }

  void read_row_or_reject() {
    try {
      read_row();
      result_.rows.push_back(number_);
    } catch (const jj::Error& error) {
      constexpr std::size_t most_named = 20;
      ++result_.wrong;
      if (collect_) {
        result_.rejected.push_back({number_, error.what(), values()});
      } else if (result_.rejected.size() < most_named) {
        result_.rejected.push_back({number_, error.what(), {}});
      }
    }
  }

  void read_row() {
    jj::ReadingOptions& options = options_;
    options.unit = read_unit();
    options.stage = read_word(stage, jj::Stage::final);
    options.basis = read_text(basis);
    options.known_on = given(known_on) ? std::optional(read_day(known_on)) : std::nullopt;
    options.span = read_word(span, jj::Span::cumulative);
    options.source = read_text(source);
    options.note = read_text(note);
    for (const Place needed : {id, observed_on, value}) {
      if (!given(needed)) refuse(needed, "a row needs a value");
    }
    const jj::Date day = read_day(observed_on);
    const double figure = read_number();
    result_.observations.add(read_id(), day, figure, options);
  }

  [[nodiscard]] const ArrowCells* given(Place place) const {
    if (!places_[place] || is_empty_) return nullptr;
    const ArrowCells& cells = cells_[*places_[place]];
    return cells.is_null(at_) ? nullptr : &cells;
  }

  [[noreturn]] void refuse(Place place, const std::string& what) const {
    throw jj::Error("column " + headings_[*places_[place]] + ": " + what);
  }
  [[noreturn]] void refuse_kind(Place place, const std::string& expected) const {
    refuse(place, "expected " + expected + ", found " + given(place)->shown(at_));
  }

  [[nodiscard]] std::string_view read_id() {
    const ArrowCells& cells = *given(id);
    if (cells.kind() == CellKind::text) return utf8(id, cells);
    if (cells.kind() != CellKind::whole && cells.kind() != CellKind::natural)
      refuse_kind(id, "a text");
    return shown_id_ = cells.shown(at_);
  }

  [[nodiscard]] std::string read_text(Place place) const {
    const ArrowCells* cells = given(place);
    if (cells == nullptr) return {};
    if (cells->kind() != CellKind::text) refuse_kind(place, "a text");
    return std::string(utf8(place, *cells));
  }

  /// A text that is what Arrow promises.
  [[nodiscard]] std::string_view utf8(Place place, const ArrowCells& cells) const {
    const std::string_view text = cells.text(at_);
    if (const auto bad = jj::detail::find_invalid_utf8(text)) {
      refuse(place, "expected a text in UTF-8, found " + jj::detail::in_quotes(text) +
                        ", whose byte " + std::to_string(*bad) + " is not UTF-8");
    }
    return text;
  }

  [[nodiscard]] jj::Unit read_unit() {
    const std::string symbol = read_text(unit);
    if (symbol.empty()) return {};
    if (const auto known = known_units_.find(symbol); known != known_units_.end())
      return known->second;
    try {
      return known_units_.emplace(symbol, units_.at(symbol)).first->second;
    } catch (const jj::Error& error) {
      refuse(unit, error.what());
    }
  }

  template <jj::NamedEnum Enum>
  [[nodiscard]] Enum read_word(Place place, Enum otherwise) const {
    const std::string word = read_text(place);
    if (word.empty()) return otherwise;
    const auto found = find_word<Enum>(word);
    if (!found)
      refuse(place,
             "expected " + jj::list_names<Enum>() + ", found " + jj::detail::in_quotes(word));
    return *found;
  }

  [[nodiscard]] jj::Date read_day(Place place) const {
    const ArrowCells& cells = *given(place);
    if (cells.kind() == CellKind::text) {
      const std::string_view text = utf8(place, cells);
      if (const auto day = jj::io::find_cell_date(text)) return *day;
      refuse(place, "expected " + std::string(jj::io::date_spellings) + ", found " +
                        jj::detail::in_quotes(text));
    }
    try {
      if (!cells.objection().empty()) throw jj::Error(cells.objection());
      if (cells.kind() == CellKind::day)
        return jj::Date(std::chrono::sys_days{std::chrono::days{cells.day(at_)}});
    } catch (const jj::Error& error) {
      refuse(place, error.what());
    }
    refuse_kind(place, std::string(jj::io::date_spellings));
  }

  [[nodiscard]] double read_number() {
    const ArrowCells& cells = *given(value);
    double result = 0;
    switch (cells.kind()) {
      case CellKind::whole:
      case CellKind::natural:
      case CellKind::real:
      case CellKind::decimal:
        result = cells.number(at_);
        break;
      case CellKind::text: {
        const auto number = jj::io::find_cell_number(utf8(value, cells));
        if (!number) refuse_kind(value, "a number");
        if (number->is_percent) take_percent();
        result = number->value;
        break;
      }
      default:
        refuse_kind(value, "a number");
    }
    if (!std::isfinite(result)) refuse_kind(value, "a finite number");
    return result;
  }

  /// The unit of a value with a sign %.
  void take_percent() {
    const jj::Unit percent = units_.at("%");
    if (options_.unit.is_none()) options_.unit = percent;
    if (options_.unit == percent) return;
    refuse(value, "the value says % but the column unit (单位) says " +
                      jj::detail::in_quotes(options_.unit.symbol()) +
                      "; write the number alone, or % in the column 单位");
  }

  /// The cells of the row as they stand in the table.
  [[nodiscard]] py::dict values() const {
    py::dict result;
    for (std::size_t i = 0; i < cells_.size(); ++i)
      result[shown_text(headings_[i])] = cell(cells_[i]);
    return result;
  }

  [[nodiscard]] py::object cell(const ArrowCells& cells) const {
    if (is_empty_ || cells.is_null(at_)) return py::none();
    switch (cells.kind()) {
      case CellKind::text:
        return shown_text(cells.text(at_));
      case CellKind::whole:
        return py::int_(static_cast<long long>(cells.number(at_)));
      case CellKind::natural:
      case CellKind::real:
      case CellKind::decimal:
        return py::float_(cells.number(at_));
      case CellKind::day:
        try {
          return py::cast(jj::Date(std::chrono::sys_days{std::chrono::days{cells.day(at_)}}));
        } catch (const jj::Error&) {
          return py::int_(cells.day(at_));  // a year that no calendar has
        }
      default:
        return shown_text(cells.shown(at_));
    }
  }

  const py::dict& names_;
  const jj::UnitTable& units_;
  bool collect_;
  ImportedTable result_;
  std::vector<std::string> headings_;
  std::vector<ArrowCells> cells_;
  std::array<std::optional<std::size_t>, columns.size()> places_;
  std::map<std::string, jj::Unit, std::less<>> known_units_;
  jj::ReadingOptions options_;
  std::string shown_id_;
  std::int64_t number_ = 0;
  std::int64_t at_ = 0;
  bool is_empty_ = false;
};

}  // namespace

std::string column_hint(std::string_view name) {
  std::string plain(jj::detail::trimmed(name));
  for (char& c : plain) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  return jj::detail::nearest_hint(jj::detail::nearest(plain, columns));
}

ImportedTable import_table(const py::object& table, const py::dict& names,
                           const jj::UnitTable& units, bool collect) {
  return TableReader(names, units, collect).read(table);
}
