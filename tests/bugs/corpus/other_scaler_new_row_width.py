#: title: A new customer's row has one number less than the scaler learned
#: topic: other
import numpy as np
import pandas as pd
from sklearn.preprocessing import StandardScaler
from keras.models import Sequential
from keras.layers import Dense

df = pd.DataFrame(np.random.rand(150, 6), columns=["rooms", "area", "age", "tax", "dist", "price"])
X = df.iloc[:, :-1].values
y = df.iloc[:, -1].values

scaler = StandardScaler()
X = scaler.fit_transform(X)

model = Sequential()
model.add(Dense(20, activation="relu", input_shape=(X.shape[1],)))
model.add(Dense(1))
model.compile(loss="mse", optimizer="rmsprop")
model.fit(X, y, epochs=2, batch_size=16, verbose=0)

new_house = np.array([[3, 120.5, 15, 0.3]])  #?
#= new_house = np.array([[3, 120.5, 15, 0.3, 4.2]])
new_house = scaler.transform(new_house)  #!
print("Predicted price:", model.predict(new_house)[0][0])
