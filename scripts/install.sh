#!/usr/bin/env bash
# install.sh PREFIX: the built binary, its plugins, and the rules, where the binary looks for them.
set -euo pipefail
cd "$(dirname "$0")/.."
prefix=${1:?usage: install.sh PREFIX}

install -D -m 755 .build/release/revizor "$prefix/bin/revizor"
install -d "$prefix/lib/revizor/plugins"
for folder in Plugins/*/; do
  install -m 644 ".build/release/lib$(basename "$folder").so" "$prefix/lib/revizor/plugins/"
done
(cd Rules && find . -type f -exec install -D -m 644 {} "$prefix/share/revizor/rules/{}" \;)
install -D -m 644 Integrations/revizor.1 "$prefix/share/man/man1/revizor.1"
completions() { .build/release/revizor --generate-completion-script "$1" | install -D -m 644 /dev/stdin "$2"; }
completions bash "$prefix/share/bash-completion/completions/revizor"
completions zsh "$prefix/share/zsh/site-functions/_revizor"
completions fish "$prefix/share/fish/vendor_completions.d/revizor.fish"
printf 'installed %s\n' "$prefix/bin/revizor"
