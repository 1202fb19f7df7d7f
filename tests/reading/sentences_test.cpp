// SPDX-License-Identifier: BSL-1.0

#include "reading/outlines.hpp"

namespace {

Texts split(std::string_view text) {
  Texts all;
  for (const reading::TextRange range : reading::sentences(text)) {
    all.emplace_back(range.of(text));
  }
  return all;
}

}  // namespace

TEST_CASE("sentences end with their marks", "[reading][outline]") {
  CHECK(split("建成3座。开工5座；竣工2座！够吗？还有") ==
        Texts{"建成3座。", "开工5座；", "竣工2座！", "够吗？", "还有"});
  CHECK(split("开工5座;竣工2座!!再来") == Texts{"开工5座;", "竣工2座!!", "再来"});
  CHECK(split("").empty());
  CHECK(split("。") == Texts{"。"});
}

TEST_CASE("quotes and brackets are not taken apart", "[reading][outline]") {
  CHECK(split("推进“一户一策；一村一品。”行动。新增3家。") ==
        Texts{"推进“一户一策；一村一品。”行动。", "新增3家。"});
  CHECK(split("压减支出6%。（牵头单位：财政局；时限：6月）") ==
        Texts{"压减支出6%。", "（牵头单位：财政局；时限：6月）"});
  CHECK(split("外层（内层“甲；乙”；丙）丁；戊") == Texts{"外层（内层“甲；乙”；丙）丁；", "戊"});
  CHECK(split("半角(甲；乙）丙；丁") == Texts{"半角(甲；乙）丙；", "丁"});
}

TEST_CASE("a quote that is never closed holds nothing together", "[reading][outline]") {
  CHECK(split("推进“智改数转。新增3家。") == Texts{"推进“智改数转。", "新增3家。"});
  CHECK(split("甲）乙。丙") == Texts{"甲）乙。", "丙"});
}

TEST_CASE("nothing is split between digits", "[reading][outline]") {
  CHECK(split("比例为3;5左右。") == Texts{"比例为3;5左右。"});
  CHECK(split("增长5.5%。") == Texts{"增长5.5%。"});
}

TEST_CASE("the cells of a row and the sentences of English are sentences", "[reading][outline]") {
  CHECK(split("新增3家\t工信局\t6月底") == Texts{"新增3家", "工信局", "6月底"});
  CHECK(split("GDP rose by 5.2 percent. Jobs grew. The U.S. did not.") ==
        Texts{"GDP rose by 5.2 percent.", "Jobs grew.", "The U.S. did not."});
}
