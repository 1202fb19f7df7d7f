// SPDX-License-Identifier: BSL-1.0
#pragma once

// Keys of an author's own in a document. They mean nothing to the library, which keeps them.

#include <string>
#include <utility>
#include <vector>

namespace jinjiang {

/// A key, which begins with `x-`, and its value as JSON text.
using Extension = std::pair<std::string, std::string>;
/// In the order of the document.
using Extensions = std::vector<Extension>;

}  // namespace jinjiang
