"""The size and channels of a picture, from its first bytes: PNG, JPEG, GIF, BMP."""

from __future__ import annotations

from dataclasses import dataclass
from typing import BinaryIO

from .header import BadHeader, exactly

_PNG = b"\x89PNG\r\n\x1a\n"
# Segments of a JPEG that are passed over on the way to its size.
_MOST_SEGMENTS = 200
_SIZES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}


@dataclass(frozen=True, slots=True)
class Picture:
    """height and width in pixels as stored; channels as Pillow opens it: 1 for grey and palettes, 2 with alpha, 3, 4.

    turned: the file may say that it is to be shown turned, which OpenCV heeds and Pillow does not.
    """

    height: int
    width: int
    channels: int
    turned: bool = False


def read_picture(path: str) -> Picture:
    """Raises OSError, and BadHeader for what is none of these, or cut short within its header."""
    with open(path, "rb") as stream:
        start = exactly(stream, 8)
        if start == _PNG:
            picture = _png(stream)
        elif start[:2] == b"\xff\xd8":
            stream.seek(2)
            picture = _jpeg(stream)
        elif start[:6] in (b"GIF87a", b"GIF89a"):
            picture = _gif(start[6:] + exactly(stream, 2))
        elif start[:2] == b"BM":
            picture = _bmp(stream)
        else:
            raise BadHeader("a picture of another kind")
    if picture.height < 1 or picture.width < 1:
        raise BadHeader("a picture without a size")
    return picture


def _png(stream: BinaryIO) -> Picture:
    chunk = exactly(stream, 18)
    if chunk[4:8] != b"IHDR":
        raise BadHeader("a PNG without a header")
    width, height = int.from_bytes(chunk[8:12], "big"), int.from_bytes(chunk[12:16], "big")
    channels = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}.get(chunk[17])
    if channels is None:
        raise BadHeader("a PNG of an unknown colour type")
    return Picture(height, width, channels)


def _jpeg(stream: BinaryIO) -> Picture:
    """Segments one after another until the one with the size: a marker, a length, and so many bytes."""
    turned = False
    for _ in range(_MOST_SEGMENTS):
        marker = exactly(stream, 2)
        while marker == b"\xff\xff":
            marker = b"\xff" + exactly(stream, 1)
        if marker[0] != 0xFF:
            raise BadHeader("a JPEG with a broken segment")
        length = int.from_bytes(exactly(stream, 2), "big") - 2
        if marker[1] in _SIZES:
            size = exactly(stream, 6)
            return Picture(int.from_bytes(size[1:3], "big"), int.from_bytes(size[3:5], "big"), size[5], turned)
        if length < 0:
            raise BadHeader("a JPEG with a broken segment")
        body = stream.tell()
        turned = turned or (marker[1] == 0xE1 and stream.read(4) == b"Exif")
        stream.seek(body + length)
    raise BadHeader("a JPEG without a size")


def _gif(size: bytes) -> Picture:
    return Picture(int.from_bytes(size[2:4], "little"), int.from_bytes(size[0:2], "little"), 1)


def _bmp(stream: BinaryIO) -> Picture:
    stream.seek(14)
    header = exactly(stream, 16)
    if int.from_bytes(header[:4], "little") < 40:
        raise BadHeader("a BMP of an old kind")
    width = int.from_bytes(header[4:8], "little", signed=True)
    # A negative height: the rows stand from top to bottom.
    height = abs(int.from_bytes(header[8:12], "little", signed=True))
    bits = int.from_bytes(header[14:16], "little")
    if bits not in (1, 4, 8, 24):
        raise BadHeader("a BMP of other depth")
    return Picture(height, width, 3 if bits == 24 else 1)
