#: title: TextVectorization inside the model, one-hot labels from LabelEncoder, and the sparse loss
#: topic: loss
import numpy as np
import pandas as pd
import tensorflow as tf
from sklearn.preprocessing import LabelEncoder
from tensorflow.keras.layers import TextVectorization, Embedding, Dense, GlobalMaxPooling1D, Conv1D
from tensorflow.keras.utils import to_categorical

df = pd.read_csv("tickets.csv")
print(df["team"].value_counts())
le = LabelEncoder()
df["label"] = le.fit_transform(df["team"])
y = to_categorical(df["label"])  #?
texts = df["message"].to_numpy()

max_tokens, seq_len = 500, 16
vectorizer = TextVectorization(max_tokens=max_tokens, output_mode="int", output_sequence_length=seq_len)
vectorizer.adapt(texts)

inputs = tf.keras.Input(shape=(1,), dtype=tf.string)
x = vectorizer(inputs)
x = Embedding(max_tokens, 32, name="emb")(x)
x = Conv1D(32, 3, activation="relu")(x)
x = GlobalMaxPooling1D()(x)
outputs = Dense(len(le.classes_), activation="softmax")(x)
model = tf.keras.Model(inputs, outputs)
model.compile(loss="sparse_categorical_crossentropy", optimizer="adam", metrics=["accuracy"])  #?
#= model.compile(loss="categorical_crossentropy", optimizer="adam", metrics=["accuracy"])
ds = tf.data.Dataset.from_tensor_slices((texts, y)).batch(8)
model.fit(ds, epochs=1)  #!
#: files
csv("tickets.csv", 48, {"message": ["my invoice is wrong", "the app crashes at start", "how do i cancel", "password does not work"], "team": ["billing", "tech", "sales"]})
