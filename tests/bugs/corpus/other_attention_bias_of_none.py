#: title: An attention layer makes a bias for each step, the steps are None
#: topic: other
import numpy as np
from tensorflow.keras.layers import Layer, Input, Embedding, LSTM, Dense, Bidirectional
from tensorflow.keras.models import Model
import tensorflow.keras.backend as K

class Attention(Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)

    def build(self, input_shape):
        self.W = self.add_weight(name="att_weight", shape=(input_shape[-1], 1), initializer="normal")
        self.b = self.add_weight(name="att_bias", shape=(input_shape[1], 1), initializer="zeros")  #! #?
        #= self.b = self.add_weight(name="att_bias", shape=(1,), initializer="zeros")
        super().build(input_shape)

    def call(self, x):
        e = K.tanh(K.dot(x, self.W) + self.b)
        a = K.softmax(e, axis=1)
        output = x * a
        return K.sum(output, axis=1)

    def compute_output_shape(self, input_shape):
        return (input_shape[0], input_shape[-1])

max_words = 2000
inputs = Input(shape=(None,))  #?
x = Embedding(max_words, 32)(inputs)
x = Bidirectional(LSTM(16, return_sequences=True))(x)
x = Attention()(x)  #!
outputs = Dense(1, activation="sigmoid")(x)
model = Model(inputs, outputs)
model.compile("adam", "binary_crossentropy")
model.fit(np.random.randint(0, max_words, (20, 40)), np.random.randint(0, 2, (20,)), epochs=1)
