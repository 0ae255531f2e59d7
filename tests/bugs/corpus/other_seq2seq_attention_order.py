#: title: Attention gets the encoder as its query: its steps do not match the decoder's
#: topic: other
import numpy as np
from tensorflow.keras.layers import Input, LSTM, Embedding, Dense, Attention, Concatenate, TimeDistributed
from tensorflow.keras.models import Model

max_text_len, max_summary_len = 30, 10
x_voc, y_voc = 400, 150
latent_dim = 32

# Encoder
encoder_inputs = Input(shape=(max_text_len,))
enc_emb = Embedding(x_voc, 16)(encoder_inputs)
encoder_lstm1 = LSTM(latent_dim, return_sequences=True, return_state=True, dropout=0.2)
encoder_output1, state_h1, state_c1 = encoder_lstm1(enc_emb)
encoder_lstm2 = LSTM(latent_dim, return_sequences=True, return_state=True)
encoder_outputs, state_h, state_c = encoder_lstm2(encoder_output1)

# Decoder
decoder_inputs = Input(shape=(max_summary_len,))
dec_emb = Embedding(y_voc, 16)(decoder_inputs)
decoder_lstm = LSTM(latent_dim, return_sequences=True, return_state=True)
decoder_outputs, decoder_fwd_state, decoder_back_state = decoder_lstm(dec_emb, initial_state=[state_h, state_c])

attn_out = Attention(name='attention_layer')([encoder_outputs, decoder_outputs])  #?
#= attn_out = Attention(name='attention_layer')([decoder_outputs, encoder_outputs])
decoder_concat_input = Concatenate(axis=-1, name='concat_layer')([decoder_outputs, attn_out])  #!
decoder_dense = TimeDistributed(Dense(y_voc, activation='softmax'))
decoder_outputs = decoder_dense(decoder_concat_input)
model = Model([encoder_inputs, decoder_inputs], decoder_outputs)
model.compile(optimizer='rmsprop', loss='sparse_categorical_crossentropy')

x_tr = np.random.randint(1, x_voc, (40, max_text_len))
y_tr = np.random.randint(1, y_voc, (40, max_summary_len + 1))
model.fit([x_tr, y_tr[:, :-1]], y_tr.reshape(y_tr.shape[0], y_tr.shape[1], 1)[:, 1:], epochs=1, batch_size=20)
