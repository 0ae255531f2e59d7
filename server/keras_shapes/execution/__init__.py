"""Really running the program, on demand: its slice, in a child process of the user's interpreter, within limits."""
