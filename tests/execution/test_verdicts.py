"""What a verdict says of fixes, of warnings, of half-run programs; and what made-up data looks like."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from keras_shapes.execution.runner import Runner, Watch
from keras_shapes.execution.sandbox import Limits
from keras_shapes.execution.slice import SliceError, cut
from keras_shapes.execution.synthesize import Binding, Sizes, made_up
from keras_shapes.execution.validation import Expected, Program, validate_with
from keras_shapes.execution.verdict import Report, moved_line

_PROGRAM = """\
import numpy as np
from tensorflow import keras
x = np.random.rand(30, 6)
model = keras.Sequential([keras.layers.LSTM(4, input_shape=(3, 6)), keras.layers.Dense(1)])
model.compile("adam", "mse")
model.fit(x, np.zeros(30))
model.summary()
"""


@pytest.mark.keras
def test_each_fix_is_run(validate: Callable[..., Report]) -> None:
    fixes = [
        ("works", _PROGRAM.replace("(30, 6)", "(30, 3, 6)")),
        ("works, with a line added", _PROGRAM.replace("model = ", "x = np.repeat(x[:, None], 3, axis=1)\nmodel = ")),
        ("the same mistake", _PROGRAM.replace("(30, 6)", "(30, 7)")),
        ("too many numbers", _PROGRAM.replace("fit(x", "fit(x.reshape(30, 3, 6)")),
        ("mends here, breaks there", _PROGRAM.replace("(30, 6)", "(31, 3, 6)")),
        ("no Python", _PROGRAM.replace("fit(x", "fit((x")),
    ]
    verdict = validate(_PROGRAM, 5, fixes=fixes).verdicts[0]
    assert (verdict.verdict, verdict.line) == ("confirmed", 5)
    assert "(None, 3, 6)" in (verdict.error or "")
    told = {fix.title: (fix.verdict, (fix.error or "").partition(":")[0]) for fix in verdict.fixes}
    assert told == {
        "works": ("works", ""),
        "works, with a line added": ("works", ""),
        "the same mistake": ("fails", "ValueError"),
        "too many numbers": ("fails", "ValueError"),
        "mends here, breaks there": ("fails", "ValueError"),
        "no Python": ("fails", "the program cannot be parsed"),
    }


@pytest.mark.keras
def test_a_warning_is_confirmed_when_the_program_runs(validate: Callable[..., Report]) -> None:
    report = validate(_PROGRAM.replace("(30, 6)", "(30, 3, 6)"), 5, severity="warning")
    assert [(each.verdict, each.error) for each in report.verdicts] == [("confirmed", None)]
    report = validate(_PROGRAM, 5, severity="warning")
    assert report.verdicts[0].verdict == "refuted"


@pytest.mark.keras
def test_a_forgotten_import_is_found_and_gone_on_from(validate: Callable[..., Report]) -> None:
    text = _PROGRAM.replace("keras.layers.Dense", "Dense")
    fix = ("the right shape", text.replace("(30, 6)", "(30, 3, 6)"))
    report = validate(text, 5, fixes=[fix])
    assert [(each.verdict, each.line) for each in report.verdicts] == [("confirmed", 5), ("found", 3)]
    assert report.verdicts[0].fixes[0].verdict == "works"
    assert report.verdicts[1].error == "NameError: name 'Dense' is not defined"


@pytest.mark.keras
def test_the_report_tells_what_it_rests_on(validate: Callable[..., Report]) -> None:
    report = validate(_PROGRAM.replace("(30, 6)", "(30, 3, 6)"), 5)
    assert {"python", "keras", "tensorflow"} <= set(report.versions)
    assert ("x", (30, 3, 6), "float64") in [(each.name, each.shape, each.dtype) for each in report.seen]
    assert "fit: one training step and one evaluation step" in report.notes


@pytest.mark.keras
def test_where_nothing_can_fork_each_run_has_a_process_of_its_own(tmp_path: Path) -> None:
    with Runner(sys.executable, forks=False) as runner:
        watch = Watch.from_now(Limits(60.0), lambda: False)
        for text in ("import keras\nkeras.Input((3,)).shape\n", "x = 1\nraise ValueError('the second')\n"):
            run = runner.run(cut(text, [1]), tmp_path / "train.py", watch)
            assert run.finished
            assert run.confinement["missing"] == [] or not sys.platform.startswith("linux")
            assert not runner.is_warm
        assert [error.message for error in run.raised] == ["the second"]


def test_a_text_that_is_no_python_gives_verdicts_all_the_same() -> None:
    with pytest.raises(SliceError):
        cut("x = (", [0])
    program = Program(Path("a.py"), "x = (", (Expected("input-rank", 0),))
    watch = Watch.from_now(Limits(1.0), lambda: False)
    with Runner(sys.executable) as runner:
        report = validate_with(runner, program, watch, lambda _message, _fraction: None)
    assert report.verdicts[0].verdict == "not-run"


@pytest.mark.keras
def test_one_mistake_in_a_function_does_not_hide_the_next(validate: Callable[..., Report]) -> None:
    text = """\
import numpy as np
import keras

def main():
    model = keras.Sequential([keras.Input((3,)), keras.layers.Dense(1)])
    model.predict(
        np.zeros((4, 2)),
    )
    model.predict(np.zeros((4, 3)))
    wide = np.zeros((4, 3)).reshape(5, 3)
    model.predict(wide)
    model.predict(np.zeros((4, 5)))

