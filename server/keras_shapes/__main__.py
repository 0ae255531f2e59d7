"""`python -m keras_shapes` is the command `keras-shapes`."""

from keras_shapes.cli.main import main

if __name__ == "__main__":
    raise SystemExit(main())
