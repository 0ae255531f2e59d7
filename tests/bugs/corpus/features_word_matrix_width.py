#: title: texts_to_matrix gives num_words columns, the network takes 5000
#: topic: features
import numpy as np
from tensorflow.keras.preprocessing.text import Tokenizer
from tensorflow.keras.models import Sequential
from tensorflow.keras.layers import Dense, Dropout

docs = ['well done', 'good work', 'great effort', 'poor work', 'not good']
labels = np.array([1, 1, 1, 0, 0])
tokenizer = Tokenizer(num_words=1000)
tokenizer.fit_on_texts(docs)
x = tokenizer.texts_to_matrix(docs, mode='tfidf')  #?
model = Sequential()
model.add(Dense(32, input_shape=(5000,), activation='relu'))
#= model.add(Dense(32, input_shape=(1000,), activation='relu'))
model.add(Dropout(0.3))
model.add(Dense(1, activation='sigmoid'))
model.compile('adam', 'binary_crossentropy')
model.fit(x, labels, epochs=2)  #!
