#: title: Dot over embeddings of another size
#: topic: other
import tensorflow as tf
from tensorflow.keras.layers import Input, Embedding, Flatten, Dot, Dense

n_users, n_movies = 200, 100
user_in = Input(shape=(1,), name="user")
movie_in = Input(shape=(1,), name="movie")
user_vec = Flatten()(Embedding(n_users, 50)(user_in))  #?
movie_vec = Flatten()(Embedding(n_movies, 40)(movie_in))
#= movie_vec = Flatten()(Embedding(n_movies, 50)(movie_in))
score = Dot(axes=1)([user_vec, movie_vec])  #!
model = tf.keras.Model([user_in, movie_in], Dense(1)(score))
model.compile("adam", "mse")
