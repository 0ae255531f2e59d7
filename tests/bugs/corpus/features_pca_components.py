#: title: PCA keeps 20 components, the network still has 64 inputs
#: topic: features
from sklearn.datasets import load_digits
from sklearn.decomposition import PCA
from tensorflow.keras.models import Sequential
from tensorflow.keras.layers import Dense, Input

digits = load_digits()
X = PCA(n_components=20).fit_transform(digits.data)  #?
y = digits.target

mlp = Sequential([
    Input(shape=(64,)),
    #= Input(shape=(20,)),
    Dense(32, activation='relu'),
    Dense(10, activation='softmax'),
])
mlp.compile(optimizer='adam', loss='sparse_categorical_crossentropy', metrics=['accuracy'])
mlp.fit(X, y, epochs=1, batch_size=64)  #!
