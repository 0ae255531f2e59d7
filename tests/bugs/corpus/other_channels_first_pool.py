#: title: Channels first in the shape: the second pooling finds one row
#: topic: other
from tensorflow.keras.models import Sequential
from tensorflow.keras.layers import Conv2D, MaxPooling2D, Flatten, Dense

img_rows, img_cols, channels = 48, 48, 3
model = Sequential()
model.add(Conv2D(8, (3, 3), activation='relu', input_shape=(channels, img_rows, img_cols)))
#= model.add(Conv2D(8, (3, 3), activation='relu', input_shape=(img_rows, img_cols, channels)))
model.add(MaxPooling2D((2, 2)))  #!
model.add(Flatten())
model.add(Dense(5, activation='softmax'))
