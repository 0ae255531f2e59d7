#: title: Pretrained weights with the top, and five classes
#: topic: other
from tensorflow.keras.applications import Xception
from tensorflow.keras.applications.xception import preprocess_input
from tensorflow.keras.preprocessing.image import ImageDataGenerator
from tensorflow.keras.optimizers import Adam

BATCH = 4
train_datagen = ImageDataGenerator(preprocessing_function=preprocess_input, shear_range=0.2, zoom_range=0.2)
train_set = train_datagen.flow_from_directory('weather', target_size=(299, 299), batch_size=BATCH,
                                              class_mode='categorical')
model = Xception(weights='imagenet', include_top=True, classes=3)  #! #?
#= model = Xception(weights=None, include_top=True, classes=3)
for layer in model.layers[:100]:
    layer.trainable = False
model.compile(optimizer=Adam(1e-4), loss='categorical_crossentropy', metrics=['accuracy'])
model.fit(train_set, epochs=1, steps_per_epoch=1)
#: files
images("weather", ("cloudy", "rain", "shine"), 2, (60, 60))
