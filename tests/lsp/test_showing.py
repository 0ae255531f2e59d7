"""Hover, inlay hints, code lenses and *Show model*."""

from __future__ import annotations

from .conftest import Start
from .editor import PUSH, Editor
from .programs import LINE, RIGHT_RANK, WRONG_RANK


def test_hover_tells_shape_values_and_history(pulling: Editor, uri: str) -> None:
    pulling.open(uri, RIGHT_RANK)
    text = pulling.hover(uri, LINE, RIGHT_RANK.split("\n")[LINE].index("readings")) or ""
    assert "(100, 20, 10) float64" in text
    assert "from 0 to 1" in text
    assert "line 4" in text
    assert pulling.hover(uri, 3, 2) == text, "also where it is bound"


def test_hover_on_a_model_tells_its_summary(pulling: Editor, uri: str) -> None:
    pulling.open(uri, RIGHT_RANK)
    text = pulling.hover(uri, LINE, len("forecast = fore")) or ""
    assert "2 layers · 19,265 parameters · (None, 20, 10) → (None, 1)" in text


def test_hover_on_a_layer_that_is_called_tells_its_parameters(pulling: Editor, uri: str) -> None:
    text = "import keras\na = keras.Input((8,))\nb = keras.layers.Dense(3)(a)\nm = keras.Model(a, b)\n"
    pulling.open(uri, text)
    hover = pulling.hover(uri, 2, text.split("\n")[2].index("Dense")) or ""
    assert "(None, 3) float32" in hover
    assert "27 parameters" in hover


def test_data_sets_are_shown_by_their_elements(pulling: Editor, uri: str) -> None:
    text = "import numpy as np\nimport tensorflow as tf\nx = np.zeros((9, 4)), np.ones(9)\n"
    pulling.open(uri, text + "data = tf.data.Dataset.from_tensor_slices(x).batch(4)\n")
    shown = "Dataset of ((None, 4) float64, (None,) float64)"
    assert (3, 4, f": {shown}") in pulling.hints(uri)
    assert shown in (pulling.hover(uri, 3, 1) or "")


def test_hover_on_what_is_not_known_says_why(pulling: Editor, uri: str) -> None:
    pulling.open(uri, "import keras\nx = open('data').read()\nprint(x)\n")
    assert "Not known: " in (pulling.hover(uri, 2, 6) or "")


def test_hover_on_nothing_is_nothing(pulling: Editor, uri: str) -> None:
    pulling.open(uri, RIGHT_RANK)
    assert pulling.hover(uri, 2, 0) is None


def test_hints_after_arrays_and_layers(pulling: Editor, uri: str) -> None:
    pulling.open(uri, RIGHT_RANK)
    assert pulling.hints(uri) == [
        (3, len("readings"), ": (100, 20, 10) float64"),
        (6, len("    keras.layers.LSTM(64, input_shape=(20, 10))"), "(None, 64)"),
        (7, len("    keras.layers.Dense(1)"), "(None, 1)"),
        (LINE, len("forecast"), ": (100, 1) float32"),
    ]


def test_hints_only_where_the_editor_looks(pulling: Editor, uri: str) -> None:
    pulling.open(uri, RIGHT_RANK)
    assert [line for line, _, _ in pulling.hints(uri, 7, 8)] == [7]


def test_hints_of_layers_only_or_none(start: Start, uri: str) -> None:
    layers, off = (start(PUSH, options={"inlayHints": level}) for level in ("layers", "off"))
    for editor in (layers, off):
        editor.open(uri, RIGHT_RANK)
    assert [label for _, _, label in layers.hints(uri)] == ["(None, 64)", "(None, 1)"]
    assert off.hints(uri) == []


def test_lenses_over_each_model(pulling: Editor, uri: str) -> None:
    pulling.open(uri, WRONG_RANK)
    lenses = pulling.lenses(uri)
    assert [lens["command"]["title"] for lens in lenses] == [
        "2 layers · 19,265 parameters · (None, 20, 10) → (None, 1)",
        "Validate by running",
        "Show model",
    ]
    assert {lens["range"]["start"]["line"] for lens in lenses} == {5}
    assert lenses[1]["command"]["command"] == "keras-shapes.validate"
    assert lenses[1]["command"]["arguments"] == [uri, 5]


def test_no_lenses_for_who_wants_none(start: Start, uri: str) -> None:
    editor = start(PUSH, options={"codeLens": False})
    editor.open(uri, WRONG_RANK)
    assert editor.lenses(uri) == []


def test_show_model_gives_its_table(pulling: Editor, uri: str) -> None:
    pulling.open(uri, WRONG_RANK)
    table = pulling.command("keras-shapes.showModel", uri, LINE)
    assert "forecaster" in table
    assert "| LSTM | `(None, 64) float32` | 19,200 |" in table
    assert pulling.command("keras-shapes.showModel", uri + "x", 0) is None


def test_commands_are_declared(pulling: Editor) -> None:
    commands = pulling.capabilities["executeCommandProvider"]["commands"]
    assert set(commands) == {"keras-shapes.validate", "keras-shapes.checkWorkspace", "keras-shapes.showModel"}
