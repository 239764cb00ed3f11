#!/usr/bin/env bash
# Coverage-guided fuzzing of the readers under the address sanitizer: MINUTES (60) for each fuzzer in Fuzz/, or for those
# named. Leaks are not looked for: what threads and caches keep would be, after each input, for most of the time.
# What was found stays in .build/fuzz; an input that crashes, hangs or takes too much memory fails the run.
set -euo pipefail
cd "$(dirname "$0")/.."
. scripts/step.sh

minutes=${MINUTES:-60}
fuzzers=("$@")
[ ${#fuzzers[@]} -gt 0 ] || for folder in Fuzz/seeds/*/; do fuzzers+=("$(basename "$folder")"); done

step 'fuzzers' swift build -c release --package-path Fuzz --scratch-path .build/fuzz/build
status=0
for name in "${fuzzers[@]}"; do
  work=$PWD/.build/fuzz/$name
  mkdir -p "$work/corpus"
  printf '  %s · %d min\n' "$name" "$minutes"
  if ! (cd "$work" && nice -n 19 ../build/release/"fuzz-$name" corpus "$OLDPWD/Fuzz/seeds/$name" \
    -max_total_time=$((minutes * 60)) -timeout=10 -rss_limit_mb=1024 -max_len=8192 -detect_leaks=0 -print_final_stats=1 \
    >fuzz.log 2>&1); then
    status=1
    tail -n 30 "$work/fuzz.log" >&2
    printf '✗ %s: the input and the log are in %s\n' "$name" "$work" >&2
  else
    grep -E 'number_of_executed_units|peak_rss_mb' "$work/fuzz.log" || true
  fi
done
exit "$status"
