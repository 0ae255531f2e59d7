#: title: argmax over axis 2 of a prediction that has two axes
#: topic: other
import numpy as np
from tensorflow.keras.applications.resnet50 import ResNet50, preprocess_input
from tensorflow.keras.preprocessing import image
from tensorflow.keras.models import Model
from tensorflow.keras.layers import Dense, GlobalAveragePooling2D

labels_dict = {0: 'cat', 1: 'dog', 2: 'panda'}

def build(n):
    base = ResNet50(weights=None, include_top=False, input_shape=(64, 64, 3))
    out = Dense(n, activation='softmax', name='predictions')(GlobalAveragePooling2D()(base.output))
    return Model(base.input, out)

def path_to_tensor(img_path):
    img = image.load_img(img_path, target_size=(64, 64))
    x = image.img_to_array(img)
    return np.expand_dims(x, axis=0)

def paths_to_tensor(img_paths):
    list_of_tensors = [path_to_tensor(img_path) for img_path in img_paths]
    return np.vstack(list_of_tensors)

model = build(len(labels_dict))
files = ['test/a/000.png', 'test/a/001.png']
tensors = preprocess_input(paths_to_tensor(files))
preds = model.predict(tensors)
for f, k in zip(files, np.argmax(preds, axis=2)):  #! #?
#= for f, k in zip(files, np.argmax(preds, axis=1)):
    print(f, labels_dict[k])
#: files
images("test", ("a",), 2, (90, 90))
