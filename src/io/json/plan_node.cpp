// SPDX-License-Identifier: BSL-1.0

#include "io/json/plan_node.hpp"

#include <utility>

#include "io/json/values.hpp"

namespace jinjiang::io {

namespace {

PartOf read_part_of(const JsonValue& value) {
  if (value.is(JsonType::string)) return {read_text(value)};
  if (!value.is(JsonType::object))
    value.refuse_kind("the id of a goal, or an object with goal, weight and veto");
  PartOf link{std::string()};
  value.for_each_member([&](JsonKey key, const JsonValue& part) {
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
  if (!value.is(JsonType::object))
    value.refuse_kind("the id of a node, or an object with predecessor, type and lag");
  DependsOn link{std::string()};
  value.for_each_member([&](JsonKey key, const JsonValue& part) {
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
  value.for_each_member([&](JsonKey key, const JsonValue& part) {
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
    element.for_each_member([&](JsonKey key, const JsonValue& part) {
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

}  // namespace

void NodeReader::read(const JsonValue& value, const UnitTable& units, PlanBuilder& builder) {
  kind_.reset();
  target_.reset();
  id_ = title_ = {};
  options_.part_of.clear();
  if (std::exchange(has_other_options_, false)) options_ = NodeOptions{};
  value.for_each_member([&](JsonKey key, const JsonValue& part) { take(key, part, units); });
  if (!kind_) value.refuse("a node needs a kind: " + list_names<NodeKind>());
  if (id_.data() == nullptr) value.refuse("a node needs an id");
  if (target_ && *kind_ != NodeKind::indicator) {
    value.refuse(std::string(to_string(*kind_)) + " " + std::string(id_) +
                 ": only indicators have a target");
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

void NodeReader::take(JsonKey key, const JsonValue& part, const UnitTable& units) {
  if (key == "id") {
    id_ = part.text();
  } else if (key == "kind") {
    kind_ = read_enum<NodeKind>(part);
  } else if (key == "title") {
    title_ = part.text();
  } else if (key == "part_of") {
    part.for_each_element(
        [&](const JsonValue& link) { options_.part_of.push_back(read_part_of(link)); });
  } else if (key == "target") {
    target_ = read_target(part, units);
  } else {
    has_other_options_ = true;
    take_option(key, part, units);
  }
}

void NodeReader::take_option(JsonKey key, const JsonValue& part, const UnitTable& units) {
  if (key == "owner") {
    options_.owner = part.text();
  } else if (key == "source") {
    options_.source = read_source(part);
  } else if (key == "depends_on") {
    part.for_each_element(
        [&](const JsonValue& link) { options_.depends_on.push_back(read_depends_on(link)); });
  } else if (key == "start") {
    options_.start = read_date(part);
  } else if (key == "due") {
    options_.due = read_date(part);
  } else {
    take_rare_option(key, part, units);
  }
}

void NodeReader::take_rare_option(JsonKey key, const JsonValue& part, const UnitTable& units) {
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
    part.refuse_key(
        key,
        "id kind title part_of target owner source depends_on start due supporting duration "
        "progress profile lifecycle firmness rule tags note revisions");
  }
}

}  // namespace jinjiang::io
