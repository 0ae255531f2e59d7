#: title: grayscale_to_rgb of pictures that have no channel axis
#: topic: rank
import tensorflow as tf
from tensorflow import keras
from tensorflow.keras.applications.mobilenet_v2 import MobileNetV2, preprocess_input

(x_train, y_train), (x_test, y_test) = keras.datasets.fashion_mnist.load_data()
x_train, y_train = x_train[:64], y_train[:64]

x_train = tf.convert_to_tensor(x_train)  #?
#= x_train = tf.convert_to_tensor(x_train[..., tf.newaxis])
x_rgb = tf.image.grayscale_to_rgb(x_train)  #! #?
x_rgb = tf.image.resize(x_rgb, [32, 32])
x_rgb = preprocess_input(x_rgb)

base = MobileNetV2(input_shape=(32, 32, 3), include_top=False, weights=None, pooling='avg')
base.trainable = False
model = keras.Sequential([base, keras.layers.Dense(10, activation='softmax')])
model.compile('adam', 'sparse_categorical_crossentropy', metrics=['accuracy'])
model.fit(x_rgb, y_train, epochs=1, batch_size=16)
