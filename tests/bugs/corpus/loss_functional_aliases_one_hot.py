#: title: Keras as K, one-hot targets of tf.one_hot with the sparse loss
#: topic: loss
import numpy as np
import tensorflow as tf
import tensorflow.keras as K
import tensorflow.keras.layers as KL

N_CLASSES = 5
x = np.random.rand(50, 11).astype(np.float32)
y = tf.one_hot(np.random.randint(0, N_CLASSES, 50), N_CLASSES)  #?
i = KL.Input((11,))
o = KL.Dense(N_CLASSES, activation="softmax")(KL.Dense(9, activation="relu")(i))
net = K.Model(i, o)
net.compile(K.optimizers.Adam(), K.losses.SparseCategoricalCrossentropy())
#= net.compile(K.optimizers.Adam(), K.losses.CategoricalCrossentropy())
net.fit(x, y, epochs=1)  #!
