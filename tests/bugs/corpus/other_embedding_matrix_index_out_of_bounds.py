#: title: word_index counts from 1, the matrix has len(word_index) rows
#: topic: other
import numpy as np
import tensorflow as tf
from tensorflow.keras.preprocessing.text import Tokenizer
from tensorflow.keras.preprocessing.sequence import pad_sequences

tweets = ["omg the train is late again", "best coffee in town", "is it late already", "town hall meeting again",
          "the best train in the world"]
target = np.array([0, 1, 0, 0, 1])
tok = Tokenizer(oov_token="<OOV>")
tok.fit_on_texts(tweets)
x = pad_sequences(tok.texts_to_sequences(tweets), maxlen=8, padding="post")

def load_glove(path):
    index = {}
    with open(path, encoding="utf8") as f:
        for line in f:
            values = line.split()
            index[values[0]] = np.asarray(values[1:], dtype="float32")
    return index

glove = load_glove("glove.small.txt")
vocab_size = len(tok.word_index)  #?
#= vocab_size = len(tok.word_index) + 1
embedding_matrix = np.zeros((vocab_size, 4))
for word, i in tok.word_index.items():
    vec = glove.get(word)
    embedding_matrix[i] = vec if vec is not None else np.random.randn(4)  #!

model = tf.keras.Sequential([
    tf.keras.layers.Embedding(vocab_size, 4, embeddings_initializer=tf.keras.initializers.Constant(embedding_matrix), trainable=False),
    tf.keras.layers.GlobalAveragePooling1D(),
    tf.keras.layers.Dense(1, activation="sigmoid"),
])
model.compile("adam", "binary_crossentropy")
model.fit(x, target, epochs=1)
#: files
text("glove.small.txt", "the 0.1 0.2 0.3 0.4\ntrain 0.0 0.1 0.1 0.5\ncoffee 0.7 0.2 0.9 0.3\n")
