#: title: A stateful LSTM for batches of 32, and 100 windows
#: topic: other
import numpy as np
from tensorflow import keras

BATCH, STEPS = 32, 15
wave = np.sin(np.linspace(0, 60, 115))
x = np.array([wave[i:i + STEPS] for i in range(100)])[..., None]  #?
y = np.array([wave[i + STEPS] for i in range(100)])
#+ x, y = x[:96], y[:96]

model = keras.Sequential()
model.add(keras.Input(batch_shape=(BATCH, STEPS, 1)))
model.add(keras.layers.LSTM(16, stateful=True))  #?
model.add(keras.layers.Dense(1))
model.compile(optimizer="rmsprop", loss="mse")
for epoch in range(2):
    model.fit(x, y, batch_size=BATCH, epochs=1, shuffle=False, verbose=0)  #!
    model.layers[0].reset_states()
    #= model.layers[0].reset_state()
