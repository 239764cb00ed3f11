import Tables

/// Reads OpenDocument sheets (ISO/IEC 26300-1 §9): `content.xml` of a container, or a flat document.
///
/// Choices: cells under a merge keep their values; white space runs in paragraphs are one space, as the standard
/// says (§6.1.2); paragraphs are joined by a line break; notes and drawings are no text of a cell; a time of less
/// than a day is clock time, a longer one a duration.
enum OpenDocumentReader {
  static func read(_ path: String, options: ReadOptions, into sink: any SheetSink) throws(SourceError) {
    let events = OpenDocumentSheets(sink, table: options.table, limit: options.limits.cells)
    let stream = XMLStream(events)
    guard try ContentKind.isZip(path) else { return try stream.read(path, progress: options.progress) }
    let container = try ZipContainer(path, limits: options.limits)
    if container.has("META-INF/manifest.xml") {
      let manifest = Manifest()
      try XMLStream(manifest).read("META-INF/manifest.xml", of: container)
      guard !manifest.isEncrypted else { throw SourceError(path, .unsupported(.encryptedOffice)) }
    }
    try stream.read("content.xml", of: container)
  }

  /// Whether the parts are encrypted (ISO/IEC 26300-3 §4.4).
  private final class Manifest: XMLEvents {
    private(set) var isEncrypted = false

    func start(_ element: XMLTag, in stream: XMLStream) {
      guard element.isNamed("encryption-data") else { return }
      isEncrypted = true
      stream.stop()
    }

    func text(_ part: Span<UInt8>, in stream: XMLStream) {}
    func end(_ element: XMLTag, in stream: XMLStream) {}
  }
}
