#: title: ColumnTransformer drops the columns it was not told, the input has all of them
#: topic: features
import numpy as np
import pandas as pd
from sklearn.compose import ColumnTransformer
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import StandardScaler, MinMaxScaler
import tensorflow as tf

rng = np.random.default_rng(1)
df = pd.DataFrame({
    "age": rng.integers(18, 80, 300),
    "bmi": rng.normal(27, 4, 300),
    "children": rng.integers(0, 5, 300),
    "smoker": rng.integers(0, 2, 300),
    "charges": rng.normal(12000, 3000, 300),
})

X = df.drop("charges", axis=1)
y = df["charges"]
X_train, X_test, y_train, y_test = train_test_split(X, y, test_size=0.2, random_state=42)

ct = ColumnTransformer([
    ("scale", StandardScaler(), ["age", "bmi"]),
    ("minmax", MinMaxScaler(), ["children"]),
])  #?
#= ], remainder="passthrough")
X_train_s = ct.fit_transform(X_train)  #?
X_test_s = ct.transform(X_test)

inputs = tf.keras.Input(shape=(X.shape[1],))  #?
h = tf.keras.layers.Dense(100, activation="relu")(inputs)
h = tf.keras.layers.Dense(10, activation="relu")(h)
outputs = tf.keras.layers.Dense(1)(h)
insurance_model = tf.keras.Model(inputs, outputs)
insurance_model.compile(loss=tf.keras.losses.mae, optimizer=tf.keras.optimizers.Adam(), metrics=["mae"])
insurance_model.fit(X_train_s, y_train, epochs=2, verbose=0)  #!
insurance_model.evaluate(X_test_s, y_test)
