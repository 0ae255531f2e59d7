"""Whole small programs, right and wrong: what really raises, and what we say of the text."""

from __future__ import annotations

import ast
from dataclasses import dataclass, field
from random import Random
from typing import Any

from keras_shapes.analysis import Analysis, analyse
from keras_shapes.diagnostics.diagnostic import Diagnostic
from keras_shapes.fixes.recheck import edited
from keras_shapes.source.document import Document
from keras_shapes.values.mismatch import Mismatch
from keras_shapes.values.unknown import Unknown

RUNS = "runs"


def first_raise(text: str) -> tuple[range, Exception] | None:
    """The zero-based lines of the first statement that raises under the real libraries, and what it raises."""
    import keras

    keras.backend.clear_session()
    names: dict[str, Any] = {"__name__": "__main__"}
    for statement in ast.parse(text).body:
        try:
            exec(compile(ast.Module([statement], []), "program.py", "exec"), names)
        except Exception as error:
            return range(statement.lineno - 1, statement.end_lineno or statement.lineno), error
    return None


def first_error(analysis: Analysis) -> Diagnostic | None:
    """The first error that we tell."""
    errors = [d for d in analysis.diagnostics if d.severity == "error"]
    return min(errors, key=lambda d: d.range.start.line, default=None)


@dataclass
class ProgramCase:
    """A program: an error of ours must stand in the very statement that first raises."""

    text: str
    outcome: tuple[range, Exception] | None = field(default=None, repr=False)

    def __str__(self) -> str:
        return "\n" + self.text

    def ours(self) -> str:
        told = first_error(analyse(Document.of_text("program.py", self.text)))
        self.outcome = first_raise(self.text)
        if told is None:
            return RUNS
        line = told.range.start.line
        if self.outcome is not None and line >= self.outcome[0].stop:
            return RUNS
        if self.outcome is not None and line < self.outcome[0].start:
            self.outcome = None
        raise Mismatch(told.code, line, told.message)

    def real(self) -> str:
        if self.outcome is not None:
            raise self.outcome[1]
        return RUNS


@dataclass
class FixCase:
    """A wrong program and one of the fixes offered: where we find nothing wrong any more, it must run."""

    text: str
    choice: int
    title: str = ""
    mended: str = ""

    def __str__(self) -> str:
        return f"{self.title}\n{self.mended or self.text}"

    def ours(self) -> Any:
        analysis = analyse(Document.of_text("program.py", self.text))
        told = first_error(analysis)
        fixes = [] if told is None else analysis.fixes(told)
        if not fixes:
            return Unknown("nothing is offered")
        fix = fixes[self.choice % len(fixes)]
        document = edited(analysis.document, fix.edits)
        self.title, self.mended = f"{told.code if told else ''}: {fix.title}", "\n".join(document.sources[0].lines)
        if first_error(analyse(document)) is not None:
            return Unknown("another mistake is left")
        raised = first_raise(self.mended)
        if raised is not None:
            raise AssertionError(f"the mended program raises: {raised[1]}") from raised[1]
        return RUNS

    def real(self) -> str:
        return RUNS


@dataclass(frozen=True)
class Task:
    """What a program is about: the shape of one sample, the layers that take it, classes or values to learn."""

    sample: tuple[int, ...]
    layers: tuple[str, ...]
    outputs: int
    integers: int = 0


def draw_program(random: Random, style: str) -> ProgramCase:
    return ProgramCase(program(random, style))


def draw_fix(random: Random, style: str) -> FixCase:
    """A program in which we see a mistake."""
    text = ""
    for _ in range(20):
        text = program(random, style)
        if first_error(analyse(Document.of_text("program.py", text))) is not None:
            break
    return FixCase(text, random.randrange(3))


