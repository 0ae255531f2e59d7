"""The data sets of an HDF5 file, from its object headers: superblocks 0 to 3, groups as h5py writes them.

Source: the HDF5 File Format Specification, version 3. Groups with very many members in the newest layout (a fractal
heap) are not followed.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

from .header import ArrayHeader, BadHeader

_SIGNATURE = b"\x89HDF\r\n\x1a\n"
_UNDEFINED = 0xFFFF_FFFF_FFFF_FFFF
_MOST_OBJECTS = 2_000
_MOST_BYTES = 4_000_000
_MOST_DEPTH = 16
_DATASPACE, _LINK_INFO, _DATATYPE, _LINK, _CONTINUED, _SYMBOLS = 0x01, 0x02, 0x03, 0x06, 0x10, 0x11


def read_hdf5(path: str) -> dict[str, ArrayHeader]:
    """The data sets by their path below the root: `x_train`, `group/data`. Raises OSError and BadHeader."""
    with open(path, "rb") as stream:
        return _File(stream).datasets()


def _number(content: bytes, at: int, size: int = 8) -> int:
    if at + size > len(content):
        raise BadHeader("a field beyond the end")
    return int.from_bytes(content[at : at + size], "little")


class _File:
    """Counts what is read of one file, so that one made to be slow ends soon."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self._left = _MOST_BYTES
        self._seen: set[int] = set()

    def datasets(self) -> dict[str, ArrayHeader]:
        found: dict[str, ArrayHeader] = {}
        pending = [("", self._root(), 0)]
        while pending:
            name, address, depth = pending.pop()
            if address in self._seen:
                continue
            self._seen.add(address)
            if len(self._seen) > _MOST_OBJECTS or depth > _MOST_DEPTH:
                raise BadHeader("too many objects")
            messages = list(self._messages(address))
            header = _dataset(messages)
            if header is not None:
                found[name] = header
            for member, where in self._members(messages):
                pending.append((f"{name}/{member}" if name else member, where, depth + 1))
        return found

    def _read(self, address: int, count: int) -> bytes:
        self._left -= count
        if self._left < 0 or address >= 1 << 62:
            raise BadHeader("more than is read of one file")
        self._stream.seek(address)
        content = self._stream.read(count)
        if len(content) != count:
            raise BadHeader("the file ends too early")
        return content

    def _root(self) -> int:
        """The address of the root group's header."""
        start = self._read(0, 48)
        version = start[8]
        sizes = start[13:15] if version < 2 else start[9:11]
        if start[:8] != _SIGNATURE or version > 3 or sizes != b"\x08\x08":
            raise BadHeader("not HDF5 as it is usually laid out")
        if version >= 2:
            return _number(start, 36)
        # After four addresses the root's entry: where its name stands, then its header.
        fields = self._read(24 + 4 * version, 48)
        return _number(fields, 40)

    def _messages(self, address: int) -> Iterator[tuple[int, int, bytes]]:
        """Type, flags and content of an object's messages."""
        start = self._read(address, 16)
        newer = start[:4] == b"OHDR"
        if newer:
            blocks, tracked = [self._first_block(address, start)], start[5] & 4
        elif start[0] == 1:
            blocks, tracked = [(address + 16, _number(start, 8, 4))], 0
        else:
            raise BadHeader("an object of an unknown version")
        head = 8 if not newer else 6 if tracked else 4
        while blocks:
            where, length = blocks.pop(0)
            content, at = self._read(where, length), 0
            while at + head <= len(content):
                kind = content[at] if newer else _number(content, at, 2)
                size = _number(content, at + (1 if newer else 2), 2)
                flags, body = content[at + (3 if newer else 4)], content[at + head : at + head + size]
                at += head + size
                if kind == _CONTINUED:
                    # In the newer layout a block begins with its signature and ends with a checksum.
                    skip = 4 if newer else 0
                    blocks.append((_number(body, 0) + skip, max(_number(body, 8) - 2 * skip, 0)))
                else:
                    yield kind, flags, body

    def _first_block(self, address: int, start: bytes) -> tuple[int, int]:
        flags = start[5]
        at = address + 6 + (16 if flags & 0x20 else 0) + (4 if flags & 0x10 else 0)
        width = 1 << (flags & 3)
        return at + width, int.from_bytes(self._read(at, width), "little")

    def _members(self, messages: list[tuple[int, int, bytes]]) -> Iterator[tuple[str, int]]:
        """Names and addresses of what a group holds; links to elsewhere are left out."""
        for kind, _, body in messages:
            if kind == _SYMBOLS:
                yield from self._symbols(_number(body, 0), _number(body, 8))
            elif kind == _LINK:
                yield from _link(body)
            elif kind == _LINK_INFO and _number(body, 10 if body[1] & 1 else 2) != _UNDEFINED:
                raise BadHeader("a group in a heap")

    def _symbols(self, tree: int, heap: int) -> Iterator[tuple[str, int]]:
        about = self._read(heap, 32)
        if about[:4] != b"HEAP":
            raise BadHeader("a group without names")
        names = self._read(_number(about, 24), _number(about, 8))
        trees = [tree]
        while trees:
            node = self._read(trees.pop(), 24)
            if node[:4] != b"TREE" or len(trees) > _MOST_OBJECTS:
                raise BadHeader("a group that is no tree")
            at, entries = self._stream.tell(), _number(node, 6, 2)
            children = self._read(at, 16 * entries)
            addresses = [_number(children, 16 * i + 8) for i in range(entries)]
            if node[5]:
                trees += addresses
                continue
            for address in addresses:
                yield from self._leaf(address, names)

    def _leaf(self, address: int, names: bytes) -> Iterator[tuple[str, int]]:
        start = self._read(address, 8)
        if start[:4] != b"SNOD":
            raise BadHeader("a group without a node")
        for i in range(_number(start, 6, 2)):
            entry = self._read(address + 8 + 40 * i, 40)
            # A symbolic link is of type 2.
            if _number(entry, 16, 4) != 2:
                at = _number(entry, 0)
                yield names[at : names.find(b"\0", at)].decode("utf-8", "replace"), _number(entry, 8)


