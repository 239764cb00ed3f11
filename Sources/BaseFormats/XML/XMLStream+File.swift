import Tables

extension XMLStream {
  /// Reads a whole file.
  /// - Throws: what the file system says, or `damaged` with the line.
  func read(_ path: String, progress: ((Int, Int) -> Void)? = nil) throws(SourceError) {
    let input = try FileInput(path)
    var piece: [UInt8] = []
    var offset = 0
    repeat {
      try input.read(at: offset, into: &piece)
      offset += piece.count
      progress?(offset, input.size)
    } while feed(piece.span) && !piece.isEmpty
    finish()
    if let failure { throw SourceError(path, .damaged(failure.damage, part: nil, line: failure.line)) }
  }

  /// Reads a whole part of a container.
  /// - Throws: what is wrong with the container, or `damaged` with the part and the line.
  func read(_ part: String, of container: borrowing ZipContainer) throws(SourceError) {
    try container.read(part) { piece throws(SourceError) in feed(piece) }
    finish()
    if let failure {
      throw SourceError(container.path, .damaged(failure.damage, part: part, line: failure.line))
    }
  }
}

extension ZipContainer {
  /// Reads a part with a scanner, or with libxml2 where its encoding is not UTF-8.
  ///
  /// - Returns: the scanner's events; nil when `fallback` has got them.
  /// - Throws: what is wrong with the container, or `damaged` with the part and the line.
  func scan<Events: XMLScannerEvents>(
    _ part: String, _ events: Events, orParse fallback: any XMLEvents
  ) throws(SourceError) -> Events? {
    var scanner = XMLScanner(events)
    var stream: XMLStream?
    var isFirst = true
    try read(part) { piece throws(SourceError) in
      if isFirst, !XMLDeclaration.isUTF8(piece) { stream = XMLStream(fallback) }
      isFirst = false
      guard let stream else { return scanner.feed(piece) }
      return stream.feed(piece)
    }
    if let stream { stream.finish() } else { scanner.finish() }
    if let failure = stream?.failure ?? scanner.failure {
      throw SourceError(path, .damaged(failure.damage, part: part, line: failure.line))
    }
    return stream == nil ? scanner.events : nil
  }
}
