#: title: Five folders, four units
#: topic: logits
import tensorflow as tf
from tensorflow.keras import layers

data_dir = "photos"
train_ds = tf.keras.utils.image_dataset_from_directory(data_dir, image_size=(32, 32), batch_size=5)  #?
class_names = train_ds.class_names
model = tf.keras.Sequential([
    layers.Rescaling(1./255, input_shape=(32, 32, 3)),
    layers.Conv2D(4, 3, activation='relu'),
    layers.Flatten(),
    layers.Dense(4, activation='softmax'),
    #= layers.Dense(len(class_names), activation='softmax'),
])
model.compile(optimizer='adam', loss='sparse_categorical_crossentropy', metrics=['accuracy'])
model.fit(train_ds, epochs=1)  #!
#: files
images("photos", ("daisy", "dandelion", "rose", "sunflower", "tulip"), 4, (40, 30))
