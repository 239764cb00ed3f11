import Tables

/// Looks at the root element of a document and at nothing else.
final class XMLRoot: XMLEvents {
  private var kind: ContentKind?

  /// The kind of a document by its root; nil where it is none that the root tells.
  static func kind(_ head: [UInt8]) -> ContentKind? {
    let root = XMLRoot()
    let stream = XMLStream(root)
    _ = stream.feed(head.span)
    return root.kind
  }

  func start(_ element: XMLTag, in stream: XMLStream) {
    if element.isNamed("Workbook"), element.namespace == "urn:schemas-microsoft-com:office:spreadsheet" {
      kind = .spreadsheetML
    } else if element.isNamed("document"),
      element.namespace == "urn:oasis:names:tc:opendocument:xmlns:office:1.0"
    {
      kind = .ods
    }
    stream.stop()
  }

  func text(_ part: Span<UInt8>, in stream: XMLStream) {}
  func end(_ element: XMLTag, in stream: XMLStream) {}
}
