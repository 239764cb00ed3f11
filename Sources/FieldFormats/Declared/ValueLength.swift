import Tables

/// How many characters a value may have: `12`, `[10, 12]`, or `{min: 3, max: 40}`.
///
/// Characters are Unicode scalars of the composed text, so «й» and `é` are one.
public struct ValueLength: Sendable, Equatable, Decodable {
  private let allowed: [Int]
  private let least: Int
  private let most: Int?

  private enum CodingKeys: String, CodingKey, CaseIterable { case min, max }

  /// Keys of its long form.
  public static let keys = CodingKeys.allCases.map(\.rawValue)

  public init(from decoder: any Decoder) throws {
    if let one = try? decoder.singleValueContainer().decode(Int.self) {
      self = try ValueLength([one])
    } else if let several = try? decoder.singleValueContainer().decode([Int].self) {
      self = try ValueLength(several)
    } else if let container = try? decoder.container(keyedBy: CodingKeys.self) {
      let (least, most) = (
        try? container.decodeIfPresent(Int.self, forKey: .min),
        try? container.decodeIfPresent(Int.self, forKey: .max)
      )
      guard container.allKeys.count == (least == nil ? 0 : 1) + (most == nil ? 0 : 1) else {
        throw Self.wrong
      }
      self = try ValueLength(least, most)
    } else {
      throw Self.wrong
    }
  }

  private init(_ allowed: [Int]) throws(ConstraintError) {
    guard !allowed.isEmpty, allowed.allSatisfy({ $0 > 0 }) else { throw Self.wrong }
    self.allowed = allowed.sorted()
    least = self.allowed[0]
    most = self.allowed[self.allowed.count - 1]
  }

  private init(_ least: Int?, _ most: Int?) throws(ConstraintError) {
    guard least != nil || most != nil, least ?? 0 >= 0, most ?? 1 > 0, least ?? 0 <= most ?? .max else {
      throw Self.wrong
    }
    allowed = []
    self.least = least ?? 0
    self.most = most
  }

  private static let wrong = ConstraintError(
    "'length' cannot be this", remedy: "write a number, a list of numbers, or {min: 3, max: 40}")

  /// Whether a value has one of the lengths.
  /// - Complexity: O(bytes); allocates nothing.
  public func holds(_ value: Span<UInt8>) -> Bool {
    var count = 0
    // Continuation bytes of UTF-8 are 10xxxxxx (RFC 3629 §3).
    for index in value.indices where value[index] & 0xC0 != 0x80 { count += 1 }
    guard count >= least, count <= most ?? .max else { return false }
    return allowed.isEmpty || allowed.contains(count)
  }

  /// As people write it: `12`, `10, 12`, `3–40`, `≥ 3`.
  public var text: String {
    if !allowed.isEmpty { return allowed.map(String.init).joined(separator: ", ") }
    guard let most else { return "≥ \(least)" }
    return least == 0 ? "≤ \(most)" : "\(least)–\(most)"
  }
}
