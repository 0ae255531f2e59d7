"""A case of feeding: data given to a model whose layers let everything pass, so that only the input's check speaks."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random
from typing import Any

from keras_shapes.knowledge.keras.inputs import adjust_input, match_inputs
from keras_shapes.values.array import Array
from keras_shapes.values.unknown import Unknown

Sizes = tuple[int | None, ...]


@dataclass(frozen=True)
class FeedCase:
    """Data given to a model (kind: "functional" or "sequential") by one of its methods."""

    declared: Sizes
    declared_dtype: str
    data: tuple[int, ...]
    dtype: str
    kind: str
    method: str
    batch: int | None = None

    def real(self) -> Any:
        import keras
        import numpy as np

        inputs = keras.Input(self.declared, dtype=self.declared_dtype, batch_size=self.batch)
        if self.kind == "functional":
            model = keras.Model(inputs, keras.layers.Identity()(inputs))
        else:
            model = keras.Sequential([inputs, keras.layers.Identity()])
        data = np.zeros(self.data, self.dtype)
        if self.method == "call":
            return np.asarray(model(data))
        if self.method == "predict":
            return model.predict(data, verbose=0)
        if self.method == "predict_on_batch":
            return model.predict_on_batch(data)
        model.compile("sgd", _no_loss)
        getattr(model, self.method)(data, np.zeros(self.data[:1]), verbose=0)
        return np.asarray(model(data))

    def ours(self) -> Array:
        data = Array(self.data, {"U1": "str", "O": "object"}.get(self.dtype, self.dtype))
        declared = Array((self.batch, *self.declared), self.declared_dtype)
        return adjust_input(data, declared, self.kind == "functional", called=self.method == "call")


def _no_loss(y: Any, output: Any) -> Any:
    """A loss that takes every shape."""
    import keras

    return keras.ops.mean(output) * 0.0


def draw_feed(random: Random, kind: str, method: str) -> FeedCase:
    sizes = (1, 1, 2, 3, 4)
    declared = tuple(random.choice((*sizes, None)) for _ in range(random.randrange(4)))
    whole = tuple(random.choice((2, 3)) if d is None else d for d in declared)
    samples = random.choice((1, 2, 3, 4))
    data = random.choice(
        (
            (samples, *whole),
            (samples, *whole, 1),
            (samples, *whole, 2),
            (samples, *whole[:-1]),
            whole,
            (samples, *_one_changed(random, whole)),
            (samples, *_one_changed(random, whole)),
            tuple(random.choice(sizes) for _ in range(random.randrange(1, 5))),
        )
    )
    if not data:
        data = (samples,)
    return FeedCase(
        declared,
        random.choice(("float32", "float32", "float32", "int32", "uint8")),
        data,
        random.choice(("float32", "float32", "float32", "float64", "int64", "uint8", "bool", "U1", "O")),
        kind,
        method,
        random.choice((None, None, None, 2)),
    )


def _one_changed(random: Random, sizes: tuple[int, ...]) -> tuple[int, ...]:
    if not sizes:
        return sizes
    axis = random.randrange(len(sizes))
    return (*sizes[:axis], random.choice((1, 2, 3, 4, 5)), *sizes[axis + 1 :])


@dataclass(frozen=True)
class StructureCase:
    """Arrays in some structure given to a model of inputs "a", "b", …; each input has its own width, 2, 3, …

    declared: "one" (the input itself), "list" or "dict". data: the position of the input whose array stands there.
    """

    declared: str
    inputs: int
    data: Any
    method: str

    def real(self) -> str:
        import keras
        import numpy as np

        inputs = [keras.Input((2 + i,), name="abc"[i]) for i in range(self.inputs)]
        outputs = keras.layers.Concatenate()(inputs) if self.inputs > 1 else keras.layers.Identity()(inputs[0])
        named = {i.name: i for i in inputs}
        if self.declared == "sequential":
            model = keras.Sequential([inputs[0], keras.layers.Identity()])
        else:
            model = keras.Model({"one": inputs[0], "list": inputs, "dict": named}[self.declared], outputs)
        data = self._given(lambda shape: keras.ops.zeros(shape) if self.method == "call" else np.zeros(shape))
        if self.method == "call":
            model(data)
        else:
            model.predict(data, verbose=0)
        return "runs"

    def _given(self, make: Any) -> Any:
        def build(value: Any) -> Any:
            if isinstance(value, dict):
                return {key: build(part) for key, part in value.items()}
            if isinstance(value, (list, tuple)):
                return type(value)(build(part) for part in value)
            return make((4, 2 + value))

        return build(self.data)

    def ours(self) -> Any:
        sequential = self.declared == "sequential"
        matched = match_inputs(
            self._given(lambda shape: Array(shape, "float64")), tuple("abc"[: self.inputs]), sequential
        )
        if matched is None:
            return Unknown("the structure does not say")
        for i, array in enumerate(matched):
            adjust_input(array, Array((None, 2 + i), "float32"), strict=not sequential)
        return "runs"


def draw_structure(random: Random, method: str) -> StructureCase:
    declared = random.choice(("one", "list", "list", "dict", "sequential"))
    inputs = 1 if declared in ("one", "sequential") else random.choice((1, 2, 3))
    order = list(range(inputs))
    if random.random() < 0.3:
        random.shuffle(order)
    if random.random() < 0.3:
        order = [random.randrange(3) for _ in range(random.randrange(1, 4))]
    form = random.choice(("list", "tuple", "dict", "dict", "array"))
    data: Any = order if form == "list" else tuple(order)
    if form == "array":
        data = order[0]
    if form == "dict":
        data = dict(zip(random.choice(("abc", "abc", "bac", "xyz")), order))
    return StructureCase(declared, inputs, data, method)
