#: title: Texts padded to 120, the functional model declared 100
#: topic: features
import numpy as np
from tensorflow.keras import layers, models
from tensorflow.keras.preprocessing.text import Tokenizer
from tensorflow.keras.preprocessing.sequence import pad_sequences

texts = ["the film was great", "terrible plot and worse acting", "i would watch it again"] * 10
y = np.array([1, 0, 1] * 10)
tok = Tokenizer(num_words=1000, oov_token="<OOV>")
tok.fit_on_texts(texts)
X = pad_sequences(tok.texts_to_sequences(texts), maxlen=120, padding="post")
#= X = pad_sequences(tok.texts_to_sequences(texts), maxlen=100, padding="post")

inp = layers.Input(shape=(100,), dtype="int32")  #?
emb = layers.Embedding(1000, 16)(inp)
flat = layers.Flatten()(emb)
out = layers.Dense(1, activation="sigmoid")(flat)
model = models.Model(inp, out)
model.compile(optimizer="adam", loss="binary_crossentropy")
model.fit(X, y, epochs=2, verbose=0)  #!
