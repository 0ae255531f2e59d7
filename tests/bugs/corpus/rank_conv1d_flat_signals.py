#: title: Signals of 1000 points into a Conv1D, without the channel axis
#: topic: rank
import numpy as np
import tensorflow as tf

signals = np.random.randn(80, 1000).astype(np.float32)  #?
#+ signals = np.expand_dims(signals, axis=-1)
labels = np.random.randint(0, 2, 80)

model = tf.keras.Sequential([
    tf.keras.layers.Conv1D(16, 7, activation="relu", input_shape=(1000,)),  #!
    #= tf.keras.layers.Conv1D(16, 7, activation="relu", input_shape=(1000, 1)),
    tf.keras.layers.MaxPooling1D(4),
    tf.keras.layers.Conv1D(32, 5, activation="relu"),
    tf.keras.layers.GlobalAveragePooling1D(),
    tf.keras.layers.Dense(1, activation="sigmoid"),
])
model.compile(optimizer="adam", loss="binary_crossentropy", metrics=["accuracy"])
model.fit(signals, labels, epochs=5, batch_size=8)
