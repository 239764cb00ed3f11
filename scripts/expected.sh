#!/usr/bin/env bash
# What comes of each sample, made anew: Samples/<case>/expected/*.csv. Look at the difference before you keep it.
set -euo pipefail
cd "$(dirname "$0")/.."

binary=${REVIZOR_BINARY:-.build/release/revizor}
[ -x "$binary" ] || { printf '%s is not built; run make build\n' "$binary" >&2; exit 1; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# expect CASE BASE…
expect() {
  local case=$1 folder="Samples/$1/expected" bases=() base
  shift
  for base in "$@"; do bases+=("Samples/$case/$base"); done
  mkdir -p "$work/$case"
  "$binary" clean "${bases[@]}" --output "$work/$case/clean.csv" --now 2026-11-22 --lang ru --quiet
  rm -rf "$folder"
  mkdir -p "$folder"
  cp "$work/$case"/*.csv "$folder/"
  printf '%s: %s\n' "$folder" "$(cd "$folder" && wc -l -- *.csv | sed -n 's/^ *\([0-9]*\) \(clean.*\)/\2 \1 lines/p' | paste -sd ',' | sed 's/,/, /g')"
}

expect inherited-access clients.xml
expect bought-list list.xlsx list-2.csv
expect old-crm crm.sqlite
