"""The packages of `packages.txt` and `older.txt`, fetched once and unpacked into build/wild."""

from __future__ import annotations

import shutil
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

HERE = Path(__file__).parent
LISTS = (HERE / "packages.txt", HERE / "older.txt")
"""A list names a package once."""
BUILD = HERE.parents[1] / "build" / "wild"


def names(listed: Path) -> list[str]:
    """`name==version` of each."""
    lines = listed.read_text(encoding="utf-8").splitlines()
    return [line.split()[0] for line in lines if line and not line.startswith(("#", "-", " "))]


def unpacked() -> list[Path]:
    """The folders of the packages; those that are missing are fetched. Raises CalledProcessError."""
    return [folder for listed in LISTS for folder in _of_list(listed)]


def _of_list(listed: Path) -> list[Path]:
    folders = {name: BUILD / name for name in names(listed)}
    missing = {name: folder for name, folder in folders.items() if not folder.exists()}
    if missing:
        archives = BUILD / "archives"
        # One after the other would build an environment for each anew: pip checks the hashes of all in one run.
        command = [sys.executable, "-m", "pip", "download", "--quiet", "--disable-pip-version-check", "--no-deps"]
        subprocess.run([*command, "--require-hashes", "-d", str(archives), "-r", str(listed)], check=True)
        for name, folder in missing.items():
            _unpack(_archive(archives, name), folder)
    return list(folders.values())


def _archive(archives: Path, name: str) -> Path:
    wanted = _plain(name.replace("==", "-"))
    return next(file for file in archives.iterdir() if _plain(file.name).startswith(wanted))


def _plain(name: str) -> str:
    return name.lower().replace("_", "-")


def _unpack(archive: Path, folder: Path) -> None:
    # A folder that is there is whole: what is broken off leaves none by its name.
    partial = folder.with_name(f"{folder.name}.partial")
    shutil.rmtree(partial, ignore_errors=True)
    if archive.suffix in (".whl", ".zip"):
        with zipfile.ZipFile(archive) as zipped:
            zipped.extractall(partial)
    else:
        with tarfile.open(archive) as tar:
            tar.extractall(partial, filter="data")
    partial.rename(folder)
