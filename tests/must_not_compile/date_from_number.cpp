// SPDX-License-Identifier: BSL-1.0
// 20240630 is a count of days to nobody.
// message: conversion from|no viable conversion

#include <jinjiang/model.hpp>

namespace jj = jinjiang;

int main() {
  const jj::Date due = 20240630;  // must not compile
}
