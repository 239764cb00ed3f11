#!/usr/bin/env bash
# The sample base of a wholesaler, exported from Access, cleaned into out/. The clock is fixed: the result is
# the same on every day.
set -euo pipefail
cd "$(dirname "$0")/.."

scripts/build.sh
mkdir -p out
.build/release/revizor clean Samples/inherited-access/clients.xml --output out/clients.xlsx --now 2026-11-22

for file in out/clients.xlsx out/clients.report.html out/clients.journal.sqlite; do
  [ -s "$file" ] || { printf '✗ %s was not written\n' "$file" >&2; exit 1; }
done
printf '\n%s\n%s\n%s\n' \
  'clean base  out/clients.xlsx' \
  'report      out/clients.report.html' \
  'journal     out/clients.journal.sqlite'
