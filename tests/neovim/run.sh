#!/bin/sh
# The server in another editor: `nvim` headless on a copy of the examples.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
export KERAS_SHAPES_TEST_PYTHON="${KERAS_SHAPES_TEST_PYTHON:-$here/../../.venv/bin/python}"
workspace=$(mktemp -d)
trap 'rm -rf "$workspace"' EXIT
cp "$here"/../../examples/*.py "$workspace"
cd "$workspace"
# Debian's neovim is too old to run a script with -l; nothing of the user's own configuration is read.
XDG_STATE_HOME="$workspace" XDG_DATA_HOME="$workspace" nvim --headless -u NONE -i NONE -c "luafile $here/test.lua"
