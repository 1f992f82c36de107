# The commands of the project. README.md tells what each is for.

SHELL := /bin/bash

PORT ?= 8080
STORE ?= .store
FUZZ_SECONDS ?= 480
CRASHES ?= 200
CASES ?= 100000

# Without this check an import that the manifest does not declare slips through.
SWIFT_FLAGS := --explicit-target-dependency-import-check error
# A program that carries the Swift runtime with it runs on a machine that has none, and starts sooner.
RELEASE_FLAGS := -c release --static-swift-stdlib $(SWIFT_FLAGS)
# Hundreds of tests at once on two cores keep each other waiting past any time limit.
TEST_FLAGS := --disable-xctest --experimental-maximum-parallelization-width 4
BUILD_PACKAGES := libcmark-gfm-dev libcmark-gfm-extensions-dev libsqlite3-dev zlib1g-dev
# A browser, letters for it to draw, and what the Nu HTML checker runs on.
BROWSER_PACKAGES := chromium fonts-liberation default-jre-headless
# The web servers that the sites stand behind, and what checks the units of systemd.
SERVER_PACKAGES := nginx-light lighttpd lighttpd-mod-deflate lighttpd-mod-openssl apache2-bin caddy systemd openssl
# The XML parser of Foundation, which reads our feeds in a test, is libxml2.
TEST_PACKAGES := $(BUILD_PACKAGES) $(SERVER_PACKAGES) strace wrk libfcgi-bin libxml2 python3-venv $(BROWSER_PACKAGES)

BENCH_PACKAGES := nginx-light php8.2-fpm php8.2-sqlite3 wrk valgrind

.PHONY: help run test check build bench bench-build bench-fastcgi bench-forms bench-intake bench-pages bench-store soak fuzz format \
	lint clean
.SILENT:

help:
	echo "make run     build everything and serve all sites on http://localhost:$(PORT)/"
	echo "make test    set up, then lint, build and test everything"
	echo "make check   the fast part of it, for every day: no end-to-end tests"
	echo "make build   build the programs in release mode"
	echo "make bench   measure them, as ratios to others on the same machine"
	echo "make soak    kill the case store under load, 200 times"
	echo "make fuzz    look for inputs that break what reads the input of strangers or authors"
	echo "make format  format the Swift code"

run:
	if (exec 3<>/dev/tcp/127.0.0.1/$(PORT)) 2>/dev/null; then \
		echo "run: port $(PORT) is taken: stop what listens there, or choose another with 'make run PORT=8090'" >&2; exit 2; fi
	$(MAKE) --no-print-directory build
	.build/release/soh serve --port $(PORT) --store $(STORE)

build:
	.ci/setup $(BUILD_PACKAGES)
	swift build $(RELEASE_FLAGS) --product soh
	swift build $(RELEASE_FLAGS) --product soh-intake

test:
	.ci/setup $(TEST_PACKAGES)
	.ci/setup-python
	$(MAKE) --no-print-directory lint
	swift build $(SWIFT_FLAGS) --build-tests
	set -o pipefail; swift test --skip-build $(TEST_FLAGS) 2>&1 | tee .build/test.log || { \
		echo "test: what failed:" >&2; grep -E "✘ Test .* recorded an issue|Fatal error" .build/test.log >&2; exit 1; }

check:
	.ci/setup $(BUILD_PACKAGES)
	$(MAKE) --no-print-directory lint
	swift test $(SWIFT_FLAGS) $(TEST_FLAGS) --skip EndToEndTests

bench: bench-build bench-fastcgi bench-forms bench-intake bench-pages bench-store

bench-build: build
	.ci/bench-build .build/release/soh

bench-fastcgi: build
	.ci/setup $(BENCH_PACKAGES)
	swift build $(RELEASE_FLAGS) --product benchmarks
	.ci/bench-fastcgi .build/release/soh .build/release/soh-intake .build/release/benchmarks

bench-forms: build
	.ci/setup $(BENCH_PACKAGES)
	swift build $(RELEASE_FLAGS) --product benchmarks
	.ci/bench-forms .build/release/soh .build/release/benchmarks

bench-intake: build
	.ci/setup $(BENCH_PACKAGES)
	swift build $(RELEASE_FLAGS) --product benchmarks
	.ci/bench-intake .build/release/soh .build/release/soh-intake .build/release/benchmarks

bench-pages: build
	.ci/setup nginx-light $(BROWSER_PACKAGES) python3-venv
	.ci/setup-python
	.build/python/bin/python .ci/bench-pages .build/release/soh

bench-store:
	.ci/setup $(BUILD_PACKAGES)
	swift build $(RELEASE_FLAGS) --product benchmarks
	.ci/bench-store .build/release/benchmarks --big $(CASES)

# The kills of the case store under load, ten times as many as in 'make test'.
soak:
	.ci/setup $(TEST_PACKAGES)
	swift build $(SWIFT_FLAGS) --build-tests
	SOH_CRASHES=$(CRASHES) swift test --skip-build $(TEST_FLAGS) --filter CrashTests

fuzz:
	.ci/setup $(BUILD_PACKAGES)
	.ci/fuzz $(FUZZ_SECONDS)

lint:
	swift format lint --strict --recursive --parallel Package.swift Sources Tests

format:
	swift format format --in-place --recursive --parallel Package.swift Sources Tests

clean:
	rm -rf .build
	find public -mindepth 1 -not -name .gitignore -delete
