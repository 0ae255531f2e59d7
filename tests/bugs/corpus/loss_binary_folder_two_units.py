#: title: Two softmax units, labels of class_mode binary
#: topic: loss
import tensorflow as tf
from tensorflow.keras.preprocessing.image import ImageDataGenerator
from tensorflow.keras.models import Sequential
from tensorflow.keras.layers import Conv2D, MaxPooling2D, Flatten, Dense

gen = ImageDataGenerator(rescale=1./255)
train = gen.flow_from_directory('faces', target_size=(48, 48), color_mode='grayscale', class_mode='binary', batch_size=4)  #?
#= train = gen.flow_from_directory('faces', target_size=(48, 48), color_mode='grayscale', class_mode='categorical', batch_size=4)

model = Sequential()
model.add(Conv2D(8, (3, 3), activation='relu', input_shape=(48, 48, 1)))
model.add(MaxPooling2D((2, 2)))
model.add(Flatten())
model.add(Dense(2, activation='softmax'))  #?
model.compile(loss='categorical_crossentropy', optimizer='adam', metrics=['accuracy'])  #?
model.fit(train, epochs=1)  #!
#: files
images("faces", ("angry", "happy"), 6, (48, 48), "L")
