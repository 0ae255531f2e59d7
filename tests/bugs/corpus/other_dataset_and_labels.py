#: title: fit gets a data set and the labels besides
#: topic: other
import numpy as np
import tensorflow as tf

x_train = np.random.rand(80, 10).astype('float32')
y_train = np.random.randint(0, 2, 80)
train_ds = tf.data.Dataset.from_tensor_slices((x_train, y_train)).shuffle(80).batch(16)
model = tf.keras.Sequential([tf.keras.layers.Dense(8, activation='relu'), tf.keras.layers.Dense(1, activation='sigmoid')])
model.compile(optimizer='adam', loss='binary_crossentropy')
model.fit(train_ds, y_train, epochs=2)  #!
#= model.fit(train_ds, epochs=2)
