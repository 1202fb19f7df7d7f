// SPDX-License-Identifier: BSL-1.0

// Drafts a work file, stores it, takes it out again and follows it through the year: whenever the
// timer rings, new readings come in and the three worst items are shown.
//   office FILE

#include <boost/archive/text_iarchive.hpp>
#include <boost/archive/text_oarchive.hpp>
#include <cstdio>
#include <exception>
#include <fstream>
#include <stdexcept>

#include <jinjiang/jinjiang.hpp>

#include "work_file.hpp"

namespace jj = jinjiang;
using namespace std::chrono_literals;

namespace {

office::WorkFile draft_of_the_year() {
  jj::PlanBuilder draft{"2024", jj::Period{2024y / 1 / 1, 2024y / 12 / 31}};
  draft.title("园区2024年工作计划");
  draft.goal("land", "拓展更大发展空间");
  draft.goal("life", "办好民生实事");
  draft.indicator("land.reuse", "盘活低效用地", jj::reach(7000, "亩"),
                  {.measure = jj::Measure::increment, .part_of = {"land"}, .owner = "资源局"});
  draft.indicator("land.plants", "新建标准厂房", jj::above(600, "万平方米"),
                  {.measure = jj::Measure::increment, .part_of = {"land"}, .owner = "工信局"});
  draft.indicator("life.seats", "新增学位", jj::at_least(12000, "个"),
                  {.measure = jj::Measure::increment, .part_of = {"life"}, .owner = "教育局"});
  draft.task(
      "life.clinic", "建成街道卫生院",
      {.part_of = {"life"}, .owner = "卫健局", .start = 2024y / 2 / 1, .due = 2024y / 8 / 31});
  return {.number = "园办〔2024〕7号",
          .keeper = "办公室",
          .log = {"立卷"},
          .plan = draft.build(),
          .seen = {}};
}

void store(const office::WorkFile& file, const std::string& path) {
  std::ofstream stream(path);
  boost::archive::text_oarchive archive(stream);
  archive << file;
  if (!stream.flush()) throw std::runtime_error("cannot write " + path);
}

office::WorkFile take_out(const std::string& path) {
  std::ifstream stream(path);
  if (!stream) throw std::runtime_error("cannot read " + path);
  office::WorkFile file;
  boost::archive::text_iarchive archive(stream);
  archive >> file;
  return file;
}

/// What comes in when the timer rings, in place of a form or a message queue.
struct Delivery {
  jj::Date day;
  double reuse, plants, seats, clinic;
};
constexpr Delivery deliveries[] = {{2024y / 3 / 31, 1600, 140, 3100, 0.3},
                                   {2024y / 6 / 30, 2400, 330, 6000, 0.5},
                                   {2024y / 9 / 30, 3000, 400, 9000, 0.8}};

void show_worst(const jj::Evaluation& now, std::size_t most) {
  const auto behind = now.behind();
  for (std::size_t i = 0; i < behind.size() && i < most; ++i) {
    const jj::NodeResult& result = behind[i];
    std::printf("  %s（%s） %s", std::string(result.node.title()).c_str(),
                std::string(result.node.owner()).c_str(),
                std::string(label(result.status, jj::Language::zh)).c_str());
    if (result.pace) std::printf("，进度比 %.2f", *result.pace);
    std::printf("\n");
  }
}

void follow(office::WorkFile& file) {
  int rings = 0;
  for (const Delivery& delivery : deliveries) {
    file.seen.add("land.reuse", delivery.day, delivery.reuse);
    file.seen.add("land.plants", delivery.day, delivery.plants);
    file.seen.add("life.seats", delivery.day, delivery.seats);
    file.seen.add("life.clinic", delivery.day, delivery.clinic);
    const jj::Evaluation now = jj::evaluate(file.plan, file.seen, delivery.day);
    std::printf("第%d次，%s：最差三项\n", ++rings, to_string(delivery.day).c_str());
    show_worst(now, 3);
    file.log.push_back("督查 " + to_string(delivery.day));
  }
}

}  // namespace

int main(int argc, char* argv[]) {
  if (argc != 2) {
    std::fprintf(stderr, "usage: %s FILE\n", argv[0]);
    return 2;
  }
  try {
    store(draft_of_the_year(), argv[1]);
    office::WorkFile file = take_out(argv[1]);
    std::printf("%s %s\n", file.number.c_str(), file.plan.title().c_str());
    follow(file);
    store(file, argv[1]);
    const office::WorkFile again = take_out(argv[1]);
    std::printf("归档：%zu 条记录，%zu 个实际值\n", again.log.size(), again.seen.size());
    return again.plan == file.plan && again.seen == file.seen ? 0 : 1;
  } catch (const std::exception& error) {
    std::fprintf(stderr, "office: %s\n", error.what());
    return 1;
  }
}
