"""One file a kind of values: each has FORMATS, a list of (format, values(rng, count), peer(value))."""
