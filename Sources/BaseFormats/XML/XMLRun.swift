import Tables

/// A run of text up to the next tag, found eight bytes at a time.
///
/// Behind the bytes that are looked at stand eight of value 0, which end every run.
struct XMLRun {
  /// Where the next tag begins.
  let end: Int
  /// Whether the bytes are the text: no references, and no line ends but LF.
  let isPlain: Bool
  /// Whether the bytes may stand in a document; references are not looked at (XML 1.0 §2.2, §2.4).
  let isWellFormed: Bool

  /// The run that begins at `start`; nil when `count` bytes do not hold its end.
  /// - Complexity: O(bytes).
  @unsafe init?(_ bytes: UnsafePointer<UInt8>, _ start: Int, _ count: Int) {
    var at = start
    var isPlain = true
    var seen: UInt64 = 0
    var hasRare: UInt64 = 0
    while true {
      let word = unsafe UInt64(littleEndian: UnsafeRawPointer(bytes + at).loadUnaligned(as: UInt64.self))
      seen |= word
      hasRare |= Self.zeros(word ^ 0xEFEF_EFEF_EFEF_EFEF)
      // The lowest mark of each is exact, and only the lowest of all is looked at (Warren, Hacker's Delight §6–1).
      let controls = (word &- 0x2020_2020_2020_2020) & ~word & 0x8080_8080_8080_8080
      let marks =
        Self.zeros(word ^ 0x3C3C_3C3C_3C3C_3C3C) | Self.zeros(word ^ 0x2626_2626_2626_2626)
        | Self.zeros(word ^ 0x5D5D_5D5D_5D5D_5D5D) | controls
      guard marks != 0 else {
        at += 8
        continue
      }
      at += marks.trailingZeroBitCount >> 3
      switch unsafe bytes[at] {
      case UInt8(ascii: "<"):
        end = at
        self.isPlain = isPlain
        let run = unsafe Span(_unsafeStart: bytes + start, count: at - start)
        isWellFormed = seen & 0x8080_8080_8080_8080 == 0 || Self.isText(run, hasRare: hasRare != 0)
        return
      case UInt8(ascii: "&"), 0x0D: isPlain = false
      case 0x09, 0x0A: break
      case UInt8(ascii: "]"):
        guard unsafe bytes[at + 1] != UInt8(ascii: "]") || bytes[at + 2] != UInt8(ascii: ">") else {
          end = at
          self.isPlain = false
          isWellFormed = false
          return
        }
      default:
        guard at < count else { return nil }
        end = at
        self.isPlain = false
        isWellFormed = false
        return
      }
      at += 1
    }
  }

  @inline(__always)
  private static func zeros(_ word: UInt64) -> UInt64 {
    (word &- 0x0101_0101_0101_0101) & ~word & 0x8080_8080_8080_8080
  }

  /// Whether bytes are UTF-8 without the two that are no characters, U+FFFE and U+FFFF.
  private static func isText(_ run: Span<UInt8>, hasRare: Bool) -> Bool {
    guard Utf8Scan.firstFailure(in: run).failure == nil else { return false }
    guard hasRare, run.count > 2 else { return true }
    for index in 2..<run.count where run[index] >= 0xBE && run[index - 1] == 0xBF {
      if run[index - 2] == 0xEF { return false }
    }
    return true
  }

  // MARK: Names

  /// The end of a name; nil when it is cut.
  @unsafe static func nameEnd(_ bytes: UnsafePointer<UInt8>, _ start: Int, _ count: Int) -> Int? {
    var at = start
    while unsafe bytes[at] > 0x20 && bytes[at] != UInt8(ascii: ">") && bytes[at] != UInt8(ascii: "/") {
      at += 1
    }
    return at < count ? at : nil
  }

  /// Whether a name is of Latin and Cyrillic letters, digits and what joins them: XML knows more (XML 1.0 §2.3).
  @unsafe static func isPlainName(_ name: UnsafeBufferPointer<UInt8>) -> Bool {
    guard name.count <= 1000 else { return false }
    var at = 0
    while at < name.count {
      switch unsafe name[at] {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "_"):
        break
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."):
        guard at > 0 else { return false }
      case 0xD0...0xD3:
        at += 1
        guard at < name.count, unsafe name[at] & 0xC0 == 0x80 else { return false }
      default: return false
      }
      at += 1
    }
    return at > 0
  }
}
