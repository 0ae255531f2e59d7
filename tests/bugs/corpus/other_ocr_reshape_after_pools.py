#: title: The OCR network has one pooling more than its Reshape reckons with
#: topic: other
import tensorflow as tf
from tensorflow.keras import layers
from tensorflow.keras.models import Model

img_width, img_height = 200, 48
characters = list("0123456789abcdefghijklmnopqrstuvwxyz")

def build_model():
    input_img = layers.Input(shape=(img_width, img_height, 1), name="image", dtype="float32")
    x = layers.Conv2D(32, (3, 3), activation="relu", kernel_initializer="he_normal", padding="same", name="Conv1")(input_img)
    x = layers.MaxPooling2D((2, 2), name="pool1")(x)
    x = layers.Conv2D(64, (3, 3), activation="relu", kernel_initializer="he_normal", padding="same", name="Conv2")(x)
    x = layers.MaxPooling2D((2, 2), name="pool2")(x)
    x = layers.Conv2D(64, (3, 3), activation="relu", kernel_initializer="he_normal", padding="same", name="Conv3")(x)
    x = layers.MaxPooling2D((2, 2), name="pool3")(x)  #-

    # We have used two max pool with pool size and strides 2.
    new_shape = ((img_width // 4), (img_height // 4) * 64)  #?
    x = layers.Reshape(target_shape=new_shape, name="reshape")(x)  #!
    x = layers.Dense(64, activation="relu", name="dense1")(x)
    x = layers.Dropout(0.2)(x)

    # RNNs
    x = layers.Bidirectional(layers.LSTM(128, return_sequences=True, dropout=0.25))(x)
    x = layers.Bidirectional(layers.LSTM(64, return_sequences=True, dropout=0.25))(x)
    x = layers.Dense(len(characters) + 1, activation="softmax", name="dense2")(x)
    return Model(inputs=input_img, outputs=x, name="ocr_model_v1")

model = build_model()  #!
model.summary()
