#: title: The windows of a course's windowed_dataset are never batched
#: topic: other
import numpy as np
import tensorflow as tf

def trend(time, slope=0):
    return slope * time

def seasonality(time, period, amplitude=1):
    season_time = (time % period) / period
    return amplitude * np.where(season_time < 0.4, np.cos(season_time * 2 * np.pi), 1 / np.exp(3 * season_time))

time = np.arange(400, dtype="float32")
series = 10 + trend(time, 0.1) + seasonality(time, period=90, amplitude=20)
split_time = 300
x_train, x_valid = series[:split_time], series[split_time:]
window_size = 20
batch_size = 32
shuffle_buffer_size = 100

def windowed_dataset(series, window_size, batch_size, shuffle_buffer):
    dataset = tf.data.Dataset.from_tensor_slices(series)
    dataset = dataset.window(window_size + 1, shift=1, drop_remainder=True)
    dataset = dataset.flat_map(lambda window: window.batch(window_size + 1))
    dataset = dataset.map(lambda window: (window[:-1], window[-1]))
    dataset = dataset.shuffle(shuffle_buffer)
    #+ dataset = dataset.batch(batch_size)
    return dataset.prefetch(1)  #?

dataset = windowed_dataset(x_train, window_size, batch_size, shuffle_buffer_size)
model = tf.keras.models.Sequential([
    tf.keras.layers.Dense(10, input_shape=[window_size], activation="relu"),
    tf.keras.layers.Dense(10, activation="relu"),
    tf.keras.layers.Dense(1)
])
model.compile(loss="mse", optimizer=tf.keras.optimizers.SGD(learning_rate=1e-6, momentum=0.9))
history = model.fit(dataset, epochs=1, verbose=0)  #!