def program(random: Random, style: str) -> str:
    task = random.choice((_images, _sequences, _tokens, _rows))(random)
    loss, last, labels = random.choice(_HEADS)(random, task.outputs)
    samples = random.choice((3, 6, 20, 33))
    lines = ["import numpy as np", random.choice(_IMPORTS), ""]
    lines += _data(random, task, samples)
    lines.append(f"y = {labels.format(n=samples if random.random() < 0.9 else samples + 1)}")
    lines += _changed(random)
    declared = _perturbed(random, task.sample, 0.25)
    layers = [*task.layers, last]
    if random.random() < 0.15:
        layers.pop(random.randrange(len(layers) - 1))
    lines += _MODELS[style](declared, layers)
    metrics = random.choice(("", "", ", metrics=['accuracy']", ", metrics=['mae']", ", metrics=['Precision']"))
    lines.append(f"model.compile(optimizer='sgd', loss={loss!r}{metrics})")
    lines += random.sample(_USES, random.choice((1, 2)))
    return "\n".join(lines) + "\n"


_IMPORTS = (
    "import keras\nfrom keras import layers",
    "from tensorflow import keras\nfrom tensorflow.keras import layers",
)
_USES = (
    "model.fit(x, y, epochs=1, verbose=0)",
    "model.fit(x, y, batch_size=4, validation_split=0.5, verbose=0)",
    "model.fit(x, y, validation_data=(x[:2], y[:2]), verbose=0)",
    "model.evaluate(x, y, verbose=0)",
    "p = model.predict(x, verbose=0)",
    "p = model.predict(x[0], verbose=0)",
    "p = model.predict(x[:1], verbose=0)",
    "p = model(x)",
    "model.train_on_batch(x, y)",
)


def _perturbed(random: Random, sizes: tuple[int, ...], chance: float) -> tuple[int, ...]:
    """Mostly as it was; else a size changed, an axis more or less."""
    if random.random() > chance or not sizes:
        return sizes
    axis = random.randrange(len(sizes))
    return random.choice(
        (
            (*sizes[:axis], sizes[axis] + random.choice((1, 2)), *sizes[axis + 1 :]),
            sizes[:-1] or sizes,
            (*sizes, 1),
            (*sizes, 2),
        )
    )


def _images(random: Random) -> Task:
    side, channels = random.choice((6, 8, 12)), random.choice((1, 3))
    kernel, pool = random.choice((2, 3, 5)), random.choice((2, 3))
    body = [f"layers.Conv2D(4, {kernel}, activation='relu')", f"layers.MaxPooling2D({pool})"]
    if random.random() < 0.4:
        body += [f"layers.Conv2D(2, ({kernel}, {kernel}), padding={random.choice(('same', 'valid'))!r})"]
    body.append(random.choice(("layers.Flatten()", "layers.Flatten()", "layers.GlobalAveragePooling2D()")))
    return Task((side, side, channels), tuple(body), random.choice((1, 3, 10)))


def _sequences(random: Random) -> Task:
    steps, features = random.choice((4, 5)), random.choice((1, 3))
    kind = random.choice(("LSTM", "GRU", "SimpleRNN"))
    body = [f"layers.{kind}(4, return_sequences={random.random() < 0.7})"] if random.random() < 0.5 else []
    body += [random.choice((f"layers.{kind}(4)", "layers.Conv1D(4, 3)", f"layers.Bidirectional(layers.{kind}(3))"))]
    return Task((steps, features), tuple(body), random.choice((1, 2)))


def _tokens(random: Random) -> Task:
    words = random.choice((10, 20))
    body = (f"layers.Embedding({words}, 4)", random.choice(("layers.LSTM(3)", "layers.GlobalAveragePooling1D()")))
    return Task((random.choice((4, 6)),), body, random.choice((1, 2, 3)), words)


def _rows(random: Random) -> Task:
    body = ["layers.Dense(8, activation='relu')", "layers.Dropout(0.2)"] if random.random() < 0.7 else []
    body.append(random.choice(("layers.Dense(4)", "layers.BatchNormalization()", "layers.Activation('relu')")))
    return Task((random.choice((1, 4, 7)),), tuple(body), random.choice((1, 3)))


def _classes(random: Random, outputs: int) -> tuple[str, str, str]:
    """Class numbers, mostly with the sparse loss."""
    classes = max(2, outputs)
    loss = random.choice(("sparse_categorical_crossentropy",) * 3 + ("categorical_crossentropy",))
    units = classes if random.random() < 0.8 else classes + random.choice((-1, 1))
    shape = random.choice(("{n}", "({n}, 1)", "({n},)"))
    return loss, f"layers.Dense({units}, activation='softmax')", f"np.random.randint(0, {classes}, {shape})"


