#: title: A table from make_regression goes into an LSTM
#: topic: rank
from sklearn.datasets import make_regression
from sklearn.preprocessing import MinMaxScaler
from keras.models import Sequential
from keras.layers import Dense, LSTM

X, y = make_regression(n_samples=100, n_features=9, n_targets=2, random_state=1)  #?
X = MinMaxScaler().fit_transform(X)
#+ X = X.reshape(X.shape[0], 1, X.shape[1])

model = Sequential()
model.add(LSTM(32, input_shape=(1, 9)))  #?
model.add(Dense(2))
model.compile(loss='mean_squared_error', optimizer='adam')
model.fit(X, y, epochs=1, batch_size=32)  #!
