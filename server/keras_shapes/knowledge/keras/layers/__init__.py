"""keras.layers, in files named as Keras names them."""
