#: title: softmax of two units, binary_crossentropy, labels 0 and 1
#: topic: logits
import pandas as pd
from sklearn.preprocessing import LabelEncoder
from tensorflow.keras.models import Sequential
from tensorflow.keras.layers import Dense

data = pd.read_csv("churn.csv")
y = LabelEncoder().fit_transform(data["churn"])  #?
X = data.drop("churn", axis=1).values
model = Sequential()
model.add(Dense(8, activation="relu", input_dim=X.shape[1]))
model.add(Dense(2, activation="softmax"))
#= model.add(Dense(1, activation="sigmoid"))
model.compile(loss="binary_crossentropy", optimizer="adam", metrics=["accuracy"])
model.fit(X, y, epochs=2)  #!
#: files
csv("churn.csv", 40, {"tenure": range(1, 70), "charges": (10.0, 100.0), "churn": ["no", "yes"]})
