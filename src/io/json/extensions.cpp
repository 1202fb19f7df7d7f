// SPDX-License-Identifier: BSL-1.0

#include "io/json/extensions.hpp"

#include <jinjiang/detail/text.hpp>

#include "io/json/tape.hpp"
#include "io/json/text.hpp"

namespace jinjiang::io {

namespace {

/// Takes whatever comes.
class AnythingReceiver final : public JsonReceiver {
 public:
  void member(JsonKey, const JsonValue&) override {}
  void begin_list() override {}
  void element(std::size_t, const JsonValue&) override {}
};

}  // namespace

const std::string& checked_json(const Extension& extension) {
  const auto& [key, value] = extension;
  try {
    const std::string document = "{\"x\":" + value + "}";
    AnythingReceiver receiver;
    parse_json(JsonDocument(document, {}), "", receiver);
  } catch (const FormatError& error) {
    throw FormatError({}, "extension " + detail::in_quotes(key) + ": its value " +
                              detail::in_quotes(value) + " is " + error.what());
  }
  return value;
}

void append_extensions(std::string& out, std::span<const Extension> extensions) {
  for (const Extension& extension : extensions) {
    append_json_string(out, extension.first);
    out += ": " + checked_json(extension) + ",\n";
  }
}

}  // namespace jinjiang::io
