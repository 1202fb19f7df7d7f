# SPDX-License-Identifier: BSL-1.0
# make demo    how the Jinjiang 2024 plan stands
# make test    every test
# make bench   figures and ratios, also as build/bench.json
# make fuzz    looks for inputs that break a reader, FUZZ_SECONDS=60 for each target
# make docs    the documentation as build/docs/site/index.html
# make stubs   python/jinjiang/_core.pyi anew; make types: what pyright says of the package
# make wheel   the wheel for PyPI in build/wheel/repaired, with the tests of Python run from it
# make sanitize, tsan, coverage   the C++ tests once more, watched
# Each installs what is missing (Debian packages, .venv), builds, and is quick when run again.

SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
PYTHON := .venv/bin/python
CONFIGURE := -DCMAKE_CXX_COMPILER_LAUNCHER=ccache -DJINJIANG_WARNINGS_AS_ERRORS=ON
export CMAKE_CXX_COMPILER_LAUNCHER := ccache
export CMAKE_GENERATOR := Ninja
# The compiler's cache stays in the repository's build folder.
export CCACHE_DIR := $(CURDIR)/build/ccache
export PIP_DISABLE_PIP_VERSION_CHECK := 1

PACKAGE_SOURCES := $(shell find include src python -type f -not -name '*.pyc') pyproject.toml CMakeLists.txt README.md

.PHONY: demo test docs stubs types wheel bench sanitize tsan coverage fuzz lint setup clean

demo: build/installed
	$(PYTHON) examples/jinjiang-2024/scoreboard.py --output build/demo

test: build/installed
	.ci/setup browser
	cmake -S . -B build/test $(CONFIGURE) -DCMAKE_BUILD_TYPE=Release -DCMAKE_CXX_FLAGS_RELEASE=-O1 >build/configure.log \
	  || { cat build/configure.log; exit 1; }
	cmake --build build/test
	ctest --test-dir build/test -j 2 --output-on-failure --no-tests=error
	$(PYTHON) -m pytest -q -n 2 --dist loadfile tests/python tests/repository

docs: build/installed build/docs/notebooks.stamp
	.ci/setup docs
	$(PYTHON) docs/site/build.py

# The notebooks are run, and the pages that they make are taken into the site.
build/docs/notebooks.stamp: build/installed $(shell find examples -type f)
	$(PYTHON) examples/notebooks/render.py build/docs/notebooks
	touch $@

stubs: build/installed
	$(PYTHON) python/stubs.py

# pyright fetches itself when it is run for the first time, so `make test` does without it.
types: build/installed
	$(PYTHON) -c 'import pyright' 2>/dev/null || $(PYTHON) -m pip install -q 'pyright[nodejs]'
	mkdir -p build/types
	cd build/types && PATH="$(CURDIR)/.venv/bin:$$PATH" VIRTUAL_ENV="$(CURDIR)/.venv" \
	  pyright --verifytypes jinjiang --ignoreexternal

wheel:
	.ci/wheel

bench: build/installed
	cmake -S . -B build/bench $(CONFIGURE) -DCMAKE_BUILD_TYPE=Release -DJINJIANG_BUILD_TESTS=OFF \
	  -DJINJIANG_BUILD_EXAMPLES=OFF -DJINJIANG_BUILD_BENCHMARKS=ON >build/configure.log \
	  || { cat build/configure.log; exit 1; }
	cmake --build build/bench
	$(PYTHON) tests/benchmarks/run.py build/bench/tests/benchmarks/benchmarks build/bench.json

# With clang, so that its warnings are checked as well.
sanitize:
	.ci/setup sanitize
	cmake --preset asan >build/configure.log || { cat build/configure.log; exit 1; }
	cmake --build --preset asan
	ctest --preset asan

# Threads that share plans and observations.
tsan:
	.ci/setup sanitize
	cmake --preset tsan >build/configure.log || { cat build/configure.log; exit 1; }
	cmake --build --preset tsan
	ctest --preset tsan

# Of the C++ core: prints a summary, writes build/coverage/report/index.html.
coverage:
	.ci/setup coverage
	cmake --preset coverage >build/configure.log || { cat build/configure.log; exit 1; }
	cmake --build --preset coverage
	find build/coverage -name '*.gcda' -delete
	ctest --preset coverage
	mkdir -p build/coverage/report
	$(PYTHON) -m gcovr --config .ci/gcovr.cfg

# What it finds is left in build/fuzz.
FUZZ_SECONDS ?= 60
FUZZ_TARGETS := plan_json observations_json observations_csv jjx jjx_sealed read_report arrow_cells
fuzz:
	.ci/setup sanitize
	cmake -S . -B build/fuzz $(CONFIGURE) -DCMAKE_BUILD_TYPE=Release -DCMAKE_CXX_FLAGS_RELEASE=-O1 \
	  -DCMAKE_CXX_COMPILER=clang++-16 -DJINJIANG_SANITIZE=address,undefined,fuzzer-no-link -DJINJIANG_FUZZ=ON \
	  -DJINJIANG_BUILD_EXAMPLES=OFF >build/configure.log || { cat build/configure.log; exit 1; }
	cmake --build build/fuzz --target fuzz
	cd build/fuzz && for target in $(FUZZ_TARGETS); do \
	  mkdir -p found/$$target; \
	  tests/fuzz_$$target -max_total_time=$(FUZZ_SECONDS) -max_len=16384 -rss_limit_mb=1024 -timeout=10 \
	    -print_final_stats=1 found/$$target ../../tests/fuzz/corpus/$$target ../../tests/archives/1; \
	done

lint:
	.ci/setup lint
	git ls-files | grep -E '\.(hpp|cpp|ipp)$$' | xargs clang-format-16 --dry-run -Werror
	$(PYTHON) -m ruff check python tests examples docs/site .ci
	$(PYTHON) -m ruff format --check python tests examples docs/site .ci

setup:
	.ci/setup

build/installed: $(PACKAGE_SOURCES) .ci/requirements.txt
	.ci/setup
	mkdir -p build
	@echo "building jinjiang for Python: some minutes the first time"
	$(PYTHON) -m pip install -q --no-build-isolation --no-deps --force-reinstall .
	touch $@

clean:
	rm -rf build
