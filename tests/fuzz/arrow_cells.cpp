// SPDX-License-Identifier: BSL-1.0
// Columns of other people's tables. Their buffers are as long as the interface asks for; formats,
// nulls, texts, codes and numbers are whatever comes.

#include "arrow/cells.hpp"

#include <algorithm>
#include <array>
#include <cstring>
#include <string>
#include <vector>

#include "fuzz/fuzz.hpp"

namespace {

constexpr std::array<const char*, 30> formats{
    "n",     "b",        "c",          "s",          "i",       "l",    "C",    "S",
    "I",     "L",        "e",          "f",          "g",       "u",    "U",    "vu",
    "tdD",   "tdm",      "z",          "+l",         "tss:",    "tsm:", "tsu:", "tsn:Z",
    "d:5,2", "d:9,1,32", "d:18,-4,64", "d:76,3,256", "d:1,128", "d:"};

class Bytes {
 public:
  Bytes(const std::uint8_t* data, std::size_t size) : data_(data), size_(size) {}
  std::uint8_t next() { return at_ < size_ ? data_[at_++] : 0; }
  [[nodiscard]] std::string rest() const {
    return {reinterpret_cast<const char*>(data_) + at_, size_ - at_};
  }

 private:
  const std::uint8_t* data_;
  std::size_t size_;
  std::size_t at_ = 0;
};

/// A column with all that it points to.
class Column {
 public:
  Column(Bytes& bytes, bool may_have_dictionary) {
    const std::uint8_t choice = bytes.next();
    format_ = choice < formats.size() ? formats[choice] : bytes.rest().substr(0, choice % 16);
    const bool has_dictionary = may_have_dictionary && bytes.next() % 4 == 0;
    if (has_dictionary) format_ = "csilCSIL"[choice % 8];
    format_ = format_.c_str();
    rows_ = bytes.next() % 16;
    array_.offset = bytes.next() % 8;
    array_.length = rows_;
    array_.null_count = static_cast<std::int8_t>(bytes.next());
    fill(bytes);
    array_.n_buffers = static_cast<std::int64_t>(buffers_.size());
    array_.buffers = pointers_.data();
    schema_.format = format_.c_str();
    schema_.name = "x";
    if (has_dictionary) {
      dictionary_ = std::make_unique<Column>(bytes, false);
      schema_.dictionary = &dictionary_->schema_;
      array_.dictionary = &dictionary_->array_;
    }
  }

  void read() {
    ArrowCells cells(schema_);
    cells.bind(array_);
    for (std::int64_t row = 0; row < rows_; ++row) {
      try {
        if (cells.is_null(row)) continue;
        static_cast<void>(cells.shown(row));
        if (cells.kind() == CellKind::day) static_cast<void>(cells.day(row));
      } catch (const jj::Error&) {
        continue;
      }
    }
  }

 private:
  void fill(Bytes& bytes) {
    const auto places = static_cast<std::size_t>(array_.length + array_.offset);
    std::string pool = bytes.rest();
    if (pool.empty()) pool = "x";
    const auto take = [&pool](std::size_t size) {
      std::string buffer(size, '\0');
      for (std::size_t i = 0; i < size; ++i) buffer[i] = pool[i % pool.size()];
      return buffer;
    };
    buffers_.push_back(take((places + 7) / 8));
    if (format_ == "u" || format_ == "U") {
      const std::size_t width = format_ == "u" ? 4 : 8;
      std::string ends(width * (places + 1), '\0');
      std::int64_t end = 0;
      for (std::size_t i = 0; i <= places; ++i) {
        std::memcpy(ends.data() + i * width, &end, width);
        end += static_cast<std::uint8_t>(pool[i % pool.size()]) % 24;
      }
      buffers_.push_back(std::move(ends));
      buffers_.push_back(take(static_cast<std::size_t>(end)));
    } else if (format_ == "vu") {
      constexpr std::size_t texts = 64;
      std::string views = take(16 * places);
      for (std::size_t i = 0; i < places; ++i) {
        const auto size = static_cast<std::int32_t>(static_cast<std::uint8_t>(views[16 * i]) % 32);
        std::memcpy(views.data() + 16 * i, &size, 4);
        if (size <= 12) continue;
        const std::array<std::int32_t, 2> place{0,
                                                static_cast<std::uint8_t>(views[16 * i + 12]) % 32};
        std::memcpy(views.data() + 16 * i + 8, place.data(), 8);
      }
      buffers_.push_back(std::move(views));
      buffers_.push_back(take(texts));
    } else {
      constexpr std::size_t widest = 32;
      buffers_.push_back(take(widest * places));
    }
    for (const std::string& buffer : buffers_) pointers_.push_back(buffer.data());
  }

  std::string format_;
  std::int64_t rows_ = 0;
  std::vector<std::string> buffers_;
  std::vector<const void*> pointers_;
  std::unique_ptr<Column> dictionary_;
  ArrowSchema schema_{};
  ArrowArray array_{};
};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  Bytes bytes(data, size);
  Column column(bytes, true);
  column.read();
  return 0;
}
