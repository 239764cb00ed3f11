extension String {
  /// The text of a run of UTF-8; ill-formed bytes become U+FFFD.
  /// - Complexity: O(bytes).
  public init(copying bytes: Span<UInt8>) {
    self = unsafe bytes.withUnsafeBufferPointer { unsafe String(decoding: $0, as: UTF8.self) }
  }
}

extension Span<UInt8> {
  /// Whether there is nothing but ASCII white space.
  public var isBlank: Bool {
    for index in indices where self[index] > 0x20 { return false }
    return true
  }

  /// Whether the bytes are those of `text`.
  public func equals(_ text: StaticString) -> Bool {
    guard count == text.utf8CodeUnitCount else { return false }
    for index in indices where unsafe self[index] != text.utf8Start[index] { return false }
    return true
  }

  /// Whether two runs hold the same bytes.
  public func equals(_ other: borrowing Span<UInt8>) -> Bool {
    guard count == other.count else { return false }
    for index in indices where self[index] != other[index] { return false }
    return true
  }
}
