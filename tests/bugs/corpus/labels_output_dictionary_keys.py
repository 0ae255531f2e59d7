#: title: The targets' dictionary uses a name that no output has
#: topic: labels
import numpy as np
import pandas as pd
from tensorflow import keras
from tensorflow.keras import layers

df = pd.DataFrame(np.random.rand(120, 5), columns=list("abcde"))
df["value"] = np.random.rand(120)
df["sold"] = np.random.randint(0, 2, 120)
feature_cols = [c for c in df.columns if c not in ("value", "sold")]

inp = keras.Input(shape=(len(feature_cols),), name="features")
shared = layers.Dense(32, activation="relu")(inp)
value_head = layers.Dense(1, name="value_out")(shared)
sold_head = layers.Dense(1, activation="sigmoid", name="sold_out")(shared)  #?
model = keras.Model(inputs=inp, outputs={"value_out": value_head, "sold_out": sold_head})
model.compile(
    optimizer="adam",
    loss={"value_out": "mse", "sold_out": "binary_crossentropy"},
)
model.fit(  #!
    df[feature_cols].values,
    {"value_out": df["value"].values, "sold": df["sold"].values},  #?
    #= {"value_out": df["value"].values, "sold_out": df["sold"].values},
    epochs=1,
    batch_size=16,
)
