// SPDX-License-Identifier: BSL-1.0

// What reading a report may take: 100 times its bytes and what does not grow with them, whatever it
// says.

#include <algorithm>

#include <jinjiang/reading.hpp>

#include "allocation/allocations.hpp"
#include "io/documents.hpp"

namespace {

constexpr std::size_t fixed_bytes = std::size_t{8} << 20U;

/// A report that says nothing but the same words, over and over.
std::string repeated(std::string_view words, std::string_view head) {
  constexpr std::size_t size = 1'000'000;
  std::string report(head);
  while (report.size() < size) report += words;
  return report;
}

/// Most bytes at once for each byte of a report.
double share_of(const std::string& report) {
  const std::size_t before = allocations::bytes();
  allocations::reset_peak();
  static_cast<void>(jj::read_report(report));
  const auto taken = static_cast<double>(allocations::peak() - before);
  return std::max(0.0, taken - fixed_bytes) / static_cast<double>(report.size());
}

}  // namespace

TEST_CASE("reading takes at most 100 times the bytes of a report, however dense its figures are") {
  for (const std::string_view head : {"", "某市2031年政府工作报告\n一、去年工作回顾\n"}) {
    for (const std::string_view words :
         {"5家",       "5%",      "5家，",    "5家。",  "5家\n", "●5家\n",         "5、",
          "5年",       "第5",     "(1)",      "5%5家",  "约5家", "各5家",          "年均5%",
          "新增5家、", "去年5家", "快于经济", "全覆盖", "5-6家", "推进甲乙丙丁，", "a\n"}) {
      CAPTURE(head);
      CAPTURE(words);
      CHECK(share_of(repeated(words, head)) <= 100);
    }
  }
}

TEST_CASE("a report of nothing but figures says from where on it was left unread") {
  const jj::ReportReading reading = jj::read_report(repeated("5家", {}));
  const auto is_said = [](const jj::reading::ReviewItem& item) { return item.code == "too_dense"; };
  CHECK(std::count_if(reading.review.begin(), reading.review.end(), is_said) == 1);
  CHECK(reading.coverage.share() < 1);
  CHECK(reading.plan().size() > 1000);
}
