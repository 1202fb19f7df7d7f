// SPDX-License-Identifier: BSL-1.0
#pragma once

// Saving to and loading from paths and open files.

#include <functional>
#include <optional>
#include <string>

#include <jinjiang/io.hpp>

#include "bindings.hpp"

/// The bytes of a path.
[[nodiscard]] std::string path_of(const py::object& path);

/// Writes to a path, or to an object with a method `write`.
/// @param format  json, jjx, csv, dot, mmd or graphml; default by the name
void save_to(const py::object& target, const std::optional<std::string>& format,
             const std::function<std::string(jj::io::FileFormat)>& write);

/// The contents of a path, or of an object with a method `read`, and a name for messages.
struct Contents {
  std::string bytes;
  std::string name;
};
[[nodiscard]] Contents contents_of(const py::object& source);
