// SPDX-License-Identifier: BSL-1.0
#include <jinjiang/reading/report.hpp>
