#: title: A GRU has one state, three values are unpacked
#: topic: other
from tensorflow.keras import layers, Model

encoder_in = layers.Input((None, 12))
encoder_out, state_h, state_c = layers.GRU(24, return_sequences=True, return_state=True)(encoder_in)  #!
#= encoder_out, state_h = layers.GRU(24, return_sequences=True, return_state=True)(encoder_in)
encoder = Model(encoder_in, [encoder_out, state_h])
