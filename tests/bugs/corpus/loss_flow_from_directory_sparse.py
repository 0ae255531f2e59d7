#: title: flow_from_directory gives one-hot by default, the loss is sparse
#: topic: loss
from keras.models import Sequential
from keras.layers import Conv2D, Dense, GlobalAveragePooling2D
from tensorflow.keras.preprocessing.image import ImageDataGenerator

datagen = ImageDataGenerator(rescale=1/255, validation_split=0.25)
train = datagen.flow_from_directory('pets', target_size=(50, 50), batch_size=6, subset='training')  #?
valid = datagen.flow_from_directory('pets', target_size=(50, 50), batch_size=6, subset='validation')

model = Sequential()
model.add(Conv2D(8, 3, activation='relu', input_shape=(50, 50, 3)))
model.add(GlobalAveragePooling2D())
model.add(Dense(4, activation='softmax'))
model.compile(loss='sparse_categorical_crossentropy', optimizer='adam', metrics=['accuracy'])
#= model.compile(loss='categorical_crossentropy', optimizer='adam', metrics=['accuracy'])
model.fit(train, validation_data=valid, epochs=3)  #!
#: files
images("pets", ("bird", "cat", "dog", "fish"), 8, (64, 48))
