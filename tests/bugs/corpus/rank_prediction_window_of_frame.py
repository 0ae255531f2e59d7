#: title: The last window of a DataFrame goes to predict without the batch axis
#: topic: rank
import numpy as np
import pandas as pd
import tensorflow as tf
from tensorflow.keras import layers

df = pd.DataFrame(np.random.rand(150, 3), columns=["open", "close", "volume"],
                  index=pd.date_range("2023-01-01", periods=150, freq="D"))
SEQ_LEN = 10

def df_to_X_y(df, window_size=SEQ_LEN):
    df_as_np = df.to_numpy()
    X, y = [], []
    for i in range(len(df_as_np) - window_size):
        X.append([r for r in df_as_np[i:i + window_size]])
        y.append(df_as_np[i + window_size][1])
    return np.array(X), np.array(y)

X, y = df_to_X_y(df)
model = tf.keras.Sequential([
    layers.InputLayer((SEQ_LEN, 3)),
    layers.LSTM(12),
    layers.Dense(4, "relu"),
    layers.Dense(1, "linear"),
])
model.compile(loss=tf.keras.losses.MeanSquaredError(), optimizer="adam", metrics=[tf.keras.metrics.RootMeanSquaredError()])
model.fit(X[:120], y[:120], validation_data=(X[120:], y[120:]), epochs=1)

last = df.tail(SEQ_LEN).to_numpy()  #?
#= last = df.tail(SEQ_LEN).to_numpy()[np.newaxis]
tomorrow = model.predict(last)  #!
