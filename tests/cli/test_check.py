"""`check`: what is read, what is told, what is changed, and the exit status."""

from __future__ import annotations

import io
import json
import os
import sys
from pathlib import Path

import pytest

from .conftest import Run

pytestmark = pytest.mark.usefixtures("by_hand")


def paths(out: str) -> dict[str, list[str]]:
    return {file["path"]: [d["code"] for d in file["diagnostics"]] for file in json.loads(out)["files"]}


@pytest.mark.parametrize(
    ("text", "flags", "status"),
    [
        ("fine", (), 0),
        ("BAD", (), 1),
        ("ODD", (), 0),
        ("ODD", ("--error-on-warning",), 1),
        ("BAD", ("--exit-zero",), 0),
        ("BAD", ("--ignore", "input-rank"), 0),
        ("BAD", ("--select=unnormalized-input, input-shape",), 0),
        ("def f(:\nx = 1", (), 0),
        ("def f(:\nBAD", (), 1),
        ("BAD", ("--statistics",), 1),
    ],
)
def test_exit_status(here: Path, run: Run, text: str, flags: tuple[str, ...], status: int) -> None:
    (here / "a.py").write_text(text)
    assert run("check", *flags).status == status


def test_json_is_as_promised(here: Path, run: Run) -> None:
    (here / "a.py").write_text("x = '🙂'; BAD1")
    (here / "b.py").write_text("")
    outcome = run("check", "--output-format", "json", "a.py", "b.py")
    declared = {"start": {"line": 0, "character": 0}, "end": {"line": 0, "character": 3}}
    where = {"start": {"line": 0, "character": 9}, "end": {"line": 0, "character": 13}}

    def fix(title: str, kind: str, text: str, preferred: bool) -> dict[str, object]:
        edits = [{"path": "a.py", "cell": None, "range": where, "new_text": text}]
        return {"title": title, "kind": kind, "preferred": preferred, "safe": not preferred, "edits": edits}

    diagnostic = {
        "code": "input-rank",
        "severity": "error",
        "message": "It does not fit",
        "expected": "(None, 20, 10)",
        "found": "(100, 10)",
        "cell": None,
        "range": where,
        "related": [{"path": "a.py", "cell": None, "range": declared, "message": "declared here"}],
        "fixes": [fix("Make it good", "make-good", "GOOD", True), fix("Make it safe", "make-safe", "SAFE", False)],
    }
    files = [{"path": "a.py", "diagnostics": [diagnostic]}, {"path": "b.py", "diagnostics": []}]
    assert json.loads(outcome.out) == {"version": 1, "files": files}
    assert (outcome.status, outcome.err) == (1, "")


def test_full_shows_the_lines_and_where_both_sides_come_from(here: Path, run: Run) -> None:
    (here / "a.py").write_text("déclaré = 中\n\n\tf(BAD1)\n")
    assert run("check").out == (
        "error[input-rank]: It does not fit\n"
        " --> a.py:3:4\n"
        "  |\n"
        "1 | déclaré = 中\n"
        "  | --- declared here\n"
        "2 |\n"
        "3 |     f(BAD1)\n"
        "  |       ^^^^ expected (None, 20, 10), found (100, 10)\n"
        "  |\n"
        "  = help: Make it good\n"
        "  = help: Make it safe (safe: --fix does it)\n"
        "\n"
        "Found 1 error in 1 file; mendable: 1 with --fix.\n"
        "What a rule means: keras-shapes rule input-rank\n"
    )


def test_concise_is_a_line_a_finding(here: Path, run: Run) -> None:
    (here / "a.py").write_text("f(BAD)\nODD")
    assert run("check", "--output-format=concise").out == (
        "a.py:1:3: error[input-rank] It does not fit\n"
        "a.py:2:1: warning[unnormalized-input] It does not fit\n"
        "Found 1 error and 1 warning in 1 file; mendable: 1 with --unsafe-fixes.\n"
    )


