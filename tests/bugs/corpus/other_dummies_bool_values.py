#: title: get_dummies makes booleans now: the table's values are objects
#: topic: other
import pandas as pd
import numpy as np
from sklearn.model_selection import train_test_split
from tensorflow.keras.models import Sequential
from tensorflow.keras.layers import Dense, Dropout

df = pd.DataFrame({
    'sqft': np.random.uniform(400, 3500, 200),
    'beds': np.random.randint(1, 6, 200),
    'city': np.random.choice(['Austin', 'Boston', 'Chicago'], 200),
    'price': np.random.uniform(90, 900, 200),
})

df = pd.get_dummies(df, columns=['city'])  #?
#= df = pd.get_dummies(df, columns=['city'], dtype=float)
X = df.drop('price', axis=1).values  #?
y = df['price'].values
X_train, X_test, y_train, y_test = train_test_split(X, y, test_size=0.25, random_state=101)

model = Sequential()
model.add(Dense(19, activation='relu'))
model.add(Dropout(0.1))
model.add(Dense(1))
model.compile(optimizer='adam', loss='mse')
model.fit(x=X_train, y=y_train, validation_data=(X_test, y_test), batch_size=32, epochs=2)  #!