def _one_hot(random: Random, outputs: int) -> tuple[str, str, str]:
    classes = max(2, outputs)
    loss = random.choice(("categorical_crossentropy",) * 3 + ("sparse_categorical_crossentropy", "mse"))
    units = classes if random.random() < 0.8 else classes + 1
    labels = f"keras.utils.to_categorical(np.random.randint(0, {classes}, {{n}}), {classes})"
    return loss, f"layers.Dense({units}, activation='softmax')", labels


def _binary(random: Random, outputs: int) -> tuple[str, str, str]:
    units = random.choice((1, 1, 1, 2))
    shape = random.choice(("{n}", "({n}, 1)", "({n}, 2)"))
    return "binary_crossentropy", f"layers.Dense({units}, activation='sigmoid')", f"np.random.randint(0, 2, {shape})"


def _values(random: Random, outputs: int) -> tuple[str, str, str]:
    loss = random.choice(("mse", "mae", "huber"))
    shape = random.choice(("{n}", f"{{n}}, {outputs}", "{n}, 1", f"{{n}}, {outputs + 1}"))
    return loss, f"layers.Dense({outputs})", f"np.random.rand({shape})"


_HEADS = (_classes, _one_hot, _binary, _values)


def _data(random: Random, task: Task, samples: int) -> list[str]:
    shape = (samples, *_perturbed(random, task.sample, 0.3))
    sizes = ", ".join(map(str, shape))
    if task.integers:
        return [f"x = np.random.randint(0, {task.integers}, size=({sizes},))"]
    return random.choice(
        (
            [f"x = np.random.rand({sizes})"],
            [f"x = np.zeros(({sizes},), dtype='float32')"],
            [f"x = np.random.randint(0, 256, ({sizes},)).astype('float32') / 255"],
            [
                f"x = np.arange({_product(shape)}).reshape({samples}, -1)",
                f"x = x.reshape(-1, {', '.join(map(str, shape[1:]))})",
            ],
            [f"x = np.stack([np.ones(({', '.join(map(str, shape[1:]))},)) for _ in range({samples})])"],
        )
    )


def _product(sizes: tuple[int, ...]) -> int:
    total = 1
    for size in sizes:
        total *= size
    return total


def _changed(random: Random) -> list[str]:
    """What people do to data before they feed it."""
    steps = (
        "x = x[..., None]", "x = np.expand_dims(x, 1)", "x = x.reshape(len(x), -1)", "x = x.astype('float32')",
        "x, y = x[:-1], y[:-1]", "x = np.concatenate([x, x])", "y = y.reshape(-1, 1)", "x = np.squeeze(x)",
        "y = y.ravel()", "x = x.T", "y = list(y)", "x = np.transpose(x, tuple(range(x.ndim)))",
    )  # fmt: skip
    return random.sample(steps, random.choice((0, 0, 1, 1, 2)))


def _listed(declared: tuple[int, ...], layers: list[str]) -> list[str]:
    inner = [f"    {layer}," for layer in layers]
    return ["model = keras.Sequential([", f"    keras.Input({declared}),", *inner, "])"]


def _added(declared: tuple[int, ...], layers: list[str]) -> list[str]:
    first = layers[0][:-1] + f"{', ' if '()' not in layers[0] else ''}input_shape={declared})"
    return ["model = keras.models.Sequential()", *[f"model.add({layer})" for layer in (first, *layers[1:])]]


def _undeclared(declared: tuple[int, ...], layers: list[str]) -> list[str]:
    return [f"model = keras.Sequential([{', '.join(layers)}])"]


def _called(declared: tuple[int, ...], layers: list[str]) -> list[str]:
    steps = [f"h = {layer}({'inputs' if i == 0 else 'h'})" for i, layer in enumerate(layers)]
    return [f"inputs = keras.Input(shape={declared})", *steps, "model = keras.Model(inputs, h)"]


_MODELS = {"listed": _listed, "added": _added, "undeclared": _undeclared, "functional": _called}
