"""The limits of a validation, and the surroundings its child process gets: environment, folder, process group."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

_MEGABYTE = 1 << 20
_BLOCK = 4096
_SECONDS_BETWEEN_LOOKS = 0.1
# What a Python needs to start; everything else (tokens, keys, proxies) stays outside.
_KEPT = ("PATH", "LANG", "LC_ALL", "LC_CTYPE", "SYSTEMROOT", "SYSTEMDRIVE", "WINDIR", "COMSPEC", "PATHEXT",
         "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH", "KERAS_BACKEND", "TF_USE_LEGACY_KERAS", "CONDA_PREFIX")  # fmt: skip


@dataclass(frozen=True, slots=True)
class Limits:
    """What one validation may use: `seconds` of wall time for everything, megabytes for the program's own data.

    The system knows the size of one file only: that of all together is looked at now and then. `unconfined`: whether
    the program may be run where the system offers less than is asked of it.
    """

    seconds: float = 60.0
    memory_megabytes: int = 4096
    file_megabytes: int = 64
    disk_megabytes: int = 256
    unconfined: bool = False

    def for_child(self) -> dict[str, int]:
        """The limits in the units of the system: CPU seconds and bytes."""
        cores = os.cpu_count() or 1
        return {
            "cpu": int(self.seconds * cores) + 5,
            "memory": self.memory_megabytes * _MEGABYTE,
            "file": self.file_megabytes * _MEGABYTE,
        }


@contextmanager
def scratch_folder() -> Iterator[Path]:
    """A temporary folder of our own, gone afterwards whatever was done to it."""
    folder = Path(tempfile.mkdtemp(prefix="keras-shapes-")).resolve()
    try:
        yield folder
    finally:
        remove(folder)


class Quota:
    """What one run may have on the disk; asked often, it looks now and then."""

    def __init__(self, folder: Path, megabytes: int) -> None:
        self._folder, self._bytes = folder, megabytes * _MEGABYTE
        self._next_look = 0.0

    @property
    def exceeded(self) -> bool:
        if time.monotonic() < self._next_look:
            return False
        self._next_look = time.monotonic() + _SECONDS_BETWEEN_LOOKS
        return sum(_written(self._folder)) > self._bytes


def _written(folder: Path) -> Iterator[int]:
    """Bytes of each file and folder below; an empty file, too, takes room."""
    for path, folders, files in os.walk(folder):
        for name in folders:
            _open_up(Path(path, name))
        for name in (*folders, *files):
            with suppress(OSError):
                yield _BLOCK + 512 * Path(path, name).lstat().st_blocks


def remove(folder: Path) -> None:
    """Remove a folder with all that is in it, as far as that is possible."""
    shutil.rmtree(folder, ignore_errors=True)
    if not folder.exists():
        return
    # A program may have made its folders unreadable, its temporary one included: each is opened before the walk enters.
    _open_up(folder)
    for path, names, _ in os.walk(folder):
        for name in names:
            _open_up(Path(path, name))
    shutil.rmtree(folder, ignore_errors=True)


def _open_up(folder: Path) -> None:
    # What a link leads to is not ours to change.
    with suppress(OSError):
        if not folder.is_symlink():
            folder.chmod(0o700)


def environment(folder: Path, outer: Mapping[str, str]) -> dict[str, str]:
    """The child's environment variables: a quiet TensorFlow on the CPU, everything written below `folder`."""
    kept = {name: value for name, value in outer.items() if name in _KEPT}
    home = folder / "home"
    (home / ".keras").mkdir(parents=True, exist_ok=True)
    settings = Path(outer.get("KERAS_HOME") or Path.home() / ".keras") / "keras.json"
    with suppress(OSError):  # the user's backend is chosen there
        shutil.copyfile(settings, home / ".keras" / "keras.json")
    kept.update(
        HOME=str(home),
        USERPROFILE=str(home),
        KERAS_HOME=str(home / ".keras"),
        PYTHONUSERBASE=outer.get("PYTHONUSERBASE") or _user_base(),
        TMPDIR=str(folder),
        TEMP=str(folder),
        TMP=str(folder),
        CUDA_VISIBLE_DEVICES="",
        TF_CPP_MIN_LOG_LEVEL="3",
        PYTHONDONTWRITEBYTECODE="1",
        PYTHONIOENCODING="utf-8",
        PYTHONUTF8="1",
        # Threads of a linear algebra library would forbid the fork.
        OPENBLAS_NUM_THREADS="1",
        OMP_NUM_THREADS="2",
        MPLBACKEND="Agg",
    )
    return kept


def _user_base() -> str:
    """Where `pip install --user` puts libraries: the child's home is another."""
    if sys.platform == "win32":
        return str(Path(os.environ.get("APPDATA") or Path.home()) / "Python")
    return str(Path.home() / ".local")


def start(command: list[str], folder: Path) -> subprocess.Popen[bytes]:
    """Start the child in a session of its own, `folder` as its working folder.

    Raises OSError when the interpreter cannot be started.
    """
    messages = folder / "messages"
    with messages.open("wb") as errors:
        return subprocess.Popen(
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=errors,
            cwd=folder,
            env=environment(folder, os.environ),
            start_new_session=sys.platform != "win32",
            close_fds=True,
        )


def end(process: subprocess.Popen[bytes]) -> None:
    """Kill the child with everything it started."""
    with suppress(OSError):
        if sys.platform == "win32":
            process.kill()
        else:
            os.killpg(process.pid, signal.SIGKILL)
    for stream in (process.stdin, process.stdout):
        if stream is not None:
            with suppress(OSError, ValueError):
                stream.close()
    process.wait()
