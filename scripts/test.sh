#!/bin/sh
# Runs the whole test suite and prints pytest's closing line last. A skipped test is an error
# here: `make test` is the run in which everything runs. A process for each core; tests/conftest.py
# says which tests stay together and which begin. Extra arguments go to pytest.
set -eu
cd "$(dirname "$0")/.."

log=$(mktemp)
trap 'rm -f "$log"' EXIT
status=0
side_by_side="-n auto --dist loadgroup --no-loadscope-reorder"
# shellcheck disable=SC2086 # words, not one word
{ .venv/bin/python -m pytest --color=no $side_by_side "$@" || echo "$?" >"$log.status"; } 2>&1 | tee "$log"
if [ -e "$log.status" ]; then
    status=$(cat "$log.status")
    rm -f "$log.status"
fi
closing=$(grep -E '^[0-9]+ (passed|failed|error|skipped|deselected|xfailed)|^=+ .*(passed|failed|error|no tests).* =+$|^no tests ran' "$log" | tail -n 1 || true)
if [ "$status" = 0 ] && [ -z "${SKIPS_ALLOWED:-}" ] && echo "$closing" | grep -q skipped; then
    echo "Er zijn proeven overgeslagen. Bij 'make test' hoort alles te draaien." >&2
    echo "$closing"
    exit 1
fi
exit "$status"
