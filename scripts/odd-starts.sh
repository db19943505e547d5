#!/bin/sh
# Tries `make chat` and `make test-core` where they failed before: a path with é and a space,
# LC_ALL=C, a renamed folder, no network the second time, no HOME, one that can't be written to,
# and another user (only when root runs this). Works on copies, each installed anew.
# Tells one line for each try; exits with 1 when one failed.
set -eu
cd "$(dirname "$0")/.."

place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
chmod 755 "$place"
failed=0
spoken='Ik ben een automatische adviseur'
passed='[0-9] passed'

copy() { # FOLDER: what Git knows or would take, without what was installed
    mkdir -p "$1"
    git ls-files -co --exclude-standard -z | tar -c --null -T - | tar -x -C "$1"
}

try() { # NAME FOLDER SHOWN COMMAND…: it ends well, and what it shows holds SHOWN
    name=$1 folder=$2 shown=$3
    shift 3
    if (cd "$folder" && echo hallo | "$@") >"$place/log" 2>&1 && grep -q "$shown" "$place/log"; then
        echo "goed  $name"
    else
        echo "FOUT  $name"
        sed 's/^/      /' "$place/log"
        failed=1
    fi
}

away=http://127.0.0.1:9 # nobody answers there
offline="env http_proxy=$away https_proxy=$away all_proxy=$away"
chat='ARGS=--script --plat'
tests=ARGS=tests/test_settings.py

first="$place/één map" second="$place/ook één" third="$place/derde"

copy "$first"
try 'een pad met é en een spatie, met LC_ALL=C' "$first" "$spoken" env LC_ALL=C make chat "$chat"
mv "$first" "$second"
try 'een andere naam voor de map, zonder netwerk' "$second" "$spoken" $offline make chat "$chat"
try 'zonder HOME' "$second" "$spoken" env -u HOME make chat "$chat"
try 'het commando zelf, uit een andere map' / "$spoken" \
    "$second/.venv/bin/samenwerkwijzer" chat --script --plat
try 'de proeven' "$second" "$passed" make test-core "$tests"
mv "$second" "$third"
try 'de proeven na een verhuizing, zonder netwerk' "$third" "$passed" $offline make test-core "$tests"

copy "$place/thuisloos"
try 'een nieuwe installatie zonder HOME' "$place/thuisloos" "$spoken" \
    env -u HOME -u XDG_CACHE_HOME make chat "$chat"
rm -rf "$place/thuisloos"

if [ "$(id -u)" = 0 ] && command -v setpriv >/dev/null 2>&1; then
    nobody='setpriv --reuid 65534 --regid 65534 --clear-groups env HOME=/root'
    chown -R 65534:65534 "$third"
    try 'de map van een ander, met een HOME die niet van jou is' "$third" "$spoken" $nobody make chat "$chat"
    copy "$place/niemand"
    chown -R 65534:65534 "$place/niemand"
    try 'een andere gebruiker' "$place/niemand" "$spoken" $nobody make chat "$chat"
    chown -R 0:0 "$place/niemand"
    try 'een map waarin je niets mag neerzetten' "$place/niemand" "$spoken" $nobody make chat "$chat"
else
    echo 'over  een andere gebruiker: dat kan alleen root proberen'
fi
exit "$failed"
