"""Mistakes of our own that an analysis survives: it logs them and goes on; here they are collected and told."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager


class _Collector(logging.Handler):
    def __init__(self, texts: list[str]) -> None:
        super().__init__(logging.ERROR)
        self._texts = texts

    def emit(self, record: logging.LogRecord) -> None:
        self._texts.append(self.format(record) + "\n")


@contextmanager
def collected() -> Iterator[list[str]]:
    """What is logged as an error meanwhile, tracebacks included."""
    texts: list[str] = []
    logger, handler = logging.getLogger(__package__.partition(".")[0]), _Collector(texts)
    logger.addHandler(handler)
    try:
        yield texts
    finally:
        logger.removeHandler(handler)
