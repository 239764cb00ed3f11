import Tables

/// What an `XMLScanner` hands a document's elements to.
protocol XMLScannerEvents {
  /// Whether the text that follows is wanted; what is not is passed over.
  var wantsText: Bool { get }
  /// What the events found wrong, which ends the scan.
  var damage: SourceError.Damage? { get }
  /// Whether all that is wanted has been seen.
  var isDone: Bool { get }
  /// An element begins; ranges are of `bytes`, `name` without its prefix.
  mutating func start(_ bytes: Span<UInt8>, name: Range<Int>, attributes: [XMLScannerAttribute])
  /// A run of text, references resolved.
  mutating func text(_ text: Span<UInt8>)
  /// An element ends.
  mutating func end(_ bytes: Span<UInt8>, name: Range<Int>)
}

/// Where an attribute stands.
struct XMLScannerAttribute {
  var name: Range<Int>
  var value: Range<Int>
}
