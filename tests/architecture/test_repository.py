"""What must not stand in the repository: places of one machine, registries' addresses, endless files."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
# Put together from pieces, so that this file does not name what it forbids.
PLACES = re.compile(
    "|".join(
        [
            "/work" + r"/(main|shared|steering|\.)",
            "/farm" + "/",
            r"\." + "library",
            "/root" + r"/\.",
            "/home" + r"/\w",
            "pypi" + r"\.org",
            "pythonhosted" + r"\.org",
            "registry" + r"\.npmjs",
            "deb" + r"\.debian",
        ]
    )
)
LONGEST = 400


def tracked() -> list[Path]:
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=False, text=True)
    if listed.returncode:
        pytest.skip("not a git checkout")
    return [file for name in listed.stdout.split("\0") if name and (file := ROOT / name).is_file()]


def lines(file: Path) -> list[str]:
    content = file.read_bytes()
    return [] if b"\0" in content else content.decode("utf-8").splitlines()


def test_no_file_names_a_place_of_one_machine_or_a_registry() -> None:
    found = [
        f"{file.relative_to(ROOT)}:{number}: {line.strip()[:100]}"
        for file in tracked()
        for number, line in enumerate(lines(file), 1)
        if PLACES.search(line)
    ]
    assert found == []


@pytest.mark.parametrize(
    "line", ["cd /work" + "/main", "https://pypi" + ".org/simple", '"resolved": "https://registry' + '.npmjs.org/x"']
)
def test_such_a_line_would_be_seen(line: str) -> None:
    assert PLACES.search(line)


def test_no_source_file_is_longer_than_400_lines() -> None:
    sources = [
        file
        for file in tracked()
        if file.suffix in {".py", ".ts"} and file.relative_to(ROOT).parts[0] in {"server", "client", "scripts"}
    ]
    assert len(sources) > 5
    assert [f"{file.relative_to(ROOT)}: {count}" for file in sources if (count := len(lines(file))) > LONGEST] == []
