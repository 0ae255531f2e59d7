"""Small files for programs that read some, in the working folder."""

from __future__ import annotations

import csv as _csv
from pathlib import Path
from random import Random


def csv(path: str, rows: int, columns: dict[str, object]) -> None:
    """columns: name → (low, high) of floats, a range of integers, or a list of words to draw from."""
    random = Random(path)
    with _open(path).open("w", newline="") as file:
        writer = _csv.writer(file)
        writer.writerow(columns)
        for row in range(rows):
            writer.writerow([_cell(kind, row, random) for kind in columns.values()])


def _cell(kind: object, row: int, random: Random) -> object:
    if isinstance(kind, tuple):
        return round(random.uniform(*kind), 4)
    assert isinstance(kind, (list, range))
    # The first rows hold every value, so that small tables have all classes.
    return kind[row] if row < len(kind) <= 20 else random.choice(kind)


def images(folder: str, classes: tuple[str, ...], count: int, size: tuple[int, int], mode: str = "RGB") -> None:
    """`count` pictures for each class, in folders by its name. size: width, height."""
    for name in classes:
        for index in range(count):
            image(f"{folder}/{name}/{index:03}.png", size, mode)


def image(path: str, size: tuple[int, int], mode: str = "RGB") -> None:
    """One picture. size: width, height."""
    from PIL import Image

    random = Random(path)
    channels = len(mode) if mode != "L" else 1
    Image.frombytes(mode, size, random.randbytes(size[0] * size[1] * channels)).save(_open(path))


def npy(path: str, shape: tuple[int, ...], dtype: str = "float32", high: int = 1) -> None:
    """An array of numbers below `high`."""
    import numpy as np

    np.save(_open(path), (np.random.default_rng(0).random(shape) * high).astype(dtype))


def text(path: str, content: str) -> None:
    _open(path).write_text(content, encoding="utf-8")


def _open(path: str) -> Path:
    Path(path).parent.mkdir(parents=True, exist_ok=True)
    return Path(path)
