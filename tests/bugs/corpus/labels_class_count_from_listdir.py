#: title: The number of classes is the length of os.listdir, and a stray file is counted
#: topic: labels
import os
from keras.applications.mobilenet import MobileNet, preprocess_input
from tensorflow.keras.preprocessing.image import ImageDataGenerator
from keras.layers import Dense, GlobalAveragePooling2D, Dropout
from keras.models import Model

base_dir = "signs"
train_dir = os.path.join(base_dir, "train")
n_classes = len(os.listdir(train_dir))  #?
#= n_classes = len([d for d in os.listdir(train_dir) if os.path.isdir(os.path.join(train_dir, d))])

datagen = ImageDataGenerator(preprocessing_function=preprocess_input)
train_generator = datagen.flow_from_directory(train_dir, target_size=(64, 64), color_mode="rgb", batch_size=4,
                                              class_mode="categorical", shuffle=True)
base_model = MobileNet(weights=None, include_top=False, input_shape=(64, 64, 3))
x = GlobalAveragePooling2D()(base_model.output)
x = Dropout(0.2)(x)
preds = Dense(n_classes, activation="softmax")(x)  #?
model = Model(inputs=base_model.input, outputs=preds)
for layer in model.layers[:20]:
    layer.trainable = False
model.compile(optimizer="Adam", loss="categorical_crossentropy", metrics=["accuracy"])
model.fit(train_generator, steps_per_epoch=train_generator.n // train_generator.batch_size, epochs=1)  #!
#: files
images("signs/train", ("stop", "yield", "left"), 4, (50, 50))
text("signs/train/readme.txt", "taken in 2019\n")
