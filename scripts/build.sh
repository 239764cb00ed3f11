#!/usr/bin/env bash
# revizor and its plugins, for use: .build/release.
set -euo pipefail
cd "$(dirname "$0")/.."
. scripts/step.sh

step 'release build' swift build -c release
