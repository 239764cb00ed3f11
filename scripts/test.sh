#!/usr/bin/env bash
# All tests. Plugins are built with them, tests open them in the build folder; whole runs go through the release
# binary, which `make run` needs anyway: they are many, and a debug build would take ten times as long.
set -euo pipefail
cd "$(dirname "$0")/.."
. scripts/step.sh

step 'release build' swift build -c release
step 'debug build' swift build --build-tests

# The house tests with Swift Testing alone; without XCTest there is one closing line, the true one.
# All is shown but the tests that begin and those that pass; the log has everything.
log=.build/logs/tests.log
status=0
export REVIZOR_BINARY=${REVIZOR_BINARY:-$PWD/.build/release/revizor}
swift test --skip-build --disable-xctest 2>&1 </dev/null | tee "$log" \
  | LC_ALL=C grep --line-buffered -vP '^(◇ |✔ (Suite |Test (?!run with )))' || status=${PIPESTATUS[0]}

if ! grep -qE 'Test run with [1-9][0-9]* tests? .*(passed|failed) after' "$log"; then
  tail -n 40 "$log" >&2
  printf '✗ the tests did not come to their end; all they said: %s\n' "$log" >&2
  exit 1
fi
exit "$status"
