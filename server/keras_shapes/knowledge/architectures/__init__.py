"""keras.applications from the inside: each model built of our own layers' rules, when something asks for its layers."""
