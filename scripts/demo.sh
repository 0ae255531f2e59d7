#!/bin/sh
# demo.sh BIN: the main job on examples/: what is wrong and why, every shape, and what real Keras says of it.
set -eu
bin=$1
if [ -t 1 ]; then bold='\033[1m' plain='\033[0m'; else bold='' plain=''; fi
show() { printf "\n$bold\$ keras-shapes %s$plain\n\n" "$*"; }

show check examples/
status=0
"$bin/keras-shapes" check examples/ || status=$?
# The examples are broken on purpose: to find nothing would be the failure.
[ "$status" = 1 ] || { echo "demo: check ended with status $status, where findings (1) were expected" >&2; exit 1; }

show shapes examples/lstm_rank.py
"$bin/keras-shapes" shapes examples/lstm_rank.py

verdicts='Nothing was run: no TensorFlow here (make setup installs it).'
if "$bin/python" -c 'import importlib.util as u; raise SystemExit(u.find_spec("tensorflow") is None)'; then
    show validate examples/lstm_rank.py
    status=0
    "$bin/keras-shapes" validate --python "$bin/python" examples/lstm_rank.py || status=$?
    [ "$status" -le 1 ] || { echo "demo: validate ended with status $status" >&2; exit 1; }
    verdicts='Validated by real Keras.'
fi
printf '\ndemo: %s %s\n' "$("$bin/keras-shapes" check --exit-zero --output-format concise examples/ | tail -n 1)" "$verdicts"
