#: title: Flatten over an unknown length
#: topic: other
from tensorflow.keras.layers import Input, Conv1D, Flatten, Dense, GlobalMaxPooling1D
from tensorflow.keras.models import Model

inputs = Input(shape=(None, 12))  #?
x = Conv1D(16, 3, activation="relu")(inputs)
x = Flatten()(x)
#= x = GlobalMaxPooling1D()(x)
outputs = Dense(3, activation="softmax")(x)  #!
model = Model(inputs, outputs)
model.compile("adam", "categorical_crossentropy")
