#: title: sigmoid and BinaryCrossentropy(from_logits=True)
#: topic: silent
import numpy as np
import tensorflow as tf

x = np.random.rand(40, 6)
y = np.random.randint(0, 2, 40)
model = tf.keras.models.Sequential()
model.add(tf.keras.layers.Dense(8, activation="relu", input_shape=(6,)))
model.add(tf.keras.layers.Dense(1, activation="sigmoid"))  #?
#= model.add(tf.keras.layers.Dense(1))
model.compile(loss=tf.keras.losses.BinaryCrossentropy(from_logits=True), optimizer="adam")  #~
model.fit(x, y, epochs=1)  #?
#: check
assert model.layers[-1].activation.__name__ == "linear" or not getattr(model.loss, "_fn_kwargs", {}).get("from_logits")
