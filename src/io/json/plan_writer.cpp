// SPDX-License-Identifier: BSL-1.0

// Plans as JSON: keys in a fixed order, what is the default left out, one node a line.

#include <jinjiang/io/json.hpp>

#include <jinjiang/detail/text.hpp>

#include "io/json/extensions.hpp"
#include "io/json/policy.hpp"
#include "io/json/writer.hpp"

namespace jinjiang::io {

namespace {

void append_texts(std::string& out, std::span<const std::string> texts) {
  append_json_list(out, texts, [&out](const std::string& text) { append_json_string(out, text); });
}

void append_source(std::string& out, const Source& source) {
  JsonObjectWriter object(out);
  object.text_if("document", source.document);
  object.text_if("section", source.section);
  if (source.begin) object.number("begin", static_cast<double>(*source.begin));
  if (source.end) object.number("end", static_cast<double>(*source.end));
  object.close();
}

void append_profile(std::string& out, const Profile& profile) {
  if (profile.kind() == ProfileKind::monthly) {
    JsonObjectWriter object(out);
    append_json_list(object.begin("monthly"), profile.shares(),
                     [&out](double share) { append_json_number(out, share); });
    object.close();
  } else if (profile.kind() == ProfileKind::milestones) {
    JsonObjectWriter object(out);
    append_json_list(object.begin("milestones"), profile.steps(), [&out](const Milestone& step) {
      JsonObjectWriter milestone(out);
      milestone.date("date", step.date);
      milestone.number("fraction", step.fraction);
      milestone.close();
    });
    object.close();
  } else {
    append_json_string(out, to_string(profile.kind()));
  }
}

void append_target(std::string& out, const Target& target) {
  JsonObjectWriter object(out);
  const TargetOptions& options = target.options();
  if (target.set_by().empty()) object.text("comparator", to_string(target.comparator()));
  if (target.has_value()) object.number("value", target.value());
  if (options.upper) object.number("upper", *options.upper);
  if (const auto& relative = target.relative_to()) {
    JsonObjectWriter value(object.begin("relative_to"));
    value.text("indicator", relative->indicator);
    if (relative->offset != 0) value.number("offset", relative->offset);
    value.close();
  }
  object.text_if("set_by", target.set_by());
  object.text_if("unit", target.unit().symbol());
  object.text("measure", to_string(target.measure()));
  if (target.direction() != default_direction(target.comparator(), target.measure())) {
    object.text("direction", to_string(target.direction()));
  }
  if (options.baseline) object.number("baseline", *options.baseline);
  if (options.tolerance) object.number("tolerance", *options.tolerance);
  if (options.due) object.date("due", *options.due);
  if (target.profile() !=
      Profile(default_profile(target.measure(), options.baseline.has_value()))) {
    append_profile(object.begin("profile"), target.profile());
  }
  if (target.firmness() != Firmness::committed)
    object.text("firmness", to_string(target.firmness()));
  object.text_if("basis", target.basis());
  if (target.base() != ComparisonBase{}) object.text("base", to_string(target.base()));
  object.close();
}

class PlanJsonWriter {
 public:
  explicit PlanJsonWriter(const Plan& plan) : plan_(plan) {}

  [[nodiscard]] std::string write() {
    write_heading();
    out_ += "\"nodes\": [";
    bool is_first = true;
    for (const Node node : plan_.nodes()) {
      out_ += is_first ? "\n  " : ",\n  ";
      is_first = false;
      write_node(node);
    }
    out_ += "\n]}\n";
    return std::move(out_);
  }

 private:
  void line(std::string_view key, std::string_view text) {
    if (text.empty()) return;
    append_json_string(out_, key);
    out_ += ": ";
    append_json_string(out_, text);
    out_ += ",\n";
  }

  void write_heading() {
    out_ += "{\"format\": \"jinjiang-plan\", \"version\": " + std::to_string(json_version) + ",\n";
    line("id", plan_.id());
    line("title", plan_.title());
    line("language", to_string(plan_.language()));
    line("issuer", plan_.issuer());
    out_ += "\"period\": {\"start\": \"" + to_string(plan_.period().start()) + "\", \"end\": \"" +
            to_string(plan_.period().end()) + "\"},\n";
    if (!plan_.source().empty()) {
      out_ += "\"source\": ";
      append_source(out_, plan_.source());
      out_ += ",\n";
    }
    if (plan_.policy() != Policy{}) {
      out_ += "\"policy\": ";
      append_policy(out_, plan_.policy());
      out_ += ",\n";
    }
    write_units();
    append_extensions(out_, plan_.extensions());
  }

