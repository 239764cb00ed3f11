// The driver stands in the compiler's runtime; a target needs a source.
