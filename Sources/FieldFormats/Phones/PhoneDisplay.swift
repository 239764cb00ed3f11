/// Phone numbers as people like to read them.
enum PhoneDisplay {
  /// `+7 916 123-45-67 доб. 12`, other countries' numbers as libphonenumber writes them.
  static func text(_ e164: String, ext: String?) -> String {
    var text = e164
    if e164.hasPrefix("+7"), e164.utf8.count == 12 {
      let digits = e164.dropFirst(2).map(String.init)
      func part(_ range: Range<Int>) -> String { digits[range].joined() }
      if digits[0] != "7" {
        text = "+7 \(part(0..<3)) \(part(3..<6))-\(part(6..<8))-\(part(8..<10))"
      } else if digits[1] == "1" || digits[1] == "2" {
        text = "+7 \(part(0..<4)) \(part(4..<6)) \(part(6..<8)) \(part(8..<10))"
      } else {
        text = "+7 \(part(0..<3)) \(part(3..<6)) \(part(6..<10))"
      }
    } else {
      text = WorldNumbers.display(e164) ?? e164
    }
    return ext.map { "\(text) доб. \($0)" } ?? text
  }
}
