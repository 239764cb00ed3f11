#!/usr/bin/env bash
# What the GitHub Action does: takes revizor from PATH or builds it, checks, leaves annotations, a summary and a SARIF file.
# Settings come as REVIZOR_BASES, REVIZOR_STANDARD, REVIZOR_BASELINE, REVIZOR_SARIF, REVIZOR_LANG (action.yml).
set -uo pipefail
here=$(cd "$(dirname "$0")/.." && pwd)
revizor=$(command -v revizor || true)
if [ -z "$revizor" ]; then
  make -C "$here" build >&2 || exit 2
  revizor=$here/.build/release/revizor
fi

arguments=(--lang "${REVIZOR_LANG:-en}")
if [ -n "${REVIZOR_BASES:-}" ]; then
  read -r -a bases <<<"$REVIZOR_BASES"
  arguments+=("${bases[@]}")
fi
[ -n "${REVIZOR_STANDARD:-}" ] && arguments+=(--standard "$REVIZOR_STANDARD")
[ -n "${REVIZOR_BASELINE:-}" ] && arguments+=(--baseline "$REVIZOR_BASELINE")

"$revizor" check "${arguments[@]}" --reporter github
status=$?
# Findings are findings in every form; what cannot be read has been said once.
if [ "$status" -le 1 ]; then
  [ -n "${REVIZOR_SARIF:-}" ] && "$revizor" check "${arguments[@]}" --reporter sarif --report "$REVIZOR_SARIF"
  [ -n "${GITHUB_STEP_SUMMARY:-}" ] && "$revizor" check "${arguments[@]}" --reporter markdown >>"$GITHUB_STEP_SUMMARY"
fi
exit "$status"