def test_statistics(here: Path, run: Run) -> None:
    (here / "a.py").write_text("BAD\nODD\nBAD")
    assert run("check", "--statistics").out == "2  input-rank\n1  unnormalized-input\n"


def test_a_notebook_tells_its_cells(here: Path, run: Run) -> None:
    cells = [{"cell_type": "code", "source": "x"}, {"cell_type": "markdown", "source": "BAD"}]
    cells += [{"cell_type": "code", "source": ["!pip install BAD\n", "f(BAD)"]}]
    (here / "n.ipynb").write_text(json.dumps({"cells": cells}))
    assert "n.ipynb:cell 3:2:3: error[input-rank]" in run("check", "--output-format=concise").out
    full = run("check").out
    assert " --> n.ipynb:cell 3:2:3" in full
    assert " ::: n.ipynb:cell 1:1:1" in full
    (diagnostic,) = json.loads(run("check", "--output-format=json").out)["files"][0]["diagnostics"]
    assert (diagnostic["cell"], diagnostic["related"][0]["cell"], diagnostic["range"]["start"]["line"]) == (2, 0, 1)


def test_paths_are_told_as_given(here: Path, run: Run) -> None:
    for name in ("src/a.py", "src/deep/n.py", "b.py"):
        (here / name).parent.mkdir(parents=True, exist_ok=True)
        (here / name).write_text("BAD")
    told = paths(run("check", "--output-format=json", "./b.py", "./src/deep/", "src", here / "b.py").out)
    assert list(told) == ["./b.py", "./src/deep/n.py", "src/a.py"]
    assert list(paths(run("check", "--output-format=json", here / "b.py").out)) == [str(here / "b.py")]
    assert list(paths(run("check", "--output-format=json").out)) == ["b.py", "src/a.py", "src/deep/n.py"]


def test_what_cannot_be_read_is_told_and_the_rest_is_checked(here: Path, run: Run) -> None:
    (here / "binary.py").write_bytes(b"\0\1")
    (here / "latin.py").write_bytes(b"\xe9")
    (here / "broken.ipynb").write_text("{")
    (here / "good.py").write_text("BAD")
    outcome = run("check", "--output-format=json", "missing.py", ".")
    assert outcome.status == 2
    assert [line.split(": ")[0] for line in outcome.err.splitlines()] == [
        "missing.py", "binary.py", "broken.ipynb", "latin.py",
    ]  # fmt: skip
    assert paths(outcome.out)["good.py"] == ["input-rank"]


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read everything")
def test_a_file_without_permission(here: Path, run: Run) -> None:
    (here / "a.py").write_text("BAD")
    (here / "a.py").chmod(0)
    outcome = run("check")
    assert (outcome.status, outcome.err) == (2, "a.py: no permission to read it\n")


def test_a_statement_that_cannot_be_parsed_is_told_and_the_rest_is_checked(here: Path, run: Run) -> None:
    (here / "a.py").write_text("x = (1,\nBAD\n\ndef f(:\nBAD\n")
    outcome = run("check", "--output-format=json")
    assert "a.py:1:1: cannot be parsed and was left out: " in outcome.err
    assert paths(outcome.out)["a.py"]


@pytest.mark.parametrize("jobs", [1, 2])
def test_our_own_mistake_names_the_file_and_goes_on(here: Path, run: Run, jobs: int) -> None:
    (here / "a.py").write_text("CRASH")
    (here / "b.py").write_text("BAD")
    outcome = run("check", "--output-format=json", f"--jobs={jobs}")
    assert outcome.status == 101
    assert "a.py: an internal error of keras-shapes" in outcome.err
    assert "RuntimeError: as asked" in outcome.err
    assert paths(outcome.out) == {"a.py": [], "b.py": ["input-rank"]}


@pytest.mark.skipif(
    sys.platform != "linux", reason="a process that is not forked knows nothing of the analysis by hand"
)
def test_many_processes_tell_the_same(here: Path, run: Run) -> None:
    for number in range(30):
        (here / f"{number:02}.py").write_text("BAD\n" * (number % 3))
    assert run("check", "--jobs=4").out == run("check", "--jobs=1").out


