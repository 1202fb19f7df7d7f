// SPDX-License-Identifier: BSL-1.0

// Plans from JSON, node by node straight into a builder.

#include <jinjiang/detail/column.hpp>
#include <jinjiang/detail/text.hpp>

#include "io/json_values.hpp"

namespace jinjiang::io {

namespace {

using Extensions = std::vector<std::pair<std::string, std::string>>;

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
  value.for_each_member([&](std::string_view key, const JsonValue& part) {
    if (key == "start") {
      start = read_date(part);
    } else if (key == "end") {
      end = read_date(part);
    } else {
      part.refuse_key(key, "start end");
    }
  });
  if (!start || !end) value.refuse("a period needs a start and an end");
  if (*end < *start) value.refuse("the period ends on " + to_string(*end) + ", before its start on " + to_string(*start));
  return {*start, *end};
}

void read_units(const JsonValue& value, UnitTable& units) {
  value.for_each_element([&](const JsonValue& element) {
    std::string symbol;
    std::string dimension;
    double factor = 1;
    double divisor = 1;
    element.for_each_member([&](std::string_view key, const JsonValue& part) {
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
      units.add(symbol, dimension.empty() ? symbol : dimension, factor, divisor);
    } catch (const UnitError& error) {
      element.refuse(error.what());
    }
  });
}

PartOf read_part_of(const JsonValue& value) {
  if (value.is(JsonType::string)) return {read_text(value)};
  if (!value.is(JsonType::object)) value.refuse_kind("the id of a goal, or an object with goal, weight and veto");
  PartOf link{std::string()};
  value.for_each_member([&](std::string_view key, const JsonValue& part) {
    if (key == "goal") {
      link.goal = read_text(part);
    } else if (key == "weight") {
      link.weight = part.number();
    } else if (key == "veto") {
      link.is_veto = part.boolean();
    } else {
      part.refuse_key(key, "goal weight veto");
    }
  });
  return link;
}

DependsOn read_depends_on(const JsonValue& value) {
  if (value.is(JsonType::string)) return {read_text(value)};
  if (!value.is(JsonType::object)) value.refuse_kind("the id of a node, or an object with predecessor, type and lag");
  DependsOn link{std::string()};
  value.for_each_member([&](std::string_view key, const JsonValue& part) {
    if (key == "predecessor") {
      link.predecessor = read_text(part);
    } else if (key == "type") {
      link.type = read_enum<DependencyType>(part);
    } else if (key == "lag") {
      link.lag = static_cast<int>(part.integer(-100'000, 100'000));
    } else if (key == "assumption") {
      link.assumption = read_text(part);
    } else {
      part.refuse_key(key, "predecessor type lag assumption");
    }
  });
  return link;
}

Rule read_rule(const JsonValue& value) {
  if (value.is(JsonType::string)) {
    const auto kind = read_enum<RuleKind>(value);
    if (kind == RuleKind::at_least) value.refuse("at_least needs a number: {\"at_least\": 3}");
    return {kind};
  }
  Rule rule;
  value.for_each_member([&](std::string_view key, const JsonValue& part) {
    if (key != "at_least") part.refuse_key(key, "at_least");
    rule = {RuleKind::at_least, static_cast<std::uint32_t>(part.integer(1, 0xFFFFFFFF))};
  });
  if (rule.kind != RuleKind::at_least) value.refuse_kind("mean, worst, all or {\"at_least\": 3}");
  return rule;
}

std::vector<std::string> read_texts(const JsonValue& value) {
  std::vector<std::string> texts;
  value.for_each_element([&](const JsonValue& element) { texts.push_back(read_text(element)); });
  return texts;
}

std::vector<Revision> read_revisions(const JsonValue& value, const UnitTable& units) {
  std::vector<Revision> revisions;
  value.for_each_element([&](const JsonValue& element) {
    std::optional<Date> effective;
    std::optional<Target> target;
    std::string reason;
    element.for_each_member([&](std::string_view key, const JsonValue& part) {
      if (key == "effective") {
        effective = read_date(part);
      } else if (key == "target") {
        target = read_target(part, units);
      } else if (key == "reason") {
        reason = read_text(part);
      } else {
        part.refuse_key(key, "effective target reason");
      }
    });
    if (!effective || !target) element.refuse("a revision needs an effective date and a target");
    revisions.push_back({*effective, *target, reason});
  });
  return revisions;
}

/// One node, read into options that are used again for the next.
class NodeReader {
 public:
  void read(const JsonValue& value, const UnitTable& units, PlanBuilder& builder) {
    kind_.reset();
    target_.reset();
    id_ = title_ = {};
    options_ = NodeOptions{};
    value.for_each_member([&](std::string_view key, const JsonValue& part) { take(key, part, units); });
    if (!kind_) value.refuse("a node needs a kind: " + list_names<NodeKind>());
    if (id_.data() == nullptr) value.refuse("a node needs an id");
    if (target_ && *kind_ != NodeKind::indicator) {
      value.refuse(std::string(to_string(*kind_)) + " " + std::string(id_) + ": only indicators have a target");
    }
    switch (*kind_) {
      case NodeKind::goal:
        builder.goal(id_, title_, options_);
        break;
      case NodeKind::task:
        builder.task(id_, title_, options_);
        break;
      case NodeKind::indicator:
        if (target_) {
          builder.indicator(id_, title_, *target_, options_);
        } else {
          builder.indicator(id_, title_, std::nullopt, options_);
        }
    }
  }

 private:
  void take(std::string_view key, const JsonValue& part, const UnitTable& units) {
    if (key == "id") {
      id_ = part.text();
    } else if (key == "kind") {
      kind_ = read_enum<NodeKind>(part);
    } else if (key == "title") {
      title_ = part.text();
    } else if (key == "part_of") {
      part.for_each_element([&](const JsonValue& link) { options_.part_of.push_back(read_part_of(link)); });
    } else if (key == "target") {
      target_ = read_target(part, units);
    } else if (key == "owner") {
      options_.owner = part.text();
    } else if (key == "source") {
      options_.source = read_source(part);
    } else if (key == "depends_on") {
      part.for_each_element([&](const JsonValue& link) { options_.depends_on.push_back(read_depends_on(link)); });
    } else if (key == "start") {
      options_.start = read_date(part);
    } else if (key == "due") {
      options_.due = read_date(part);
    } else {
      take_rare(key, part, units);
    }
  }

  void take_rare(std::string_view key, const JsonValue& part, const UnitTable& units) {
    if (key == "supporting") {
      options_.supporting = read_texts(part);
    } else if (key == "duration") {
      options_.duration = static_cast<int>(part.integer(1, 366 * 200));
    } else if (key == "progress") {
      options_.progress = part.number();
    } else if (key == "profile") {
      options_.profile = read_profile(part);
    } else if (key == "lifecycle") {
      options_.lifecycle = read_enum<Lifecycle>(part);
    } else if (key == "firmness") {
      options_.firmness = read_enum<Firmness>(part);
    } else if (key == "rule") {
      options_.rule = read_rule(part);
    } else if (key == "tags") {
      options_.tags = read_texts(part);
    } else if (key == "note") {
      options_.note = part.text();
    } else if (key == "revisions") {
      options_.revisions = read_revisions(part, units);
    } else if (key.starts_with("x-")) {
      options_.extensions.emplace_back(key, part.raw());
    } else {
      part.refuse_key(key, "id kind title part_of target owner source depends_on start due supporting duration "
                           "progress profile lifecycle firmness rule tags note revisions");
    }
  }

  std::optional<NodeKind> kind_;
  std::string_view id_;
  std::string_view title_;
  std::optional<Target> target_;
  NodeOptions options_;
};

class PlanReceiver final : public JsonReceiver {
 public:
  PlanReceiver(const JsonDocument& document, const ReadOptions& options) : document_(document), options_(options) {}

  void member(std::string_view key, const JsonValue& value) override {
    if (is_second_pass_) return;
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

  void take(std::string_view key, const JsonValue& value) {
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
      value.refuse_key(key, "format version id title language issuer period source policy units nodes");
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
    builder_->language(heading_.language).source(std::move(heading_.source)).policy(heading_.policy);
    builder_->units(std::move(heading_.units)).extensions(std::move(heading_.extensions));
  }

  /// The problems of a draft with the places of their nodes in the document.
  [[nodiscard]] std::vector<Problem> with_places(std::vector<Problem> problems) const {
    for (Problem& problem : problems) {
      const std::string pointer = problem.field.empty() ? "" : "/" + problem.field;
      const bool is_of_node = problem.index != Problem::none && problem.index < positions_.size();
      const Place place = is_of_node ? document_.place(position_of(problem), "/nodes/" + std::to_string(problem.index) + pointer)
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
    for (std::size_t at = node.find(key); at != std::string_view::npos; at = node.find(key, at + 1)) {
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
