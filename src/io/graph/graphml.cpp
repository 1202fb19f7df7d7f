// SPDX-License-Identifier: BSL-1.0

// Plans as GraphML.

#include <cstdio>
#include <optional>

#include <jinjiang/detail/text.hpp>
#include <jinjiang/io/graph_text.hpp>

#include "io/graph/words.hpp"

namespace jinjiang::io {

namespace {

std::string escaped(std::string_view text) {
  std::string result;
  result.reserve(text.size());
  for_each_character(text, [&](char32_t character, std::string_view bytes) {
    const bool is_break = character == '\t' || character == '\n' || character == '\r';
    if (!is_break && (character < 0x20 || character == 0xFFFE || character == 0xFFFF)) {
      result += "\xEF\xBF\xBD";  // XML has no way to say it
    } else if (is_break || is_hidden(character) || character == '&' || character == '<' ||
               character == '>' || character == '"' || character == '\'') {
      char code[16];
      std::snprintf(code, sizeof code, "&#x%X;", static_cast<unsigned>(character));
      result += code;
    } else {
      result += bytes;
    }
  });
  return result;
}

struct Key {
  const char* owner;
  const char* name;
  const char* type;
};
constexpr Key keys[] = {{"graph", "title", "string"},     {"graph", "start", "string"},
                        {"graph", "end", "string"},       {"node", "kind", "string"},
                        {"node", "title", "string"},      {"node", "owner", "string"},
                        {"node", "start", "string"},      {"node", "due", "string"},
                        {"node", "lifecycle", "string"},  {"node", "firmness", "string"},
                        {"node", "comparator", "string"}, {"node", "value", "double"},
                        {"node", "upper", "double"},      {"node", "unit", "string"},
                        {"node", "measure", "string"},    {"node", "direction", "string"},
                        {"node", "baseline", "double"},   {"node", "section", "string"},
                        {"edge", "kind", "string"},       {"edge", "weight", "double"},
                        {"edge", "veto", "boolean"},      {"edge", "type", "string"},
                        {"edge", "lag", "int"},           {"edge", "assumption", "string"}};

/// Writes the data of one graph, node or edge.
class DataWriter {
 public:
  DataWriter(std::string& out, const char* owner) : out_(out), owner_(owner) {}

  /// Nothing for an empty text.
  void text(const char* name, std::string_view value) {
    if (!value.empty()) raw(name, escaped(value));
  }
  void number(const char* name, std::optional<double> value) {
    if (value) raw(name, detail::format_number(*value));
  }
  void raw(const char* name, std::string_view value) {
    out_ += "<data key=\"";
    out_ += owner_;
    out_ += '.';
    out_ += name;
    out_ += "\">";
    out_ += value;
    out_ += "</data>";
  }

 private:
  std::string& out_;
  const char* owner_;
};

void append_target(DataWriter& data, const Target& target) {
  data.text("comparator", to_string(target.comparator()));
  if (target.has_value()) data.number("value", target.value());
  data.number("upper", target.upper());
  data.text("unit", target.unit().symbol());
  data.text("measure", to_string(target.measure()));
  data.text("direction", to_string(target.direction()));
  data.number("baseline", target.baseline());
}

void append_node(std::string& out, const Node& node) {
  out += "    <node id=\"" + escaped(node.id()) + "\">";
  DataWriter data(out, "node");
  data.text("kind", to_string(node.kind()));
  data.text("title", node.title());
  data.text("owner", node.owner());
  data.text("start", to_string(node.start()));
  data.text("due", to_string(node.due()));
  data.text("lifecycle", to_string(node.lifecycle()));
  data.text("firmness", to_string(node.firmness()));
  if (const auto target = node.target()) append_target(data, *target);
  data.text("section", node.source().section);
  out += "</node>\n";
}

void open_edge(std::string& out, const Node& from, const Node& to) {
  out += "    <edge source=\"" + escaped(from.id()) + "\" target=\"" + escaped(to.id()) + "\">";
}

void append_edge(std::string& out, const PartLink& link) {
  open_edge(out, link.parent, link.child);
  DataWriter data(out, "edge");
  data.raw("kind", to_string(LinkKind::part));
  data.number("weight", link.weight);
  data.raw("veto", link.is_veto ? "true" : "false");
  out += "</edge>\n";
}

void append_edge(std::string& out, const Dependency& link) {
  open_edge(out, link.successor, link.predecessor);
  DataWriter data(out, "edge");
  data.raw("kind", to_string(LinkKind::dependency));
  data.raw("type", to_string(link.type));
  data.raw("lag", std::to_string(link.lag));
  data.text("assumption", link.assumption);
  out += "</edge>\n";
}

}  // namespace

std::string write_graphml(const Plan& plan, const GraphTextOptions& options) {
  std::string out =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
      "<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\"\n"
      "         xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"\n"
      "         xsi:schemaLocation=\"http://graphml.graphdrawing.org/xmlns "
      "http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd\">\n";
  for (const Key& key : keys) {
    out += std::string("  <key id=\"") + key.owner + "." + key.name + "\" for=\"" + key.owner +
           "\" attr.name=\"" + key.name + "\" attr.type=\"" + key.type + "\"/>\n";
  }
  out += "  <graph id=\"" + escaped(plan.id()) + "\" edgedefault=\"directed\">\n    ";
  DataWriter data(out, "graph");
  data.text("title", plan.title());
  data.text("start", to_string(plan.period().start()));
  data.text("end", to_string(plan.period().end()));
  out += "\n";
  for (const Node node : plan.nodes()) append_node(out, node);
  for (const Node node : plan.nodes()) {
    if (options.only != LinkKind::dependency)
      for (const PartLink& link : plan.part_links(node)) append_edge(out, link);
    if (options.only != LinkKind::part)
      for (const Dependency& link : plan.predecessors(node)) append_edge(out, link);
  }
  return out + "  </graph>\n</graphml>\n";
}

}  // namespace jinjiang::io
