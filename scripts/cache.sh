#!/bin/sh
# Prints the folder in which a tool (the argument) keeps what it downloaded: that of the user, or
# one in .tools for who has no home that can be written to.
set -eu
cd "$(dirname "$0")/.."

folder=${XDG_CACHE_HOME:-${HOME:-/dev/null}/.cache}/$1
if ! mkdir -p "$folder" 2>/dev/null || [ ! -w "$folder" ]; then
    folder=$PWD/.tools/cache/$1
    mkdir -p "$folder"
fi
echo "$folder"
