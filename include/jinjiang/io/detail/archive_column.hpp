// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
#include <cstring>
#include <string_view>

#include <jinjiang/detail/column.hpp>

namespace jinjiang::io::detail {

template <class Value>
using Column = jinjiang::detail::Column<Value>;

/// Numbers or bytes of a table: its own, or lent by the bytes that are being read, in the order of
/// this machine. What is lent may lie anywhere, so that values are copied out one by one.
template <class Value>
class ArchiveColumn {
 public:
  ArchiveColumn() = default;
  ArchiveColumn(const Column<Value>& values)
      : own_(values) {}  // NOLINT(google-explicit-constructor)

  /// @param bytes  must outlive the column
  void lend(std::string_view bytes) noexcept { lent_ = bytes; }
  [[nodiscard]] bool is_lent() const noexcept { return !lent_.empty(); }
  /// What is not lent.
  [[nodiscard]] Column<Value>& own() noexcept { return own_; }

  void reserve(std::size_t size) { own_.reserve(size); }
  void push_back(Value value) { own_.push_back(value); }

  [[nodiscard]] std::size_t size() const noexcept {
    return is_lent() ? lent_.size() / sizeof(Value) : own_.size();
  }
  [[nodiscard]] bool empty() const noexcept { return size() == 0; }
  [[nodiscard]] std::string_view bytes() const noexcept {
    if (is_lent()) return lent_;
    return {reinterpret_cast<const char*>(own_.data()), own_.size() * sizeof(Value)};
  }
  [[nodiscard]] Value operator[](std::size_t i) const noexcept { return values()[i]; }

  /// For loops: the place of the values, worked out once.
  class Values {
   public:
    explicit Values(const char* bytes) noexcept : bytes_(bytes) {}
    [[nodiscard]] Value operator[](std::size_t i) const noexcept {
      Value value;
      std::memcpy(&value, bytes_ + i * sizeof(Value), sizeof(Value));
      return value;
    }

   private:
    const char* bytes_;
  };
  [[nodiscard]] Values values() const noexcept { return Values(bytes().data()); }

 private:
  Column<Value> own_;
  std::string_view lent_;
};

}  // namespace jinjiang::io::detail
