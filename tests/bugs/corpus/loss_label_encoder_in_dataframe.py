#: title: Label-encoded column and softmax with categorical_crossentropy
#: topic: loss
import pandas as pd
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import LabelEncoder, StandardScaler
from keras.models import Sequential
from keras.layers import Dense
from keras.utils import to_categorical

df = pd.read_csv('wine.csv')
le = LabelEncoder()
df['quality'] = le.fit_transform(df['quality'])
X = df.drop(columns=['quality']).values
y = df['quality'].values  #?
#= y = to_categorical(df['quality'].values, 3)
X_train, X_test, y_train, y_test = train_test_split(X, y, test_size=0.2, random_state=0)
sc = StandardScaler()
X_train, X_test = sc.fit_transform(X_train), sc.transform(X_test)
model = Sequential()
model.add(Dense(units=6, activation='relu', input_dim=2))
model.add(Dense(units=3, activation='softmax'))
model.compile(optimizer='adam', loss='categorical_crossentropy', metrics=['accuracy'])  #?
model.fit(X_train, y_train, batch_size=10, epochs=3)  #!
#: files
csv('wine.csv', 50, {'alcohol': (8.0, 14.0), 'acidity': (0.1, 1.0), 'quality': ['low', 'mid', 'high']})
