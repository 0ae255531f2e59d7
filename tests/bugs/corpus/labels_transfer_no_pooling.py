#: title: MobileNetV2 without pooling, one label for each picture
#: topic: labels
import numpy as np
import tensorflow as tf
from tensorflow.keras.applications import MobileNetV2
from tensorflow.keras.layers import Dense, GlobalAveragePooling2D
from tensorflow.keras.models import Sequential

x = tf.keras.applications.mobilenet_v2.preprocess_input(np.random.randint(0, 256, (8, 96, 96, 3)).astype('float32'))
y = tf.keras.utils.to_categorical(np.arange(8) % 4)

base = MobileNetV2(weights='imagenet', include_top=False, input_shape=(96, 96, 3), alpha=0.35)  #?
base.trainable = False
model = Sequential()
model.add(base)  #?
#+ model.add(GlobalAveragePooling2D())
model.add(Dense(4, activation='softmax'))  #?
model.compile(loss='categorical_crossentropy', optimizer='adam', metrics=['accuracy'])
model.fit(x, y, epochs=1, batch_size=4)  #!
