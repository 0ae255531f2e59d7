#: title: The city's name is still in the table
#: topic: other
import pandas as pd
from sklearn.model_selection import train_test_split
from tensorflow import keras
from tensorflow.keras import layers

raw = pd.read_csv('weather.csv', na_values='?', skipinitialspace=True)
dataset = raw.copy()
dataset = dataset.dropna()
#+ dataset = dataset.drop(columns=['station'])

train_dataset = dataset.sample(frac=0.8, random_state=0)
test_dataset = dataset.drop(train_dataset.index)

train_features = train_dataset.copy()
test_features = test_dataset.copy()
train_labels = train_features.pop('rain')
test_labels = test_features.pop('rain')

model = keras.Sequential([
    layers.Dense(32, activation='relu'),
    layers.Dense(32, activation='relu'),
    layers.Dense(1),
])
model.compile(loss='mean_absolute_error', optimizer=keras.optimizers.Adam(0.001))
history = model.fit(train_features, train_labels, validation_split=0.2, verbose=0, epochs=2)  #!
print(model.evaluate(test_features, test_labels))
#: files
csv("weather.csv", 100, {"station": ["Hill", "Lake", "Town"], "pressure": (980.0, 1040.0), "humidity": (10.0, 100.0), "wind": (0.0, 30.0), "rain": (0.0, 12.0)})
