#: title: The CSV's target column stays among the inputs
#: topic: features
import pandas as pd
from tensorflow import keras
from tensorflow.keras import layers

df = pd.read_csv("diabetes.csv")
X = df.values  #?
#= X = df.drop(columns="Outcome").values
y = df["Outcome"].values

inputs = keras.Input(shape=(8,))  #?
x = layers.Dense(12, activation="relu")(inputs)
x = layers.Dense(8, activation="relu")(x)
outputs = layers.Dense(1, activation="sigmoid")(x)
model = keras.Model(inputs, outputs)
model.compile(loss="binary_crossentropy", optimizer="adam", metrics=["accuracy"])
model.fit(X, y, epochs=150, batch_size=10)  #!
#: files
csv("diabetes.csv", 60, {"Pregnancies": range(0, 12), "Glucose": range(60, 200), "BloodPressure": range(40, 110), "SkinThickness": range(0, 60), "Insulin": range(0, 300), "BMI": (18.0, 50.0), "DiabetesPedigreeFunction": (0.1, 2.0), "Age": range(21, 70), "Outcome": [0, 1]})
