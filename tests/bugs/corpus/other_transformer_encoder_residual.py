#: title: The last convolution of a transformer_encoder has 8 filters, the series 6 features
#: topic: other
import numpy as np
from tensorflow import keras
from tensorflow.keras import layers


def transformer_encoder(inputs, head_size, num_heads, ff_dim, dropout=0):
    # Normalization and Attention
    x = layers.LayerNormalization(epsilon=1e-6)(inputs)
    x = layers.MultiHeadAttention(key_dim=head_size, num_heads=num_heads, dropout=dropout)(x, x)
    x = layers.Dropout(dropout)(x)
    res = x + inputs

    # Feed Forward Part
    x = layers.LayerNormalization(epsilon=1e-6)(res)
    x = layers.Conv1D(filters=ff_dim, kernel_size=1, activation="relu")(x)
    x = layers.Dropout(dropout)(x)
    x = layers.Conv1D(filters=8, kernel_size=1)(x)  #?
    #= x = layers.Conv1D(filters=inputs.shape[-1], kernel_size=1)(x)
    return x + res  #!


def build_model(input_shape, head_size, num_heads, ff_dim, num_transformer_blocks, mlp_units, n_classes, dropout=0, mlp_dropout=0):
    inputs = keras.Input(shape=input_shape)
    x = inputs
    for _ in range(num_transformer_blocks):
        x = transformer_encoder(x, head_size, num_heads, ff_dim, dropout)  #!
    x = layers.GlobalAveragePooling1D(data_format="channels_last")(x)
    for dim in mlp_units:
        x = layers.Dense(dim, activation="relu")(x)
        x = layers.Dropout(mlp_dropout)(x)
    outputs = layers.Dense(n_classes, activation="softmax")(x)
    return keras.Model(inputs, outputs)


x_train = np.random.randn(80, 50, 6)
y_train = np.random.choice([-1, 1], 80)
y_train[y_train == -1] = 0
n_classes = len(np.unique(y_train))
model = build_model(x_train.shape[1:], head_size=16, num_heads=2, ff_dim=4, num_transformer_blocks=2, mlp_units=[32], mlp_dropout=0.4, dropout=0.25, n_classes=n_classes)  #!
model.compile(loss="sparse_categorical_crossentropy", optimizer="adam")
model.fit(x_train, y_train, epochs=1)
