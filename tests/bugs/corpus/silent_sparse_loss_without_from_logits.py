#: title: SparseCategoricalCrossentropy() over a last layer without softmax
#: topic: silent
import tensorflow as tf

(x_train, y_train), (x_test, y_test) = tf.keras.datasets.mnist.load_data()
x_train, x_test = x_train / 255.0, x_test / 255.0
model = tf.keras.models.Sequential([
    tf.keras.layers.Flatten(input_shape=(28, 28)),
    tf.keras.layers.Dense(32, activation='relu'),
    tf.keras.layers.Dense(10),  #?
    #= tf.keras.layers.Dense(10, activation='softmax'),
])
model.compile(optimizer='adam', loss=tf.keras.losses.SparseCategoricalCrossentropy(), metrics=['accuracy'])  #~
model.fit(x_train, y_train, epochs=1)
#: check
assert model.layers[-1].activation.__name__ == 'softmax' or getattr(model.loss, '_fn_kwargs', {}).get('from_logits')
