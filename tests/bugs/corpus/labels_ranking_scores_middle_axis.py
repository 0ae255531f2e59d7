#: title: Scores of three places come out as (None, 1, 3)
#: topic: labels
import numpy as np
import tensorflow as tf
from tensorflow import keras
from tensorflow.keras.layers import Input, Dense, Lambda, Concatenate, Flatten

rinputs = Input(shape=(3, 2), name='places')
split = Lambda(lambda x: tf.split(x, num_or_size_splits=3, axis=1))(rinputs)
score = Dense(1, activation='sigmoid', name='score')
joined = Concatenate(name='joined')([score(split[0]), score(split[1]), score(split[2])])  #?
#+ joined = Flatten()(joined)
best = Dense(3, activation='softmax', use_bias=False)(joined)
model = keras.Model(inputs=rinputs, outputs=best)
model.compile(loss='categorical_crossentropy', optimizer='adam')
inputs = np.asarray([[[1, 5], [4, 1], [6, 7]], [[6, 7], [6, 7], [1, 5]]]).reshape(2, 3, 2)
ytrue = np.asarray([[1, 0, 0], [0, 0, 1]]).reshape(2, 3)  #?
model.fit(inputs, ytrue, verbose=True)  #!
