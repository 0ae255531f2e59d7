"""Fills ``bundled/``: what the extension needs to run the server on any Python from 3.10 on, on any system."""

import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
BUNDLE = ROOT / "bundled"
LOCK = ROOT / "requirements" / "server.lock"
COMPILED = {".so", ".pyd", ".dylib", ".dll"}


def main() -> None:
    shutil.rmtree(BUNDLE, ignore_errors=True)
    BUNDLE.mkdir()
    install_libraries(BUNDLE / "libs")
    shutil.copytree(
        ROOT / "server" / "keras_shapes", BUNDLE / "keras_shapes", ignore=shutil.ignore_patterns("__pycache__")
    )
    shutil.copy(ROOT / "client" / "start.py", BUNDLE)
    compiled = [path for path in BUNDLE.rglob("*") if path.suffix in COMPILED]
    if compiled:
        sys.exit(f"not universal: {compiled}")
    size = sum(path.stat().st_size for path in BUNDLE.rglob("*") if path.is_file())
    print(f"bundled/: {size / 1e6:.1f} MB")


def install_libraries(target: Path) -> None:
    """Installs the locked libraries, pure-Python wheels only."""
    with tempfile.TemporaryDirectory() as folder:
        requirements = Path(folder) / "requirements.txt"
        requirements.write_text(without_markers(LOCK.read_text(encoding="utf-8")), encoding="utf-8")
        universal = ["--only-binary=:all:", "--platform=any", "--implementation=py", "--python-version=3.10"]
        how = ["--quiet", "--disable-pip-version-check", "--no-compile", "--no-deps", "--require-hashes", *universal]
        what = [f"--target={target}", f"--requirement={requirements}"]
        subprocess.run([sys.executable, "-m", "pip", "install", *how, *what], check=True)
    shutil.rmtree(target / "bin", ignore_errors=True)


def without_markers(lock: str) -> str:
    """The lock with what only an older Python needs, too: one bundle serves them all."""
    return re.sub(r"^(\S+==\S+) ;[^\\\n]*", r"\1 ", lock, flags=re.MULTILINE)


if __name__ == "__main__":
    main()
