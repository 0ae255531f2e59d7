#: title: RepeatVector after an LSTM that gives all of its steps
#: topic: layer-rank
from keras.models import Sequential
from keras.layers import Dense, LSTM, Masking
from keras.layers import TimeDistributed, RepeatVector

timesteps = 30
n_features = 203
n_ahead = 3

model = Sequential()
model.add(Masking(mask_value=0., input_shape=(timesteps, n_features)))
model.add(LSTM(64, return_sequences=True))  #?
#= model.add(LSTM(64, return_sequences=False))
model.add(RepeatVector(n_ahead))  #!
model.add(LSTM(32, activation='relu', return_sequences=True))
model.add(TimeDistributed(Dense(1)))
print(model.summary())
