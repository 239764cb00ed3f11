/// Places of the numbers of +7, by the digits they begin with.
struct PhoneAreas: Sendable {
  /// By the prefix's value; a prefix begins with 7, so its length is in the value.
  private var places: [Int: String] = [:]
  private var longest = 0

  /// Reads rows of (prefix, place).
  init(_ rows: [[String]]) {
    for row in rows {
      guard let prefix = Int(row[0]) else { continue }
      places[prefix] = row[1]
      longest = max(longest, row[0].utf8.count)
    }
  }

  /// The place of an E.164 number; nil: none is known, or its kind has none.
  func place(of e164: String) -> String? {
    guard e164.hasPrefix("+7") else { return nil }
    var found: String?
    var value = 0
    for digit in e164.utf8.dropFirst().prefix(longest) {
      value = value * 10 + Int(digit &- 0x30)
      found = places[value] ?? found
    }
    return found
  }
}
