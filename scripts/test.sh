#!/usr/bin/env bash
# All tests. A plugin and the binary are built with them: tests open both in the build folder.
set -euo pipefail
cd "$(dirname "$0")/.."
. scripts/step.sh

step 'debug build' swift build --build-tests

# The house tests with Swift Testing alone; without XCTest there is one closing line, the true one.
# All is shown but the tests that begin and those that pass; the log has everything.
log=.build/logs/tests.log
status=0
swift test --skip-build --disable-xctest 2>&1 </dev/null | tee "$log" \
  | LC_ALL=C grep --line-buffered -vP '^(◇ |✔ (Suite |Test (?!run with )))' || status=${PIPESTATUS[0]}

if ! grep -qE 'Test run with [1-9][0-9]* tests? .*(passed|failed) after' "$log"; then
  tail -n 40 "$log" >&2
  printf '✗ the tests did not come to their end; all they said: %s\n' "$log" >&2
  exit 1
fi
exit "$status"
