#: title: A network of ten classes on six folders
#: topic: labels
from tensorflow.keras.preprocessing.image import ImageDataGenerator
from tensorflow.keras.applications import VGG16
from tensorflow.keras import layers, models

train_gen = ImageDataGenerator(rescale=1./255).flow_from_directory(  #?
    'birds', target_size=(48, 48), color_mode='rgb', shuffle=True, batch_size=6)
base = VGG16(include_top=False, input_shape=(48, 48, 3))
base.trainable = False
model = models.Sequential()
model.add(base)
model.add(layers.Flatten())
model.add(layers.Dense(10, activation='softmax'))
#= model.add(layers.Dense(train_gen.num_classes, activation='softmax'))
model.compile(optimizer='adam', loss='categorical_crossentropy', metrics=['accuracy'])
model.fit(train_gen, epochs=1)  #!
#: files
images("birds", ("crow", "dove", "gull", "kite", "robin", "wren"), 3, (50, 40))
