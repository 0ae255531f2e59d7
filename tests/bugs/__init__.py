"""Programs with the mistakes that people post, run under real Keras: what is found of them, and what is mended."""
