"""Names of older Keras: each is refused by the real one where we say so, and what we do not speak of is taken."""

from __future__ import annotations

import pytest

from keras_shapes.analysis import analyse
from keras_shapes.source.document import Document

_BEGIN = """\
import numpy as np
import keras

x, y = np.zeros((4, 3)), np.zeros(4)
model = keras.Sequential([keras.Input((3,)), keras.layers.Dense(1)])
model.compile("sgd", "mse")
"""
REFUSED = {
    "model.fit(x, y, nb_epoch=2)": "epochs",
    "model.fit(x, y, workers=2)": "",
    "model.predict(x, use_multiprocessing=True)": "",
    "model.evaluate(x, y, max_queue_size=10)": "",
    "model.compile('sgd', 'mse', sample_weight_mode='temporal')": "",
    "model.fit_generator(iter([(x, y)]), steps_per_epoch=1)": "fit",
    "model.predict_classes(x)": "predict",
    "keras.optimizers.Adam(lr=0.01)": "learning_rate",
    "keras.optimizers.SGD(learning_rate=0.1, schedule_decay=0.1)": "",
    "keras.layers.Dense(units=4, init='uniform')": "kernel_initializer",
    "keras.layers.Dense(output_dim=4)": "units",
    "keras.layers.Conv2D(filters=4, kernel_size=3, border_mode='same')": "padding",
    "keras.layers.Conv2D(nb_filter=4, kernel_size=3)": "filters",
    "keras.layers.LSTM(4, inner_activation='sigmoid')": "recurrent_activation",
    "keras.layers.LSTM(4, batch_input_shape=(1, 2, 3))": "",
    "keras.layers.Dropout(p=0.5)": "rate",
}
TAKEN = [
    "model.fit(x, y, epochs=2, verbose=0)",
    "keras.optimizers.SGD(learning_rate=0.1, decay=0.1)",
    "keras.layers.Embedding(input_dim=5, output_dim=4, input_length=3)",
    "keras.layers.Embedding(5, 4, weights=[np.zeros((5, 4))])",
    "keras.layers.Dense(4, kernel_initializer='uniform')",
    "keras.layers.InputLayer(batch_shape=(None, 3))",
]


def _told(call: str) -> list[str]:
    analysis = analyse(Document.of_text("a.py", f"{_BEGIN}{call}\n"))
    return [d.expected for d in analysis.diagnostics if d.code == "removed-argument"]


@pytest.mark.keras
@pytest.mark.parametrize("call", REFUSED)
def test_refused(call: str) -> None:
    assert _told(call) == [REFUSED[call]]
    with pytest.raises((TypeError, ValueError, AttributeError)):
        exec(_BEGIN + call, {})


@pytest.mark.keras
@pytest.mark.parametrize("call", TAKEN)
def test_taken(call: str) -> None:
    assert _told(call) == []
    exec(_BEGIN + call, {})


@pytest.mark.keras
@pytest.mark.parametrize("size", ["np.max([1, 2]) + 1", "int(np.max([1, 2]) + 1)", "len([1, 2])", "x.shape[1]"])
@pytest.mark.parametrize(
    "layer", ["Dense({})", "Embedding({}, 4)", "RepeatVector({})", "Conv1D({}, 2)", "MultiHeadAttention({}, 4)"]
)
def test_numbers_of_numpy(layer: str, size: str) -> None:
    call = f"keras.layers.{layer.format(size)}"
    analysis = analyse(Document.of_text("a.py", f"{_BEGIN}{call}\n"))
    try:
        exec(_BEGIN + call, {})
    except (TypeError, ValueError):
        assert [d.code for d in analysis.diagnostics] == ["layer-argument"]
    else:
        assert not analysis.diagnostics
