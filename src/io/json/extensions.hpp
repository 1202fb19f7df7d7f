// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <span>
#include <string>

#include <jinjiang/model/extensions.hpp>

namespace jinjiang::io {

/// Its JSON text, which a program may have put together.
/// @throws FormatError  it is not JSON
[[nodiscard]] const std::string& checked_json(const Extension& extension);

/// Appends them as members of the outermost object, one a line.
void append_extensions(std::string& out, std::span<const Extension> extensions);

}  // namespace jinjiang::io
