// SPDX-License-Identifier: BSL-1.0

#include "io/graph/words.hpp"

#include <cstdio>

#include <jinjiang/detail/text.hpp>
#include <jinjiang/model/target.hpp>

namespace jinjiang::io {

namespace {

bool is_between(char32_t character, char32_t first, char32_t last) noexcept {
  return first <= character && character <= last;
}

constexpr char32_t opening_bracket = 0x27E6;  // ⟦, which itself is escaped so that texts differ

std::string separated(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words) {
    if (word.empty()) continue;
    if (!text.empty()) text += " · ";
    text += word;
  }
  return text;
}

}  // namespace

bool is_hidden(char32_t character) noexcept {
  return character < 0x20 || is_between(character, 0x7F, 0x9F) || character == 0xAD ||
         character == 0x61C || is_between(character, 0x200B, 0x200F) ||
         is_between(character, 0x2028, 0x202E) || is_between(character, 0x2060, 0x206F) ||
         character == 0xFEFF || is_between(character, 0xFFF9, 0xFFFB) ||
         (character & 0xFFFEU) == 0xFFFE || is_between(character, 0xE0000, 0xE007F);
}

std::string shown(std::string_view text) {
  std::string result;
  result.reserve(text.size());
  for_each_character(text, [&](char32_t character, std::string_view bytes) {
    if (character == '\n' || character == '\t' || character == '\r') {
      result += ' ';
    } else if (is_hidden(character) || character == opening_bracket) {
      char number[32];
      std::snprintf(number, sizeof number, "⟦U+%04X⟧", static_cast<unsigned>(character));
      result += number;
    } else {
      result += bytes;
    }
  });
  return result;
}

std::string second_line(const Node& node, Language language) {
  std::vector<std::string> words{std::string(label(node.kind(), language))};
  if (const auto target = node.target()) words.push_back(describe(*target, language));
  if (node.has_own_due()) words.push_back(to_string(node.due()));
  if (node.lifecycle() != Lifecycle::active) words.emplace_back(label(node.lifecycle(), language));
  return separated(words);
}

std::string words_of(const PartLink& link, Language language) {
  std::vector<std::string> words;
  if (link.weight != 1) words.push_back("×" + detail::format_number(link.weight));
  if (link.is_veto) words.emplace_back(language == Language::zh ? "一票否决" : "veto");
  return separated(words);
}

std::string words_of(const Dependency& link, Language language) {
  const bool is_zh = language == Language::zh;
  std::string type;
  if (link.type != DependencyType::FS || link.lag != 0) type = to_string(link.type);
  if (link.lag != 0) {
    type += (link.lag > 0 ? " +" : " ") + std::to_string(link.lag) + (is_zh ? " 天" : " d");
  }
  std::vector<std::string> words{type};
  if (!link.assumption.empty()) words.emplace_back(is_zh ? "假定" : "assumed");
  return separated(words);
}

Picture::Picture(const Plan& plan, const GraphTextOptions& options)
    : language(options.language.value_or(plan.language())) {
  const bool has_parts = options.only != LinkKind::dependency;
  const bool has_dependencies = options.only != LinkKind::part;
  for (const Node node : plan.nodes()) {
    const auto waits = has_dependencies ? plan.predecessors(node) : std::vector<Dependency>{};
    dependencies.insert(dependencies.end(), waits.begin(), waits.end());
    if (has_parts || !waits.empty() || !plan.successors(node).empty()) nodes.push_back(node);
    if (!has_parts) continue;
    for (const PartLink& link : plan.part_links(node)) parts.push_back(link);
  }
}

}  // namespace jinjiang::io
