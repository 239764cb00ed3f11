/// The product's version (Semantic Versioning 2.0.0).
public let revizorVersion = "0.1.0"
