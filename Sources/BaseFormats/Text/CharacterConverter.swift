import Glibc

/// One conversion to UTF-8, by the C library's tables (POSIX iconv).
@safe struct CharacterConverter: ~Copyable {
  private let handle: iconv_t
  /// Bytes of a character cut by the end of a piece.
  private var rest: [UInt8] = []

  /// A conversion; nil for an encoding the C library does not know.
  init?(from encoding: TextEncoding) {
    guard let handle = unsafe iconv_open("UTF-8", encoding.iconvName),
      Int(bitPattern: handle) != -1
    else { return nil }
    unsafe self.handle = handle
  }

  deinit { unsafe iconv_close(handle) }

  /// Whether a character was begun and not ended.
  var isCut: Bool { !rest.isEmpty }

  /// Appends the text of `piece` to `output`; gives the offset of a byte that is not text, if there is one.
  /// - Complexity: O(bytes).
  mutating func convert(_ piece: [UInt8], into output: inout [UInt8]) -> Int? {
    var source = rest.isEmpty ? piece : rest + piece
    rest = []
    var start = 0
    while start < source.count {
      let step = unsafe Self.step(handle, &source, from: start, into: &output)
      start += step.used
      switch step.code {
      case 0, E2BIG: continue
      case EINVAL:
        rest = Array(source[start...])
        return nil
      default: return start
      }
    }
    return nil
  }

  /// One call of iconv.
  @unsafe private static func step(
    _ handle: iconv_t, _ source: inout [UInt8], from start: Int, into output: inout [UInt8]
  ) -> (used: Int, code: Int32) {
    let total = source.count
    let room = (total - start) * 2 + 16
    let before = output.count
    output.append(contentsOf: repeatElement(0, count: room))
    var left = total - start
    var space = room
    var code: Int32 = 0
    unsafe source.withUnsafeMutableBytes { bytes in
      unsafe output.withUnsafeMutableBytes { target in
        var from = unsafe bytes.baseAddress?.advanced(by: start).assumingMemoryBound(to: CChar.self)
        var to = unsafe target.baseAddress?.advanced(by: before).assumingMemoryBound(to: CChar.self)
        let result = unsafe iconv(handle, &from, &left, &to, &space)
        if result == -1 { code = errno }
      }
    }
    output.removeLast(space)
    return (total - start - left, code)
  }
}
