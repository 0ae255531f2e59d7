#: title: A translator's padded French sentences with categorical_crossentropy
#: topic: loss
import numpy as np
from tensorflow.keras.preprocessing.text import Tokenizer
from tensorflow.keras.preprocessing.sequence import pad_sequences
from tensorflow.keras.models import Sequential
from tensorflow.keras.layers import GRU, Dense, TimeDistributed, Activation, RepeatVector, Embedding
from tensorflow.keras.optimizers import Adam
from tensorflow.keras.losses import categorical_crossentropy, sparse_categorical_crossentropy

english = ["new jersey is quiet in autumn", "the grape is my favourite fruit", "she likes the green car", "paris is cold in june"] * 8
french = ["new jersey est calme en automne", "le raisin est mon fruit prefere", "elle aime la voiture verte", "paris est froid en juin"] * 8

def tokenize(x):
    t = Tokenizer()
    t.fit_on_texts(x)
    return t.texts_to_sequences(x), t

def pad(x, length=None):
    if length is None:
        length = max([len(sentence) for sentence in x])
    return pad_sequences(x, maxlen=length, padding='post')

def preprocess(x, y):
    preprocess_x, x_tk = tokenize(x)
    preprocess_y, y_tk = tokenize(y)
    preprocess_x = pad(preprocess_x)
    preprocess_y = pad(preprocess_y)
    return preprocess_x, preprocess_y, x_tk, y_tk

preproc_english, preproc_french, english_tokenizer, french_tokenizer = preprocess(english, french)
french_vocab = len(french_tokenizer.word_index) + 1

def encdec_model(input_shape, output_sequence_length, english_vocab_size, french_vocab_size):
    model = Sequential()
    model.add(Embedding(english_vocab_size, 32))
    model.add(GRU(48))
    model.add(RepeatVector(output_sequence_length))
    model.add(GRU(48, return_sequences=True))
    model.add(TimeDistributed(Dense(french_vocab_size)))
    model.add(Activation('softmax'))
    model.compile(loss=categorical_crossentropy, optimizer=Adam(0.005), metrics=['accuracy'])  #?
    #= model.compile(loss=sparse_categorical_crossentropy, optimizer=Adam(0.005), metrics=['accuracy'])
    return model

model = encdec_model(preproc_english.shape, preproc_french.shape[1], len(english_tokenizer.word_index) + 1, french_vocab)
model.fit(preproc_english, preproc_french, batch_size=16, epochs=1, validation_split=0.2)  #!
