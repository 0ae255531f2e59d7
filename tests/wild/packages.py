"""The packages of `packages.txt`, fetched once and unpacked into build/wild."""

from __future__ import annotations

import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

LIST = Path(__file__).parent / "packages.txt"
BUILD = Path(__file__).parents[2] / "build" / "wild"


def names() -> list[str]:
    """`name==version` of each."""
    lines = LIST.read_text(encoding="utf-8").splitlines()
    return [line.split()[0] for line in lines if line and not line.startswith(("#", "-", " "))]


def unpacked() -> list[Path]:
    """The folders of the packages; those that are missing are fetched. Raises CalledProcessError."""
    folders = [BUILD / name for name in names()]
    if not all(folder.exists() for folder in folders):
        archives = BUILD / "archives"
        # One after the other would build an environment for each anew: pip checks the hashes of all in one run.
        command = [sys.executable, "-m", "pip", "download", "--quiet", "--disable-pip-version-check", "--no-deps"]
        subprocess.run([*command, "--require-hashes", "-d", str(archives), "-r", str(LIST)], check=True)
        for name, folder in zip(names(), folders):
            _unpack(_archive(archives, name), folder)
    return folders


def _archive(archives: Path, name: str) -> Path:
    wanted = _plain(name.replace("==", "-"))
    return next(file for file in archives.iterdir() if _plain(file.name).startswith(wanted))


def _plain(name: str) -> str:
    return name.lower().replace("_", "-")


def _unpack(archive: Path, folder: Path) -> None:
    if archive.suffix in (".whl", ".zip"):
        with zipfile.ZipFile(archive) as zipped:
            zipped.extractall(folder)
    else:
        with tarfile.open(archive) as tar:
            tar.extractall(folder, filter="data")
