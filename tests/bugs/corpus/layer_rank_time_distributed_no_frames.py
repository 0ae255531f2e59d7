#: title: TimeDistributed convolutions, the input has no frames
#: topic: layer-rank
from tensorflow.keras.models import Sequential
from tensorflow.keras.layers import TimeDistributed, Conv2D, MaxPooling2D, Flatten, LSTM, Dense

model = Sequential()
model.add(TimeDistributed(Conv2D(8, (3, 3), activation='relu'), input_shape=(64, 64, 3)))  #!
#= model.add(TimeDistributed(Conv2D(8, (3, 3), activation='relu'), input_shape=(10, 64, 64, 3)))
model.add(TimeDistributed(MaxPooling2D((2, 2))))
model.add(TimeDistributed(Flatten()))
model.add(LSTM(16))
model.add(Dense(4, activation='softmax'))
model.compile('adam', 'categorical_crossentropy')
