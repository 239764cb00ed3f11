public import Tables

extension BaseReader {
  /// Reads a base, its format found by its content; also from a pipe, or from the standard input, which is `-`.
  ///
  /// The file is opened for reading only.
  /// - Throws: what is wrong with the file, in one line.
  /// - Complexity: O(bytes of the file); memory for the text read and its offsets.
  public static func read(_ path: String, options: ReadOptions = .init()) throws(SourceError) -> Base {
    try readAnywhere(path, options) { _ in }
  }

  /// Reads a base and the SHA-256 of its bytes.
  /// - Throws: what is wrong with the file, in one line.
  /// - Complexity: O(bytes of the file).
  public static func readWithDigest(
    _ path: String, options: ReadOptions = .init()
  ) throws(SourceError) -> (base: Base, sha256: String) {
    var digest = ""
    let base = try readAnywhere(path, options) { place throws(SourceError) in digest = try sha256(of: place) }
    return (base, digest)
  }

  private static func readAnywhere(
    _ path: String, _ options: ReadOptions, _ also: (String) throws(SourceError) -> Void
  ) throws(SourceError) -> Base {
    guard let spooled = try SpooledFile(path, limit: options.limits.unpackedBytes) else {
      let base = try readFile(path, options: options)
      try also(path)
      return base
    }
    do {
      var base = try readFile(spooled.path, options: options)
      try also(spooled.path)
      base.path = path
      for index in base.tables.indices { base.tables[index].origin.path = path == "-" ? "stdin" : path }
      return base
    } catch {
      throw SourceError(path, error.reason)
    }
  }
}
