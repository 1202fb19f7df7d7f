// SPDX-License-Identifier: BSL-1.0

// Plans from JSON, node by node straight into a builder.

#include <jinjiang/detail/column.hpp>
#include <jinjiang/detail/text.hpp>

#include "io/json/plan_node.hpp"
#include "io/json/values.hpp"

namespace jinjiang::io {

namespace {

/// What stands beside the nodes.
struct PlanHeading {
  std::optional<std::string> id;
  std::string title;
  std::string issuer;
  Language language = Language::zh;
  std::optional<Period> period;
  Source source;
  Policy policy;
  UnitTable units = UnitTable::standard();
  bool has_units = false;
  Extensions extensions;
};

Period read_period(const JsonValue& value) {
  std::optional<Date> start;
  std::optional<Date> end;
  value.for_each_member([&](JsonKey key, const JsonValue& part) {
    if (key == "start") {
      start = read_date(part);
    } else if (key == "end") {
      end = read_date(part);
    } else {
      part.refuse_key(key, "start end");
    }
  });
  if (!start || !end) value.refuse("a period needs a start and an end");
  if (*end < *start)
    value.refuse("the period ends on " + to_string(*end) + ", before its start on " +
                 to_string(*start));
  return {*start, *end};
}

void read_units(const JsonValue& value, UnitTable& units) {
  value.for_each_element([&](const JsonValue& element) {
    std::string symbol;
    std::string dimension;
    double factor = 1;
    double divisor = 1;
    element.for_each_member([&](JsonKey key, const JsonValue& part) {
      if (key == "symbol") {
        symbol = read_text(part);
      } else if (key == "dimension") {
        dimension = read_text(part);
      } else if (key == "factor") {
        factor = part.number();
      } else if (key == "divisor") {
        divisor = part.number();
      } else {
        part.refuse_key(key, "symbol dimension factor divisor");
      }
    });
    try {
      units.add_own({symbol, dimension.empty() ? symbol : dimension, factor, divisor});
    } catch (const UnitError& error) {
      element.refuse(error.what());
    }
  });
}

class PlanReceiver final : public JsonReceiver {
 public:
  PlanReceiver(const JsonDocument& document, const ReadOptions& options)
      : document_(document), options_(options) {}

  void member(JsonKey key, const JsonValue& value) override {
    if (is_second_pass_) return;
    format_.refuse_other(key, value);
    heading_errors_.collect([&] { take(key, value); });
  }

  void begin_list() override {
    has_nodes_ = true;
    if (heading_.period) start_builder();
    // In another order of keys the nodes are read in a second pass, when the heading is known.
    skips_nodes_ = !heading_.period;
  }

  void element(std::size_t index, const JsonValue& value) override {
    if (skips_nodes_) return;
    if (index >= options_.most_nodes) {
      value.refuse("the plan has more than " + std::to_string(options_.most_nodes) + " nodes");
    }
    positions_.push_back(value.position());
    try {
      reader_.read(value, heading_.units, *builder_);
    } catch (const FormatError& error) {
      node_errors_.add(error);
    }
  }

  [[nodiscard]] Plan finish() {
    const bool needs_second_pass = has_nodes_ && (skips_nodes_ || units_came_late_);
    if (needs_second_pass && heading_.period) {
      node_errors_ = {};
      is_second_pass_ = true;
      start_builder();
      positions_.clear();
      parse_json(document_, "nodes", *this);
    }
    heading_errors_.add_all(node_errors_);
    heading_errors_.finish();
    format_.finish(document_);
    if (!heading_.id) refuse_document("a plan needs an id");
    if (!heading_.period) refuse_document("a plan needs a period: {\"start\": ..., \"end\": ...}");
    if (!has_nodes_) start_builder();
    finish_heading();
    try {
      return std::move(*builder_).build();
    } catch (const PlanError& error) {
      throw PlanError(with_places(error.problems()));
    }
  }

 private:
  [[noreturn]] void refuse_document(const std::string& what) const {
    throw FormatError(document_.beginning(), what);
  }

