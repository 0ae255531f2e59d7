"""Starts the server that the extension carries: ``python -I -S -X utf8 start.py server``.

The user's Python is borrowed without its ``site-packages`` (``-S``), without ``PYTHON*`` variables and the working
directory (``-I``): whatever versions of our libraries stand there, ours are the ones that are imported.
"""

import sys
from pathlib import Path

_bundle = Path(__file__).resolve().parent
sys.path[:0] = [str(_bundle), str(_bundle / "libs")]

from keras_shapes.cli.main import main  # noqa: E402

sys.exit(main(sys.argv[1:]))
