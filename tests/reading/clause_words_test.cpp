// SPDX-License-Identifier: BSL-1.0

#include "reading/draft/clause_words.hpp"
#include "reading/draft/subjects.hpp"

#include "support/catch.hpp"

using namespace jinjiang;
using namespace jinjiang::reading;

TEST_CASE("a clause begins with a verb, behind adverbs and dates") {
  const auto verb = [](std::string_view clause) {
    const Opening opening = opening_of(clause);
    return clause.substr(opening.words, opening.verb);
  };
  CHECK(verb("推进园区建设") == "推进");
  CHECK(verb("有序推进园区建设") == "推进");
  CHECK(verb("一是全面深化改革") == "深化");
  CHECK(verb("6月底前完成改造") == "完成");
  CHECK(verb("园区建设").empty());
}

TEST_CASE("the verb says how firm a commitment is") {
  CHECK(firmness_of("争取恢复直航") == Firmness::stretch);
  CHECK(firmness_of("支持市医院争创三级医院") == Firmness::stretch);
  CHECK(firmness_of("探索建立模型") == Firmness::exploratory);
  CHECK(firmness_of("确保工程完工") == Firmness::must);
  CHECK(firmness_of("建设博物馆") == Firmness::committed);
}

TEST_CASE("a title has no marks at its ends and no control characters") {
  CHECK(short_title(" 建设公园。", 20) == "建设公园");
  CHECK(short_title("建设\n公\x01园", 20) == "建设 公 园");
  CHECK(short_title("建设市民公园", 4) == "建设市民…");
  CHECK(short_title("。、，", 4).empty());
}

TEST_CASE("subjects are the same without verbs and modifiers") {
  CHECK(subject_key("新增规上企业", "市") == subject_key("规上企业总数", "市"));
  CHECK(subject_key("全市地区生产总值增长", "市") == subject_key("地区生产总值", "市"));
  CHECK(subject_key("经济增长", "市") == subject_key("地区生产总值", "市"));
  CHECK(subject_key("城镇居民收入", "市") != subject_key("农村居民收入", "市"));
}

TEST_CASE("a long text is shown around its words") {
  std::string text;
  for (int i = 0; i < 100; ++i) text += "推进建设，";
  const std::string shown = excerpt(text, {600, 606});
  CHECK(shown.size() < 300);
  CHECK(shown.starts_with("…"));
  CHECK(shown.ends_with("…"));
}
