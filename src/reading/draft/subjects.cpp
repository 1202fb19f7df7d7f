// SPDX-License-Identifier: BSL-1.0

// What two figures must have in common to be of one series: the subject, and what is done to it.

#include <algorithm>
#include <array>

#include <jinjiang/detail/text.hpp>

#include "reading/draft/subjects.hpp"
#include "reading/draft/word_list.hpp"

namespace jinjiang::reading {

namespace {

using namespace std::string_view_literals;

constexpr std::uint64_t hash_begin = 0xcbf29ce484222325U;
constexpr std::uint64_t with(std::uint64_t hash, char byte) noexcept {
  return (hash ^ static_cast<unsigned char>(byte)) * 0x100000001b3U;
}
constexpr std::uint64_t hash_of(std::string_view words) noexcept {
  std::uint64_t hash = hash_begin;
  for (const char byte : words) hash = with(hash, byte);
  return hash;
}

/// Before the thing itself they say nothing of what it is.
constexpr WordList before_subject(std::to_array<std::string_view>(
    {"全年", "年度", "预计", "力争", "确保", "争取", "实现", "推动", "带动", "新增", "净增", "完成",
     "全社会", "累计", "其中", "保持", "稳定", "首次"}));
/// After it: that it is a number.
constexpr WordList after_subject(std::to_array<std::string_view>({"增长", "增速", "增幅", "总数",
                                                                  "总量", "数量", "达到", "预计",
                                                                  "位次", "总额", "的", "左右"}));
/// Names of one and the same thing.
struct Synonym {
  std::string_view name;
  std::string_view meant;
};
constexpr auto synonyms = std::to_array<Synonym>({{"经济", "地区生产总值"},
                                                  {"国内生产总值", "地区生产总值"},
                                                  {"生产总值", "地区生产总值"},
                                                  {"GDP", "地区生产总值"},
                                                  {"gdp", "地区生产总值"},
                                                  {"规模以上工业增加值", "规上工业增加值"},
                                                  {"固定资产投资额", "固定资产投资"}});

/// Between the words of a subject they change nothing: 城镇新增就业 is 新增城镇就业.
constexpr WordList skipped_marks(std::to_array<std::string_view>({"“", "”", "、", "的", " ", "\"",
                                                                  "\t", "新增", "净增"}));

/// Verbs of one deed. What is closed is not brought in, and what is begun is not finished, though
/// both are so many of the same things.
constexpr auto deeds = std::to_array<Synonym>(
    {{"新增加", "新增"},     {"新添", "新增"},     {"招引", "引进"},     {"引入", "引进"},
     {"招商引进", "引进"},   {"新签约", "签约"},   {"签订", "签约"},     {"签署", "签约"},
     {"新签", "签约"},       {"签约引进", "签约"}, {"落户", "落地"},     {"新落地", "落地"},
     {"新落户", "落地"},     {"动工", "开工"},     {"新开工", "开工"},   {"开工建设", "开工"},
     {"新开工建设", "开工"}, {"竣工", "建成"},     {"完工", "建成"},     {"新建成", "建成"},
     {"建成使用", "建成"},   {"竣工验收", "建成"}, {"投用", "投产"},     {"投入使用", "投产"},
     {"投入运营", "投产"},   {"建成投产", "投产"}, {"竣工投产", "投产"}, {"新投产", "投产"},
     {"改造提升", "改造"},   {"提升改造", "改造"}, {"升级改造", "改造"}, {"新培育", "培育"},
     {"培育壮大", "培育"},   {"组织实施", "实施"}, {"全面实施", "实施"}, {"滚动实施", "实施"},
     {"全面完成", ""},       {"圆满完成", ""},     {"顺利完成", ""},     {"提前完成", ""},
     {"超额完成", ""},       {"累计完成", ""},     {"预计完成", ""},     {"共完成", ""},
     {"已完成", ""},         {"完成了", ""},       {"完成", ""}});
/// By the hash of the verb.
struct Deed {
  std::uint64_t verb;
  std::uint64_t meant;
};
constexpr auto deed_table = [] {
  std::array<Deed, deeds.size()> table{};
  std::ranges::transform(deeds, table.begin(), [](const Synonym& deed) {
    return Deed{hash_of(deed.name), hash_of(deed.meant)};
  });
  std::ranges::sort(table, {}, &Deed::verb);
  return table;
}();
/// Before a verb they say when or how often.
constexpr auto before_deed = std::to_array<std::string_view>({"累计", "已", "共", "再"});

/// 省, 市, 县 ... of a name that ends so.
constexpr auto levels = std::to_array<std::string_view>(
    {"省", "市", "区", "县", "州", "盟", "旗", "镇", "乡", "街道", "村"});

}  // namespace

bool is_own_body(std::string_view body, std::string_view level) noexcept {
  constexpr std::size_t character = 3;
  if (body.size() <= character) return body.empty();
  if (body.starts_with("我"sv) || body.starts_with("本"sv)) return true;
  return body.substr(character) == level;
}

std::string_view body_level(std::string_view words) noexcept {
  constexpr std::size_t character = 3;
  if (words.size() <= character) return {};
  return words.substr(character, leading(words.substr(character), levels));
}

std::string_view level_in(std::string_view name) noexcept {
  std::size_t end = name.size();
  for (const std::string_view mark : {"人民政府"sv, "政府工作报告"sv, "第"sv, "20"sv, "二〇"sv}) {
    const std::size_t at = name.find(mark);
    if (at != std::string_view::npos && at > 0) end = std::min(end, at);
  }
  std::string_view head = name.substr(0, end);
  while (head.ends_with(' ')) head.remove_suffix(1);
  if (head.ends_with("自治区"sv)) return "区"sv;
  for (const std::string_view level : levels) {
    if (head.size() > level.size() && head.ends_with(level)) return level;
  }
  return {};
}

std::uint64_t deed_key(std::string_view verb) noexcept {
  while (const std::size_t word = leading(verb, before_deed)) {
    if (word == verb.size()) break;
    verb.remove_prefix(word);
  }
  const std::uint64_t hash = hash_of(verb);
  const auto deed = std::ranges::lower_bound(deed_table, hash, {}, &Deed::verb);
  return deed != deed_table.end() && deed->verb == hash ? deed->meant : hash;
}

std::uint64_t subject_key(std::string_view subject, std::string_view level) {
  const auto is_space = [](char byte) { return byte == ' ' || byte == '\t'; };
  constexpr int most_words = 3;  // 全市新增 has two of them
  constexpr std::size_t body = 6;
  for (int words = 0; words < most_words; ++words) {
    while (!subject.empty() && is_space(subject.front())) subject.remove_prefix(1);
    std::size_t word = leading(subject, before_subject);
    if (word == 0 && subject.size() > body &&
        (subject.starts_with("全"sv) || subject.starts_with("我"sv) ||
         subject.starts_with("本"sv)) &&
        is_own_body(subject.substr(0, body), level) && leading(subject.substr(3), levels) > 0)
      word = body;
    if (word == 0 || word == subject.size()) break;
    subject.remove_prefix(word);
  }
  for (int words = 0; words < most_words; ++words) {
    while (!subject.empty() && is_space(subject.back())) subject.remove_suffix(1);
    const std::size_t word = trailing(subject, after_subject);
    if (word == 0 || word == subject.size()) break;
    subject.remove_suffix(word);
  }
  for (const Synonym& synonym : synonyms) {
    if (subject == synonym.name) subject = synonym.meant;
  }
  std::uint64_t hash = hash_begin;
  for (std::size_t at = 0; at < subject.size();) {
    const std::string_view rest = subject.substr(at);
    if (const std::size_t mark = leading(rest, skipped_marks)) {
      at += mark;
      continue;
    }
    const std::size_t size = std::min(detail::code_point_size(subject, at), rest.size());
    for (std::size_t i = 0; i < size; ++i) hash = with(hash, rest[i]);
    at += size;
  }
  return hash;
}

std::uint64_t scope_key(std::string_view text, const Figure& figure) {
  std::uint64_t hash = figure.measure == Measure::increment || figure.measure == Measure::count ||
                               figure.measure == Measure::net_increment
                           ? deed_key(figure.verb.of(text))
                           : hash_begin;
  for (const Condition& condition : figure.conditions) {
    for (const char byte : condition.words.of(text)) hash = with(hash, byte);
  }
  if (figure.is_part) hash = with(hash, 'p');
  // A real growth is how GDP is counted by rule; of what else it is said, it is another series.
  const std::string_view basis = figure.basis;
  if (basis.empty()) return hash;
  const bool is_by_rule = basis.find("可比") != std::string_view::npos ||
                          basis.find("不变价") != std::string_view::npos;
  const auto is_product = [&] {
    return subject_key(figure.subject.of(text), {}) == subject_key("地区生产总值", {});
  };
  if (!(is_by_rule && is_product())) {
    for (const char byte : basis) hash = with(hash, byte);
  }
  return hash;
}

}  // namespace jinjiang::reading
