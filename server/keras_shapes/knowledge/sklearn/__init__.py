"""scikit-learn: what programs use beside Keras: splits, scalers, toy data."""
