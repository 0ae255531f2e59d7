#: title: Embedding, Conv1D, MaxPooling1D and no Flatten: one prediction for every step, three sentiments
#: topic: labels
import re
import numpy as np
import pandas as pd
from sklearn.model_selection import train_test_split
from tensorflow.keras.preprocessing.text import Tokenizer
from tensorflow.keras.preprocessing.sequence import pad_sequences
from keras.models import Sequential
from keras.layers import Dense, Embedding, Conv1D, MaxPooling1D, SpatialDropout1D, Flatten

data = pd.read_csv('tweets.csv')
data = data[['text', 'sentiment']]
data['text'] = data['text'].apply(lambda x: x.lower())
data['text'] = data['text'].apply((lambda x: re.sub('[^a-zA-z0-9\s]', '', x)))
for idx, row in data.iterrows():
    row.iloc[0] = row.iloc[0].replace('rt', ' ')

max_fatures = 300
tokenizer = Tokenizer(num_words=max_fatures, split=' ')
tokenizer.fit_on_texts(data['text'].values)
X = tokenizer.texts_to_sequences(data['text'].values)
X = pad_sequences(X, maxlen=28)

model = Sequential()
model.add(Embedding(max_fatures, 32))
model.add(SpatialDropout1D(0.4))
model.add(Conv1D(32, 3, activation='relu'))
model.add(MaxPooling1D(2))
#+ model.add(Flatten())
model.add(Dense(3, activation='softmax'))  #?
model.compile(loss='categorical_crossentropy', optimizer='adam', metrics=['accuracy'])

Y = pd.get_dummies(data['sentiment']).values
X_train, X_test, Y_train, Y_test = train_test_split(X, Y, test_size=0.33, random_state=42)
print(X_train.shape, Y_train.shape)
model.fit(X_train, Y_train, epochs=1, batch_size=32, verbose=2)  #!
#: files
csv("tweets.csv", 60, {"id": range(60), "text": ["RT great debate tonight", "so boring", "who won", "I love this"], "sentiment": ["Negative", "Neutral", "Positive"]})
