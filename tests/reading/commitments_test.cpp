// SPDX-License-Identifier: BSL-1.0

#include "reading/draft/commitments.hpp"

#include "support/catch.hpp"

using jinjiang::reading::Commitment;
using jinjiang::reading::Commitments;
using jinjiang::reading::split_commitments;

namespace {

std::vector<std::string> parts(std::string_view sentence) {
  Commitments commitments;
  split_commitments(sentence, commitments);
  std::vector<std::string> words;
  for (const Commitment& commitment : commitments.all)
    words.emplace_back(commitment.words.of(sentence));
  return words;
}

std::string label(std::string_view sentence) {
  Commitments commitments;
  split_commitments(sentence, commitments);
  return std::string(commitments.label.of(sentence));
}

using Words = std::vector<std::string>;

}  // namespace

TEST_CASE("two verbs are two commitments") {
  CHECK(parts("组建产业基金、设立招商中心。") == Words{"组建产业基金", "设立招商中心"});
  CHECK(parts("实施“古港记忆”工程，评选新一批传承人。") ==
        Words{"实施“古港记忆”工程", "评选新一批传承人"});
  CHECK(parts("推进甲园区建设；加快乙园区招商") == Words{"推进甲园区建设", "加快乙园区招商"});
}

TEST_CASE("several objects of one verb are one commitment") {
  CHECK(parts("推进滨海大道、科学中心等重大项目。").size() == 1);
  CHECK(parts("深化碳汇和水权交易试点").size() == 1);
}

TEST_CASE("verbs that stand as nouns part nothing") {
  CHECK(parts("加强风险监测、预警、处置").size() == 1);
  CHECK(parts("加快建设、运营一体化").size() == 1);
}

TEST_CASE("what a commitment is good for stays with it") {
  CHECK(parts("打好蓝天保卫战，让天更蓝、山更绿成为常态。").size() == 1);
}

TEST_CASE("nothing is parted inside quotes and brackets") {
  CHECK(parts("常态化开展“以商为桥，推动合作交流”系列活动").size() == 1);
  CHECK(parts("建设综合体（完善配套设施、提升服务能力）").size() == 1);
}

TEST_CASE("words before a colon are a label") {
  CHECK(label("医疗产业：运作健康基金，推进两个项目。") == "医疗产业");
  CHECK(parts("医疗产业：运作健康基金，推进同位素项目。").front() == "运作健康基金");
  CHECK(label("加快建设，重点是：新建道路").empty());
}

TEST_CASE("an odd sentence is one commitment or none") {
  CHECK(parts("").empty());
  CHECK(parts("，，，").size() == 1);
  CHECK(parts("“（（《没有关上，推进建设工程").size() == 1);
}

TEST_CASE("an outcome stays with the deed before it") {
  CHECK(parts("改造一批老旧小区，提升群众获得感。").size() == 1);
  CHECK(parts("深化校企合作，促进高校毕业生就业、增强企业活力。").size() == 1);
  CHECK(parts("建设智慧园区，不断激发发展动能，推进港口扩能。") ==
        Words{"建设智慧园区，不断激发发展动能", "推进港口扩能"});
  CHECK(parts("城镇污水处理率达98%，改善人居环境。").size() == 1);
  CHECK(parts("出台低空经济政策，推动低空经济发展。").size() == 1);
}

TEST_CASE("what could be checked is no outcome, nor is what nothing goes before") {
  CHECK(parts("改造老旧小区，提升8个公园品质。").size() == 2);
  CHECK(parts("改造老旧小区，提升滨江公园。").size() == 2);
  CHECK(parts("深化简政放权，优化营商环境。").size() == 2);
  CHECK(parts("以数字化为抓手，提升治理水平。").size() == 2);
  CHECK(parts("提升治理水平；增强服务能力").size() == 2);
}

TEST_CASE("projects with a stage each are a commitment each") {
  CHECK(parts("确保甲项目一季度开工、乙项目6月底前竣工。") ==
        Words{"确保甲项目一季度开工", "乙项目6月底前竣工"});
  CHECK(parts("推进大道完成投资5亿元、港口二期开工。") ==
        Words{"推进大道完成投资5亿元", "港口二期开工"});
  CHECK(parts("确保青龙水库10月下闸蓄水，城北隧道年内贯通。") ==
        Words{"确保青龙水库10月下闸蓄水", "城北隧道年内贯通"});
  CHECK(parts("推进项目签约、落地、开工、投产。").size() == 1);
  CHECK(parts("地铁R1线、R2线同步开工。").size() == 1);
  CHECK(parts("保障晶圆厂、封测厂等项目开工。").size() == 1);
  CHECK(parts("举办项目开工、竣工仪式。").size() == 1);
}

TEST_CASE("a verb alone before a colon governs what follows") {
  Commitments commitments;
  split_commitments("加快推进：滨海大道、会展中心。", commitments);
  REQUIRE(commitments.all.size() == 1);
  CHECK(commitments.all[0].has_verb);
  split_commitments("推进港口：滨海大道、会展中心。", commitments);
  CHECK_FALSE(commitments.all[0].has_verb);
}
