"""The text: files, notebooks, positions, half-typed code, and the tree that is parsed from them."""
