// SPDX-License-Identifier: BSL-1.0
#pragma once

// Values to and from the three archives that Boost.Serialization brings.

#include <sstream>
#include <string>

#include <boost/archive/binary_iarchive.hpp>
#include <boost/archive/binary_oarchive.hpp>
#include <boost/archive/text_iarchive.hpp>
#include <boost/archive/text_oarchive.hpp>
#include <boost/archive/xml_iarchive.hpp>
#include <boost/archive/xml_oarchive.hpp>

#include <jinjiang/io/archive.hpp>

struct Text {
  using Out = boost::archive::text_oarchive;
  using In = boost::archive::text_iarchive;
};
struct Binary {
  using Out = boost::archive::binary_oarchive;
  using In = boost::archive::binary_iarchive;
};
struct Xml {
  using Out = boost::archive::xml_oarchive;
  using In = boost::archive::xml_iarchive;
};

template <class Format, class Value>
std::string archived(const Value& value) {
  std::ostringstream out;
  {
    // The end of an archive writes as well.
    typename Format::Out archive(out);
    archive << boost::serialization::make_nvp("value", value);
  }
  return out.str();
}

template <class Value, class Format>
Value loaded(const std::string& bytes) {
  std::istringstream in(bytes);
  typename Format::In archive(in);
  Value value;
  archive >> boost::serialization::make_nvp("value", value);
  return value;
}
