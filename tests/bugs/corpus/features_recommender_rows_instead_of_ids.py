#: title: Whole rows of the rating matrix where the model takes one id
#: topic: features
import numpy as np
from tensorflow.keras import Model
from tensorflow.keras.layers import Input, Embedding, Flatten, Dot

ratings = np.random.randint(0, 6, (40, 25))

def get_model(users, items):
    user_input = Input(shape=(1,), dtype='int32', name='user_input')
    item_input = Input(shape=(1,), dtype='int32', name='item_input')
    u = Flatten()(Embedding(users, 8)(user_input))
    i = Flatten()(Embedding(items, 8)(item_input))
    return Model([user_input, item_input], Dot(axes=1)([u, i]))

model = get_model(*ratings.shape)
users_input, items_input = [], []
for item in range(10):
    users_input.append(ratings[3])  #?
    #= users_input.append(3)
    items_input.append(item)
predictions = model.predict([np.array(users_input), np.array(items_input)], batch_size=10)  #!
