#: title: flow_from_dataframe gives one-hot by default, one sigmoid unit
#: topic: labels
import pandas as pd
from tensorflow.keras.preprocessing.image import ImageDataGenerator
from tensorflow.keras import layers, models, optimizers

df = pd.read_csv('train_labels.csv', dtype=str)
df['id'] = df['id'].apply(lambda x: x + '.png')

datagen = ImageDataGenerator(rescale=1./255., validation_split=0.25, horizontal_flip=True)
train_gen = datagen.flow_from_dataframe(  #?
    dataframe=df,
    directory='scans',
    x_col='id',
    y_col='label',
    subset='training',
    batch_size=4,
    seed=42,
    shuffle=True,
    #+ class_mode='binary',
    target_size=(48, 48))

model = models.Sequential()
model.add(layers.Conv2D(8, (3, 3), activation='relu', input_shape=(48, 48, 3)))
model.add(layers.MaxPooling2D((2, 2)))
model.add(layers.Flatten())
model.add(layers.Dropout(0.5))
model.add(layers.Dense(1, activation='sigmoid'))  #?
model.compile(optimizers.RMSprop(learning_rate=0.0001), loss='binary_crossentropy', metrics=['accuracy'])
STEP_SIZE_TRAIN = train_gen.n // train_gen.batch_size
model.fit(train_gen, steps_per_epoch=STEP_SIZE_TRAIN, epochs=2)  #!
#: files
for i in range(16):
    image(f"scans/s{i:02}.png", (50, 50))
text("train_labels.csv", "id,label\n" + "".join(f"s{i:02},{i % 2}\n" for i in range(16)))
