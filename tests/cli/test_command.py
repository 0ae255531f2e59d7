"""The command as a process of its own: its start, its pipes, its terminal."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from .conftest import Run

REPOSITORY = Path(__file__).parents[2]
COMMAND = (sys.executable, "-m", "keras_shapes")
ENVIRONMENT = {**os.environ, "PYTHONPATH": str(REPOSITORY / "server")}
BAD = "import numpy as np\nx = np.zeros((2, 3)).reshape(4, 2)\n"


def test_the_version_is_told_at_once() -> None:
    """Without what an analysis needs, which costs ten times as much to import."""
    program = (
        "import sys; from keras_shapes.cli.main import main\ntry: main(['--version'])\nfinally: print(*sys.modules)"
    )
    told = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    version, modules = told.stdout.splitlines()
    assert version.startswith("keras-shapes 0.")
    assert {"astroid", "pygls", "lsprotocol", "keras_shapes.analysis", "concurrent.futures"}.isdisjoint(modules.split())


def test_a_reader_that_has_enough_changes_nothing(tmp_path: Path) -> None:
    for number in range(300):
        (tmp_path / f"{number}.py").write_text(BAD)
    command = f"{sys.executable} -m keras_shapes check --jobs 1; echo $? >&2"
    shell = ["sh", "-c", f"({command}) | head -c 10"]
    piped = subprocess.run(shell, cwd=tmp_path, env=ENVIRONMENT, capture_output=True, text=True, check=False)
    assert piped.stdout == "error[resh"
    assert piped.stderr == "1\n"


def test_what_a_terminal_cannot_show_is_escaped(tmp_path: Path) -> None:
    (tmp_path / "é.py").write_text("é = 1\n" + BAD.replace("x", "é"), encoding="utf-8")
    environment = {**ENVIRONMENT, "PYTHONIOENCODING": "ascii"}
    told = subprocess.run([*COMMAND, "check"], cwd=tmp_path, capture_output=True, env=environment, check=False)
    assert told.returncode == 1
    assert rb"\xe9.py:3:" in told.stdout


@pytest.mark.parametrize(
    ("variables", "coloured"),
    [({"FORCE_COLOR": "1"}, True), ({"FORCE_COLOR": "1", "NO_COLOR": "1"}, False), ({}, False)],
)
def test_colours(
    here: Path, run: Run, monkeypatch: pytest.MonkeyPatch, variables: dict[str, str], coloured: bool
) -> None:
    for name in ("FORCE_COLOR", "NO_COLOR"):
        monkeypatch.delenv(name, raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    (here / "a.py").write_text(BAD)
    assert ("\033[" in run("check").out) is coloured


def test_a_mistake_that_the_analysis_survives_is_told(here: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    from keras_shapes.interpreter import statements

    def broken(*_: object) -> None:
        raise RuntimeError("as asked")

    monkeypatch.setitem(statements._HANDLERS, "Assert", broken)
    (here / "a.py").write_text(f"assert True\n{BAD}")
    outcome = run("check", "--output-format=concise")
    assert outcome.status == 101
    assert "a.py: an internal error of keras-shapes" in outcome.err
    assert "RuntimeError: as asked" in outcome.err
    assert "a.py:3:5: error[reshape-size]" in outcome.out


@pytest.mark.parametrize("arguments", [("check", "--help"), ("shapes", "-h"), ("--help",), ("server", "--help")])
def test_help(run: Run, arguments: tuple[str, ...]) -> None:
    outcome = run(*arguments)
    assert outcome.status == 0
    assert "Exit status: 0 nothing found" in outcome.out


@pytest.mark.parametrize("address", ["nowhere", "host:", "host:port", "host:99999"])
def test_a_server_wants_a_whole_address(run: Run, address: str) -> None:
    outcome = run("server", "--tcp", address)
    assert (outcome.status, outcome.out) == (2, "")
    assert f"expected HOST:PORT, found '{address}'" in outcome.err


def test_the_examples_show_what_they_are_for(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(REPOSITORY / "examples")
    out = run("check", "--output-format=concise").out
    codes = {line.split(":")[0] + line[line.index("[") : line.index("]")] for line in out.splitlines()[:-1]}
    assert codes == {
        "conv2d_size.py[input-shape",
        "lstm_rank.py[input-rank",
        "lstm_rank.ipynb[input-rank",
        "uint8_pixels.py[unnormalized-input",
        "uint8_pixels.ipynb[unnormalized-input",
    }


@pytest.mark.skipif(os.name != "posix", reason="a pseudo-terminal is needed")
def test_long_work_shows_a_bar_on_a_terminal_and_nothing_else(tmp_path: Path) -> None:
    import pty

    os.mkfifo(tmp_path / "slow.py")
    (tmp_path / "a.py").write_text("")
    terminal, end = pty.openpty()
    command = [*COMMAND, "check", "slow.py", "a.py"]
    with subprocess.Popen(command, cwd=tmp_path, env=ENVIRONMENT, stdout=subprocess.PIPE, stderr=end) as running:
        with (tmp_path / "slow.py").open("w"):  # opens when the other end is being read
            time.sleep(0.7)
        out, _ = running.communicate(timeout=20)
    os.close(end)
    drawn = os.read(terminal, 10_000).decode()
    os.close(terminal)
    assert out == b"Nothing found in 2 files.\n"
    assert "Checking █" in drawn
    assert drawn.endswith("\r\x1b[K")


@pytest.mark.skipif(os.name != "posix", reason="Control-C is a signal to a process group")
def test_control_c_ends_it_quietly(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "slow.py")
    (tmp_path / "a.py").write_text("")
    command = [*COMMAND, "check", "--jobs=2", "slow.py", "a.py"]
    how: dict[str, Any] = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "start_new_session": True}
    # What a shell runs in the background ignores the signal, and so would what it starts.
    how["preexec_fn"] = partial(signal.signal, signal.SIGINT, signal.SIG_DFL)
    with subprocess.Popen(command, cwd=tmp_path, env=ENVIRONMENT, **how) as running:
        with (tmp_path / "slow.py").open("w"):  # opens when the other end is being read
            os.killpg(running.pid, signal.SIGINT)
            time.sleep(0.2)
        out, err = running.communicate(timeout=20)
    assert (running.returncode, out, err) == (130, b"", b"")
