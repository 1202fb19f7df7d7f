// SPDX-License-Identifier: BSL-1.0

#include "reading/draft/owners.hpp"

#include "support/catch.hpp"

using namespace jinjiang::reading;
using Names = std::vector<std::string>;

TEST_CASE("a bracket names who leads and who supports") {
  const auto found = find_owners("建设公园。（牵头单位：市住建局；责任单位：市财政局、市城管局）");
  REQUIRE(found.size() == 1);
  CHECK(found[0].lead == "市住建局");
  CHECK(found[0].supporting == Names{"市财政局", "市城管局"});
}

TEST_CASE("a bracket in a sentence's own words") {
  const auto found = find_owners("抓项目（市发改局牵头，市财政局、各镇街配合）");
  REQUIRE(found.size() == 1);
  CHECK(found[0].lead == "市发改局");
  CHECK(found[0].supporting == Names{"市财政局", "各镇街"});
}

TEST_CASE("the first of those on duty leads where nobody else does") {
  const auto found = find_owners("（责任单位：市教育局、市财政局）");
  REQUIRE(found.size() == 1);
  CHECK(found[0].lead == "市教育局");
  CHECK(found[0].supporting == Names{"市财政局"});
}

TEST_CASE("other brackets name nobody") {
  CHECK(find_owners("新建学校3所（含改扩建）").empty());
  CHECK(find_owners("（（（牵头").empty());
}

TEST_CASE("units and a date in a bracket are owners without a label") {
  const auto found = find_owners("新建公厕6座（县住建局、县财政局，8月底前）。");
  REQUIRE(found.size() == 1);
  CHECK(found[0].lead == "县住建局");
  CHECK(found[0].supporting == Names{"县财政局"});
  CHECK(find_owners("改造办公楼（原市教育局）").empty());
  CHECK(find_owners("新建场馆3座（市图书馆、市教育局等）").empty());
}

TEST_CASE("persons and dates in a bracket are no units, and a name keeps its brackets") {
  const auto found = find_owners("（牵头单位：住建局，责任人：王某某，完成时限：10月底）");
  REQUIRE(found.size() == 1);
  CHECK(found[0].lead == "住建局");
  CHECK(found[0].supporting.empty());
  const auto counties = find_owners("（责任单位：各县（市、区）政府、市水利局）");
  REQUIRE(counties.size() == 1);
  CHECK(counties[0].lead == "各县（市、区）政府");
  CHECK(counties[0].supporting == Names{"市水利局"});
}

namespace {

/// `lead (supporting;…)` of the only bracket of a text, or of none.
std::string owners_in(std::string_view text) {
  const auto found = find_owners(text);
  if (found.empty()) return "none";
  if (found[0].is_unsure) return "unsure";
  std::string all = found[0].lead;
  for (const std::string& unit : found[0].supporting) all += ";" + unit;
  return all;
}

}  // namespace

TEST_CASE("brackets of every make name units") {
  CHECK(owners_in("新建码头2座〔县港航局〕。") == "县港航局");
  CHECK(owners_in("新建码头2座。[县港航局]") == "县港航局");
  CHECK(owners_in("新建码头2座。【县港航局牵头】") == "县港航局");
}

TEST_CASE("federations, courts, companies and towns do works as well") {
  CHECK(owners_in("开展义诊90场。（县卫健局、县红十字会、县残联）") ==
        "县卫健局;县红十字会;县残联");
  CHECK(owners_in("化解积案12件。（县法院、县检察院）") == "县法院;县检察院");
  CHECK(owners_in("新建变电站1座。（国网海湾供电公司、县发改局）") == "国网海湾供电公司;县发改局");
  CHECK(owners_in("整治村庄6个。（北山镇、柳溪乡）") == "北山镇;柳溪乡");
  CHECK(owners_in("办好晚会3场。（县融媒体中心）") == "县融媒体中心");
  CHECK(owners_in("新建泵站3座。（县水利局等）") == "县水利局");
}

TEST_CASE("inside a sentence names that may be works are taken only beside brackets of units") {
  CHECK(owners_in("引进企业2家（海鑫公司、海晟集团）。") == "none");
  CHECK(owners_in("新建场馆2座（市美术馆、市档案馆）。") == "none");
  CHECK(owners_in("新建驿站9个（城发集团），新建食堂4家（各街道）。") == "城发集团");
}

TEST_CASE("names that nothing vouches for are unsure, and words in brackets are none") {
  CHECK(owners_in("开办课程20门。（老年大学堂）") == "unsure");
  CHECK(owners_in("新建学校3所。【养老】新增床位60张。") == "none");
  CHECK(owners_in("新建学校3所。（养老）新增床位60张。") == "none");
  CHECK(owners_in("新建学校3所。（含改扩建）") == "none");
  CHECK(owners_in("新建学校3所。（其中公办2所）") == "none");
  CHECK(owners_in("新建驿站20个（覆盖所有乡镇）。") == "none");
  CHECK(owners_in("改造站点8个（服务街道）。") == "none");
  CHECK(owners_in("抓好改革。（十二）抓好开放。") == "none");
  CHECK(owners_in("新建学校3所。（见附件）") == "none");
  CHECK(owners_in("谋划项目90个（发展改革局）。") == "发展改革局");
}

TEST_CASE("a person leads no body") {
  CHECK(owners_in("新建泵站3座。（李强副县长牵头，县水利局负责）") == "县水利局");
  CHECK(owners_in("新建泵站3座。（牵头单位：县水利局；分管领导：李强）") == "县水利局");
}

TEST_CASE("what is said of a role is none of the name") {
  CHECK(owners_in("（由县水利局负责）") == "县水利局");
  CHECK(owners_in("（县水利局牵头落实）") == "县水利局");
  CHECK(owners_in("（县水利局、县财政局按职责分工负责）") == "县水利局;县财政局");
  CHECK(owners_in("（责任单位：县财政局、县水利局（牵头））") == "县水利局;县财政局");
  CHECK(owners_in("（牵头：县水利局；配合：县财政局）") == "县水利局;县财政局");
}
