// SPDX-License-Identifier: BSL-1.0

// Plans as Mermaid flowcharts.

#include <cstdio>
#include <utility>

#include <jinjiang/io/graph_text.hpp>

#include "io/graph/words.hpp"
#include "io/json/text.hpp"

namespace jinjiang::io {

namespace {

bool is_plain(char c) noexcept {
  return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

/// Letters and digits stay, a dot between two of them becomes `_`, every other byte `__` and two
/// hexadecimal digits: different ids get different names, none of them a word of Mermaid's.
std::string name_of(std::string_view id) {
  std::string name = "n_";
  for (std::size_t i = 0; i < id.size(); ++i) {
    const bool is_inner_dot =
        id[i] == '.' && i > 0 && i + 1 < id.size() && is_plain(id[i - 1]) && is_plain(id[i + 1]);
    if (is_plain(id[i])) {
      name += id[i];
    } else if (is_inner_dot) {
      name += '_';
    } else {
      char code[8];
      std::snprintf(code, sizeof code, "__%02x", static_cast<unsigned char>(id[i]));
      name += code;
    }
  }
  return name;
}

/// What Mermaid, or the HTML and Markdown that it makes, would take for signs is written as #code;.
std::string escaped_label(std::string_view text) {
  constexpr std::string_view signs = "\"#&<>`*_~:;$\\|{}[]()@=-+/'^!";
  const std::string line = shown(text);
  std::string result;
  for (std::size_t i = 0; i < line.size(); ++i) {
    const char c = line[i];
    const char next = i + 1 < line.size() ? line[i + 1] : ' ';
    const bool is_one_dash = c == '-' && is_plain(next) && i > 0 && is_plain(line[i - 1]);
    const bool begins_list = c == '.' && next == ' ';  // Markdown would number it
    const bool is_comment = c == '%' && (next == '%' || (i > 0 && line[i - 1] == '%'));
    if ((signs.find(c) != std::string_view::npos && !is_one_dash) || begins_list || is_comment) {
      result += '#' + std::to_string(static_cast<int>(c)) + ';';
      // $$ begins a formula and :fa- an icon, escaped or not; a space of no width keeps them apart.
      const bool begins_icon = std::string_view(line).substr(i).starts_with(":fa-");
      if ((c == '$' && next == '$') || begins_icon) result += "#8203;";
    } else {
      result += c;
    }
  }
  return result;
}

/// In YAML, as JSON is. Tags would be taken out or closed, so their brackets become wide ones.
std::string quoted_heading(std::string_view text) {
  std::string json;
  append_json_string(json, shown(text));
  std::string result;
  for (const char c : json) {
    if (c == '<') result += "＜";
    if (c == '>') result += "＞";
    if (c == '%') result += "\\x25";
    if (c != '<' && c != '>' && c != '%') result += c;
  }
  return result;
}

std::pair<std::string_view, std::string_view> shape_of(NodeKind kind) {
  switch (kind) {
    case NodeKind::goal:
      return {"[[\"", "\"]]"};
    case NodeKind::indicator:
      return {"([\"", "\"])"};
    case NodeKind::task:
      break;
  }
  return {"[\"", "\"]"};
}

constexpr std::string_view looks = R"(  classDef goal fill:#dbe7f5,stroke:#5f6b7a,color:#111
  classDef indicator fill:#e4f1e1,stroke:#5f6b7a,color:#111
  classDef task fill:#fbf0d5,stroke:#5f6b7a,color:#111
)";

void append_edge(std::string& out, const Node& from, std::string_view line, const Node& to,
                 const std::string& words) {
  out += "  " + name_of(from.id()) + " ";
  out += line;
  if (!words.empty()) out += "|\"" + escaped_label(words) + "\"|";
  out += " " + name_of(to.id()) + "\n";
}

}  // namespace

std::string write_mermaid(const Plan& plan, const GraphTextOptions& options) {
  const Picture picture(plan, options);
  std::string out;
  if (!plan.title().empty()) out += "---\ntitle: " + quoted_heading(plan.title()) + "\n---\n";
  out += "flowchart LR\n";
  for (const Node& node : picture.nodes) {
    const auto [open, close] = shape_of(node.kind());
    out += "  " + name_of(node.id());
    out += open;
    out +=
        escaped_label(node.title()) + "<br>" + escaped_label(second_line(node, picture.language));
    out += close;
    out += ":::" + std::string(to_string(node.kind())) + "\n";
  }
  for (const PartLink& link : picture.parts)
    append_edge(out, link.parent, "---", link.child, words_of(link, picture.language));
  for (const Dependency& link : picture.dependencies)
    append_edge(out, link.predecessor, "-.->", link.successor, words_of(link, picture.language));
  out += looks;
  return out;
}

}  // namespace jinjiang::io
