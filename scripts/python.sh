#!/bin/sh
# Prints the path of a Python that this project runs on: 3.11 if there is one, else 3.10.
# UV_PYTHON, when set, wins. (No .python-version file: it breaks pyenv's shims elsewhere.)
set -eu

if [ -n "${UV_PYTHON:-}" ]; then
    echo "$UV_PYTHON"
    exit 0
fi

usable() {
    "$1" -c 'import sys; sys.exit(sys.version_info[:2] not in ((3, 11), (3, 10)))' 2>/dev/null
}

real_path() {
    "$1" -c 'import os, sys; print(os.path.realpath(sys.executable))'
}

for version in 3.11 3.10; do
    for candidate in "python$version" \
        "${PYENV_ROOT:-${HOME:-}/.pyenv}/versions/$version".*/bin/"python$version" \
        "/usr/bin/python$version" "/usr/local/bin/python$version"; do
        if command -v "$candidate" >/dev/null 2>&1 && usable "$candidate"; then
            real_path "$candidate"
            exit 0
        fi
    done
done
if command -v python3 >/dev/null 2>&1 && usable python3; then
    real_path python3
    exit 0
fi

cat >&2 <<'UITLEG'
Ik vind geen Python 3.11 of 3.10 op deze computer.
Installeer er een en probeer het opnieuw. Op Debian of Ubuntu:
    apt-get install python3.11 python3.11-venv
UITLEG
exit 1
