"""keras.ops: numpy's functions and those of neural networks, on any backend."""
