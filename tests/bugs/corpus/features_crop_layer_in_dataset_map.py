#: title: CenterCrop in the augmentation, the functional model was built for the full size
#: topic: features
import tensorflow as tf
from tensorflow.keras import layers

IMG_SIZE = 96
train_ds = tf.keras.utils.image_dataset_from_directory('flowers', image_size=(IMG_SIZE, IMG_SIZE), batch_size=4)
class_names = train_ds.class_names
AUTOTUNE = tf.data.AUTOTUNE

resize_and_rescale = tf.keras.Sequential([layers.CenterCrop(80, 80), layers.Rescaling(1./255)])  #?
#= resize_and_rescale = tf.keras.Sequential([layers.Resizing(IMG_SIZE, IMG_SIZE), layers.Rescaling(1./255)])
data_augmentation = tf.keras.Sequential([layers.RandomFlip('horizontal_and_vertical'), layers.RandomRotation(0.2)])


def prepare(ds, shuffle=False, augment=False):
    ds = ds.map(lambda x, y: (resize_and_rescale(x), y), num_parallel_calls=AUTOTUNE)
    if shuffle:
        ds = ds.shuffle(100)
    if augment:
        ds = ds.map(lambda x, y: (data_augmentation(x, training=True), y), num_parallel_calls=AUTOTUNE)
    return ds.prefetch(buffer_size=AUTOTUNE)


train_ds = prepare(train_ds, shuffle=True, augment=True)
inputs = tf.keras.Input(shape=(IMG_SIZE, IMG_SIZE, 3))  #?
x = layers.Conv2D(8, 3, strides=2, activation='relu')(inputs)
x = layers.Flatten()(x)
model = tf.keras.Model(inputs, layers.Dense(len(class_names))(x))
model.compile(optimizer='adam', loss=tf.keras.losses.SparseCategoricalCrossentropy(from_logits=True),
              metrics=['accuracy'])
model.fit(train_ds, epochs=1)  #!
#: files
images("flowers", ("daisy", "rose", "tulip"), 6, (100, 100))