  void write_units() {
    const auto own_units = plan_.units().difference(UnitTable::standard());
    if (own_units.empty()) return;
    out_ += "\"units\": ";
    append_json_list(out_, own_units, [this](const UnitDefinition& unit) {
      JsonObjectWriter object(out_);
      object.text("symbol", unit.symbol);
      object.text("dimension", unit.dimension);
      object.number("factor", unit.numerator);
      if (unit.denominator != 1) object.number("divisor", unit.denominator);
      object.close();
    });
    out_ += ",\n";
  }

  void write_node(const Node& node) {
    JsonObjectWriter object(out_);
    object.text("id", node.id());
    object.text("kind", to_string(node.kind()));
    object.text("title", node.title());
    write_links(object, node);
    const auto target = node.target();
    if (target) write_target(object, node, *target);
    object.text_if("owner", node.owner());
    if (!node.supporting().empty()) append_texts(object.begin("supporting"), node.supporting());
    if (node.has_given_start()) object.date("start", node.start());
    const bool due_is_the_targets = target && target->due();
    if (node.has_given_due() && !due_is_the_targets) object.date("due", node.due());
    if (node.kind() == NodeKind::task) write_task(object, node);
    if (node.lifecycle() != Lifecycle::active)
      object.text("lifecycle", to_string(node.lifecycle()));
    if (!target && node.firmness() != Firmness::committed)
      object.text("firmness", to_string(node.firmness()));
    if (node.rule() != Rule{}) write_rule(object, node.rule());
    if (!node.tags().empty()) append_texts(object.begin("tags"), node.tags());
    if (!node.source().empty()) append_source(object.begin("source"), node.source());
    object.text_if("note", node.note());
    for (const Extension& extension : node.extensions())
      object.raw(extension.first, checked_json(extension));
    object.close();
  }

  void write_links(JsonObjectWriter& object, const Node& node) {
    if (const auto links = plan_.part_links(node); !links.empty()) {
      append_json_list(object.begin("part_of"), links,
                       [this](const PartLink& link) { write_part(link); });
    }
    if (const auto links = plan_.predecessors(node); !links.empty()) {
      append_json_list(object.begin("depends_on"), links,
                       [this](const Dependency& link) { write_dependency(link); });
    }
  }

  void write_part(const PartLink& link) {
    if (link.weight == 1 && !link.is_veto) return append_json_string(out_, link.parent.id());
    JsonObjectWriter part(out_);
    part.text("goal", link.parent.id());
    if (link.weight != 1) part.number("weight", link.weight);
    if (link.is_veto) part.boolean("veto", true);
    part.close();
  }

  void write_dependency(const Dependency& link) {
    if (link.type == DependencyType::FS && link.lag == 0 && link.assumption.empty()) {
      return append_json_string(out_, link.predecessor.id());
    }
    JsonObjectWriter dependency(out_);
    dependency.text("predecessor", link.predecessor.id());
    if (link.type != DependencyType::FS) dependency.text("type", to_string(link.type));
    if (link.lag != 0) dependency.number("lag", link.lag);
    dependency.text_if("assumption", link.assumption);
    dependency.close();
  }

  void write_target(JsonObjectWriter& object, const Node& node, const Target& target) {
    append_target(object.begin("target"), target);
    const auto revisions = node.revisions();
    if (revisions.empty()) return;
    append_json_list(object.begin("revisions"), revisions, [this](const Revision& revision) {
      JsonObjectWriter entry(out_);
      entry.date("effective", revision.effective);
      append_target(entry.begin("target"), revision.target);
      entry.text_if("reason", revision.reason);
      entry.close();
    });
  }

  void write_task(JsonObjectWriter& object, const Node& task) {
    if (const auto days = task.duration()) object.number("duration", *days);
    if (const auto progress = task.progress()) object.number("progress", *progress);
    const Profile by_default(task.has_own_start() ? ProfileKind::linear : ProfileKind::at_due);
    if (task.profile() != by_default) append_profile(object.begin("profile"), task.profile());
  }

  static void write_rule(JsonObjectWriter& object, const Rule& rule) {
    if (rule.kind != RuleKind::at_least) return object.text("rule", to_string(rule.kind));
    JsonObjectWriter value(object.begin("rule"));
    value.number("at_least", rule.k);
    value.close();
  }

  const Plan& plan_;
  std::string out_;
};

}  // namespace

std::string write_plan_json(const Plan& plan) { return PlanJsonWriter(plan).write(); }

}  // namespace jinjiang::io
