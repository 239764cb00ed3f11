import Tables

/// The text of an Access value as a base holds it.
enum AccessValue {
  /// Appends the value to an open cell: yes/no as `true`/`false`, a date at midnight as the date, a time on
  /// Access's day zero as the time, a number without an exponent; all else as it stands.
  static func append(
    _ text: Span<UInt8>, as type: AccessSchema.FieldType?, hasSchema: Bool, to column: inout TextColumn
  ) {
    switch type {
    case .boolean: appendBoolean(text, to: &column)
    case .date: column.extend(date(text))
    // Without a schema only the one shape that Access gives a date at midnight is taken for one.
    case nil where !hasSchema: column.extend(date(text))
    case .number: appendNumber(text, to: &column)
    default: column.extend(text)
    }
  }

  @_lifetime(copy text)
  private static func date(_ text: Span<UInt8>) -> Span<UInt8> {
    guard text.count == 19, text[4] == UInt8(ascii: "-"), text[10] == UInt8(ascii: "T") else { return text }
    if text.extracting(10..<19).equals("T00:00:00") { return text.extracting(0..<10) }
    // Day zero of Access is 1899-12-30: such a value is a time of day.
    return text.hasPrefix("1899-12-30T") ? text.extracting(11..<19) : text
  }

  private static func appendBoolean(_ text: Span<UInt8>, to column: inout TextColumn) {
    if text.equals("0") || text.equals("False") {
      column.extend(no.span)
    } else if text.equals("1") || text.equals("-1") || text.equals("True") {
      column.extend(yes.span)
    } else {
      column.extend(text)
    }
  }

  private static let yes = Array("true".utf8)
  private static let no = Array("false".utf8)

  private static func appendNumber(_ text: Span<UInt8>, to column: inout TextColumn) {
    var hasExponent = false
    for index in text.indices where text[index] | 0x20 == UInt8(ascii: "e") { hasExponent = true }
    guard hasExponent, let value = Double(String(copying: text)) else { return column.extend(text) }
    column.extend(Array(DecimalText.plain(value).utf8).span)
  }
}
