#: title: The pictures are a Python list of arrays
#: topic: other
import numpy as np
import tensorflow as tf

data_list, y = [], []
for i in range(12):
    data_list.append(np.random.rand(24, 24, 3))  #?
    y.append(np.random.rand(5))
y = np.array(y)
model = tf.keras.Sequential([
    tf.keras.layers.Conv2D(4, 3, activation='relu', input_shape=(24, 24, 3)),
    tf.keras.layers.GlobalAveragePooling2D(),
    tf.keras.layers.Dense(5),
])
model.compile(optimizer='adam', loss='mse')
model.fit(data_list, y, epochs=2)  #!
#= model.fit(np.array(data_list), y, epochs=2)
