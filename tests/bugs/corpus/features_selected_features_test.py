#: title: SelectKBest on the training data, the model is evaluated on all columns
#: topic: features
from sklearn.datasets import load_breast_cancer
from sklearn.feature_selection import SelectKBest
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import StandardScaler
import tensorflow as tf

X, y = load_breast_cancer(return_X_y=True)
X = StandardScaler().fit_transform(X)
X_train, X_test, y_train, y_test = train_test_split(X, y, random_state=1)
selector = SelectKBest(k=10).fit(X_train, y_train)
X_train = selector.transform(X_train)  #?
#+ X_test = selector.transform(X_test)
model = tf.keras.Sequential([tf.keras.layers.Dense(8, activation="relu", input_shape=(10,)),  #?
                             tf.keras.layers.Dense(1, activation="sigmoid")])
model.compile("adam", "binary_crossentropy", metrics=["accuracy"])
model.fit(X_train, y_train, epochs=1, verbose=0)
loss, acc = model.evaluate(X_test, y_test)  #!
