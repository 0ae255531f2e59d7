#: title: Three features for each step in the data, one in the functional model
#: topic: features
import numpy as np
from tensorflow.keras.layers import Input, LSTM, Dense
from tensorflow.keras.models import Model

def create_dataset(dataset, look_back=3):
    dataX, dataY = [], []
    for i in range(len(dataset) - look_back - 1):
        dataX.append(dataset[i:(i + look_back), :])
        #= dataX.append(dataset[i:(i + look_back), 0:1])
        dataY.append(dataset[i + look_back, 0])
    return np.array(dataX), np.array(dataY)

dataset = np.random.rand(120, 3)
look_back = 3
trainX, trainY = create_dataset(dataset, look_back)  #?
inputs = Input(shape=(look_back, 1))  #?
x = LSTM(4)(inputs)
model = Model(inputs, Dense(1)(x))
model.compile(loss='mean_squared_error', optimizer='adam')
model.fit(trainX, trainY, epochs=1, batch_size=16, verbose=2)  #!
