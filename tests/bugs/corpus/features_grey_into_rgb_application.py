#: title: Grey pictures into MobileNetV2
#: topic: features
import numpy as np
import tensorflow as tf

IMG_SHAPE = (64, 64, 3)  #?
base_model = tf.keras.applications.MobileNetV2(input_shape=IMG_SHAPE, include_top=False, weights=None, alpha=0.35, pooling='avg')
base_model.trainable = False

x = np.random.rand(10, 64, 64, 1).astype('float32')  #?
#= x = np.repeat(np.random.rand(10, 64, 64, 1).astype('float32'), 3, axis=-1)
y = np.random.randint(0, 2, (10,))

inputs = tf.keras.Input(shape=IMG_SHAPE)
outputs = tf.keras.layers.Dense(1, activation='sigmoid')(base_model(inputs, training=False))
model = tf.keras.Model(inputs, outputs)
model.compile(optimizer='adam', loss='binary_crossentropy')
model.fit(x, y, epochs=1, batch_size=5)  #!
