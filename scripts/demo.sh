#!/bin/sh
# demo.sh BIN: the main job on examples/: what is wrong and why, every shape, and what real Keras says of it.
set -eu
bin=$1
show() { printf '\n\033[1m$ keras-shapes %s\033[0m\n' "$*"; }

show check examples/
status=0
"$bin/keras-shapes" check examples/ || status=$?
# The examples are broken on purpose: to find nothing would be the failure.
[ "$status" = 1 ] || { echo "demo: check ended with status $status, where findings (1) were expected" >&2; exit 1; }

show shapes examples/lstm_rank.py
"$bin/keras-shapes" shapes examples/lstm_rank.py

if "$bin/python" -c 'import importlib.util as u; raise SystemExit(u.find_spec("tensorflow") is None)'; then
    show validate examples/lstm_rank.py
    "$bin/keras-shapes" validate --python "$bin/python" examples/lstm_rank.py || status=$?
    [ "$status" -le 1 ] || { echo "demo: validate ended with status $status" >&2; exit 1; }
else
    printf '\nNo TensorFlow in %s, so nothing was run: make setup installs it, and then make demo validates too.\n' "$bin"
fi
