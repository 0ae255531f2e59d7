#: title: The fraud table's class column is dropped from the training part only
#: topic: features
import numpy as np
import pandas as pd
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import StandardScaler
from tensorflow.keras.models import Model
from tensorflow.keras.layers import Input, Dense
from tensorflow.keras import regularizers

RANDOM_SEED = 42
df = pd.read_csv("creditcard.csv")

data = df.drop(['Time'], axis=1)
data['Amount'] = StandardScaler().fit_transform(data['Amount'].values.reshape(-1, 1))

X_train, X_test = train_test_split(data, test_size=0.2, random_state=RANDOM_SEED)
X_train = X_train[X_train.Class == 0]
X_train = X_train.drop(['Class'], axis=1)
y_test = X_test['Class']
#+ X_test = X_test.drop(['Class'], axis=1)

X_train = X_train.values
X_test = X_test.values  #?

input_dim = X_train.shape[1]
encoding_dim = 4

input_layer = Input(shape=(input_dim, ))  #?
encoder = Dense(encoding_dim, activation="tanh", activity_regularizer=regularizers.l1(10e-5))(input_layer)
encoder = Dense(int(encoding_dim / 2), activation="relu")(encoder)
decoder = Dense(int(encoding_dim / 2), activation='tanh')(encoder)
decoder = Dense(input_dim, activation='relu')(decoder)
autoencoder = Model(inputs=input_layer, outputs=decoder)

autoencoder.compile(optimizer='adam', loss='mean_squared_error', metrics=['mae'])
history = autoencoder.fit(X_train, X_train, epochs=2, batch_size=32, shuffle=True,
                          validation_data=(X_test, X_test), verbose=1).history  #!
predictions = autoencoder.predict(X_test)
mse = np.mean(np.power(X_test - predictions, 2), axis=1)
error_df = pd.DataFrame({'reconstruction_error': mse, 'true_class': y_test})
print(error_df.describe())
#: files
csv("creditcard.csv", 200, {"Time": (0.0, 1000.0), "V1": (-3.0, 3.0), "V2": (-3.0, 3.0), "V3": (-3.0, 3.0), "V4": (-3.0, 3.0), "V5": (-3.0, 3.0), "Amount": (1.0, 300.0), "Class": [0, 1]})
