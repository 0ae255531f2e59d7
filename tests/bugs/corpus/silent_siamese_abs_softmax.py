#: title: The similarity head is a softmax of one unit
#: topic: silent
import numpy as np
import tensorflow as tf
from tensorflow.keras.layers import Input, Conv2D, Dense, Flatten, MaxPooling2D, Lambda
from tensorflow.keras.models import Model, Sequential

left = np.load('left.npy')
right = np.load('right.npy')
same = (np.arange(len(left)) % 2).astype('float32')

def get_siamese_model(input_shape):
    left_input = Input(input_shape)
    right_input = Input(input_shape)
    convnet = Sequential([
        Conv2D(8, (5, 5), activation='relu', input_shape=input_shape),
        MaxPooling2D(),
        Flatten(),
        Dense(16, activation='sigmoid')])
    encoded_l = convnet(left_input)
    encoded_r = convnet(right_input)
    l1_layer = Lambda(lambda tensors: tf.abs(tensors[0] - tensors[1]), output_shape=(16,))
    l1_distance = l1_layer([encoded_l, encoded_r])
    prediction = Dense(1, activation='softmax')(l1_distance)  #~
    #= prediction = Dense(1, activation='sigmoid')(l1_distance)
    return Model(inputs=[left_input, right_input], outputs=prediction)

model = get_siamese_model((35, 35, 1))
model.compile(loss='binary_crossentropy', optimizer='adam')
model.fit([left, right], same, batch_size=8, epochs=1)
#: files
npy("left.npy", (24, 35, 35, 1))
npy("right.npy", (24, 35, 35, 1))
#: check
assert not np.allclose(model.predict([left, right]), 1.0)
