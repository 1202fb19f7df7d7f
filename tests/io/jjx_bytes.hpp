// SPDX-License-Identifier: BSL-1.0
#pragma once

// The envelope of a .jjx archive as docs/formats.md describes it, written a second time, so that
// tests and fuzzers can attack the tables behind the checksum.

#include <cstdint>
#include <string>
#include <string_view>

#define XXH_INLINE_ALL
#include <xxhash.h>

constexpr std::size_t jjx_envelope_size = 32;

inline std::string_view tables_in(std::string_view archive) {
  return archive.substr(jjx_envelope_size);
}

inline void put_number(std::string& archive, std::size_t position, std::uint64_t value,
                       std::size_t bytes) {
  for (std::size_t i = 0; i < bytes; ++i)
    archive[position + i] = static_cast<char>(value >> (8 * i));
}

/// The archive with length and checksum that fit its numbers and tables.
inline std::string sealed(std::string archive) {
  if (archive.size() < jjx_envelope_size) return archive;
  put_number(archive, 16, archive.size() - jjx_envelope_size, 8);
  const std::uint64_t seed = XXH3_64bits(archive.data() + 8, 16);
  const std::string_view tables = tables_in(archive);
  put_number(archive, 24, XXH3_64bits_withSeed(tables.data(), tables.size(), seed), 8);
  return archive;
}

inline std::string with_tables(std::string_view archive, std::string_view tables) {
  return sealed(std::string(archive.substr(0, jjx_envelope_size)) + std::string(tables));
}
inline std::string with_version(std::string archive, std::uint32_t version) {
  put_number(archive, 8, version, 4);
  return sealed(std::move(archive));
}
inline std::string with_kind(std::string archive, std::uint32_t kind) {
  put_number(archive, 12, kind, 4);
  return sealed(std::move(archive));
}
