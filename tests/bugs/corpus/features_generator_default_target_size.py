#: title: flow_from_directory without target_size
#: topic: features
from tensorflow.keras.preprocessing.image import ImageDataGenerator
from tensorflow.keras import layers, models

datagen = ImageDataGenerator(rescale=1.0 / 255)
train = datagen.flow_from_directory('pets', batch_size=4, class_mode='binary')  #?
#= train = datagen.flow_from_directory('pets', batch_size=4, class_mode='binary', target_size=(150, 150))
inputs = layers.Input(shape=(150, 150, 3))
x = layers.Conv2D(4, 3, strides=4, activation='relu')(inputs)
x = layers.Flatten()(x)
model = models.Model(inputs, layers.Dense(1, activation='sigmoid')(x))
model.compile('adam', 'binary_crossentropy')
model.fit(train, epochs=1)  #!
#: files
images("pets", ("cats", "dogs"), 4, (60, 50))
