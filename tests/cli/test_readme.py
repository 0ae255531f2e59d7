"""What README.md shows is what users see."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from keras_shapes.cli.main import main

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_the_output_it_shows(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    block = re.search(r"^```text\n(error.*?)^```", README, re.DOTALL | re.MULTILINE)
    assert block
    monkeypatch.chdir(ROOT)
    assert main(["check", "examples/lstm_rank.py"]) == 1
    printed = capsys.readouterr().out.splitlines()
    for shown in block[1].splitlines():
        # Long lines are cut off with an ellipsis.
        start = shown.removesuffix("…").rstrip()
        assert any(line.startswith(start) for line in printed), shown


@pytest.mark.parametrize(
    ("example", "said"),
    re.findall(r"^\| \[(\w+\.py)\].*\| (.*) \|$", (ROOT / "examples/README.md").read_text("utf-8"), re.MULTILINE),
)
def test_what_the_examples_page_says(example: str, said: str, capsys: pytest.CaptureFixture[str]) -> None:
    main(["check", "--output-format", "concise", str(ROOT / "examples" / example)])
    printed = capsys.readouterr().out
    code = re.match(r"(error|warning) `([\w-]+)`", said)
    if code:
        assert f"{code[1]}[{code[2]}]" in printed
        assert all(shape in printed for shape in re.findall(r"`(\(.*?\))`", said))
    else:
        assert said.startswith("nothing")
        assert "[" not in printed
