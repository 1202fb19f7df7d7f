// SPDX-License-Identifier: BSL-1.0

// Figures and ratios. A benchmark called "X plain" is the plain implementation that X is compared
// with.

#define CATCH_CONFIG_MAIN
#include "../support/catch.hpp"

#include <cstdio>
#include <fstream>

#if defined(__linux__)
#include <malloc.h>
#include <unistd.h>
#endif

#include <boost/json.hpp>

#include <jinjiang/io.hpp>
#include <jinjiang/model/detail/plan_data.hpp>
#include <jinjiang/reading.hpp>

#include "plain_archive.hpp"
#include "plain_plan.hpp"
#include "reports.hpp"
#include "synthetic.hpp"

namespace jj = jinjiang;
using benchmark::million;
using benchmark::Synthetic;

namespace {

/// Memory in use, with what was freed given back.
double resident_bytes() {
#if defined(__linux__)
  malloc_trim(0);
  std::ifstream statm("/proc/self/statm");
  double total = 0;
  double resident = 0;
  statm >> total >> resident;
  return resident * static_cast<double>(sysconf(_SC_PAGESIZE));
#else
  return 0;
#endif
}

/// Both implementations must say the same, or their times mean nothing.
void require_same(const jj::Evaluation& ours, const benchmark::PlainPlan& plain) {
  std::size_t different = 0;
  for (const auto vertex : boost::make_iterator_range(boost::vertices(plain.graph))) {
    const benchmark::PlainNode& node = plain.graph[vertex];
    const jj::NodeResult result = ours[node.id];
    const bool same =
        result.status == node.status &&
        std::abs(result.attainment.value_or(-1) - node.attainment.value_or(-1)) < 1e-12 &&
        std::abs(result.pace.value_or(-1) - node.pace.value_or(-1)) < 1e-12;
    different += same ? 0 : 1;
  }
  REQUIRE(different == 0);
}

void compare_evaluation(const std::string& name, const Synthetic& synthetic) {
  const jj::Plan plan = benchmark::build_plan(synthetic);
  const jj::Observations seen = benchmark::make_observations(synthetic);
  benchmark::PlainPlan plain = benchmark::build_plain(synthetic);
  plain.evaluate(synthetic.read_on, jj::Policy{});
  require_same(jj::evaluate(plan, seen, synthetic.read_on), plain);
  BENCHMARK(std::string(name)) { return jj::evaluate(plan, seen, synthetic.read_on); };
  BENCHMARK(name + " 2 threads") {
    return jj::evaluate(plan, seen, synthetic.read_on, {.threads = 2});
  };
  BENCHMARK(name + " plain") {
    plain.evaluate(synthetic.read_on, jj::Policy{});
    return plain.graph[0].attainment;
  };
}

}  // namespace

TEST_CASE("a plan of 250 nodes") {
  compare_evaluation("evaluate_250", benchmark::make_synthetic(250));
}

TEST_CASE("a plan of a million nodes") { compare_evaluation("evaluate_1m", million()); }

TEST_CASE("building a million nodes") {
  BENCHMARK("build_1m") { return benchmark::build_plan(million()); };
  BENCHMARK("build_1m plain") { return benchmark::build_plain(million()).parts_first.size(); };
}

TEST_CASE("loading a million nodes from JSON") {
  const std::string text = jj::io::write_plan_json(benchmark::build_plan(million()));
  std::printf("@ load_json_1m_bytes %.0f\n", static_cast<double>(text.size()));
  BENCHMARK("load_json_1m") { return jj::io::read_plan_json(text); };
  BENCHMARK("load_json_1m plain") { return boost::json::parse(text); };
}

TEST_CASE("saving a million nodes as JSON") {
  const jj::Plan plan = benchmark::build_plan(million());
  const std::string text = jj::io::write_plan_json(plan);
  const boost::json::value tree = boost::json::parse(text);
  BENCHMARK("save_json_1m") { return jj::io::write_plan_json(plan); };
  BENCHMARK("save_json_1m plain") { return boost::json::serialize(tree); };
}

TEST_CASE("a million nodes as .jjx") {
  const jj::Plan plan = benchmark::build_plan(million());
  const std::string bytes = jj::io::write_plan_jjx(plan);
  REQUIRE(jj::io::read_plan_jjx(bytes) == plan);
  std::printf("@ jjx_bytes %.0f\n", static_cast<double>(bytes.size()));
  const auto nodes = benchmark::archived_nodes(million());
  const std::string plain = benchmark::save_plain(nodes);
  std::printf("@ jjx_bytes_plain %.0f\n", static_cast<double>(plain.size()));
  BENCHMARK("save_jjx_1m") { return jj::io::write_plan_jjx(plan); };
  BENCHMARK("save_jjx_1m plain") { return benchmark::save_plain(nodes); };
  BENCHMARK("load_jjx_1m") { return jj::io::read_plan_jjx(bytes); };
  BENCHMARK("load_jjx_1m plain") { return benchmark::load_plain(plain); };
}

TEST_CASE("reading a report of ten megabytes") {
  const std::string small = benchmark::make_report(1'000'000);
  const std::string large = benchmark::make_report(10'000'000);
  const double before = resident_bytes();
  {
    const jj::ReportReading reading = jj::read_report(large);
    const double taken = resident_bytes() - before;
    REQUIRE(reading.coverage.share() == 1);
    std::printf("@ report_memory %.1f\n", taken / static_cast<double>(large.size()));
  }
  std::printf("@ report_bytes %.0f\n", static_cast<double>(large.size()));
  std::printf("@ report_bytes_small %.0f\n", static_cast<double>(small.size()));
  BENCHMARK("read_report_10mb") { return jj::read_report(large).review.size(); };
  BENCHMARK("read_report_10mb plain") { return benchmark::scan_numbers(large).size(); };
  BENCHMARK("read_report_1mb") { return jj::read_report(small).review.size(); };
}

TEST_CASE("memory of a million nodes") {
  static_cast<void>(million());
  const double before = resident_bytes();
  const jj::Plan plan = benchmark::build_plan(million());
  const double after = resident_bytes();
  const auto& data = plan.data();
  const auto text = static_cast<double>(data.ids.bytes().size() + data.titles.bytes().size());
  std::printf("@ bytes_per_node %.1f\n",
              (after - before - text) / static_cast<double>(plan.size()));
}
