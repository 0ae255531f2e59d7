"""What the child makes of Keras' words: loaded as the child loads it, by its path."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

import keras_shapes.execution


@pytest.fixture(scope="module")
def errors() -> ModuleType:
    return _loaded("child_errors")


def _loaded(name: str) -> ModuleType:
    path = Path(keras_shapes.execution.__file__).with_name(f"{name}.py")
    spec = importlib.util.spec_from_file_location(f"{name}_under_test", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def plots() -> ModuleType:
    return _loaded("child_plots")


def test_only_the_program_gets_stand_ins_for_what_shows_things(plots: ModuleType, tmp_path: Path) -> None:
    finder = plots.PlotFinder()
    ask = "spec = finder.find_spec('wandb.sdk')"
    told = {}
    for filename in (str(tmp_path / "train.py"), str(Path(pytest.__file__))):
        names = {"finder": finder}
        exec(compile(ask, filename, "exec"), names)
        told[filename] = names["spec"]
    of_program, of_library = told.values()
    assert of_program is not None
    assert of_library is None
    assert not plots.Plot() >= (7, 17), "a version that a library asks for"


_WRAPPED = """\
Exception encountered when calling Sequential.call().

\x1b[1mInput 0 of layer "lstm" is incompatible with the layer: expected ndim=3, found ndim=2.\x1b[0m

Arguments received by Sequential.call():
  • inputs=tf.Tensor(shape=(32, 10), dtype=float32)
  • mask=None"""

_WRAPPED_BY_KERAS_2 = """\
Exception encountered when calling layer 'dense' (type Dense).

Matrix size-incompatible: In[0]: [2,4], In[1]: [3,1]

Call arguments received by layer 'dense' (type Dense):
  • inputs=tf.Tensor(shape=(2, 4))"""

_TRACED = """\
in user code:

    File "/lib/keras/engine/training.py", line 1249, in train_function  *
        return step_function(self, iterator)
    File "/lib/keras/losses.py", line 5532, in categorical_crossentropy

    ValueError: Shapes (32, 1) and (32, 10) are incompatible
"""

_IN_A_GRAPH = """\
Graph execution error:

Detected at node Sub defined at (most recent call last):
  File "train.py", line 3, in <module>

Incompatible shapes: [32] vs. [32,3]
\t [[{{node Sub}}]] [Op:__inference_one_step_on_iterator_9]"""


@pytest.mark.parametrize(
    ("raw", "clean"),
    [
        (_WRAPPED, 'Input 0 of layer "lstm" is incompatible with the layer: expected ndim=3, found ndim=2.'),
        (_WRAPPED_BY_KERAS_2, "Matrix size-incompatible: In[0]: [2,4], In[1]: [3,1]"),
        (_TRACED, "Shapes (32, 1) and (32, 10) are incompatible"),
        (_IN_A_GRAPH, "Incompatible shapes: [32] vs. [32,3]"),
        ("plain words", "plain words"),
    ],
)
def test_messages_are_keras_own_words(errors: ModuleType, raw: str, clean: str) -> None:
    assert errors.clean_message(raw) == clean
