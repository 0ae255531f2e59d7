#: title: The scaler of the target is put on the test features
#: topic: other
import numpy as np
import pandas as pd
import tensorflow as tf
from sklearn.preprocessing import MinMaxScaler
from sklearn.model_selection import train_test_split

df = pd.DataFrame({
    "temp": np.random.uniform(-5, 30, 240),
    "wind": np.random.uniform(0, 80, 240),
    "hour": np.tile(np.arange(24), 10),
})
df["load"] = 300 + 4 * df.temp + np.random.randn(240)

features, target = df.drop(columns=["load"]), df[["load"]]
X_train, X_test, y_train, y_test = train_test_split(features, target, shuffle=False, test_size=0.25)

scaler_x, scaler_y = MinMaxScaler(), MinMaxScaler()
X_train = scaler_x.fit_transform(X_train)
y_train = scaler_y.fit_transform(y_train)
X_test = scaler_y.transform(X_test)  #!
#= X_test = scaler_x.transform(X_test.values)
y_test = scaler_y.transform(y_test)

X_train = X_train.reshape(X_train.shape[0], 1, X_train.shape[1])
X_test = X_test.reshape(X_test.shape[0], 1, X_test.shape[1])
model = tf.keras.Sequential([
    tf.keras.layers.LSTM(16, input_shape=(1, 3)),
    tf.keras.layers.Dense(1),
])
model.compile("adam", "mse")
model.fit(X_train, y_train, epochs=3, verbose=0)
print(model.evaluate(X_test, y_test))
