// SPDX-License-Identifier: BSL-1.0
#pragma once

// Catch2 version 2 (Debian 12) and version 3 (newer systems) under one name.

#if __has_include(<catch2/catch_all.hpp>)
#include <catch2/catch_all.hpp>
#else
#include <catch2/catch.hpp>
#endif

#include <string>
#include <string_view>

/// The message of the exception that a call throws; the test fails when it throws nothing or
/// something else.
template <class Exception, class Call>
std::string message_of(const Call& call) {
  try {
    call();
  } catch (const Exception& error) {
    return error.what();
  } catch (const std::exception& error) {
    FAIL("expected another exception, got: " << error.what());
  }
  FAIL("expected an exception, none was thrown");
  return {};
}

/// Whether a text holds a part, with both in the report of a failure.
inline bool holds(std::string_view text, std::string_view part) {
  INFO("text: " << text << "\nmissing: " << part);
  const bool found = text.find(part) != std::string_view::npos;
  if (!found) UNSCOPED_INFO("not found: \"" << part << "\" in: " << text);
  return found;
}
