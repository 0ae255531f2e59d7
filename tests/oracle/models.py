"""A case of a model: a small program that makes one, and what the model then says of itself."""

from __future__ import annotations

import ast
from dataclasses import dataclass
from random import Random
from typing import Any

from keras_shapes.analysis import analyse
from keras_shapes.source.document import Document
from keras_shapes.values.array import Array
from keras_shapes.values.dim import Linear
from keras_shapes.values.mismatch import Mismatch
from keras_shapes.values.reference import Items, Library, Ref
from keras_shapes.values.unknown import Unknown

_ASKED = "asked"


@dataclass(frozen=True)
class ModelCase:
    """`text` makes `model`; `expression` is asked of it."""

    text: str
    expression: str

    def __str__(self) -> str:
        return f"{self.expression}\n{self.text}"

    def real(self) -> Any:
        import keras

        keras.backend.clear_session()
        names: dict[str, Any] = {"__name__": "__main__"}
        exec(self.text, names)
        value = eval(self.expression, names)
        return None if isinstance(value, Exception) else value

    def ours(self) -> Any:
        analysis = analyse(Document.of_text("model.py", f"{self.text}{_ASKED} = {self.expression}\n"))
        for diagnostic in analysis.diagnostics:
            if diagnostic.severity == "error":
                raise Mismatch(diagnostic.code, diagnostic.range.start.line, diagnostic.message)
        state = analysis.evaluation.state
        return _value(state.get(_ASKED, Unknown("not bound")), state)


def _value(value: Any, state: dict[Any, Any]) -> Any:
    """A value of ours with its lists as Python's."""
    if isinstance(value, Ref) and value.kind == "list":
        items = state.get(value)
        known = isinstance(items, Items) and items.values is not None
        return [_value(v, state) for v in items.values] if known and items is not None else Unknown("a list")
    if isinstance(value, Ref):
        return Unknown("an object")
    if isinstance(value, tuple):
        return tuple(_value(v, state) for v in value)
    if isinstance(value, (Linear, Library)):
        return Unknown("not a value")
    if isinstance(value, Array) and value.shape == () and value.content:
        return value.content[0]
    return value


def draw_model(random: Random, kind: str) -> ModelCase:
    made, layers = _KINDS[kind](random)
    text = "import keras\nimport numpy as np\nfrom keras import layers\n" + made
    ast.parse(text)
    asked = random.choice(_EXPRESSIONS).format(i=random.randrange(-layers, layers), rows=random.choice((1, 3, 40)))
    return ModelCase(text, asked)


_EXPRESSIONS = (
    "model.input_shape", "model.output_shape", "len(model.layers)", "[l.name for l in model.layers]",
    "model.layers[{i}].output", "model.layers[{i}].input", "model.get_layer(index={i}).output", "model.count_params()",
    "[w.shape for w in model.get_weights()]", "[w.shape for w in model.layers[{i}].get_weights()]",
    "model.layers[{i}].count_params()", "len(model.weights)", "model.inputs[0]", "model.outputs[0]",
    "model.get_layer('d1').output", "model.get_layer('d1').kernel", "model.get_layer('d1').units",
    "keras.Model(model.inputs, model.layers[{i}].output).output_shape",
    "keras.Model(model.inputs, model.get_layer('d1').output).predict(np.zeros(({rows}, *model.input_shape[1:])), verbose=0)",
    "model.predict(np.zeros(({rows}, *model.input_shape[1:])), verbose=0)",
    "model(np.zeros(({rows}, *model.input_shape[1:])))",
    "model.predict_on_batch(np.zeros(({rows}, *model.input_shape[1:])))",
    "keras.models.clone_model(model).output_shape", "keras.models.clone_model(model).count_params()",
    "len(keras.Model(model.inputs, model.get_layer('d1').output).layers)",
    "model.get_layer('d1').set_weights([np.zeros((4, 3)), np.zeros(3)])",
    "model.get_layer('d1').set_weights(model.get_layer('d1').get_weights())",
    "model.set_weights(model.get_weights())", "model.set_weights(model.get_weights()[1:])",
)  # fmt: skip