@pytest.mark.skipif(
    sys.platform != "linux", reason="a process that is not forked knows nothing of the analysis by hand"
)
def test_a_process_that_dies_takes_no_file_along(here: Path, run: Run) -> None:
    for number in range(20):
        (here / f"{number:02}.py").write_text("DIE" if number == 5 else "x = 1")
    told = paths(run("check", "--jobs=2", "--output-format=json").out)
    assert list(told) == [f"{number:02}.py" for number in range(20)]


@pytest.mark.parametrize(
    ("flags", "after"),
    [(("--fix",), "BAD SAFE ODD\nSAFE\n"), (("--unsafe-fixes",), "GOOD GOOD ODD\nGOOD\n")],
)
def test_fixes_are_applied_to_a_fixed_point(here: Path, run: Run, flags: tuple[str, ...], after: str) -> None:
    file = here / "a.py"
    file.write_bytes(b"\xef\xbb\xbfBAD BAD1 ODD\r\nBAD1\r\n")
    outcome = run("check", *flags)
    assert file.read_bytes() == b"\xef\xbb\xbf" + after.replace("\n", "\r\n").encode()
    assert outcome.out.count("error[") == after.count("BAD")
    assert f"Mended {2 if after.count('BAD') else 3} findings. " in outcome.out
    assert outcome.status == after.count("BAD")


def test_a_notebook_is_mended_in_place(here: Path, run: Run) -> None:
    file = here / "n.ipynb"
    text = (
        '{"cells": [\n{"cell_type": "code", "source": ["%time BAD1\\n",\n "é"], "outputs": [ ]}],\n\n"metadata": {}}\n'
    )
    file.write_text(text)
    run("check", "--fix")
    assert file.read_text() == text.replace("BAD1", "SAFE")


def test_diff_shows_and_changes_nothing(here: Path, run: Run) -> None:
    (here / "a.py").write_text("x\nBAD1")
    outcome = run("check", "--diff")
    assert outcome.out == (
        "--- a.py\n+++ a.py\n@@ -1,2 +1,2 @@\n x\n"
        "-BAD1\n\\ No newline at end of file\n+SAFE\n\\ No newline at end of file\n"
    )
    assert (here / "a.py").read_text() == "x\nBAD1"
    assert outcome.status == 1
    (here / "a.py").write_text("BAD")
    assert (run("check", "--diff").status, run("check", "--diff", "--unsafe-fixes").status) == (1, 1)


def test_ignores_are_added_where_a_comment_can_stand(here: Path, run: Run) -> None:
    file = here / "a.py"
    file.write_text('BAD; ODD  # why\nf(BAD,\n  2)\ns = """BAD\n"""\nBAD  # keras-shapes: ignore[x]\n')
    outcome = run("check", "--add-ignores")
    assert file.read_text() == (
        "BAD; ODD  # why  # keras-shapes: ignore[input-rank, unnormalized-input]\n"
        "f(BAD,  # keras-shapes: ignore[input-rank]\n  2)\n"
        's = """BAD\n"""  # keras-shapes: ignore[input-rank]\n'
        "BAD  # keras-shapes: ignore[x, input-rank]\n"
    )
    assert outcome.out.count("error[") == 0
    assert "Ignored 5 findings by a comment." in outcome.out


def standard_input(monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(text.encode())))