def _link(body: bytes) -> Iterator[tuple[str, int]]:
    if len(body) < 2:
        raise BadHeader("a broken link")
    flags, at = body[1], 2
    hard = True
    if flags & 8:
        hard, at = body[at] == 0, at + 1
    at += (8 if flags & 4 else 0) + (1 if flags & 0x10 else 0)
    width = 1 << (flags & 3)
    length = _number(body, at, width)
    name = body[at + width : at + width + length]
    if hard:
        yield name.decode("utf-8", "replace"), _number(body, at + width + length)


def _dataset(messages: list[tuple[int, int, bytes]]) -> ArrayHeader | None:
    """The array that an object is; None where it is a group."""
    shape: tuple[int, ...] | None = None
    dtype: str | None = None
    for kind, flags, body in messages:
        if kind == _DATASPACE and not flags & 2:
            shape = _dims(body)
        elif kind == _DATATYPE:
            # A type that is shared stands elsewhere in the file.
            dtype = "" if flags & 2 else _type(body)
    return None if shape is None or dtype is None else ArrayHeader(shape, dtype)


def _dims(body: bytes) -> tuple[int, ...] | None:
    if len(body) < 4 or body[0] not in (1, 2) or body[1] > 32 or (body[0] == 2 and body[3] == 2):
        return None
    start = 8 if body[0] == 1 else 4
    return tuple(_number(body, start + 8 * i) for i in range(body[1]))


def _type(body: bytes) -> str:
    if len(body) < 8:
        raise BadHeader("a broken type")
    kind, size = body[0] & 0x0F, _number(body, 4, 4)
    if kind == 0 and size in (1, 2, 4, 8):
        return f"{'int' if body[1] & 8 else 'uint'}{8 * size}"
    if kind == 1 and size in (2, 4, 8):
        return f"float{8 * size}"
    # Texts come as objects out of h5py; numbers of variable length, compounds and the like are not named.
    return "bytes" if kind == 3 else "object" if kind == 9 else ""
