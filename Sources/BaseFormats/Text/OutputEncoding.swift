import Tables

/// The encoding of a written text file.
///
/// Programs of the office that know no UTF-8 want windows-1251, which has Russian letters, Latin ones without accents and
/// some signs; a text with other characters loses them there.
public struct OutputEncoding: Sendable, Equatable {
  /// The name that people use, as `windows-1251`.
  public let name: String
  /// The byte of a character; nil: UTF-8, which has all.
  private let bytes: [Unicode.Scalar: UInt8]?

  /// UTF-8.
  public static let utf8 = OutputEncoding(name: "utf-8", bytes: nil)

  /// The encoding of that name; nil when it is not UTF-8 or one of single bytes that the C library knows.
  public static func named(_ name: String) -> OutputEncoding? {
    let encoding = TextEncoding.named(name)
    guard encoding != .utf8 else { return utf8 }
    guard let table = SingleByteTable.of(encoding) else { return nil }
    var bytes: [Unicode.Scalar: UInt8] = [:]
    for byte in UInt8.min...0xFF {
      // A byte that the encoding leaves undefined reads as a control character, and may be written for it.
      guard let scalar = String(decoding: table[byte], as: UTF8.self).unicodeScalars.first else { continue }
      bytes[scalar] = bytes[scalar] ?? byte
    }
    return OutputEncoding(name: encoding.name, bytes: bytes)
  }

  private init(name: String, bytes: [Unicode.Scalar: UInt8]?) {
    self.name = name
    self.bytes = bytes
  }

  /// Two encodings of one name are one.
  public static func == (left: OutputEncoding, right: OutputEncoding) -> Bool { left.name == right.name }

  /// The text as the file will hold it: each character that the encoding lacks is a question mark.
  ///
  /// - Returns: nil when it lacks none.
  /// - Complexity: O(bytes).
  public func replacement(of text: Span<UInt8>) -> String? {
    guard let bytes, text.contains(where: { $0 >= 0x80 }) else { return nil }
    var isWhole = true
    var result = ""
    for scalar in String(copying: text).unicodeScalars {
      let isKnown = bytes[scalar] != nil
      isWhole = isWhole && isKnown
      result.unicodeScalars.append(isKnown ? scalar : "?")
    }
    return isWhole ? nil : result
  }

  /// Appends the bytes of a text.
  func append(_ text: Span<UInt8>, to output: inout [UInt8]) {
    guard let bytes else { return output.append(contentsOf: text) }
    for scalar in String(copying: text).unicodeScalars { output.append(bytes[scalar] ?? UInt8(ascii: "?")) }
  }
}

extension Span<UInt8> {
  fileprivate func contains(where isWanted: (UInt8) -> Bool) -> Bool {
    for index in indices where isWanted(self[index]) { return true }
    return false
  }
}
