/// Text as spreadsheets mark it, so that they take it for no number: `'00123`, `="00123"`.
enum SpreadsheetText {
  /// The text without its marks; nil: it has none.
  ///
  /// An apostrophe in front is the mark only where no other stands in the text: `'Ромашка'` is a quotation.
  static func unwrapped(_ text: String) -> String? {
    let bytes = text.utf8
    guard let first = bytes.first else { return nil }
    if first == 0x3D, bytes.count > 3, text.hasPrefix("=\""), bytes.last == 0x22 {
      // A quotation mark within is written twice.
      return String(text.dropFirst(2).dropLast()).replacing("\"\"", with: "\"")
    }
    guard first == 0x27, bytes.count > 1, !bytes.dropFirst().contains(0x27) else { return nil }
    return String(text.dropFirst())
  }
}
