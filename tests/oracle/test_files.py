"""What we read of files against what numpy, pandas, h5py and Pillow read; and files that are broken on purpose."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random
from typing import Any

import numpy as np
import pytest

from keras_shapes.knowledge.files.csv import Format, column_types, read_lines
from keras_shapes.knowledge.files.folders import read_folders
from keras_shapes.knowledge.files.hdf5 import read_hdf5
from keras_shapes.knowledge.files.header import ArrayHeader, BadHeader
from keras_shapes.knowledge.files.images import read_picture
from keras_shapes.knowledge.files.npy import read_npy, read_npz

pytestmark = pytest.mark.keras

_TYPES = ("float32", "float64", "float16", "int8", "int64", "uint8", "uint16", "bool", "complex64", ">f4", "<i2")


def _array(random: Random) -> Any:
    shape = tuple(random.randint(0, 5) for _ in range(random.randint(0, 4)))
    return np.zeros(shape, random.choice(_TYPES), order=random.choice("CF"))  # type: ignore[call-overload]


def _header(array: Any) -> ArrayHeader:
    return ArrayHeader(array.shape, array.dtype.name)


@pytest.mark.parametrize("seed", range(30))
def test_npy_as_numpy_wrote_it(seed: int, tmp_path: Path) -> None:
    random = Random(seed)
    array, others = _array(random), {f"a{i}": _array(random) for i in range(random.randint(0, 4))}
    np.lib.format.write_array(
        (tmp_path / "a.npy").open("wb"), array, version=random.choice([(1, 0), (2, 0), (3, 0), None])
    )
    assert read_npy(str(tmp_path / "a.npy")) == _header(array)
    random.choice([np.savez, np.savez_compressed])(tmp_path / "a.npz", **others)
    assert read_npz(str(tmp_path / "a.npz")) == {name: _header(a) for name, a in others.items()}


def test_npy_of_texts_and_objects(tmp_path: Path) -> None:
    for values, dtype in ((["a", "bc"], "str"), ([b"a"], "bytes"), ([[1], [2, 3]], "object")):
        array = np.array(values, dtype=object if dtype == "object" else None)
        np.save(tmp_path / "a.npy", array)
        assert read_npy(str(tmp_path / "a.npy")) == ArrayHeader(array.shape, dtype)


@pytest.mark.parametrize("library", ["earliest", "latest", "v108", "v110"])
@pytest.mark.parametrize("seed", range(6))
def test_hdf5_as_h5py_wrote_it(library: str, seed: int, tmp_path: Path) -> None:
    h5py = pytest.importorskip("h5py")
    random, expected = Random(seed), {}
    with h5py.File(tmp_path / "a.h5", "w", libver=library) as file:
        for i in range(random.randint(0, 8 if library != "earliest" else 40)):
            name = f"{random.choice(['', 'group/', 'group/inner/'])}array{i}"
            array = _array(random)
            options = {"chunks": True, "compression": "gzip"} if array.ndim and array.size and i % 2 else {}
            file.create_dataset(name, data=array, **options)
            # Booleans are an enumeration there, complex numbers a compound.
            expected[name] = ArrayHeader(array.shape, array.dtype.name if array.dtype.kind not in "bc" else "")
            file[name].attrs["note"] = "what has many words " * random.randint(0, 40)
    assert read_hdf5(str(tmp_path / "a.h5")) == expected


@pytest.mark.parametrize("mode", ["L", "RGB", "RGBA", "P", "1", "LA", "CMYK"])
@pytest.mark.parametrize("ending", ["png", "jpg", "gif", "bmp"])
def test_pictures_as_pillow_opens_them(mode: str, ending: str, tmp_path: Path) -> None:
    image = pytest.importorskip("PIL.Image")
    path = tmp_path / f"a.{ending}"
    try:
        image.new(mode, (31, 17)).save(path)
    except (OSError, ValueError):
        pytest.skip("this kind of file cannot hold this kind of picture")
    with image.open(path) as opened:
        real = np.asarray(opened)
    try:
        picture = read_picture(str(path))
    except BadHeader:
        assert (ending, mode) == ("bmp", "RGBA")
        return
    channels = () if picture.channels == 1 else (picture.channels,)
    assert (picture.height, picture.width, *channels) == real.shape
    assert not picture.turned


def test_a_picture_that_is_to_be_turned(tmp_path: Path) -> None:
    image = pytest.importorskip("PIL.Image")
    exif = image.Exif()
    exif[0x0112] = 6
    image.new("RGB", (31, 17)).save(tmp_path / "a.jpg", exif=exif)
    picture = read_picture(str(tmp_path / "a.jpg"))
    assert (picture.height, picture.width, picture.channels, picture.turned) == (17, 31, 3, True)


_CELLS: dict[str, Callable[[Random], str]] = {
    "int": lambda r: str(r.randint(-9, 9999)),
    "float": lambda r: r.choice(["1.5", "2.", ".25", "1e5", "-3.25E-3", " 4.5"]),
    "bool": lambda r: r.choice(["True", "False"]),
    "text": lambda r: r.choice(["a", "b c", '"x, y"', '"two\n\nlines"', "1 2", "1_000", "2020-01-01", '"q""q"']),
    "missing": lambda r: r.choice(["1", "", "NaN", "NA"]),
    "digits": lambda r: "9" * r.randint(17, 21),
}


def _table(random: Random, separator: str) -> tuple[str, int]:
    kinds = [random.choice(list(_CELLS)) for _ in range(random.randint(1, 6))]
    lines = [separator.join(f"c{i}" for i in range(len(kinds)))]
    for _ in range(random.randint(1, 12)):
        lines.append(separator.join(_CELLS[k](random).replace(",", separator) for k in kinds))
        if random.random() < 0.1 and len(kinds) > 1:
            lines.append(random.choice(["", "  "]))
    return "\n".join(lines) + random.choice(["", "\n", "\n\n"]), len(kinds)


@pytest.mark.parametrize("seed", range(120))
def test_csv_as_pandas_reads_it(seed: int, tmp_path: Path) -> None:
    pandas = pytest.importorskip("pandas")
    random = Random(seed)
    separator = random.choice(",;\t")
    text, width = _table(random, separator)
    if random.random() < 0.3:
        text = text.replace("\n", "\r\n")
    path = tmp_path / "a.csv"
    path.write_bytes(text.encode())
    real = pandas.read_csv(path, sep=separator)
    lines = read_lines(str(path), Format(separator))
    assert lines.whole
    header, *rows = lines.rows
    assert (len(rows), len(header)) == real.shape == (len(rows), width), text
    assert list(header) == list(real.columns)
    names = ["object" if t.name == "str" else t.name for t in real.dtypes]
    told = column_types(rows, width, lines.whole)
    assert all(ours in ("", theirs) for ours, theirs in zip(told, names)), (text, told, names)


def test_columns_of_one_kind_are_named() -> None:
    rows = [("1", "1.5", "True", "a", "", "1"), ("2", "2", "False", "1", "", "NA")]
    assert column_types(rows, 6, True) == ("int64", "float64", "bool", "object", "float64", "float64")


def test_only_the_beginning_of_a_long_table_is_read(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("a,b\n" + "1,x\n" * 1_000_000)
    lines = read_lines(str(path), Format())
    assert not lines.whole
    assert column_types(lines.rows[1:], 2, lines.whole) == ("", "object")


def test_folders_and_the_pictures_in_them(tmp_path: Path) -> None:
    for name in ("cats/a.JPG", "cats/more/b.png", "dogs/c.jpeg", "dogs/notes.txt", "readme.md"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()
    (tmp_path / "empty").mkdir()
    assert read_folders(str(tmp_path), (".jpg", ".jpeg", ".png")).classes == {"cats": 2, "dogs": 1, "empty": 0}


def _files(folder: Path) -> Iterator[tuple[Callable[[str], Any], bytes]]:
    """A reader, and a good file of its kind."""
    array = np.zeros((3, 4), "float32")
    for save, reader in ((np.save, read_npy), (np.savez, read_npz)):
        stream = io.BytesIO()
        save(stream, array)  # type: ignore[operator]
        yield reader, stream.getvalue()
    h5py, image = pytest.importorskip("h5py"), pytest.importorskip("PIL.Image")
    for library in ("earliest", "latest"):
        with h5py.File(folder / "a.h5", "w", libver=library) as file:
            file.create_dataset("group/a", data=array)
            file["b"] = array
        yield read_hdf5, (folder / "a.h5").read_bytes()
    for ending in ("png", "jpeg", "gif", "bmp"):
        stream = io.BytesIO()
        image.new("RGB", (9, 7)).save(stream, ending)
        yield read_picture, stream.getvalue()
    yield lambda path: read_lines(path, Format()), b'a,b\n1,"2"\n3,4\n'


def test_broken_files_are_refused_or_read_but_nothing_else_happens(tmp_path: Path) -> None:
    from keras_shapes.knowledge.files.header import BROKEN

    random, refused = Random(0), 0
    path = tmp_path / "file"
    for reader, content in _files(tmp_path):
        assert path.write_bytes(content)
        assert reader(str(path)) is not None
        for _ in range(250):
            changed = bytearray(content[: random.randint(0, len(content))] if random.random() < 0.3 else content)
            for _ in range(random.randint(0, 6)):
                if changed:
                    changed[random.randrange(min(len(changed), 2000))] = random.choice([0, 255, random.randrange(256)])
            path.write_bytes(changed)
            try:
                reader(str(path))
            except BROKEN:
                refused += 1
    assert refused > 300
