#: title: The features of an inner layer go to a head that was written for another layer
#: topic: features
import numpy as np
from keras.models import Sequential, Model
from keras.layers import Dense, Dropout, Input
from sklearn.preprocessing import MinMaxScaler

rng = np.random.RandomState(0)
X = MinMaxScaler().fit_transform(rng.rand(140, 12))
y = rng.randint(0, 2, 140)

base = Sequential()
base.add(Input(shape=(12,)))
base.add(Dense(64, activation='relu', name='fc1'))
base.add(Dropout(0.3, name='drop'))
base.add(Dense(16, activation='relu', name='fc2'))
base.add(Dense(1, activation='sigmoid', name='out'))
base.compile(loss='binary_crossentropy', optimizer='adam', metrics=['accuracy'])
base.fit(X, y, epochs=1, verbose=0)

extractor = Model(inputs=base.inputs, outputs=base.get_layer('fc1').output)  #?
#= extractor = Model(inputs=base.inputs, outputs=base.get_layer('fc2').output)
bottleneck = extractor.predict(X, verbose=0)

head_in = Input(shape=(16,))  #?
head_out = Dense(1, activation='sigmoid')(Dense(8, activation='relu')(head_in))
head = Model(head_in, head_out)
head.compile(loss='binary_crossentropy', optimizer='adam')
head.fit(bottleneck, y, epochs=1, batch_size=20, verbose=0)  #!
