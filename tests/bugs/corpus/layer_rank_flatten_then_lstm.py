#: title: A CNN's features are flattened, then an LSTM wants steps
#: topic: layer-rank
from tensorflow.keras import layers, Model, Input

inputs = Input(shape=(64, 64, 3))
x = layers.Conv2D(16, 3, activation='relu', padding='same')(inputs)
x = layers.MaxPooling2D(4)(x)
x = layers.Flatten()(x)
#= x = layers.Reshape((16, 16 * 16))(x)
x = layers.LSTM(32)(x)  #!
outputs = layers.Dense(5, activation='softmax')(x)
model = Model(inputs, outputs)
model.compile(optimizer='adam', loss='sparse_categorical_crossentropy')
print(model.output_shape)
