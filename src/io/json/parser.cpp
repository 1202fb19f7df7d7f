// SPDX-License-Identifier: BSL-1.0

// Boost.JSON's parser without a tree: it checks syntax, depth and UTF-8 and tells us of every
// token.

#include <charconv>
#include <exception>
#include <set>

#include <boost/json/basic_parser_impl.hpp>
#include <boost/json/error.hpp>

#include <jinjiang/detail/text.hpp>
#include <jinjiang/model/call_monitor.hpp>

#include "io/json/tape.hpp"
#include "io/json/text.hpp"

namespace jinjiang::io {

namespace {

namespace json = boost::json;
using boost::system::error_code;

/// Turns the parser's calls into tapes, one for each member of the outermost object and each
/// element of the list.
class TapeHandler {
 public:
  static constexpr std::size_t max_object_size = static_cast<std::size_t>(-1);
  static constexpr std::size_t max_array_size = static_cast<std::size_t>(-1);
  static constexpr std::size_t max_key_size = static_cast<std::size_t>(-1);
  static constexpr std::size_t max_string_size = static_cast<std::size_t>(-1);

  TapeHandler(const JsonDocument& document, std::string_view list_key, JsonReceiver& receiver)
      : document_(document),
        list_key_(list_key),
        receiver_(receiver),
        context_{&document, &tape_, {}, JsonContext::no_element},
        step_(LongCall::read_file, document.text().size()) {}

  bool on_document_begin(error_code&) { return true; }
  bool on_document_end(error_code&) { return true; }

  bool on_object_begin(error_code&) { return open(JsonType::object); }
  bool on_object_end(std::size_t, error_code&) { return close(); }
  bool on_array_begin(error_code&) { return open(JsonType::array); }
  bool on_array_end(std::size_t, error_code&) { return close(); }

  bool on_key_part(json::string_view part, std::size_t, error_code&) { return keep_part(part); }
  bool on_key(json::string_view part, std::size_t, error_code&) {
    const std::size_t position = mark_string(part);
    const std::string_view key = whole(part);
    if (open_.size() == 1) {
      member_key_ = key;
      if (!seen_keys_.emplace(key).second) {
        throw FormatError(document_.place(position, "/" + escaped_pointer(key)),
                          "the key " + detail::in_quotes(key) + " comes twice; keep one");
      }
      parts_.clear();
      return true;
    }
    add(JsonType::key, position).text = kept(key);
    return true;
  }
  bool on_string_part(json::string_view part, std::size_t, error_code&) { return keep_part(part); }
  bool on_string(json::string_view part, std::size_t, error_code&) {
    const std::size_t position = mark_string(part);
    add(JsonType::string, position).text = kept(whole(part));
    return finish_value();
  }
  bool on_number_part(json::string_view part, error_code&) { return keep_part(part); }
  bool on_int64(std::int64_t, json::string_view part, error_code&) { return number(part); }
  bool on_uint64(std::uint64_t, json::string_view part, error_code&) { return number(part); }
  bool on_double(double, json::string_view part, error_code&) { return number(part); }
  bool on_bool(bool value, error_code&) {
    const std::size_t position = find_start(value ? 't' : 'f');
    last_ = position + (value ? 4 : 5);
    add(JsonType::boolean, position).is_true = value;
    return finish_value();
  }
  bool on_null(error_code&) {
    const std::size_t position = find_start('n');
    last_ = position + 4;
    add(JsonType::null, position);
    return finish_value();
  }
  bool on_comment_part(json::string_view, error_code&) { return true; }
  bool on_comment(json::string_view, error_code&) { return true; }

 private:
  [[nodiscard]] bool is_in_document(const char* text) const noexcept {
    const std::string_view all = document_.text();
    return text >= all.data() && text <= all.data() + all.size();
  }
  [[nodiscard]] std::size_t position_of(const char* text) const noexcept {
    return static_cast<std::size_t>(text - document_.text().data());
  }

  /// Where the next token begins, which begins with this: only brackets, commas, colons and spaces
  /// lie between.
  std::size_t find_start(char first) noexcept {
    const std::string_view text = document_.text();
    while (last_ < text.size() && text[last_] != first) ++last_;
    return last_++;
  }

  /// Where a string that has come begins; from now on behind its end.
  std::size_t mark_string(json::string_view part) noexcept {
    const std::string_view text = document_.text();
    const bool stands_there = parts_.empty() && !part.empty() && is_in_document(part.data());
    if (stands_there) {
      const std::size_t begin = position_of(part.data());
      last_ = begin + part.size() + 1;
      return begin - 1;
    }
    const std::size_t start = find_start('"');
    while (last_ < text.size() && text[last_] != '"') last_ += text[last_] == '\\' ? 2U : 1U;
    ++last_;
    return start;
  }

  bool keep_part(json::string_view part) {
    parts_.append(part.data(), part.size());
    return true;
  }

  /// The whole of a text of which the last part has come.
  std::string_view whole(json::string_view part) {
    if (parts_.empty()) return {part.data(), part.size()};
    parts_.append(part.data(), part.size());
    return parts_;
  }

  /// A text that lasts as long as its tape.
  std::string_view kept(std::string_view text) {
    const std::string_view result = is_in_document(text.data()) ? text : tape_.keep(text);
    parts_.clear();
    return result;
  }

