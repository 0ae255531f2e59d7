#: title: An LSTM is declared with a channel axis like a picture
#: topic: layer-rank
import numpy as np
import tensorflow as tf

X_train = np.random.rand(30, 20, 85)
y_train = tf.keras.utils.to_categorical(np.random.randint(0, 3, 30), 3)

model = tf.keras.models.Sequential()
model.add(tf.keras.layers.LSTM(32, return_sequences=True, stateful=False, input_shape=(20, 85, 1)))  #!
#= model.add(tf.keras.layers.LSTM(32, return_sequences=True, stateful=False, input_shape=(20, 85)))
model.add(tf.keras.layers.LSTM(20))
model.add(tf.keras.layers.Dense(3, activation='softmax'))
model.compile(loss='categorical_crossentropy', optimizer='adam', metrics=["accuracy"])
model.fit(X_train, y_train, batch_size=10, epochs=2)
