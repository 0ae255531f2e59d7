#: title: Users have 32 factors, films 50, and their dot product is taken
#: topic: other
import numpy as np
from tensorflow import keras
from tensorflow.keras.layers import Input, Embedding, Flatten, Dot

n_users, n_movies = 100, 200
user = Input(shape=(1,))
movie = Input(shape=(1,))
u = Flatten()(Embedding(n_users, 32)(user))
m = Flatten()(Embedding(n_movies, 50)(movie))  #?
#= m = Flatten()(Embedding(n_movies, 32)(movie))
rating = Dot(axes=1)([u, m])  #!
model = keras.Model([user, movie], rating)
model.compile('adam', 'mse')
