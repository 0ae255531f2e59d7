#: title: The generator's target_size and the functional input differ
#: topic: features
from tensorflow.keras.preprocessing.image import ImageDataGenerator
from tensorflow.keras import Input, Model
from tensorflow.keras.layers import Conv2D, Dense, Flatten

gen = ImageDataGenerator(rescale=1.0 / 255)
train = gen.flow_from_directory("cells", target_size=(50, 50), batch_size=4, class_mode="binary")
#= train = gen.flow_from_directory("cells", target_size=(64, 64), batch_size=4, class_mode="binary")
inp = Input((64, 64, 3))  #?
x = Conv2D(4, 3, strides=2, activation="relu")(inp)
x = Flatten()(x)
model = Model(inp, Dense(1, activation="sigmoid")(x))
model.compile("adam", "binary_crossentropy")
model.fit(train, epochs=1)  #!
#: files
images("cells", ("healthy", "sick"), 6, (70, 70))
