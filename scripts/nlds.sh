#!/bin/sh
# Copies the CSS of the components that the page uses from npm, as locked, into the package, with
# the licence and the sha256 of each file. For developers, after another version: users need no Node.
set -eu
cd "$(dirname "$0")/.."

static=bot/channels/web/static
work=.tools/nlds
rm -rf "$work"
mkdir -p "$work"
cp scripts/nlds/package.json scripts/nlds/package-lock.json "$work/"
npm_config_cache=${npm_config_cache:-$(sh scripts/cache.sh npm)}
export npm_config_cache
PATH="$PWD/.venv/bin:$PATH" npm ci --prefix "$work" --ignore-scripts --no-audit --no-fund \
    --legacy-peer-deps --loglevel=error >&2

sheet="$static/nlds.css"
echo "/* NL Design System, EUPL-1.2: see nlds-licence.md. Made by scripts/nlds.sh; don't edit. */" >"$sheet"
(
    cd "$work/node_modules"
    for package in @nl-design-system-candidate/*-css @utrecht/*-css; do
        component=$(basename "$package" -css)
        css="$package/dist/$component.css"
        [ -e "$css" ] || css="$package/dist/index.min.css"
        version=$(sed -n 's/^ *"version": *"\([^"]*\)".*/\1/p' "$package/package.json" | head -n 1)
        echo "/* $package $version sha256 $(sha256sum "$css" | cut -d' ' -f1) */"
        sed 's|/\*# sourceMappingURL=[^*]*\*/||' "$css"
        echo
    done
) >>"$sheet"
cp "$work/node_modules/@utrecht/alert-css/LICENSE.md" "$static/nlds-licence.md"
(cd "$static" && sha256sum nlds.css nlds-licence.md >nlds.sha256)
