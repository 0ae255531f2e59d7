#: title: color_mode grayscale for a network of three channels
#: topic: features
from tensorflow.keras.preprocessing.image import ImageDataGenerator
from tensorflow.keras.models import Sequential
from tensorflow.keras.layers import Conv2D, MaxPooling2D, Flatten, Dense

train_datagen = ImageDataGenerator(rescale=1/255, validation_split=0.25)
training = train_datagen.flow_from_directory('xray', target_size=(40, 40), color_mode='grayscale', batch_size=4, class_mode='binary')  #?
#= training = train_datagen.flow_from_directory('xray', target_size=(40, 40), batch_size=4, class_mode='binary')
cnn = Sequential()
cnn.add(Conv2D(filters=4, kernel_size=3, activation='relu', input_shape=[40, 40, 3]))
cnn.add(MaxPooling2D(pool_size=2, strides=2))
cnn.add(Flatten())
cnn.add(Dense(units=1, activation='sigmoid'))
cnn.compile(optimizer='adam', loss='binary_crossentropy', metrics=['accuracy'])
cnn.fit(x=training, epochs=1)  #!
#: files
images("xray", ("normal", "pneumonia"), 6, (50, 50), "L")
