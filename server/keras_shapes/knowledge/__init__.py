"""What numpy, Keras, TensorFlow and their like do to values. Pure: no astroid, no positions, no words."""
