#: title: VGG19 without its top and without input_shape, then Flatten and Dense
#: topic: other
import keras
from keras.applications.vgg19 import VGG19
from keras.layers import Dense, Flatten, Dropout
from keras.models import Model


class Classifier:
    def __init__(self, num_classes, size=64):
        self.num_classes = num_classes
        self.size = size
        self.model = None

    def build(self):
        base_model = VGG19(weights='imagenet', include_top=False)  #?
        #= base_model = VGG19(weights='imagenet', include_top=False, input_shape=(self.size, self.size, 3))
        for layer in base_model.layers:
            layer.trainable = False
        x = base_model.output
        x = Flatten(name='flatten')(x)  #?
        x = Dense(32, activation='relu')(x)  #! #?
        x = Dropout(0.5)(x)
        predictions = Dense(self.num_classes, activation='softmax')(x)
        self.model = Model(inputs=base_model.input, outputs=predictions)
        self.model.compile(optimizer=keras.optimizers.SGD(learning_rate=1e-4, momentum=0.9),
                           loss='categorical_crossentropy', metrics=['accuracy'])
        return self.model


if __name__ == '__main__':
    clf = Classifier(num_classes=7)
    clf.build().summary()  #?
