/// What a record is known by from one run to the next: its content as read, never its place.
///
/// 60 bits of a SHA-256, written as 12 characters of Crockford's base 32. Rows of equal content share a key; rows
/// added to a base change no key of another.
public struct RecordKey: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// The 60 bits, in the lower part.
  let bits: UInt64

  /// Crockford's base 32: digits and letters without I, L, O, U.
  private static let alphabet = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ".utf8)

  init(bits: UInt64) { self.bits = bits }

  /// The first 60 bits of a digest.
  init(digest: [UInt8]) { bits = digest.prefix(8).reduce(UInt64(0)) { $0 << 8 | UInt64($1) } >> 4 }

  /// Reads the 12 characters of a key; nil for anything else.
  public init?(_ text: some StringProtocol) {
    guard text.utf8.count == 12 else { return nil }
    var bits: UInt64 = 0
    for byte in text.utf8 {
      guard let value = Self.alphabet.firstIndex(of: byte) else { return nil }
      bits = bits << 5 | UInt64(value)
    }
    self.bits = bits
  }

  /// The 12 characters.
  public var description: String {
    String(
      decoding: (0..<12).map { Self.alphabet[Int(bits >> (55 - 5 * UInt64($0)) & 31)] }, as: UTF8.self)
  }

  public static func < (left: RecordKey, right: RecordKey) -> Bool { left.bits < right.bits }
}
