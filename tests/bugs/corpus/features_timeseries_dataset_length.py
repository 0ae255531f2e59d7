#: title: timeseries_dataset_from_array makes windows of 48, the functional model takes 24
#: topic: features
import numpy as np
from tensorflow import keras
from tensorflow.keras import layers

raw_data = np.random.normal(size=(600, 5)).astype("float32")
temperature = raw_data[:, 1]
num_train_samples = int(0.5 * len(raw_data))
mean = raw_data[:num_train_samples].mean(axis=0)
raw_data -= mean
std = raw_data[:num_train_samples].std(axis=0)
raw_data /= std

sampling_rate = 1
sequence_length = 48  #?
delay = sampling_rate * (sequence_length + 24 - 1)
batch_size = 16

train_dataset = keras.utils.timeseries_dataset_from_array(
    raw_data[:-delay],
    targets=temperature[delay:],
    sampling_rate=sampling_rate,
    sequence_length=sequence_length,
    shuffle=True,
    batch_size=batch_size,
    start_index=0,
    end_index=num_train_samples)

inputs = keras.Input(shape=(24, raw_data.shape[-1]))  #?
#= inputs = keras.Input(shape=(sequence_length, raw_data.shape[-1]))
x = layers.Flatten()(inputs)
x = layers.Dense(16, activation="relu")(x)
outputs = layers.Dense(1)(x)
model = keras.Model(inputs, outputs)
model.compile(optimizer="rmsprop", loss="mse", metrics=["mae"])
history = model.fit(train_dataset, epochs=1)  #!
