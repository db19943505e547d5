#!/bin/sh
# Installs the bot's own world in .venv, as locked. With an argument "dev", the tools of the
# tests too. Leaves what is already there (--inexact), so that `make chat` after `make test`
# does not throw the tools out. The folder may be moved or renamed afterwards.
set -eu
cd "$(dirname "$0")/.."

if [ ! -w . ]; then
    echo "Ik mag hier niets neerzetten: $PWD" >&2
    echo "Maak een kopie in een map van jezelf, en probeer het daar." >&2
    exit 1
fi

uv=$(sh scripts/uv.sh)
UV_PYTHON=$(sh scripts/python.sh)
UV_CACHE_DIR=${UV_CACHE_DIR:-$(sh scripts/cache.sh uv)}
UV_PROJECT_ENVIRONMENT=.venv
UV_PYTHON_DOWNLOADS=never
export UV_PYTHON UV_CACHE_DIR UV_PROJECT_ENVIRONMENT UV_PYTHON_DOWNLOADS
unset VIRTUAL_ENV

# Commands that name no place; also again when Python is gone (another computer, another user).
if ! grep -qs '^relocatable = true' .venv/pyvenv.cfg || ! .venv/bin/python -c '' 2>/dev/null; then
    "$uv" venv --quiet --relocatable --clear .venv
fi
if [ "${1:-}" = dev ]; then
    "$uv" sync --frozen --inexact --extra chat --group dev
else
    "$uv" sync --frozen --inexact --extra chat --no-default-groups
fi
# Where the bot's own code stands, seen from here: uv writes the whole path, which a move breaks,
# and an é in it stops Python under LC_ALL=C. A new file, for the old one may be uv's own copy.
for file in .venv/lib/python3.*/site-packages/_editable_impl_samenwerkwijzer.pth; do
    rm -f "$file"
    echo ../../../.. >"$file"
done
# Half of a first start is compiling. Some packages hold files for another Python: no matter.
.venv/bin/python -m compileall -qq -j 0 .venv/lib bot || :

if [ "${1:-}" = dev ]; then touch .venv/.dev; fi
touch .venv/.chat
