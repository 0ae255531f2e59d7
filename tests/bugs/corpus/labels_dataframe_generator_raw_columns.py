#: title: flow_from_dataframe with five raw columns, six sigmoid units
#: topic: labels
import pandas as pd
from tensorflow.keras.preprocessing.image import ImageDataGenerator
from keras.applications import DenseNet121
from keras.layers import Dense, GlobalAveragePooling2D
from keras.models import Model

data = pd.read_csv("chest.csv")
columns = ["Atelectasis", "Cardiomegaly", "Effusion", "Mass", "Nodule"]
train = data[:8].copy()
valid = data[8:].copy()
gen = ImageDataGenerator(rescale=1.0 / 255, samplewise_center=True)
train_generator = gen.flow_from_dataframe(train, directory="xray", x_col="Image", y_col=columns, class_mode="raw",
                                          target_size=(64, 64), batch_size=4)
valid_generator = gen.flow_from_dataframe(valid, directory="xray", x_col="Image", y_col=columns, class_mode="raw",
                                          target_size=(64, 64), batch_size=4, shuffle=False)
base_model = DenseNet121(include_top=False, weights=None, input_shape=(64, 64, 3))
x = GlobalAveragePooling2D()(base_model.output)
predictions = Dense(6, activation="sigmoid")(x)  #?
#= predictions = Dense(len(columns), activation="sigmoid")(x)
model = Model(inputs=base_model.input, outputs=predictions)
model.compile(optimizer="adam", loss="binary_crossentropy")
history = model.fit(train_generator, validation_data=valid_generator, epochs=1)  #!
#: files
for i in range(12):
    image(f"xray/p{i:02}.png", (70, 70))
text("chest.csv", "Image,Atelectasis,Cardiomegaly,Effusion,Mass,Nodule\n"
     + "".join(f"p{i:02}.png,{i % 2},{i % 3 % 2},0,1,{i % 2}\n" for i in range(12)))
