#: title: Texts of the whole table beside numbers of its training part
#: topic: other
import numpy as np
import pandas as pd
from sklearn.model_selection import train_test_split
from tensorflow.keras.layers import Input, Embedding, GlobalAveragePooling1D, Dense, concatenate
from tensorflow.keras.models import Model
from tensorflow.keras.preprocessing.sequence import pad_sequences
from tensorflow.keras.preprocessing.text import Tokenizer

df = pd.read_csv('listings.csv')
tok = Tokenizer(num_words=200)
tok.fit_on_texts(df['description'])
seqs = pad_sequences(tok.texts_to_sequences(df['description']), maxlen=12)

train_df, test_df = train_test_split(df, test_size=0.25, random_state=1)
#= train_df, test_df, train_seqs, test_seqs = train_test_split(df, seqs, test_size=0.25, random_state=1)
meta_cols = ['bedrooms', 'area']
meta_train = train_df[meta_cols].values
y_train = train_df['price'].values

nlp_input = Input(shape=(12,), name='nlp_input')
meta_input = Input(shape=(2,), name='meta_input')
emb = Embedding(200, 16)(nlp_input)
nlp_out = GlobalAveragePooling1D()(emb)
x = concatenate([nlp_out, meta_input])
x = Dense(16, activation='relu')(x)
x = Dense(1)(x)
model = Model(inputs=[nlp_input, meta_input], outputs=[x])
model.compile(loss='mae', optimizer='adam')
model.fit([seqs, meta_train], y_train, epochs=1)  #!
#= model.fit([train_seqs, meta_train], y_train, epochs=1)
#: files
csv("listings.csv", 80, {"description": ["sunny flat with garden", "small room near the station", "large house", "quiet flat"], "bedrooms": range(1, 6), "area": (20.0, 200.0), "price": (500.0, 4000.0)})
