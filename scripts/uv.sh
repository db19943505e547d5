#!/bin/sh
# Prints the path of uv. Takes the one on the PATH when it is new enough for uv.lock,
# else puts a pinned one in .tools/uv.
set -eu
cd "$(dirname "$0")/.."

pinned=0.13.9
oldest="0 9"
own=.tools/uv/bin/uv

new_enough() {
    "$1" --version 2>/dev/null | awk -v oldest="$oldest" '
        { split($2, have, "."); split(oldest, need, " ")
          exit !(have[1] > need[1] || (have[1] == need[1] && have[2] >= need[2])) }
        END { if (NR == 0) exit 1 }'
}

if command -v uv >/dev/null 2>&1 && new_enough uv; then
    command -v uv
    exit 0
fi
if [ -x "$own" ] && new_enough "$own"; then
    echo "$PWD/$own"
    exit 0
fi

python=$(sh scripts/python.sh)
echo "uv ontbreekt nog. Ik zet het in .tools/ (eenmalig)." >&2
rm -rf .tools/uv
mkdir -p .tools
if ! "$python" -m venv .tools/uv >.tools/venv.log 2>&1; then
    rm -rf .tools/uv
    version=$("$python" -c 'import sys; print("%d.%d" % sys.version_info[:2])')
    cat >&2 <<UITLEG
Deze Python ($python) kan geen eigen omgeving maken.
Op Debian of Ubuntu ontbreekt dan een pakket. Installeer het en probeer het opnieuw:
    apt-get install python$version-venv
Of zet zelf uv op deze computer; dan is dat pakket niet nodig.
UITLEG
    exit 1
fi
if ! .tools/uv/bin/python -m pip install --quiet --disable-pip-version-check "uv==$pinned" \
    >.tools/pip.log 2>&1; then
    cat .tools/pip.log >&2
    echo "uv installeren lukte niet. Is er verbinding met PyPI?" >&2
    rm -rf .tools/uv
    exit 1
fi
echo "$PWD/$own"
