// SPDX-License-Identifier: BSL-1.0

// Boost.JSON for builds that must not need its library at run time, such as the Python extension.

#include <boost/json/src.hpp>
