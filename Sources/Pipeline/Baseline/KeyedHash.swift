import CCrypto
import Tables

/// Marks of texts that tell nothing of them to who has not the key: HMAC-SHA-256 (RFC 2104), its first 60 bits.
struct KeyedHash: Sendable {
  private let key: [UInt8]

  init(key: String) { self.key = Array(key.utf8) }

  /// The mark of a message, its parts kept apart.
  /// - Complexity: O(bytes).
  func mark(_ parts: [String]) -> RecordKey {
    var message: [UInt8] = []
    for part in parts {
      message += part.utf8
      // A byte that no UTF-8 text holds keeps («a», «bc») from («ab», «c»).
      message.append(0xFF)
    }
    var digest = [UInt8](repeating: 0, count: 32)
    var count: UInt32 = 0
    _ = unsafe HMAC(EVP_sha256(), key, Int32(key.count), message, message.count, &digest, &count)
    return RecordKey(digest: digest)
  }
}
