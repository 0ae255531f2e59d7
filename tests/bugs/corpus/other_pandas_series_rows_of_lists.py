#: title: Each cell of the column holds a vector; the column is given as it is
#: topic: other
import numpy as np
import pandas as pd
from tensorflow.keras.models import Sequential
from tensorflow.keras.layers import Dense

df = pd.DataFrame({'name': ['item%d' % i for i in range(60)]})
df['vector'] = [np.random.rand(20) for _ in range(len(df))]
df['label'] = np.random.randint(0, 2, len(df))

X = df['vector'].values  #?
#= X = np.stack(df['vector'].values)
y = df['label'].values

model = Sequential()
model.add(Dense(32, input_dim=20, activation='relu'))
model.add(Dense(1, activation='sigmoid'))
model.compile(loss='binary_crossentropy', optimizer='adam', metrics=['accuracy'])
model.fit(X, y, epochs=1, batch_size=10)  #!
