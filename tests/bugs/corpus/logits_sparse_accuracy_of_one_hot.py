#: title: SparseCategoricalAccuracy is measured on one-hot labels
#: topic: logits
import tensorflow as tf
from tensorflow.keras import layers

batch_size = 4
train = tf.keras.preprocessing.image_dataset_from_directory(
    'shapes', labels='inferred', label_mode='categorical', batch_size=batch_size, image_size=(32, 32),
    validation_split=0.25, subset='training', seed=1)
val = tf.keras.preprocessing.image_dataset_from_directory(
    'shapes', labels='inferred', label_mode='categorical', batch_size=batch_size, image_size=(32, 32),
    validation_split=0.25, subset='validation', seed=1)
normalization_layer = layers.Rescaling(1./255)
train = train.map(lambda x, y: (normalization_layer(x), y))
val = val.map(lambda x, y: (normalization_layer(x), y))
model = tf.keras.Sequential([
    layers.Conv2D(8, 3, activation='relu', input_shape=(32, 32, 3)),
    layers.MaxPooling2D(),
    layers.Flatten(),
    layers.Dense(3)])
model.compile(
    optimizer='adam',
    loss=tf.keras.losses.CategoricalCrossentropy(from_logits=True),
    metrics=[tf.keras.metrics.SparseCategoricalAccuracy('accuracy')])  #?
    #= metrics=[tf.keras.metrics.CategoricalAccuracy('accuracy')])
model.fit(train, validation_data=val, epochs=1)  #!
#: files
images("shapes", ("circle", "square", "star"), 6, (32, 32))