main()
"""
    told = [each.verdict for each in validate(text, 5, 8, 9, 10, 11).verdicts]
    assert told == ["confirmed", "refuted", "confirmed", "not-run", "not-run"]


@pytest.mark.keras
def test_a_program_that_could_not_be_run_is_not_called_fine(validate: Callable[..., Report]) -> None:
    text = (
        "import numpy as np\nimport keras\nx = np.load('x.npy')\nkeras.Sequential([keras.layers.Dense(1)]).predict(x)\n"
    )
    verdicts = validate(text).verdicts
    assert [(each.verdict, each.line) for each in verdicts] == [("not-run", 2)]
    assert "x.npy" in (verdicts[0].error or "")
    assert validate(text, bindings=[Binding(2, "x", (9, 4), "float32")]).verdicts == ()


def test_lines_are_followed_through_edits() -> None:
    before = "a\nb\nc\nd"
    assert [moved_line(before, "a\nnew\nb\nc\nd", line) for line in range(4)] == [0, 2, 3, 4]
    assert [moved_line(before, "a\nB\nc\nd", line) for line in range(4)] == [0, 1, 2, 3]
    assert moved_line(before, "a\nb", 3) == 1


def test_arrays_of_one_symbolic_size_are_made_alike() -> None:
    sizes = Sizes()
    x = made_up(Binding(0, "x", ("n", 8), "float32"), sizes)
    y = made_up(Binding(1, "y", ("n",), "int64", 0, 9), sizes)
    less = made_up(Binding(2, "z", ("n - 1", 8), "float32"), sizes)
    assert x == "__keras_shapes_made_up__((67, 8), 'float32', None, None, '')"
    assert y == "__keras_shapes_made_up__((67,), 'int64', 0, 9, '')"
    assert less is not None
    assert "(66, 8)" in less
    assert made_up(Binding(3, "u", ("n", "n"), "float32"), sizes) is None, "the features are not for us to say"
    assert made_up(Binding(4, "v", None), sizes) is None


def test_what_a_name_needs_in_vain_is_no_success(validate: Callable[..., Report]) -> None:
    text = "import numpy as np\nx = eval('np.zeros(3)')\nbox = {}\nexec('y = 3', box)\nz = x + box['y']\n"
    assert validate(text, 4).verdicts[0].verdict == "refuted"
    text = "import keras\nif len(''):\n    lost = 3\nx = lost\nkeras.ops.ones(x)\n"
    assert [(v.verdict, v.line) for v in validate(text).verdicts] == [("not-run", 3)]


def test_prints_plots_and_stores_are_left_out_and_lines_keep_their_numbers() -> None:
    text = """\
import keras
import matplotlib.pyplot as plt

model = keras.Sequential()
print(model.name)
plt.plot([1])
model.save("x")
unused = open("big").read()
if __name__ == "__main__":
    model.build((None,
        4))
"""
    sliced = cut(text, [])
    assert [each.line for each in sliced.statements] == [1, 4, 10]
    assert sliced.text.count("\n") == text.count("\n")
    assert sliced.statements[-1].source == "if 1:\n    model.build((None,\n        4))"


_MODULE = """\
import keras
def build(units=3):
    x = keras.Input((8, 8))
    y = keras.layers.Conv2D(units, 3)(x)
    return keras.Model(x, y)
def build_for(units):
    return keras.Sequential([keras.layers.Dense(units)])
"""


def test_a_module_of_functions_is_tried_by_calling_them(validate: Callable[..., Report]) -> None:
    report = validate(_MODULE)
    assert [(each.verdict, each.line) for each in report.verdicts] == [("found", 3)]
    assert "build, which nothing calls, was called" in report.notes
    assert [(each.verdict, each.line) for each in validate(_MODULE, 3).verdicts] == [("confirmed", 3)]
    assert validate(_MODULE.replace("(8, 8)", "(8, 8, 1)")).verdicts == ()


def test_what_is_called_or_needs_arguments_or_has_no_finding_is_not_called() -> None:
    assert cut(_MODULE, []).called == ("build",)
    assert cut(_MODULE + "model = build()\n", []).called == ()
    other = _MODULE + "model = keras.Sequential()\n"
    assert cut(other, []).called == ()
    assert cut(other, [3]).called == ("build",)


def test_where_nothing_is_to_be_run_nothing_is_said_to_run(validate: Callable[..., Report]) -> None:
    report = validate("import os\nimport keras\ndef f():\n    return os.getcwd()\n")
    assert [(each.verdict, each.error) for each in report.verdicts] == [
        ("not-run", "nothing in it builds or feeds a model")
    ]


def test_a_training_step_is_traced_once(validate: Callable[..., Report]) -> None:
    text = """\
import numpy as np
import keras
traced = []
class Counting(keras.layers.Layer):
    def call(self, x):
        traced.append(1)
        return x
model = keras.Sequential([keras.Input((3,)), Counting(), keras.layers.Dense(1)])
model.compile("adam", "mse")
model.fit(np.zeros((9, 3)), np.zeros(9))
count = np.zeros(len(traced))
"""
    report = validate(text, 10)
    assert [each.shape for each in report.seen if each.name == "count"] == [(2,)]


def test_what_is_made_up_without_a_type_blames_nobody(validate: Callable[..., Report]) -> None:
    text = """\
import keras
import pandas as pd
texts = pd.read_csv("reviews.csv")["text"].values
words = keras.layers.TextVectorization(max_tokens=50, output_sequence_length=4)
words.adapt(texts)
model = keras.Sequential([words, keras.layers.Embedding(50, 2)])
"""
    (guessed,) = validate(text, bindings=[Binding(2, "texts", ("n",))]).verdicts
    assert (guessed.verdict, guessed.line) == ("not-run", 4)
    assert "does not take what was made up for it" in (guessed.error or "")
    assert validate(text, bindings=[Binding(2, "texts", ("n",), "object")]).verdicts == ()
