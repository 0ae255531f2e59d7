#: title: The states of both directions are joined, the decoder has half as many units
#: topic: other
import numpy as np
from tensorflow.keras.layers import Input, LSTM, Bidirectional, Concatenate, Dense
from tensorflow.keras.models import Model

latent_dim = 16
encoder_inputs = Input(shape=(None, 30))
encoder = Bidirectional(LSTM(latent_dim, return_state=True))
_, fh, fc, bh, bc = encoder(encoder_inputs)
state_h = Concatenate()([fh, bh])  #?
state_c = Concatenate()([fc, bc])  #?

decoder_inputs = Input(shape=(None, 40))
decoder_lstm = LSTM(latent_dim, return_sequences=True, return_state=True)  #?
#= decoder_lstm = LSTM(latent_dim * 2, return_sequences=True, return_state=True)
decoder_outputs, _, _ = decoder_lstm(decoder_inputs, initial_state=[state_h, state_c])  #?
model = Model([encoder_inputs, decoder_inputs], Dense(40, activation='softmax')(decoder_outputs))
model.compile('adam', 'categorical_crossentropy')
x, d = np.random.rand(6, 9, 30), np.random.rand(6, 7, 40)
model.fit([x, d], d, epochs=1)  #!
