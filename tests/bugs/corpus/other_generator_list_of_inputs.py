#: title: A generator yields its two inputs as a list
#: topic: other
import numpy as np
from tensorflow.keras.layers import Input, Dense, Concatenate
from tensorflow.keras.models import Model

n = 100
left = np.random.rand(n, 4)
right = np.random.rand(n, 3)
label = np.random.randint(0, 2, size=(n, 1))

def batch_generator(left, right, label, batch_size):
    while True:
        idx = np.random.permutation(len(left))
        for start in range(0, len(left) - batch_size + 1, batch_size):
            part = idx[start:start + batch_size]
            yield [left[part], right[part]], label[part]  #?
            #= yield (left[part], right[part]), label[part]

in_a = Input(shape=(4,))
in_b = Input(shape=(3,))
x = Concatenate()([Dense(8, activation='relu')(in_a), Dense(8, activation='relu')(in_b)])
model = Model(inputs=[in_a, in_b], outputs=Dense(1, activation='sigmoid')(x))
model.compile(optimizer='adam', loss='binary_crossentropy', metrics=['accuracy'])

gen = batch_generator(left, right, label, 20)  #?
model.fit(gen, steps_per_epoch=n // 20, epochs=1)  #!