def test_standard_input_is_read_under_its_name(here: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    standard_input(monkeypatch, "BAD")
    outcome = run("check", "-", "--stdin-filename", "src/a.py", "--output-format=json")
    assert (paths(outcome.out), outcome.status) == ({"src/a.py": ["input-rank"]}, 1)
    standard_input(monkeypatch, '{"cells": []}')
    assert paths(run("check", "-", "--stdin-filename=n.ipynb", "--output-format=json").out) == {"n.ipynb": []}


def test_a_mended_program_goes_from_standard_input_to_standard_output(
    here: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    standard_input(monkeypatch, "BAD1\nBAD\n")
    outcome = run("check", "-", "--fix")
    assert outcome.out == "SAFE\nBAD\n"
    assert "error[input-rank]" in outcome.err
    standard_input(monkeypatch, "nothing = 'of ours'\n")
    assert run("check", "-", "--fix").out == "nothing = 'of ours'\n"


def test_settings_of_the_files_own_project_hold(here: Path, run: Run) -> None:
    for folder, table in (("one", 'ignore = ["input-rank"]'), ("two", 'exclude = ["old*"]')):
        (here / folder).mkdir()
        (here / folder / "pyproject.toml").write_text(f"[tool.keras-shapes]\n{table}\n")
        (here / folder / "new.py").write_text("BAD")
        (here / folder / "old.py").write_text("BAD")
    told = paths(run("check", "--output-format=json").out)
    assert told == {"one/new.py": [], "one/old.py": [], "two/new.py": ["input-rank"]}
    # A file that is named is meant, whatever is excluded.
    assert paths(run("check", "two/old.py", "--output-format=json").out) == {"two/old.py": ["input-rank"]}


def test_a_named_configuration_replaces_the_projects(here: Path, run: Run) -> None:
    (here / "pyproject.toml").write_text('[tool.keras-shapes]\nignore = ["input-rank"]\n')
    (here / "mine.toml").write_text('select = ["input-rank"]\n')
    (here / "a.py").write_text("BAD ODD")
    assert paths(run("check", "--output-format=json").out) == {"a.py": ["unnormalized-input"]}
    assert paths(run("check", "--output-format=json", "--config=mine.toml").out) == {"a.py": ["input-rank"]}


def test_a_wrong_setting_is_told_once_and_the_rest_holds(here: Path, run: Run) -> None:
    (here / "pyproject.toml").write_text('[tool.keras-shapes]\nignore = ["input-rank"]\nrun = 3\n')
    (here / "a.py").write_text("BAD")
    (here / "b.py").write_text("BAD")
    outcome = run("check")
    assert outcome.err == f"keras-shapes: {here / 'pyproject.toml'}: run: expected a string, found 3\n"
    assert outcome.status == 0


def test_a_misspelt_rule_in_the_settings_is_told(here: Path, run: Run) -> None:
    (here / "mine.toml").write_text('ignore = ["input-rnk"]\nseverity = {nonsense = "off"}\n')
    (here / "a.py").write_text("BAD")
    outcome = run("check", "--config=mine.toml")
    assert "mine.toml: there is no rule 'input-rnk'; did you mean input-rank" in outcome.err
    assert "mine.toml: there is no rule 'nonsense'; " in outcome.err
    assert outcome.status == 1


def test_a_misspelt_rule_that_is_to_be_selected_ends_the_run(here: Path, run: Run) -> None:
    (here / "mine.toml").write_text('select = ["input-rnk"]\n')
    (here / "a.py").write_text("BAD")
    outcome = run("check", "--config=mine.toml")
    assert "mine.toml: select: there is no rule 'input-rnk'; did you mean input-rank" in outcome.err
    assert outcome.status == 2, "with nothing selected, whatever is wrong would pass"


@pytest.mark.parametrize(
    "arguments",
    [
        ("check", "--config=missing.toml"),
        ("check", "--config=broken.toml"),
        ("check", "--jobs=many"),
        ("check", "--output-format=yaml"),
        ("check", "--no-such-flag"),
        ("chekc",),
        (),
    ],
)
def test_wrong_usage_is_told_with_status_2(here: Path, run: Run, arguments: tuple[str, ...]) -> None:
    (here / "broken.toml").write_text("[")
    outcome = run(*arguments)
    assert (outcome.status, outcome.out) == (2, "")
    assert outcome.err.startswith(("keras-shapes: cannot read", "usage: keras-shapes"))


def test_an_empty_folder_is_no_mistake(here: Path, run: Run) -> None:
    assert run("check").out == "Nothing found in 0 files.\n"
