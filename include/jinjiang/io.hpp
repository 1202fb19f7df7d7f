// SPDX-License-Identifier: BSL-1.0
#pragma once

// Reading and writing: JSON, CSV and .jjx archives; writing of graphs for other tools. archive.hpp,
// for archives of your own, is left out: it brings Boost.Serialization. Needs the compiled library,
// jinjiang::jinjiang.

#include <jinjiang/io/cell.hpp>
#include <jinjiang/io/csv.hpp>
#include <jinjiang/io/file.hpp>
#include <jinjiang/io/graph_text.hpp>
#include <jinjiang/io/jjx.hpp>
#include <jinjiang/io/json.hpp>
#include <jinjiang/io/options.hpp>
