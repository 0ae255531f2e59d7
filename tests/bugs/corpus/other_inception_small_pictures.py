#: title: InceptionV3 for pictures of 64 pixels
#: topic: other
from tensorflow.keras.applications import InceptionV3
from tensorflow.keras import layers, Model

base_model = InceptionV3(weights='imagenet', include_top=False, input_shape=(64, 64, 3))  #!
#= base_model = InceptionV3(weights='imagenet', include_top=False, input_shape=(96, 96, 3))
x = layers.GlobalAveragePooling2D()(base_model.output)
predictions = layers.Dense(7, activation='softmax')(x)
model = Model(inputs=base_model.input, outputs=predictions)
