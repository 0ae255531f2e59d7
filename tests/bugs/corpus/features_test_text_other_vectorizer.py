#: title: The test text is vectorized anew: another vocabulary, another width
#: topic: features
from sklearn.feature_extraction.text import CountVectorizer
from tensorflow.keras import Sequential
from tensorflow.keras.layers import Dense
import numpy as np

train = ["good movie", "bad movie", "really good film", "awful film indeed"]
test = ["good film", "boring"]
vec = CountVectorizer()
X_train = vec.fit_transform(train).toarray()
X_test = vec.fit_transform(test).toarray()
#= X_test = vec.transform(test).toarray()
y_train = np.array([1, 0, 1, 0])

model = Sequential()
model.add(Dense(4, input_dim=X_train.shape[1], activation='relu'))  #?
model.add(Dense(1, activation='sigmoid'))
model.compile(loss='binary_crossentropy', optimizer='adam')
model.fit(X_train, y_train, epochs=2)
print(model.predict(X_test))  #!
