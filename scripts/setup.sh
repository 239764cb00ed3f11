#!/usr/bin/env bash
# Swift and the system libraries that Revizor is built with; installs what is missing, is quick when nothing is.
set -euo pipefail
cd "$(dirname "$0")/.."
. scripts/step.sh

# The libraries, and what a bare Debian lacks for the toolchain itself: a linker, C headers, git, libcurl.
packages=(
  libxml2-dev libsqlite3-dev libzip-dev libxlsxwriter-dev libuchardet-dev libssl-dev libphonenumber-dev
  pkg-config
  make gcc g++ git ca-certificates libcurl4 tzdata
)

complain() {
  printf '%s\n' "$1" >&2
  exit 1
}

# Packages that are neither installed nor provided by an installed one.
missing_packages() {
  local installed package
  installed=$(dpkg-query -W -f='${db:Status-Status} ${Package} ${Provides}\n' | sed -n 's/^installed //p' | tr ',\n' '  ')
  for package in "${packages[@]}"; do
    [[ " $installed " == *" $package "* ]] || printf '%s ' "$package"
  done
}

install_packages() {
  local root=() apt="apt-get install -y --no-install-recommends $*"
  if [ "$(id -u)" -ne 0 ]; then
    command -v sudo >/dev/null || complain "some packages are missing; run as root: $apt"
    root=(sudo)
    # A password is asked for here or not at all: the steps below have no terminal to ask on.
    if [ -t 0 ]; then sudo -v; else root=(sudo -n); fi || complain "some packages are missing; run: sudo $apt"
    "${root[@]}" true 2>/dev/null || complain "some packages are missing; run: sudo $apt"
  fi
  printf 'installing %s\n' "$*"
  step 'apt-get update' "${root[@]}" apt-get -o Acquire::Retries=3 update
  step 'apt-get install' "${root[@]}" env DEBIAN_FRONTEND=noninteractive \
    apt-get -o Acquire::Retries=3 -o DPkg::Lock::Timeout=120 install -y --no-install-recommends "$@"
}

command -v swift >/dev/null \
  || complain 'Swift is not installed, or not on PATH; get the Swift 6.3 toolchain at https://www.swift.org/install/linux/ and put its usr/bin on PATH'

if command -v dpkg-query >/dev/null && command -v apt-get >/dev/null; then
  read -ra missing <<<"$(missing_packages)"
  [ "${#missing[@]}" -eq 0 ] || install_packages "${missing[@]}"
elif ! pkg-config --exists libxml-2.0 sqlite3 libzip xlsxwriter uchardet libcrypto 2>/dev/null; then
  complain 'this is no Debian: install pkg-config, a C compiler and the headers of libxml2, sqlite3, libzip, libxlsxwriter, uchardet, OpenSSL and libphonenumber with your package manager'
fi

version=$(swift --version 2>/dev/null | sed -nE 's/.*Swift version ([0-9]+\.[0-9]+).*/\1/p' | head -n 1)
oldest=$(printf '%s\n' 6.3 "${version:-0}" | sort -V | head -n 1)
[ "$oldest" = 6.3 ] \
  || complain "Swift ${version:-of unknown version} is too old; get the Swift 6.3 toolchain at https://www.swift.org/install/linux/"
