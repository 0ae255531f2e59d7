#: title: Each text is vectorized with an axis of its own, and then batched
#: topic: rank
import string
import re
import tensorflow as tf
from tensorflow.keras import layers

texts = ["<br />I liked it a lot", "Not for me, sorry", "A total waste", "Wonderful!"] * 6
labels = [1, 0, 0, 1] * 6
raw_train_ds = tf.data.Dataset.from_tensor_slices((texts, labels))
max_features, sequence_length, embedding_dim = 1000, 20, 16

def custom_standardization(input_data):
    lowercase = tf.strings.lower(input_data)
    stripped_html = tf.strings.regex_replace(lowercase, '<br />', ' ')
    return tf.strings.regex_replace(stripped_html, '[%s]' % re.escape(string.punctuation), '')

vectorize_layer = layers.TextVectorization(
    standardize=custom_standardization,
    max_tokens=max_features,
    output_mode='int',
    output_sequence_length=sequence_length)
vectorize_layer.adapt(raw_train_ds.map(lambda x, y: x))

def vectorize_text(text, label):
    text = tf.expand_dims(text, -1)  #-
    return vectorize_layer(text), label

train_ds = raw_train_ds.map(vectorize_text).batch(8)  #?
AUTOTUNE = tf.data.AUTOTUNE
train_ds = train_ds.cache().prefetch(buffer_size=AUTOTUNE)

model = tf.keras.Sequential([
    layers.Embedding(max_features, embedding_dim),
    layers.Dropout(0.2),
    layers.GlobalAveragePooling1D(),  #?
    layers.Dropout(0.2),
    layers.Dense(1, activation='sigmoid')])
model.compile(loss=tf.keras.losses.BinaryCrossentropy(), optimizer='adam', metrics=['accuracy'])
history = model.fit(train_ds, epochs=1)  #!
