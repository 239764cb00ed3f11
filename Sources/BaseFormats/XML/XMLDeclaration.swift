import Tables

/// What a document says of itself before its first element.
enum XMLDeclaration {
  /// Whether a document that begins so is in UTF-8 by its mark, its declaration or by default (XML 1.0 §4.3.3).
  static func isUTF8(_ head: Span<UInt8>) -> Bool {
    var start = head.hasPrefix("\u{FEFF}") ? 3 : 0
    while start < head.count, head[start] <= 0x20, head[start] > 0 { start += 1 }
    guard start + 6 < head.count, head[start] == UInt8(ascii: "<"), head[start + 1] != 0 else { return false }
    let text = String(copying: head.extracting(start..<min(head.count, start + 200))).lowercased()
    guard text.hasPrefix("<?xml") else { return true }
    let declaration = text.prefix { $0 != ">" }
    return !declaration.contains("encoding") || declaration.contains("utf-8")
  }
}
