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