  void take(JsonKey key, const JsonValue& value) {
    if (format_.take(key, value)) return;
    if (key == "id") {
      heading_.id = read_text(value);
    } else if (key == "title") {
      heading_.title = read_text(value);
    } else if (key == "issuer") {
      heading_.issuer = read_text(value);
    } else if (key == "language") {
      heading_.language = read_enum<Language>(value);
    } else if (key == "period") {
      heading_.period = read_period(value);
    } else if (key == "source") {
      heading_.source = read_source(value);
    } else if (key == "policy") {
      heading_.policy = read_policy(value);
    } else if (key == "units") {
      read_units(value, heading_.units);
      units_came_late_ = has_nodes_;
    } else if (key == "nodes") {
      value.refuse_kind("a list of nodes");
    } else if (key.starts_with("x-")) {
      heading_.extensions.emplace_back(key, value.raw());
    } else {
      value.refuse_key(key,
                       "format version id title language issuer period source policy units nodes");
    }
  }

  void start_builder() {
    builder_.emplace(std::string(), *heading_.period);
    constexpr std::size_t bytes_a_node = 150;  // a short one; what is too much is never touched
    const std::size_t nodes = document_.text().size() / bytes_a_node;
    builder_->reserve(nodes, document_.text().size() / 3);
    skips_nodes_ = false;
  }

  void finish_heading() {
    builder_->id(*heading_.id).title(std::move(heading_.title)).issuer(std::move(heading_.issuer));
    builder_->language(heading_.language)
        .source(std::move(heading_.source))
        .policy(heading_.policy);
    builder_->units(std::move(heading_.units)).extensions(std::move(heading_.extensions));
  }

  /// The problems of a draft with the places of their nodes in the document.
  [[nodiscard]] std::vector<Problem> with_places(std::vector<Problem> problems) const {
    for (Problem& problem : problems) {
      const std::string pointer = problem.field.empty() ? "" : "/" + problem.field;
      const bool is_of_node = problem.index != Problem::none && problem.index < positions_.size();
      const Place place = is_of_node
                              ? document_.place(position_of(problem),
                                                "/nodes/" + std::to_string(problem.index) + pointer)
                              : Place{document_.file(), 1, 1, pointer};
      problem.message = place.to_string() + ": " + problem.message;
    }
    return problems;
  }

  /// Where the key of a problem's field stands in its node, or else where the node begins.
  [[nodiscard]] std::size_t position_of(const Problem& problem) const {
    const std::size_t begin = positions_[problem.index];
    if (problem.field.empty()) return begin;
    const bool is_last = problem.index + 1 == positions_.size();
    const std::size_t end = is_last ? document_.text().size() : positions_[problem.index + 1];
    const std::string_view node = document_.text().substr(begin, end - begin);
    const std::string key = "\"" + problem.field.substr(0, problem.field.find('/')) + "\"";
    for (std::size_t at = node.find(key); at != std::string_view::npos;
         at = node.find(key, at + 1)) {
      const std::size_t next = node.find_first_not_of(" \t\r\n", at + key.size());
      if (next != std::string_view::npos && node[next] == ':') return begin + at;
    }
    return begin;
  }

  const JsonDocument& document_;
  const ReadOptions& options_;
  FormatCheck format_{"jinjiang-plan"};
  PlanHeading heading_;
  NodeReader reader_;
  std::optional<PlanBuilder> builder_;
  FormatErrors heading_errors_;
  FormatErrors node_errors_;
  detail::Column<std::size_t> positions_;  ///< of every node
  bool has_nodes_ = false;
  bool skips_nodes_ = false;
  bool units_came_late_ = false;
  bool is_second_pass_ = false;
};

}  // namespace

Plan read_plan_json(std::string_view text, const ReadOptions& options) {
  const JsonDocument document(checked_text(text, options), options.file);
  PlanReceiver receiver(document, options);
  parse_json(document, "nodes", receiver);
  return receiver.finish();
}

}  // namespace jinjiang::io
