#!/usr/bin/env bash
# The readers on the files of other projects (REVIZOR_CORPORA), duplicates on the large labelled sets
# (REVIZOR_LINKAGE), and the tests that take long, in an optimised build:
# the plain tests read only the small files. A set that is not there is skipped, and says so.
set -euo pipefail
cd "$(dirname "$0")/.."
. scripts/step.sh

# A build of its own: tests look into modules, which the release build does not allow.
options=(-c release -Xswiftc -enable-testing --scratch-path .build/corpora)
step 'optimised tests' swift build "${options[@]}" --build-tests
REVIZOR_HEAVY=1 swift test "${options[@]}" --skip-build --disable-xctest --filter 'BaseFormatsTests|TruthSets' 2>&1 </dev/null \
  | LC_ALL=C grep --line-buffered -vP '^(◇ |✔ (Suite |Test (?!run with )))'
