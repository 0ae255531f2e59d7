#: title: The attention block's Dense has the TIME_STEPS of another project
#: topic: other
import numpy as np
from keras.layers import Input, Dense, Multiply, Permute, LSTM, Flatten
from keras.models import Model

INPUT_DIM = 2
TIME_STEPS = 20  #?
#= TIME_STEPS = 24


def attention_3d_block(inputs):
    # inputs.shape = (batch_size, time_steps, input_dim)
    input_dim = int(inputs.shape[2])
    a = Permute((2, 1))(inputs)
    a = Dense(TIME_STEPS, activation='softmax')(a)  #?
    a_probs = Permute((2, 1), name='attention_vec')(a)
    output_attention_mul = Multiply()([inputs, a_probs])  #!
    return output_attention_mul


def get_data_recurrent(n, time_steps, input_dim, attention_column=10):
    x = np.random.standard_normal(size=(n, time_steps, input_dim))
    y = np.random.randint(low=0, high=2, size=(n, 1))
    x[:, attention_column, :] = np.tile(y[:], (1, input_dim))
    return x, y


def model_attention_applied_after_lstm(steps):
    inputs = Input(shape=(steps, INPUT_DIM,))
    lstm_out = LSTM(32, return_sequences=True)(inputs)
    attention_mul = attention_3d_block(lstm_out)  #!
    attention_mul = Flatten()(attention_mul)
    output = Dense(1, activation='sigmoid')(attention_mul)
    return Model(inputs=[inputs], outputs=output)


inputs_1, outputs = get_data_recurrent(100, 24, INPUT_DIM)
m = model_attention_applied_after_lstm(inputs_1.shape[1])  #!
m.compile(optimizer='adam', loss='binary_crossentropy', metrics=['accuracy'])
m.fit([inputs_1], outputs, epochs=1, batch_size=64)
