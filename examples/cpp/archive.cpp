// SPDX-License-Identifier: BSL-1.0

// Plans within a structure of one's own, in an archive of Boost.Serialization.

#include <fstream>
#include <iostream>

#include <boost/archive/xml_iarchive.hpp>
#include <boost/archive/xml_oarchive.hpp>
#include <boost/serialization/vector.hpp>

#include <jinjiang/io/archive.hpp>
#include <jinjiang/jinjiang.hpp>

using namespace std::chrono_literals;

struct Office {
  std::string name;
  std::vector<jinjiang::Plan> plans;

  template <class Archive>
  void serialize(Archive& archive, unsigned) {
    archive& BOOST_SERIALIZATION_NVP(name);
    archive& BOOST_SERIALIZATION_NVP(plans);
  }
};

void save(const Office& office, const std::string& path) {
  std::ofstream file(path);
  boost::archive::xml_oarchive archive(file);
  archive << BOOST_SERIALIZATION_NVP(office);
}

Office load(const std::string& path) {
  std::ifstream file(path);
  boost::archive::xml_iarchive archive(file);
  Office office;
  archive >> BOOST_SERIALIZATION_NVP(office);
  return office;
}

int main(int count, char** arguments) {
  const std::string path = count > 1 ? arguments[1] : "office.xml";
  jinjiang::PlanBuilder draft{"demo", jinjiang::Period{2024y / 1 / 1, 2024y / 12 / 31}};
  draft.goal("land", "拓展更大发展空间");
  save({"发改局", {draft.build()}}, path);
  const Office office = load(path);
  std::cout << office.name << ' ' << office.plans.front()["land"].title() << '\n';
}
