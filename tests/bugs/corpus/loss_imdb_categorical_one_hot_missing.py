#: title: A softmax of two units and the integers of imdb
#: topic: loss
from keras.datasets import imdb
from keras.layers import Dense, Embedding, LSTM
from keras.models import Sequential
from keras.preprocessing import sequence

(input_train, y_train), (input_test, y_test) = imdb.load_data(num_words=1000)  #?
input_train = sequence.pad_sequences(input_train, maxlen=40)
input_test = sequence.pad_sequences(input_test, maxlen=40)

model = Sequential()
model.add(Embedding(1000, 8))
model.add(LSTM(8))
model.add(Dense(2, activation='softmax'))
model.compile(optimizer='rmsprop', loss='categorical_crossentropy', metrics=['acc'])
#= model.compile(optimizer='rmsprop', loss='sparse_categorical_crossentropy', metrics=['acc'])
history = model.fit(input_train, y_train, epochs=2, batch_size=64, validation_split=0.2)  #!
