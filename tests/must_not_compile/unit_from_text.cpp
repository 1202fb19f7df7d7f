// SPDX-License-Identifier: BSL-1.0
// A text names a unit only in some table: UnitTable::standard().at("亩").
// message: conversion from|no viable conversion

#include <jinjiang/model.hpp>

namespace jj = jinjiang;

int main() {
  const jj::Unit unit = "亩";  // must not compile
}
