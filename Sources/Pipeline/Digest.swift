import CCrypto

/// SHA-256 by OpenSSL's libcrypto (FIPS 180-4).
@safe struct SHA256: ~Copyable {
  private let context: OpaquePointer?

  init() {
    unsafe context = EVP_MD_CTX_new()
    precondition(unsafe EVP_DigestInit_ex(context, EVP_sha256(), nil) == 1, "libcrypto has no SHA-256")
  }

  deinit { unsafe EVP_MD_CTX_free(context) }

  /// Adds bytes.
  func update(_ bytes: borrowing Span<UInt8>) {
    unsafe bytes.withUnsafeBufferPointer { buffer in
      _ = unsafe EVP_DigestUpdate(context, buffer.baseAddress, buffer.count)
    }
  }

  /// Adds a text and a mark that ends it, so that («a», «bc») differs from («ab», «c»).
  func update(_ text: String) {
    update(text.utf8Span.span)
    endPart()
  }

  /// Marks the end of a part with a byte that no UTF-8 text holds.
  func endPart() {
    var mark: UInt8 = 0xFF
    _ = unsafe EVP_DigestUpdate(context, &mark, 1)
  }

  /// The 32 bytes of the digest.
  consuming func finish() -> [UInt8] {
    var digest = [UInt8](repeating: 0, count: 32)
    _ = unsafe EVP_DigestFinal_ex(context, &digest, nil)
    return digest
  }
}

/// Digests for people and journals.
public enum Digest {
  /// SHA-256 of a text, hexadecimal.
  public static func sha256(of text: String) -> String {
    let hash = SHA256()
    hash.update(text.utf8Span.span)
    return hash.finish().map { byte in
      let digits = String(byte, radix: 16)
      return digits.count == 1 ? "0" + digits : digits
    }.joined()
  }

  /// Twelve characters, 60 bits, by which a program knows texts again.
  public static func key(of texts: [String]) -> String {
    let hash = SHA256()
    for text in texts { hash.update(text) }
    return RecordKey(digest: hash.finish()).description
  }

  /// Eight characters that tell texts from others by sight and against slips, not against malice.
  public static func mark(of texts: [String]) -> String {
    let hash = SHA256()
    for text in texts { hash.update(text) }
    return String(RecordKey(digest: hash.finish()).description.prefix(8))
  }
}
