import Tables

/// Text in a code page, as the binary workbooks before Excel 97 hold it.
///
/// Pages of one byte a character are turned by a table made once; the East Asian ones by iconv, text by text.
struct LegacyText {
  let encoding: TextEncoding
  private var ends: [Int] = []
  private var bytes: [UInt8] = []

  /// The page of that number; nil for one that the C library does not know.
  init?(page: Int) { self.init(Self.encoding(ofPage: page)) }

  /// Text in an encoding.
  init?(_ encoding: TextEncoding) {
    self.encoding = encoding
    guard CharacterConverter(from: encoding) != nil else { return nil }
    guard !Self.isMultibyte(encoding) else { return }
    for byte in UInt8.min...UInt8.max {
      guard var converter = CharacterConverter(from: encoding) else { return nil }
      var text: [UInt8] = []
      if converter.convert([byte], into: &text) != nil || text.isEmpty { text = [0xEF, 0xBF, 0xBD] }
      bytes += text
      ends.append(bytes.count)
    }
  }

  /// Appends the text of bytes in the page; what is no character becomes U+FFFD.
  func append(_ source: Span<UInt8>, to output: inout [UInt8]) {
    guard ends.isEmpty else {
      for index in source.indices {
        let byte = Int(source[index])
        if byte < 0x80, ends[byte] - (byte > 0 ? ends[byte - 1] : 0) == 1 {
          output.append(bytes[ends[byte] - 1])
        } else {
          output += bytes[(byte > 0 ? ends[byte - 1] : 0)..<ends[byte]]
        }
      }
      return
    }
    var rest: [UInt8] = []
    rest.append(contentsOf: source)
    guard var converter = CharacterConverter(from: encoding) else { return }
    while let wrong = converter.convert(rest, into: &output) {
      output += [0xEF, 0xBF, 0xBD]
      rest.removeFirst(min(wrong + 1, rest.count))
    }
  }

  private static func isMultibyte(_ encoding: TextEncoding) -> Bool {
    ["CP932", "CP936", "CP949", "CP950", "UTF-16LE", "CP1361", "GB18030", "UTF-8"].contains(
      encoding.iconvName)
  }

  /// The CODEPAGE record's number as iconv knows it (MS-XLS §2.4.52; 10000 and up are the Macintosh's).
  private static func encoding(ofPage page: Int) -> TextEncoding {
    switch page {
    case 367: TextEncoding(name: "ascii", iconvName: "CP1252")
    case 1200: .utf16LE
    case 1252, 32_769: .windows1252
    case 10_000, 32_768: TextEncoding(name: "macroman", iconvName: "MACINTOSH")
    case 10_007: TextEncoding(name: "maccyrillic", iconvName: "MAC-CYRILLIC")
    case 10_017: TextEncoding(name: "macukraine", iconvName: "MAC-UK")
    case 10_029: TextEncoding(name: "maccentraleurope", iconvName: "MAC-CENTRALEUROPE")
    case 10_079: TextEncoding(name: "maciceland", iconvName: "MAC-IS")
    case 65_001: .utf8
    default: TextEncoding(name: page == 1251 ? "windows-1251" : "cp\(page)", iconvName: "CP\(page)")
    }
  }
}
