#!/bin/sh
# venv.sh PYTHON FOLDER: a virtual environment with pip, also where Debian's python3 comes without ensurepip.
set -eu
python=$1 folder=$2

"$python" -c 'import sys; sys.exit(sys.version_info < (3, 10))' || {
    echo "keras-shapes needs Python 3.10 or newer; $python is $("$python" --version 2>&1). Say which: make PYTHON=python3.12" >&2
    exit 1
}
[ -x "$folder/bin/python" ] && "$folder/bin/python" -m pip --version >/dev/null 2>&1 && exit 0

"$python" -c 'import ensurepip, venv' 2>/dev/null || sh "$(dirname "$0")/system.sh" python3-venv
"$python" -m venv "$folder"
