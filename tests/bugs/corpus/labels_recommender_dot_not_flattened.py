#: title: The embeddings are not flattened: Dot over axis 1 gives a matrix
#: topic: labels
import pandas as pd
import numpy as np
from sklearn.model_selection import train_test_split
from keras.layers import Input, Embedding, Flatten, Dot, Dense
from keras.models import Model

ratings = pd.DataFrame({
    'user_id': np.random.randint(0, 40, 500),
    'movie_id': np.random.randint(0, 90, 500),
    'rating': np.random.randint(1, 6, 500),
})
train, test = train_test_split(ratings, test_size=0.2, random_state=42)

n_users, n_movies = 40, 90
n_factors = 12

movie_input = Input(shape=[1], name='Movie')
movie_embedding = Embedding(n_movies + 1, n_factors, name='Movie-Embedding')(movie_input)
movie_vec = movie_embedding  #?
#= movie_vec = Flatten(name='FlattenMovies')(movie_embedding)

user_input = Input(shape=[1], name='User')
user_embedding = Embedding(n_users + 1, n_factors, name='User-Embedding')(user_input)
user_vec = user_embedding  #?
#= user_vec = Flatten(name='FlattenUsers')(user_embedding)

prod = Dot(name='Dot-Product', axes=1)([movie_vec, user_vec])  #?
model = Model([user_input, movie_input], prod)
model.compile('adam', 'mean_squared_error')
model.fit([train.user_id, train.movie_id], train.rating, epochs=1, verbose=0)  #!
y_hat = np.round(model.predict([test.user_id, test.movie_id]), 0)
