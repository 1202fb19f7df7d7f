// SPDX-License-Identifier: BSL-1.0
#pragma once

// Tables of an archive attacked behind its checksum, by chance from a seed.

#include <string>

#include "io/jjx_bytes.hpp"
#include "io/random_document.hpp"

namespace mutation {

inline void flip_bit(std::string& tables, Chance& chance) {
  char& byte = tables[chance.below(tables.size())];
  byte = static_cast<char>(static_cast<unsigned char>(byte) ^ (1U << chance.below(8)));
}

/// Numbers at the borders of their kinds, and lengths that lie by one.
inline void put_border(std::string& tables, Chance& chance) {
  static constexpr std::uint64_t borders[] = {0,
                                              1,
                                              3,
                                              0x7F,
                                              0x80,
                                              0xFF,
                                              0x7FFF'FFFF,
                                              0x8000'0000,
                                              0xFFFF'FFFF,
                                              0x7FF0'0000'0000'0000,  // infinity
                                              0x7FF8'0000'0000'0000,  // not a number
                                              0x8000'0000'0000'0000,  // -0
                                              0x7FEF'FFFF'FFFF'FFFF,  // the largest double
                                              0xFFFF'FFFF'FFFF'FFFF};
  const std::size_t size = std::size_t{1} << chance.below(4);
  if (size > tables.size()) return;
  const std::size_t at = chance.below(tables.size() - size + 1);
  put_number(tables, at, borders[chance.below(14)], size);
}

inline void add_one(std::string& tables, Chance& chance) {
  char& byte = tables[chance.below(tables.size())];
  byte = static_cast<char>(byte + (chance.one_in(2) ? 1 : -1));
}

/// Copies some bytes over others, so that tables hold what fits elsewhere.
inline void copy_within(std::string& tables, Chance& chance) {
  const std::size_t size = 1 + chance.below(std::min<std::size_t>(tables.size(), 16));
  const std::size_t from = chance.below(tables.size() - size + 1);
  const std::size_t to = chance.below(tables.size() - size + 1);
  tables.replace(to, size, tables.substr(from, size));
}

inline void take_or_give_bytes(std::string& tables, Chance& chance) {
  const std::size_t size = 1 + chance.below(8);
  const std::size_t at = chance.below(tables.size());
  if (chance.one_in(2)) {
    tables.insert(at, size, static_cast<char>(chance.below(256)));
  } else {
    tables.erase(at, size);
  }
}

}  // namespace mutation

/// The archive with one to three mutations of its tables and an envelope that fits them.
inline std::string mutated(std::string_view archive, Chance& chance) {
  static constexpr void (*ways[])(std::string&, Chance&) = {
      mutation::flip_bit, mutation::flip_bit,    mutation::put_border,
      mutation::add_one,  mutation::copy_within, mutation::take_or_give_bytes};
  std::string tables(tables_in(archive));
  for (std::uint32_t i = 1 + chance.below(3); i > 0 && !tables.empty(); --i)
    ways[chance.below(std::size(ways))](tables, chance);
  return with_tables(archive, tables);
}
