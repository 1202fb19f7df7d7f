// SPDX-License-Identifier: BSL-1.0

#include "reading/draft/deadline.hpp"

#include "support/catch.hpp"

using jinjiang::Date;
using jinjiang::reading::find_deadline;

TEST_CASE("months are of the report's year") {
  CHECK(find_deadline("6月底前完成改造", 2031) == Date::parse("2031-06-30"));
  CHECK(find_deadline("2月底前完成改造", 2032) == Date::parse("2032-02-29"));
  CHECK(find_deadline("9月15日前开学", 2031) == Date::parse("2031-09-15"));
  CHECK(find_deadline("三季度建成通车滨海路", 2031) == Date::parse("2031-09-30"));
  CHECK_FALSE(find_deadline("前三季度建成通车滨海路", 2031));
  CHECK_FALSE(find_deadline("确保一季度良好开局", 2031));
  CHECK(find_deadline("大桥8月动工", 2031) == Date::parse("2031-08-31"));
  CHECK(find_deadline("大道6月30日通车", 2031) == Date::parse("2031-06-30"));
  CHECK(find_deadline("6月前完成改造", 2031) == Date::parse("2031-05-31"));
}

TEST_CASE("months in Chinese and in full width") {
  CHECK(find_deadline("六月底前完成改造", 2031) == Date::parse("2031-06-30"));
  CHECK(find_deadline("十一月三十日前完成改造", 2031) == Date::parse("2031-11-30"));
  CHECK(find_deadline("６月底前完成改造", 2031) == Date::parse("2031-06-30"));
  CHECK(find_deadline("２０３２年6月底前建成", 2031) == Date::parse("2032-06-30"));
  CHECK_FALSE(find_deadline("一是改造小区", 2031));
}

TEST_CASE("a day that its month lacks is the last one") {
  CHECK(find_deadline("6月31日前完成", 2031) == Date::parse("2031-06-30"));
  CHECK(find_deadline("2月30日前完成", 2032) == Date::parse("2032-02-29"));
}

TEST_CASE("next year is the one after the plan's, last year is no deadline") {
  CHECK(find_deadline("明年6月底前建成", 2031) == Date::parse("2032-06-30"));
  CHECK(find_deadline("明年上半年建成", 2031) == Date::parse("2032-06-30"));
  CHECK(find_deadline("明年底建成", 2031) == Date::parse("2032-12-31"));
  CHECK_FALSE(find_deadline("去年6月底建成", 2031));
}

TEST_CASE("years are their own") {
  CHECK(find_deadline("到2033年建成", 2031) == Date::parse("2033-12-31"));
  CHECK(find_deadline("2032年6月底前建成", 2031) == Date::parse("2032-06-30"));
  CHECK(find_deadline("2033年底建成", 2031) == Date::parse("2033-12-31"));
  CHECK(find_deadline("2033年前建成", 2031) == Date::parse("2032-12-31"));
}

TEST_CASE("parts of the year by their words") {
  CHECK(find_deadline("年底前建成", 2031) == Date::parse("2031-12-31"));
  CHECK(find_deadline("上半年开工", 2031) == Date::parse("2031-06-30"));
  CHECK(find_deadline("三季度末投用", 2031) == Date::parse("2031-09-30"));
}

TEST_CASE("other numbers are no deadline") {
  CHECK_FALSE(find_deadline("改造12个小区", 2031));
  CHECK_FALSE(find_deadline("8月去开会", 2031));
  CHECK_FALSE(find_deadline("推进3月开工的项目", 2031));
  CHECK_FALSE(find_deadline("较2020年下降18%", 2031));
  CHECK_FALSE(find_deadline("13月底前完成", 2031));
}
