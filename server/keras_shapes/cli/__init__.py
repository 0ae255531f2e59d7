"""The command `keras-shapes`: one module a command, one module a format."""
