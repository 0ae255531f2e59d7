"""Searching folders: as git itself would ignore, and what the settings exclude."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from keras_shapes.source import gitignore
from keras_shapes.source.discovery import find

FILES = (
    "a.py", "b.ipynb", "lib/a.py", "lib/deep/a.py", "lib/deep/b_test.py", "build/x.py", "docs/build/x.py", "[x].py",
    "a1.py", "a b.py", "data/keep.py", "data/drop.py", "#hash.py", "!bang.py", "foo/bar/baz/q.py", "né.py", "A.py",
    "trail .py", "x]y.py",
)  # fmt: skip
IGNORES = [
    "*.py", "a.py", "/a.py", "lib/", "/lib", "lib/a.py", "**/deep", "lib/**", "build", "/build/", "build/*",
    "a?.py", "[ab].py", "[!a].py", "[a-c][0-9].py", "\\[x\\].py", "\\#hash.py", "\\!bang.py", "#comment", "", "   ",
    "foo/**/q.py", "foo/*/q.py", "*.py\n!lib/a.py", "*.py\n!lib/**", "data/*\n!data/keep.py",
    "data/\n!data/keep.py", "a.py  ", "a\\ b.py", "**/*_test.py", "né.py", "[[:upper:]].py", "*/a.py", "**/lib/**",
    "lib\n!lib/", "trail\\ .py", "docs/build", "**", "*\n!*.py", "foo/**", "x]y.py", "[]x]*.py", "/", "//",
    "lib//a.py", "***.py", "a**.py",
]  # fmt: skip


@pytest.fixture(scope="module")
def repository(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("repository")
    subprocess.run(["git", "init", "-q", root], check=True)
    for name in FILES:
        file = root / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("")
    return root


def as_git(root: Path) -> set[str]:
    command = ["git", "-c", "core.excludesFile=", "ls-files", "-z", "--others", "--exclude-standard"]
    listed = subprocess.run(command, cwd=root, capture_output=True, check=True, text=True).stdout
    return {name for name in listed.split("\0") if name.endswith((".py", ".ipynb"))}


@pytest.mark.parametrize("patterns", IGNORES)
def test_the_same_files_as_git(repository: Path, patterns: str) -> None:
    (repository / ".gitignore").write_text(patterns + "\n", encoding="utf-8")
    assert {file.relative_to(repository).as_posix() for file in find(repository)} == as_git(repository)


def test_nested_files_and_those_above_count(repository: Path) -> None:
    (repository / ".gitignore").write_text("a.py\n*_test.py\n")
    (repository / "lib" / ".gitignore").write_text("!a.py\n/deep/a.py\n")
    found = {file.relative_to(repository).as_posix() for file in find(repository)}
    inside = {file.relative_to(repository).as_posix() for file in find(repository / "lib")}
    (repository / "lib" / ".gitignore").unlink()
    assert "lib/a.py" in found
    assert {"a.py", "lib/deep/a.py", "lib/deep/b_test.py"}.isdisjoint(found)
    assert inside == {"lib/a.py"}


def test_paths_begin_as_given_and_are_sorted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("b.py", "a/z.ipynb", "c.txt", ".venv/x.py", "env/pyvenv.cfg", "env/lib.py", "node_modules/m.py"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("")
    monkeypatch.chdir(tmp_path)
    assert [str(file) for file in find(Path())] == ["a/z.ipynb", "b.py"]


def test_excluded_files_are_left_out(tmp_path: Path) -> None:
    for name in ("keep.py", "old_model.py", "legacy/a.py"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("")
    patterns = (gitignore.parse(tmp_path, ["legacy/", "old_*"]),)
    assert [file.name for file in find(tmp_path, lambda _: patterns)] == ["keep.py"]


def test_a_folder_that_leads_back_to_itself_ends(tmp_path: Path) -> None:
    (tmp_path / "a.py").write_text("")
    (tmp_path / "loop").symlink_to(tmp_path)
    assert [file.name for file in find(tmp_path)] == ["a.py"]
