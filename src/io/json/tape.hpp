// SPDX-License-Identifier: BSL-1.0
#pragma once

// A piece of a JSON document (one node, one reading, one member of the heading) as a flat list of
// tokens. The list is used again for the next piece, so a large document never becomes a tree.

#include <cstdint>
#include <cstring>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include <jinjiang/model/error.hpp>

namespace jinjiang::io {

enum class JsonType : std::uint8_t { object, array, key, string, number, boolean, null };

/// `an object`, `a string`
[[nodiscard]] std::string_view describe(JsonType type) noexcept;

struct JsonToken {
  JsonType type;
  bool is_true = false;
  std::uint32_t end = 0;     ///< of a container: one past its last token
  std::string_view text;     ///< of keys, strings (unescaped) and numbers (as written)
  std::size_t position = 0;  ///< byte in the document at which it begins
};

/// A key of an object. Compares with a literal in a few instructions, its length being known.
class JsonKey : public std::string_view {
 public:
  explicit JsonKey(std::string_view text) noexcept : std::string_view(text) {}

  template <std::size_t Size>
  friend bool operator==(JsonKey key, const char (&literal)[Size]) noexcept {
    return key.size() == Size - 1 && std::memcmp(key.data(), literal, Size - 1) == 0;
  }
};

class JsonValue;

class JsonTape {
 public:
  void clear() noexcept {
    tokens_.clear();
    copies_.clear();
  }
  [[nodiscard]] bool empty() const noexcept { return tokens_.empty(); }
  [[nodiscard]] std::size_t size() const noexcept { return tokens_.size(); }
  JsonToken& add(JsonType type, std::size_t position) {
    JsonToken& token = tokens_.emplace_back();
    token.type = type;
    token.position = position;
    return token;
  }
  /// Keeps a text that does not stand in the document as it is.
  std::string_view keep(std::string_view text) { return copies_.emplace_back(text); }
  void close(std::uint32_t container) {
    tokens_[container].end = static_cast<std::uint32_t>(tokens_.size());
  }

  [[nodiscard]] const JsonToken& operator[](std::uint32_t i) const noexcept { return tokens_[i]; }
  [[nodiscard]] std::uint32_t after(std::uint32_t i) const noexcept {
    const JsonToken& token = tokens_[i];
    return token.type == JsonType::object || token.type == JsonType::array ? token.end : i + 1;
  }
  /// JSON pointer from the root of the tape to a token.
  [[nodiscard]] std::string pointer_to(std::uint32_t wanted) const;

 private:
  std::vector<JsonToken> tokens_;
  std::deque<std::string> copies_;
};

/// The document that a tape was read from: places for messages.
class JsonDocument {
 public:
  JsonDocument(std::string_view text, std::string file) : text_(text), file_(std::move(file)) {}

  [[nodiscard]] std::string_view text() const noexcept { return text_; }
  [[nodiscard]] const std::string& file() const noexcept { return file_; }
  [[nodiscard]] Place place(std::size_t position, std::string pointer) const;
  /// Where the document begins, for what is wrong with the whole of it.
  [[nodiscard]] Place beginning() const;

 private:
  struct Count {
    std::size_t position = 0;
    std::size_t line = 1;
    std::size_t column = 1;  ///< in characters
  };

  std::string_view text_;
  std::string file_;
  mutable Count counted_;
};

/// Where a tape hangs in its document.
struct JsonContext {
  const JsonDocument* document;
  const JsonTape* tape;
  std::string_view key;  ///< of the member of the document that the tape is, or is an element of
  std::size_t element;   ///< its number in the list
  static constexpr std::size_t no_element = static_cast<std::size_t>(-1);

  /// JSON pointer to the root of the tape.
  [[nodiscard]] std::string pointer() const;
};

/// A value on a tape. Accessors refuse what is not of the kind that they read.
class JsonValue {
 public:
  JsonValue(const JsonContext& context, std::uint32_t index) noexcept
      : context_(&context), index_(index) {}

  [[nodiscard]] JsonType type() const noexcept { return token().type; }
  [[nodiscard]] bool is(JsonType type) const noexcept { return token().type == type; }
  /// Byte in the document at which it begins.
  [[nodiscard]] std::size_t position() const noexcept { return token().position; }

  [[nodiscard]] std::string_view text() const;
  [[nodiscard]] double number() const;
  [[nodiscard]] std::int64_t integer(std::int64_t least, std::int64_t most) const;
  [[nodiscard]] bool boolean() const;

  /// Calls visit(value) for every element.
  template <class Visit>
  void for_each_element(const Visit& visit) const {
    expect(JsonType::array);
    for (std::uint32_t i = index_ + 1; i < token().end; i = tape().after(i))
      visit(JsonValue(*context_, i));
  }

  /// Calls visit(key, value) for every member; a key that comes twice is refused.
  template <class Visit>
  void for_each_member(const Visit& visit) const {
    expect(JsonType::object);
    std::uint64_t seen = 0;  // signs of the keys so far: only where two agree need keys be compared
    bool may_repeat = false;
    for (std::uint32_t i = index_ + 1; i < token().end; i = tape().after(i + 1)) {
      const std::string_view key = tape()[i].text;
      const std::size_t last = static_cast<unsigned char>(key.empty() ? 0 : key.back());
      const std::uint64_t sign = std::uint64_t{1} << ((key.size() * 7 + last) % 64);
      may_repeat |= (seen & sign) != 0;
      seen |= sign;
    }
    if (may_repeat) refuse_duplicates();
    for (std::uint32_t i = index_ + 1; i < token().end; i = tape().after(i + 1)) {
      visit(JsonKey(tape()[i].text), JsonValue(*context_, i + 1));
    }
  }

  [[nodiscard]] Place place() const;
  /// JSON pointer from the root of the document.
  [[nodiscard]] std::string pointer() const;
  [[noreturn]] void refuse(const std::string& what) const;
  /// `expected X, found Y`
  [[noreturn]] void refuse_kind(std::string_view expected) const;
  /// Of the value of a member; the place is that of its key.
  [[noreturn]] void refuse_key(std::string_view key, std::string_view known) const;
  [[nodiscard]] std::string found() const;

  /// The value as compact JSON.
  [[nodiscard]] std::string raw() const;

 private:
  [[nodiscard]] const JsonTape& tape() const noexcept { return *context_->tape; }
  [[nodiscard]] const JsonToken& token() const noexcept { return (*context_->tape)[index_]; }
  [[nodiscard]] std::size_t key_position() const;
  void expect(JsonType type) const {
    if (token().type != type) refuse_kind(describe(type));
  }
  /// Refuses when two keys of this object are spelt alike.
  void refuse_duplicates() const;

  const JsonContext* context_;
  std::uint32_t index_;
};

/// What reads a document piece by piece.
class JsonReceiver {
 public:
  virtual ~JsonReceiver() = default;
  /// A member of the outermost object, unless it is the list.
  virtual void member(JsonKey key, const JsonValue& value) = 0;
  /// Before the first element of the list.
  virtual void begin_list() = 0;
  virtual void element(std::size_t index, const JsonValue& value) = 0;
};

/// Parses a document whose outermost value is an object with one long list, such as `nodes`. Syntax
/// errors are FormatErrors with their place; exceptions of the receiver pass through.
void parse_json(const JsonDocument& document, std::string_view list_key, JsonReceiver& receiver);

}  // namespace jinjiang::io
