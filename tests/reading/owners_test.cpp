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
