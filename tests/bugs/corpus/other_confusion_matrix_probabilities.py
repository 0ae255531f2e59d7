#: title: The confusion matrix is given probabilities instead of classes
#: topic: other
import numpy as np
from tensorflow.keras.preprocessing.image import ImageDataGenerator
from keras.models import Sequential
from keras.layers import Conv2D, Flatten, Dense
from sklearn.metrics import confusion_matrix

test_datagen = ImageDataGenerator(rescale=1./255)
test_generator = test_datagen.flow_from_directory('faces', target_size=(32, 32), batch_size=4,
                                                  class_mode='categorical', shuffle=False)
model = Sequential()
model.add(Conv2D(4, (3, 3), activation='relu', input_shape=(32, 32, 3)))
model.add(Flatten())
model.add(Dense(3, activation='softmax'))
model.compile(loss='categorical_crossentropy', optimizer='adam')
model.fit(test_generator, epochs=1)
Y_pred = model.predict(test_generator)
#+ Y_pred = np.argmax(Y_pred, axis=1)
print('Confusion Matrix')
print(confusion_matrix(test_generator.classes, Y_pred))  #! #?
#: files
images("faces", ("glad", "mad", "sad"), 4, (40, 40))
