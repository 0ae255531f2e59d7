#!/bin/sh
# Writes requirements/*.lock anew: pinned, with hashes, without addresses, for every supported Python at once.
set -eu
cd "$(dirname "$0")/.."
venv=build/lock-venv
[ -x "$venv/bin/uv" ] || { python3 -m venv "$venv" && "$venv/bin/pip" install -q uv==0.13.9; }

compile() { # SOURCE LOCK OLDEST-PYTHON
    "$venv/bin/uv" pip compile --quiet --universal --python-version "$3" --generate-hashes \
        --no-emit-index-url --no-emit-find-links --custom-compile-command "make lock" \
        ${UPGRADE:+--upgrade} "$1" -o "$2"
}

compile pyproject.toml requirements/server.lock 3.10
compile requirements/build.in requirements/build.lock 3.10
compile requirements/dev.in requirements/dev.lock 3.10
compile requirements/bench.in requirements/bench.lock 3.10
compile requirements/keras.in requirements/keras.lock 3.11
echo "$(ls requirements/*.lock | wc -l) lock files, $(cat requirements/*.lock | grep -c "^[a-z]") pins"
