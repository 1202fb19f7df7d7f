// SPDX-License-Identifier: BSL-1.0
#pragma once

// A finding in words: its sentence with nodes and facts put in.

#include <string>
#include <string_view>

#include <jinjiang/analysis/detail/check_table.hpp>
#include <jinjiang/detail/text.hpp>

namespace jinjiang::detail {

[[nodiscard]] inline const CheckEntry& entry_of(CheckCode code) noexcept {
  return check_table[static_cast<std::size_t>(code)];
}

/// `盘活低效用地（land.reuse）`; a node without a title by its id, no node as the plan.
[[nodiscard]] inline std::string name_of(const std::optional<Node>& node, Language language) {
  const bool zh = language == Language::zh;
  if (!node) return zh ? "计划" : "the plan";
  if (trimmed(node->title()).empty()) return std::string(node->id());
  return std::string(node->title()) + (zh ? "（" : " (") + std::string(node->id()) +
         (zh ? "）" : ")");
}

class CheckSentence {
 public:
  CheckSentence(const Finding& finding, Language language)
      : finding_(finding), language_(language) {}

  [[nodiscard]] std::string write() const {
    std::string_view sentence = entry_of(finding_.code).sentences[finding_.wording].in(language_);
    std::string text;
    while (!sentence.empty()) {
      const std::size_t begin = std::min(sentence.find('{'), sentence.size());
      text += sentence.substr(0, begin);
      if (begin == sentence.size()) break;
      const std::size_t end = sentence.find('}', begin);
      text += filled(sentence.substr(begin + 1, end - begin - 1));
      sentence.remove_prefix(end + 1);
    }
    return text;
  }

 private:
  [[nodiscard]] std::string filled(std::string_view place) const {
    if (place == "node") return name_of(finding_.node, language_);
    if (place == "others") return list();
    const std::string& fact = finding_.facts[static_cast<std::size_t>(place.back() - '0')];
    if (place.starts_with("measure"))
      return std::string(label(find_enum<Measure>(fact).value_or(Measure::level), language_));
    if (place.starts_with("nearest")) {
      if (fact.empty()) return {};
      return (language_ == Language::zh ? "，相近的有：" : "; nearest: ") + fact;
    }
    return fact;
  }

  [[nodiscard]] std::string list() const {
    constexpr std::size_t most = 3;
    const bool zh = language_ == Language::zh;
    std::string text;
    const auto& others = finding_.others;
    for (std::size_t i = 0; i < others.size() && i < most; ++i)
      text += (i == 0 ? "" : zh ? "、" : ", ") + name_of(others[i], language_);
    if (others.size() > most) {
      const std::string more = std::to_string(others.size() - most);
      text += zh ? "等，另有 " + more + " 项" : " and " + more + " more";
    }
    return text;
  }

  const Finding& finding_;
  Language language_;
};

}  // namespace jinjiang::detail
