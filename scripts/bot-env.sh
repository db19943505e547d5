#!/bin/sh
# Installs the bot's own world in .venv, as locked. With an argument "dev", the tools of the
# tests too. Leaves what is already there (--inexact), so that `make chat` after `make test`
# does not throw the tools out.
set -eu
cd "$(dirname "$0")/.."

uv=$(sh scripts/uv.sh)
UV_PYTHON=$(sh scripts/python.sh)
UV_PROJECT_ENVIRONMENT=.venv
UV_COMPILE_BYTECODE=${UV_COMPILE_BYTECODE:-1}
UV_PYTHON_DOWNLOADS=never
export UV_PYTHON UV_PROJECT_ENVIRONMENT UV_COMPILE_BYTECODE UV_PYTHON_DOWNLOADS
unset VIRTUAL_ENV

if [ "${1:-}" = dev ]; then
    "$uv" sync --frozen --inexact --extra chat --group dev
    touch .venv/.chat .venv/.dev
else
    "$uv" sync --frozen --inexact --extra chat --no-default-groups
    touch .venv/.chat
fi
.venv/bin/python -m compileall -q bot # the bot itself: half of a first start is compiling it
