#: title: pad_sequences is given one list of numbers instead of a list of lists
#: topic: other
import numpy as np
from tensorflow.keras.preprocessing.text import Tokenizer
from tensorflow.keras.preprocessing.sequence import pad_sequences
from tensorflow.keras import layers, models

maxlen = 15
reviews = ["good phone", "bad battery and bad screen", "good screen", "it broke after a week"]
labels = np.array([1, 0, 1, 0])
tokenizer = Tokenizer(num_words=100)
tokenizer.fit_on_texts(reviews)
X = pad_sequences(tokenizer.texts_to_sequences(reviews), maxlen=maxlen)

model = models.Sequential()
model.add(layers.Embedding(100, 8))
model.add(layers.LSTM(8))
model.add(layers.Dense(1, activation='sigmoid'))
model.compile(optimizer='adam', loss='binary_crossentropy', metrics=['acc'])
model.fit(X, labels, epochs=2)

# try it
new_review = "what a good battery"
seq = tokenizer.texts_to_sequences([new_review])[0]  #?
#= seq = tokenizer.texts_to_sequences([new_review])
padded = pad_sequences(seq, maxlen=maxlen)  #!
pred = model.predict(padded)
print("positive" if pred[0][0] > 0.5 else "negative")
