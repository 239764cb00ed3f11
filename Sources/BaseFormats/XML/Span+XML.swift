import Tables

extension Span<UInt8> {
  /// Whether the bytes are well-formed UTF-8.
  var isUTF8: Bool {
    do {
      _ = try UTF8Span(validating: self)
      return true
    } catch {
      return false
    }
  }

  /// Whether the byte is among them.
  func contains(_ byte: UInt8) -> Bool {
    for index in indices where self[index] == byte { return true }
    return false
  }

  /// The index behind the next `text`; nil when it does not come.
  func end(of text: StaticString, from start: Int) -> Int? {
    let length = text.utf8CodeUnitCount
    guard start + length <= count else { return nil }
    for index in start...(count - length) where extracting(index..<(index + length)).equals(text) {
      return index + length
    }
    return nil
  }
}
