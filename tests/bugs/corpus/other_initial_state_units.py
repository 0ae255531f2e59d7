#: title: The decoder takes states of another size
#: topic: other
import numpy as np
from tensorflow.keras.layers import Input, LSTM, Dense
from tensorflow.keras.models import Model

encoder_inputs = Input(shape=(None, 20))
_, state_h, state_c = LSTM(64, return_state=True)(encoder_inputs)
decoder_inputs = Input(shape=(None, 30))
decoder_lstm = LSTM(32, return_sequences=True)
#= decoder_lstm = LSTM(64, return_sequences=True)
x = decoder_lstm(decoder_inputs, initial_state=[state_h, state_c])  #?
outputs = Dense(30, activation="softmax")(x)
model = Model([encoder_inputs, decoder_inputs], outputs)
model.compile("rmsprop", "categorical_crossentropy")

source = np.random.rand(12, 9, 20)
target = np.eye(30)[np.random.randint(0, 30, (12, 7))]
model.fit([source, target], target, batch_size=4)  #!
