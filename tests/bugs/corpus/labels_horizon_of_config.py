#: title: The windows look 5 days ahead, the network was configured for 7
#: topic: labels
from dataclasses import dataclass
from typing import Tuple

import numpy as np
import tensorflow as tf


@dataclass
class Config:
    window: int = 28
    horizon: int = 7  #?
    units: int = 24
    features: int = 2


def make_windows(series: np.ndarray, window: int, horizon: int = 5) -> Tuple[np.ndarray, np.ndarray]:
    xs, ys = [], []
    for start in range(len(series) - window - horizon + 1):
        stop = start + window
        xs.append(series[start:stop])
        ys.append(series[stop:stop + horizon, 0])
    return np.asarray(xs, dtype=np.float32), np.asarray(ys, dtype=np.float32)


def build_model(cfg: Config) -> tf.keras.Model:
    inputs = tf.keras.Input(shape=(cfg.window, cfg.features))
    x = tf.keras.layers.GRU(cfg.units)(inputs)
    outputs = tf.keras.layers.Dense(cfg.horizon)(x)
    return tf.keras.Model(inputs, outputs, name="forecast")


def main():
    cfg = Config()
    t = np.arange(200)
    series = np.stack([np.sin(t / 7), np.cos(t / 30)], axis=-1)
    X, y = make_windows(series, cfg.window)  #?
    #= X, y = make_windows(series, cfg.window, cfg.horizon)
    n = int(len(X) * 0.8)
    model = build_model(cfg)
    model.compile(optimizer="adam", loss="mse", metrics=["mae"])
    model.fit(X[:n], y[:n], validation_data=(X[n:], y[n:]), epochs=1, verbose=2)  #!


if __name__ == "__main__":
    main()  #!
