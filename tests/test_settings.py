"""Settings come from people: every spelling is read, and what is wrong is named, never fatal."""

from __future__ import annotations

from pathlib import Path

import pytest

from keras_shapes.settings import Settings, find_pyproject, json_schema, restricted


@pytest.mark.parametrize(
    "mapping",
    [
        {"validation": {"timeoutSeconds": 5}},
        {"validation": {"timeout-seconds": 5}},
        {"validation": {"timeout_seconds": 5}},
        {"validation.timeoutSeconds": 5},
        {"keras-shapes": {"validation": {"timeoutSeconds": 5}}},
    ],
)
def test_every_spelling_of_a_name_is_read(mapping: dict[str, object]) -> None:
    settings, problems = Settings.from_mapping(mapping)
    assert (settings.validation.timeout_seconds, problems) == (5, [])


@pytest.mark.parametrize(
    ("mapping", "problem"),
    [
        ({"run": "always"}, "run: expected one of onType, onSave, found 'always'"),
        ({"codeLens": 1}, "codeLens: expected a boolean, found 1"),
        ({"validation": {"timeoutSeconds": True}}, "validation.timeoutSeconds: expected an integer, found True"),
        ({"validation": {"timeoutSeconds": 0}}, "validation.timeoutSeconds: expected 1 to 3600, found 0"),
        ({"select": ["input-rank", 3]}, "select: 1: expected a string, found 3"),
        (
            {"severity": {"input-rank": "loud"}},
            "severity: input-rank: expected one of error, warning, information, hint, off, found 'loud'",
        ),
        ({"colour": "red"}, "colour: there is no such setting"),
        ({"validation": "yes"}, "validation: there is no such setting"),
    ],
)
def test_a_wrong_value_is_named_and_the_default_stays(mapping: dict[str, object], problem: str) -> None:
    assert Settings.from_mapping(mapping) == (Settings(), [problem])


def test_what_is_wrong_does_not_keep_the_rest_from_being_read() -> None:
    settings, problems = Settings.from_mapping({"run": 3, "logLevel": "debug"})
    assert (settings.log_level, len(problems)) == ("debug", 1)


def test_null_and_the_clients_own_settings_are_passed_over() -> None:
    assert Settings.from_mapping({"run": None, "trace": {"server": "verbose"}}) == (Settings(), [])


def test_later_settings_lie_over_earlier_ones() -> None:
    project, _ = Settings.from_mapping({"ignore": ["input-rank"], "validation": {"timeoutSeconds": 5}})
    merged, _ = project.merge({"codeLens": False, "validation": {"onSave": True}})
    assert merged.ignore == ("input-rank",)
    assert (merged.code_lens, merged.validation.timeout_seconds, merged.validation.on_save) == (False, 5, True)


def test_a_file_in_an_untrusted_workspace_can_not_make_anything_run() -> None:
    hostile = {
        "interpreter": "./evil",
        "validation": {"enable": True, "onSave": True, "timeoutSeconds": 9, "memoryMegabytes": 9999},
        "codeLens": False,
    }
    settings, problems = Settings.from_mapping(hostile, trusted=False)
    assert settings == Settings(code_lens=False)
    assert {problem.split(":")[0] for problem in problems} == set(restricted())


def test_pyproject_is_found_above_and_read(tmp_path: Path) -> None:
    file = tmp_path / "pyproject.toml"
    file.write_text('[tool.keras-shapes]\ninlay-hints = "layers"\nrun = 1\n', encoding="utf-8")
    deep = tmp_path / "a" / "b"
    deep.mkdir(parents=True)
    assert find_pyproject(deep) == file
    settings, problems = Settings.from_pyproject(file)
    assert settings.inlay_hints == "layers"
    assert problems == [f"{file}: run: expected a string, found 1"]


def test_a_file_that_is_not_toml_raises(tmp_path: Path) -> None:
    file = tmp_path / "pyproject.toml"
    file.write_text("[tool.keras-shapes\n", encoding="utf-8")
    with pytest.raises(ValueError, match="line 1"):
        Settings.from_pyproject(file)


def test_every_default_is_allowed_by_its_own_schema() -> None:
    defaults = {name: schema["default"] for name, schema in json_schema().items()}
    assert Settings.from_mapping(defaults) == (Settings(), [])
