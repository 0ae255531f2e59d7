#: title: MeanIoU counts classes, the network gives three probabilities a pixel
#: topic: logits
import numpy as np
import tensorflow as tf
from tensorflow.keras import layers

N_CLASSES = 3
OUTPUT = (32, 32)
x = np.load('x.npy')
masks = np.load('masks.npy')

def down(filters, size, apply_batchnorm=True):
    result = tf.keras.Sequential()
    result.add(layers.Conv2D(filters, size, strides=2, padding='same', use_bias=False))
    if apply_batchnorm:
        result.add(layers.BatchNormalization())
    result.add(layers.LeakyReLU())
    return result

def up(filters, size):
    result = tf.keras.Sequential()
    result.add(layers.Conv2DTranspose(filters, size, strides=2, padding='same', use_bias=False))
    result.add(layers.ReLU())
    return result

def unet_model(output_channels):
    inputs = layers.Input(shape=[32, 32, 3])
    h = inputs
    skips = []
    for block in [down(8, 4, False), down(16, 4)]:
        h = block(h)
        skips.append(h)
    for block, skip in zip([up(8, 4)], reversed(skips[:-1])):
        h = block(h)
        h = layers.Concatenate()([h, skip])
    last = layers.Conv2DTranspose(output_channels, 3, strides=2, padding='same', activation='softmax')
    return tf.keras.Model(inputs=inputs, outputs=last(h))

model = unet_model(N_CLASSES)
model.compile(optimizer='adam', loss='sparse_categorical_crossentropy',
              metrics=[tf.keras.metrics.MeanIoU(num_classes=N_CLASSES)])  #?
              #= metrics=[tf.keras.metrics.MeanIoU(num_classes=N_CLASSES, sparse_y_pred=False)])
model.fit(x, masks, batch_size=4, epochs=1)  #!
#: files
npy("x.npy", (8, 32, 32, 3))
npy("masks.npy", (8, 32, 32, 1), "uint8", 3)
