"""Shapes of Keras code, found without running it."""

__version__ = "0.1.0"
