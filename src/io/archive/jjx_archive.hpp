// SPDX-License-Identifier: BSL-1.0
#pragma once

// The two archives of .jjx files, in the manner of Boost.Serialization: numbers little-endian and
// of fixed width, columns and lists with their length before them. Reading never asks for more
// memory than the bytes that are left can fill; columns stay where they lie, so that the bytes must
// outlive the tables.

#include <bit>
#include <cstring>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include <jinjiang/detail/text.hpp>
#include <jinjiang/io/detail/archive_records.hpp>
#include <jinjiang/model/error.hpp>

namespace jinjiang::io {

template <class Number>
concept ArchivedNumber = std::is_arithmetic_v<Number> && !std::is_same_v<Number, bool>;

/// The same value in the other order of bytes on big-endian machines.
template <ArchivedNumber Number>
[[nodiscard]] Number little_endian(Number value) noexcept {
  if constexpr (std::endian::native == std::endian::big) {
    char bytes[sizeof(Number)];
    std::memcpy(bytes, &value, sizeof bytes);
    for (std::size_t i = 0; i < sizeof bytes / 2; ++i)
      std::swap(bytes[i], bytes[sizeof bytes - 1 - i]);
    std::memcpy(&value, bytes, sizeof bytes);
  }
  return value;
}

class JjxWriter {
 public:
  using is_saving = std::true_type;
  using is_loading = std::false_type;

  explicit JjxWriter(std::string& out) : out_(out) {}

  template <class Value>
  JjxWriter& operator&(const boost::serialization::nvp<Value>& member) {
    put(member.value());
    return *this;
  }

  template <ArchivedNumber Number>
  void column(const detail::ArchiveColumn<Number>& column) {
    put(static_cast<std::uint64_t>(column.size()));
    if constexpr (std::endian::native == std::endian::little) {
      out_ += column.bytes();
    } else {
      for (std::size_t i = 0; i < column.size(); ++i) put(column[i]);
    }
  }
  void text(const std::string& text) {
    put(static_cast<std::uint64_t>(text.size()));
    out_ += text;
  }

 private:
  template <ArchivedNumber Number>
  void put(Number value) {
    value = little_endian(value);
    out_.append(reinterpret_cast<const char*>(&value), sizeof value);
  }
  template <class Record>
  void put(const std::vector<Record>& records) {
    put(static_cast<std::uint64_t>(records.size()));
    for (const Record& record : records) put(record);
  }
  /// serialize() serves both directions and so takes what is written as if it could change it.
  template <class Record>
    requires std::is_class_v<Record>
  void put(const Record& record) {
    serialize(*this, const_cast<Record&>(record), 0U);  // NOLINT
  }

  std::string& out_;
};

class JjxReader {
 public:
  using is_saving = std::false_type;
  using is_loading = std::true_type;

  /// @param file  for messages
  JjxReader(std::string_view bytes, const std::string& file) : left_(bytes), file_(file) {}

  template <class Value>
  JjxReader& operator&(const boost::serialization::nvp<Value>& member) {
    get(member.value());
    return *this;
  }

  template <ArchivedNumber Number>
  void column(detail::ArchiveColumn<Number>& column) {
    const std::size_t size = length(sizeof(Number));
    if constexpr (std::endian::native == std::endian::little) {
      column.lend(take(size * sizeof(Number)));
    } else {
      column.own().resize(size);
      for (Number& value : column.own()) get(value);
    }
  }
  void text(std::string& text) {
    text = take(length(1));
    check_text(text);
  }

  /// @throws FormatError  something follows
  void finish() const {
    if (!left_.empty()) refuse("there are bytes after its end");
  }

 private:
  [[noreturn]] void refuse(const std::string& what) const {
    throw FormatError({file_, 0, 0, {}}, "the archive is damaged: " + what);
  }

  void check_text(std::string_view text) const {
    if (jinjiang::detail::find_invalid_utf8(text)) refuse("a text in it is not UTF-8");
  }

  [[nodiscard]] std::string_view take(std::size_t size) {
    if (size > left_.size()) refuse("it ends in the middle of a table");
    const std::string_view bytes = left_.substr(0, size);
    left_.remove_prefix(size);
    return bytes;
  }
  /// A length that the bytes left can hold.
  [[nodiscard]] std::size_t length(std::size_t bytes_each) {
    std::uint64_t size = 0;
    get(size);
    if (size > left_.size() / bytes_each) refuse("a table is longer than the archive");
    return static_cast<std::size_t>(size);
  }

  template <ArchivedNumber Number>
  void get(Number& value) {
    std::memcpy(&value, take(sizeof value).data(), sizeof value);
    value = little_endian(value);
  }
  template <class Record>
  void get(std::vector<Record>& records) {
    constexpr std::size_t least_bytes = 9;  // of the smallest record, a rule
    const std::size_t size = length(least_bytes);
    records.clear();
    for (std::size_t i = 0; i < size; ++i) get(records.emplace_back());
  }
  template <class Record>
    requires std::is_class_v<Record>
  void get(Record& record) {
    serialize(*this, record, 0U);
  }

  std::string_view left_;
  const std::string& file_;
};

}  // namespace jinjiang::io
