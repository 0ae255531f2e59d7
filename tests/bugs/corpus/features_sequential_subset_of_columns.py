#: title: Five columns are chosen, input_dim says six
#: topic: features
import pandas as pd
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import StandardScaler
import tensorflow as tf

data = pd.read_csv('houses.csv')
features = ['bedrooms', 'bathrooms', 'sqft', 'floors', 'year']  #?
X = data[features]
y = data['price']
X_train, X_test, y_train, y_test = train_test_split(X, y, test_size=0.2, random_state=0)
scaler = StandardScaler()
X_train = scaler.fit_transform(X_train)
X_test = scaler.transform(X_test)

model = tf.keras.models.Sequential()
model.add(tf.keras.layers.Dense(units=64, activation='relu', input_dim=6))
#= model.add(tf.keras.layers.Dense(units=64, activation='relu', input_dim=5))
model.add(tf.keras.layers.Dense(units=1))
model.compile(optimizer='adam', loss='mean_squared_error')
model.fit(X_train, y_train, batch_size=16, epochs=100)  #!
#: files
csv("houses.csv", 50, {"id": range(1000), "bedrooms": range(1, 6), "bathrooms": range(1, 4), "sqft": (500.0, 4000.0), "floors": range(1, 3), "year": range(1920, 2015), "price": (50000.0, 900000.0)})
