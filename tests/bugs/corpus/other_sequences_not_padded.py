#: title: Reviews of different lengths go into fit without padding
#: topic: other
from tensorflow.keras.datasets import imdb
from tensorflow.keras.models import Sequential
from tensorflow.keras.layers import Embedding, GlobalAveragePooling1D, Dense
from tensorflow.keras.preprocessing.sequence import pad_sequences

(x_train, y_train), (x_test, y_test) = imdb.load_data(num_words=2000)  #?
#+ x_train = pad_sequences(x_train, maxlen=100)
model = Sequential([
    Embedding(2000, 16),
    GlobalAveragePooling1D(),
    Dense(1, activation="sigmoid"),
])
model.compile("adam", "binary_crossentropy", metrics=["accuracy"])
model.fit(x_train, y_train, epochs=2, batch_size=32)  #!
