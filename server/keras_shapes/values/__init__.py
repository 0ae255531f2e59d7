"""What the text's names stand for: dims, shapes, arrays, layers, models. Pure data, nothing of the source or of LSP."""
