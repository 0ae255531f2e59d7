#: title: image_dataset_from_directory makes 256 x 256 where nothing is said
#: topic: features
import tensorflow as tf
from tensorflow.keras import layers

train_ds = tf.keras.utils.image_dataset_from_directory('plants', batch_size=4)  #?
#= train_ds = tf.keras.utils.image_dataset_from_directory('plants', batch_size=4, image_size=(180, 180))
model = tf.keras.Sequential([
    layers.Rescaling(1./255, input_shape=(180, 180, 3)),
    layers.Conv2D(4, 3, activation='relu', strides=3),
    layers.MaxPooling2D(),
    layers.Flatten(),
    layers.Dense(2),
])
model.compile(optimizer='adam', loss=tf.keras.losses.SparseCategoricalCrossentropy(from_logits=True), metrics=['accuracy'])
model.fit(train_ds, epochs=1)  #!
#: files
images("plants", ("fern", "moss"), 4, (60, 50))