def _body(random: Random) -> list[str]:
    """Layers that fit one another, `d1` and a head among them, and the input's shape first."""
    named = f"layers.Dense({random.choice((3, 4))}, name='d1')"
    kind = random.choice(("rows", "images", "sequences", "words"))
    if kind == "rows":
        return [
            "(4,)",
            named,
            random.choice(("layers.Dropout(0.5)", "layers.BatchNormalization()")),
            "layers.Dense(2, name='head')",
        ]
    if kind == "images":
        body = [
            "(8, 8, 3)",
            f"layers.Conv2D(4, {random.choice((2, 3))}, name='c1')",
            "layers.MaxPooling2D(2, name='p1')",
        ]
        return [*body, "layers.Flatten(name='f1')", named, "layers.Dense(2, use_bias=False, name='head')"]
    cell = random.choice(("LSTM", "GRU", "SimpleRNN"))
    if kind == "sequences":
        return ["(5, 4)", f"layers.{cell}(6, name='r1')", named, "layers.Dense(1, name='head')"]
    return [
        "(6,)",
        "layers.Embedding(20, 4, name='e1')",
        "layers.GlobalAveragePooling1D(name='p1')",
        named,
        "layers.Dense(2, name='head')",
    ]


def _listed(random: Random) -> tuple[str, int]:
    shape, *body = _body(random)
    return f"model = keras.Sequential([keras.Input({shape}), {', '.join(body)}])\n", len(body)


def _added(random: Random) -> tuple[str, int]:
    shape, *body = _body(random)
    lines = [
        "model = keras.Sequential()",
        f"model.add(keras.Input({shape}))",
        *(f"model.add({layer})" for layer in body),
    ]
    if random.random() < 0.3:
        lines += ["model.pop()", "model.add(layers.Dense(7))"]
    return "\n".join(lines) + "\n", len(body)


def _late(random: Random) -> tuple[str, int]:
    shape, *body = _body(random)
    build = random.choice((f"model.build((None, *{shape}))", f"out = model(np.zeros((2, *{shape})))"))
    return f"model = keras.Sequential([{', '.join(body)}])\n{build}\n", len(body)


def _chain(random: Random) -> tuple[str, int]:
    shape, *body = _body(random)
    lines = [f"x = inputs = keras.Input({shape})", *(f"x = {layer}(x)" for layer in body)]
    return "\n".join([*lines, "model = keras.Model(inputs, x)"]) + "\n", len(body) + 1


def _branches(random: Random) -> tuple[str, int]:
    """Two ways that meet, a layer used twice, a second input now and then."""
    lines = ["a = keras.Input((4,), name='a')", "x = layers.Dense(4, name='d1')(a)"]
    count = 7
    if random.random() < 0.4:
        lines += ["b = keras.Input((3,), name='b')", "y = layers.Dense(4, name='d2')(b)"]
        inputs = "[a, b]"
        count = 8
    else:
        lines += ["y = layers.Dense(5, name='d2')(a)", "y = layers.Dense(4, name='d3')(y)"]
        count = 8
        inputs = "a"
    if random.random() < 0.4:
        lines += ["shared = layers.Dense(4, name='s')", "x, y = shared(x), shared(y)"]
        count += 1
    lines.append(
        random.choice(("z = layers.Add(name='m')([x, y])", "z = layers.Concatenate(name='m')([y, x])", "z = x + y"))
    )
    if random.random() < 0.3:
        lines += [
            "inner = keras.Sequential([keras.Input((z.shape[-1],)), layers.Dense(3, name='i1')], name='inner')",
            "z = inner(z)",
        ]
    outputs = "layers.Dense(2, name='head')(z)"
    if random.random() < 0.3:
        outputs = f"[{outputs}, layers.Dense(1, name='other')(z)]"
    lines.append(f"model = keras.Model({inputs}, {outputs})")
    return "\n".join(lines) + "\n", count - 3


_KINDS = {"listed": _listed, "added": _added, "late": _late, "chain": _chain, "branches": _branches}
KINDS = tuple(_KINDS)
