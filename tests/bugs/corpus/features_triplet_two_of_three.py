#: title: The triplet network is fit without its negatives
#: topic: features
import numpy as np
import tensorflow as tf
from tensorflow.keras import layers

emb_size = 16
alpha = 0.2
(x_train, y_train), _ = tf.keras.datasets.mnist.load_data()
x_train = np.reshape(x_train, (x_train.shape[0], 784)) / 255.

embedding_model = tf.keras.models.Sequential([
    layers.Dense(32, activation='relu', input_shape=(784,)),
    layers.Dense(emb_size, activation='sigmoid'),
])
in_anc = layers.Input(shape=(784,))
in_pos = layers.Input(shape=(784,))
in_neg = layers.Input(shape=(784,))
out = layers.concatenate([embedding_model(in_anc), embedding_model(in_pos), embedding_model(in_neg)], axis=1)
net = tf.keras.models.Model([in_anc, in_pos, in_neg], out)


def triplet_loss(y_true, y_pred):
    anc, pos, neg = y_pred[:, :emb_size], y_pred[:, emb_size:2 * emb_size], y_pred[:, 2 * emb_size:]
    dp = tf.reduce_mean(tf.square(anc - pos), axis=1)
    dn = tf.reduce_mean(tf.square(anc - neg), axis=1)
    return tf.maximum(dp - dn + alpha, 0.)


def create_batch(batch_size=64):
    anchors = np.zeros((batch_size, 784))
    positives = np.zeros((batch_size, 784))
    negatives = np.zeros((batch_size, 784))
    for i in range(batch_size):
        index = np.random.randint(0, 300)
        y = y_train[index]
        indices_for_pos = np.squeeze(np.where(y_train == y))
        indices_for_neg = np.squeeze(np.where(y_train != y))
        anchors[i] = x_train[index]
        positives[i] = x_train[indices_for_pos[np.random.randint(0, len(indices_for_pos) - 1)]]
        negatives[i] = x_train[indices_for_neg[np.random.randint(0, len(indices_for_neg) - 1)]]
    return [anchors, positives]  #?
    #= return [anchors, positives, negatives]


net.compile(loss=triplet_loss, optimizer='adam')
batch = create_batch()  #?
net.fit(batch, np.zeros((64, 3 * emb_size)), epochs=1)  #! #?
