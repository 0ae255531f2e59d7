#: title: The dataset is batched twice
#: topic: other
import tensorflow as tf

train_ds = tf.keras.utils.image_dataset_from_directory("birds", image_size=(32, 32), batch_size=4)  #?
train_ds = train_ds.cache().shuffle(10).batch(4)
#= train_ds = train_ds.cache().shuffle(10)
model = tf.keras.Sequential([
    tf.keras.Input((32, 32, 3)),  #?
    tf.keras.layers.Rescaling(1 / 255),
    tf.keras.layers.Conv2D(4, 3),
    tf.keras.layers.GlobalAveragePooling2D(),
    tf.keras.layers.Dense(2, activation="softmax"),
])
model.compile("adam", "sparse_categorical_crossentropy")
model.fit(train_ds, epochs=1)  #!
#: files
images("birds", ("owl", "robin"), 8, (40, 40))
