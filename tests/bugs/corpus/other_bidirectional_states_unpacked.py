#: title: A bidirectional LSTM returns five tensors, three are unpacked
#: topic: other
from tensorflow.keras.layers import Input, LSTM, Bidirectional, Dense, Embedding, Concatenate
from tensorflow.keras.models import Model

class Seq2Seq:
    def __init__(self, num_words_in, num_words_out, dim=50, units=64):
        self.num_words_in = num_words_in
        self.num_words_out = num_words_out
        self.dim, self.units = dim, units

    def encoder(self):
        inputs = Input(shape=(None,), name='enc_in')
        x = Embedding(self.num_words_in, self.dim, mask_zero=True)(inputs)
        outputs, state_h, state_c = Bidirectional(LSTM(self.units, return_state=True))(x)  #!
        #= outputs, fh, fc, bh, bc = Bidirectional(LSTM(self.units, return_state=True))(x)
        #+ state_h, state_c = Concatenate()([fh, bh]), Concatenate()([fc, bc])
        return inputs, [state_h, state_c]

    def build(self):
        enc_in, states = self.encoder()  #!
        dec_in = Input(shape=(None,), name='dec_in')
        x = Embedding(self.num_words_out, self.dim)(dec_in)
        x, _, _ = LSTM(2 * self.units, return_sequences=True, return_state=True)(x, initial_state=states)
        out = Dense(self.num_words_out, activation='softmax')(x)
        return Model([enc_in, dec_in], out)

net = Seq2Seq(3000, 2500).build()  #!
net.compile(optimizer='adam', loss='sparse_categorical_crossentropy')
