#: title: The generator's class_mode is binary, the model has three softmax units
#: topic: labels
from tensorflow.keras.preprocessing.image import ImageDataGenerator
from tensorflow.keras.models import Sequential
from tensorflow.keras.layers import Conv2D, MaxPooling2D, Flatten, Dense

train_datagen = ImageDataGenerator(rescale=1./255, shear_range=0.2, zoom_range=0.2, horizontal_flip=True)
training_set = train_datagen.flow_from_directory('dataset/train',
                                                 target_size=(64, 64),
                                                 batch_size=8,
                                                 class_mode='binary')
                                                 #= class_mode='categorical')

classifier = Sequential()
classifier.add(Conv2D(32, (3, 3), input_shape=(64, 64, 3), activation='relu'))
classifier.add(MaxPooling2D(pool_size=(2, 2)))
classifier.add(Flatten())
classifier.add(Dense(units=64, activation='relu'))
classifier.add(Dense(units=3, activation='softmax'))  #?
classifier.compile(optimizer='adam', loss='categorical_crossentropy', metrics=['accuracy'])  #?
classifier.fit(training_set, epochs=2)  #!
#: files
images("dataset/train", ("apple", "banana", "pear"), 6, (70, 70))