  JsonToken& add(JsonType type, std::size_t position) {
    if (open_.empty()) {
      throw FormatError(document_.beginning(),
                        "expected an object, found " + std::string(describe(type)));
    }
    constexpr std::size_t most = std::size_t{1} << 28U;
    if (tape_.size() > most)
      throw FormatError(document_.place(position, ""), "this part of the document is too large");
    return tape_.add(type, position);
  }

  bool number(json::string_view part) {
    const std::string_view digits = kept(whole(part));
    const std::size_t position = is_in_document(digits.data()) ? position_of(digits.data()) : last_;
    last_ = position + digits.size();
    add(JsonType::number, position).text = digits;
    return finish_value();
  }

  bool open(JsonType type) {
    const std::size_t position = find_start(type == JsonType::object ? '{' : '[');
    if (open_.empty() && type == JsonType::object) {
      open_.push_back(no_token);
      return true;
    }
    if (open_.size() == 1 && member_key_ == list_key_ && type == JsonType::array) {
      open_.push_back(no_token);
      receiver_.begin_list();
      return true;
    }
    add(type, position);
    open_.push_back(static_cast<std::uint32_t>(tape_.size() - 1));
    return true;
  }

  bool close() {
    const std::uint32_t container = open_.back();
    open_.pop_back();
    if (container == no_token) return true;
    tape_.close(container);
    return finish_value();
  }

  /// Hands over the tape when the value that it holds is complete.
  bool finish_value() {
    const bool in_list = open_.size() == 2 && open_[1] == no_token;
    if (open_.size() == 1) {
      context_.element = JsonContext::no_element;
      context_.key = member_key_;
      receiver_.member(JsonKey(member_key_), JsonValue(context_, 0));
      tape_.clear();
    } else if (in_list) {
      if (element_ % elements_a_step == 0) step_.at(last_);
      context_.element = element_;
      context_.key = list_key_;
      receiver_.element(element_++, JsonValue(context_, 0));
      tape_.clear();
    }
    return true;
  }

  static constexpr std::uint32_t no_token = static_cast<std::uint32_t>(-1);
  static constexpr std::size_t elements_a_step = 64;

  const JsonDocument& document_;
  std::string_view list_key_;
  JsonReceiver& receiver_;
  JsonTape tape_;
  JsonContext context_;
  std::vector<std::uint32_t>
      open_;  ///< containers around the next token; no_token for those that are no part of a tape
  std::string member_key_;
  std::set<std::string> seen_keys_;
  std::string parts_;
  std::size_t last_ = 0;
  std::size_t element_ = 0;
  detail::CallStep step_;
};

/// Whether a position lies in a string: an odd number of quotes stands before it in its line, those
/// after a backslash left out.
[[nodiscard]] bool is_in_string(std::string_view text, std::size_t position) {
  bool is_inside = false;
  std::size_t i = text.rfind('\n', position == 0 ? 0 : position - 1);
  for (i = i == std::string_view::npos ? 0 : i; i < position; ++i) {
    if (text[i] == '\\') {
      ++i;
    } else if (text[i] == '"') {
      is_inside = !is_inside;
    }
  }
  return is_inside;
}

/// Whether the text breaks off in an escape \u, or between two that make a pair.
[[nodiscard]] bool ends_in_escape(std::string_view text) {
  constexpr std::size_t longest = 12;
  const std::string_view end = text.substr(text.size() - std::min(text.size(), longest));
  const std::size_t escape = end.rfind("\\u");
  return escape != std::string_view::npos && end.find('"', escape) == std::string_view::npos;
}

[[nodiscard]] std::string syntax_problem(const error_code& error, std::string_view text,
                                         std::size_t position) {
  if (const auto bad = detail::find_invalid_utf8(text); bad && *bad <= position + 4) {
    return "byte " + std::to_string(*bad) + " of the text is not UTF-8";
  }
  if (error == json::error::too_deep) return "values are nested deeper than 32 levels";
  if (error == json::error::incomplete) return "the document ends in the middle of a value";
  if (error == json::error::extra_data) return "nothing may follow the document";
  if (ends_in_escape(text.substr(0, position)))
    return "an escape is not complete; a surrogate \\ud800 to \\udfff needs its pair";
  const bool is_in_text = position < text.size() && is_in_string(text, position);
  if (error == json::error::syntax && is_in_text &&
      static_cast<unsigned char>(text[position]) < 0x20)
    return "a control character in a text; write it as an escape, such as \\n or \\u0001";
  if (error == json::error::syntax && is_in_text && position > 0 && text[position - 1] == '\\') {
    return "there is no escape \\" + std::string(text.substr(position, 1)) +
           "; a backslash is written \\\\";
  }
  if (error == json::error::syntax)
    return "not JSON: a bracket, a comma or a value is not where it should be";
  if (error == json::error::exponent_overflow) return "the number is out of range";
  return "not JSON: " + error.message();
}

}  // namespace

void parse_json(const JsonDocument& document, std::string_view list_key, JsonReceiver& receiver) {
  json::parse_options options;
  options.max_depth = 32;
  json::basic_parser<TapeHandler> parser(options, document, list_key, receiver);
  const std::string_view text = document.text();
  error_code error;
  const std::size_t consumed = parser.write_some(false, text.data(), text.size(), error);
  if (!error && consumed < text.size()) error = json::error::extra_data;
  if (error) throw FormatError(document.place(consumed, ""), syntax_problem(error, text, consumed));
}

}  // namespace jinjiang::io
