# What can be done here: `make help`.
SHELL := /bin/bash
MAKEFLAGS += --no-print-directory --silent
.NOTPARALLEL:
.DEFAULT_GOAL := help

PREFIX ?= /usr/local
PYTHON ?= $(firstword $(wildcard Benchmarks/.venv/bin/python) python3)
SWIFT_SOURCES := Sources Plugins Tests Package.swift

NO_SWIFT := Swift is not installed, or not on PATH; get the Swift 6.3 toolchain at https://www.swift.org/install/linux/ and put its usr/bin on PATH

.PHONY: help swift setup run test test-corpora lint format build samples bench install clean fuzz manual

help: ## this list
	sed -nE 's/^([a-z-]+):.*## (.*)/  make \1|\2/p' Makefile | column -t -s '|' 2>/dev/null \
	  || sed -nE 's/^([a-z-]+):.*## (.*)/  make \1  \2/p' Makefile

swift:
	$(if $(shell command -v swift 2>/dev/null),,$(error $(NO_SWIFT)))

setup: swift ## look for Swift, install the Debian packages that are missing
	scripts/setup.sh

run: setup ## build, and clean the sample base Samples/inherited-access into out/
	scripts/run.sh

test: setup ## build and run all tests
	scripts/test.sh

test-corpora: setup ## the readers on files of other projects (REVIZOR_CORPORA) and the long tests, optimised
	scripts/test-corpora.sh

lint: swift ## hold the sources to .swift-format
	swift format lint --strict --recursive $(SWIFT_SOURCES)

format: swift ## bring the sources to .swift-format
	swift format --in-place --recursive $(SWIFT_SOURCES)

build: setup ## build revizor and its plugins for use, into .build/release
	scripts/build.sh

samples: build ## write Samples/ anew; the bytes must not change
	.build/release/SampleMaker Samples

bench: build ## measure `clean` and the formats beside their peers (Benchmarks/README.md)
	$(PYTHON) Benchmarks/clean_100k.py
	$(PYTHON) Benchmarks/formats/formats.py

fuzz: setup ## fuzz the readers under the address sanitizer, MINUTES (60) each (Fuzz/README.md)
	scripts/fuzz.sh

manual: build ## write the man page anew, from what the command line says of itself
	python3 scripts/manual.py .build/release/revizor > Integrations/revizor.1

install: build ## put revizor, its plugins and rules under PREFIX (/usr/local)
	scripts/install.sh "$(DESTDIR)$(PREFIX)"

clean: ## remove what was built and cleaned: .build and out
	rm -rf .build out
