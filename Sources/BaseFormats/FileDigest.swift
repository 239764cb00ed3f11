import CCrypto

extension BaseReader {
  /// The SHA-256 of a file, in lower-case hexadecimal (FIPS 180-4), by libcrypto.
  /// - Complexity: O(bytes of the file).
  public static func sha256(of path: String) throws(SourceError) -> String {
    let input = try FileInput(path)
    guard let context = unsafe EVP_MD_CTX_new() else { throw SourceError(path, .unreadable("no memory")) }
    defer { unsafe EVP_MD_CTX_free(context) }
    guard unsafe EVP_DigestInit_ex(context, EVP_sha256(), nil) == 1 else {
      throw SourceError(path, .unreadable("no SHA-256"))
    }
    var piece: [UInt8] = []
    var offset = 0
    while true {
      try input.read(at: offset, into: &piece)
      guard !piece.isEmpty else { break }
      offset += piece.count
      unsafe piece.withUnsafeBytes { _ = unsafe EVP_DigestUpdate(context, $0.baseAddress, $0.count) }
    }
    var digest = [UInt8](repeating: 0, count: 32)
    unsafe digest.withUnsafeMutableBufferPointer {
      _ = unsafe EVP_DigestFinal_ex(context, $0.baseAddress, nil)
    }
    let digits = Array("0123456789abcdef".utf8)
    let text = digest.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }
    return String(decoding: text, as: UTF8.self)
  }
}
