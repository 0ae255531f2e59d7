"""TensorFlow, apart from Keras: tensors, images, data."""
