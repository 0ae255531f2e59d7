#: title: expand_dims on axis 1 for a photograph of cv2
#: topic: rank
import cv2
import numpy as np
from keras.models import Sequential
from keras.layers import Conv2D, MaxPooling2D, Activation, Flatten, Dense

class LeNet:
    @staticmethod
    def build(width, height, depth, classes):
        model = Sequential()
        model.add(Conv2D(20, (5, 5), padding="same", input_shape=(height, width, depth)))  #?
        model.add(Activation("relu"))
        model.add(MaxPooling2D(pool_size=(2, 2), strides=(2, 2)))
        model.add(Flatten())
        model.add(Dense(50))
        model.add(Activation("relu"))
        model.add(Dense(classes))
        model.add(Activation("softmax"))
        return model

def classify(model, path):
    image = cv2.imread(path)
    orig = image.copy()
    image = cv2.resize(image, (28, 28))
    image = image.astype("float") / 255.0
    image = np.expand_dims(image, axis=1)  #?
    #= image = np.expand_dims(image, axis=0)
    (notSanta, santa) = model.predict(image)[0]  #! #?
    label = "Santa" if santa > notSanta else "Not Santa"
    return orig, "{}: {:.2f}%".format(label, max(santa, notSanta) * 100)

model = LeNet.build(28, 28, 3, 2)
print(classify(model, "examples/santa_01.png")[1])  #?
#: files
image("examples/santa_01.png", (60, 50))
