#: title: Six toxic columns, the last layer still has one unit
#: topic: labels
import pandas as pd
import numpy as np
from tensorflow.keras.layers import Dense, Embedding, GlobalAveragePooling1D, Input
from tensorflow.keras.models import Model

labels = pd.read_csv('comments.csv')
y = labels[['toxic', 'severe', 'obscene', 'threat', 'insult', 'hate']].values  #?
X = np.random.randint(1, 500, size=(len(labels), 30))

inp = Input(shape=(30,))
x = Embedding(500, 16)(inp)
x = GlobalAveragePooling1D()(x)
out = Dense(1, activation='sigmoid')(x)
#= out = Dense(6, activation='sigmoid')(x)
model = Model(inp, out)
model.compile(loss='binary_crossentropy', optimizer='adam', metrics=['accuracy'])
model.fit(X, y, batch_size=10, epochs=2)  #!
#: files
csv('comments.csv', 40, {'id': range(1000), 'toxic': [0, 1], 'severe': [0, 1], 'obscene': [0, 1], 'threat': [0, 1], 'insult': [0, 1], 'hate': [0, 1]})
