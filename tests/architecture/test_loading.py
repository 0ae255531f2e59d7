"""What stands apart (`APART` of a library's rules) is found by its names alone, and not loaded without them."""

from __future__ import annotations

import subprocess
import sys

import pytest

from keras_shapes.knowledge import keras, registry, tensorflow

LIBRARIES = {"keras": keras, "tensorflow": tensorflow}
PROBE = """\
import sys
from keras_shapes.knowledge import registry
assert registry.rule("{name}") is not None
print(*(name for name in sys.modules if name.startswith("keras_shapes.knowledge.")))
"""


def loaded(name: str) -> set[str]:
    """The modules of rules that a fresh process holds after it looked up one name."""
    run = [sys.executable, "-c", PROBE.format(name=name)]
    return set(subprocess.run(run, capture_output=True, text=True, check=True).stdout.split())


@pytest.mark.parametrize("library", sorted(LIBRARIES))
def test_every_rule_that_stands_apart_begins_with_a_part_that_loads_it(library: str) -> None:
    for name, rule in registry.rules().items():
        module = rule.function.__module__.removeprefix(f"keras_shapes.knowledge.{library}.")
        parts = {part for part, modules in LIBRARIES[library].APART.items() if module.split(".")[0] in modules}
        if parts:
            assert name.split(".")[:1] == [library], name
            assert name.split(".")[1] in parts, f"{name} would not be found: it stands in {module}"


def test_a_model_of_dense_layers_loads_no_functions_of_keras_ops() -> None:
    assert not {m for m in loaded("keras.layers.Dense") if ".keras.ops" in m or ".applications" in m}


def test_a_function_of_keras_ops_is_found_at_first_sight() -> None:
    assert "keras_shapes.knowledge.keras.ops.reductions" in loaded("keras.ops.sum")
