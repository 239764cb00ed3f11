import CUchardet
import Tables

/// A text encoding, by the name people use and the name iconv knows.
struct TextEncoding: Equatable {
  let name: String
  let iconvName: String

  static let utf8 = TextEncoding(name: "utf-8", iconvName: "UTF-8")
  static let utf16LE = TextEncoding(name: "utf-16le", iconvName: "UTF-16LE")
  static let utf16BE = TextEncoding(name: "utf-16be", iconvName: "UTF-16BE")
  static let utf32LE = TextEncoding(name: "utf-32le", iconvName: "UTF-32LE")
  static let utf32BE = TextEncoding(name: "utf-32be", iconvName: "UTF-32BE")
  static let windows1252 = TextEncoding(name: "windows-1252", iconvName: "CP1252")

  /// The encoding of that name, as users and Excel spell it.
  static func named(_ name: String) -> TextEncoding {
    switch name.lowercased() {
    case "utf-8", "utf8", "utf-8-sig": utf8
    case "utf-16", "utf16", "utf-16le", "unicode": utf16LE
    case "utf-16be": utf16BE
    case "windows-1251", "cp1251", "1251", "ansi": TextEncoding(name: "windows-1251", iconvName: "CP1251")
    case "cp866", "866", "ibm866", "dos", "oem": TextEncoding(name: "cp866", iconvName: "CP866")
    case "koi8-r", "koi8r", "koi8": TextEncoding(name: "koi8-r", iconvName: "KOI8-R")
    case "windows-1252", "cp1252", "latin-1", "latin1", "iso-8859-1": windows1252
    default: TextEncoding(name: name.lowercased(), iconvName: name)
    }
  }

  /// Finds a file's encoding: a byte order mark, then what the user said, then strict UTF-8 over the whole file,
  /// then UTF-16 by its zeros, then letter statistics and uchardet.
  /// - Complexity: O(bytes of the file).
  static func find(
    _ input: borrowing FileInput, named asked: String?
  ) throws(SourceError) -> (encoding: TextEncoding, markLength: Int) {
    var sample: [UInt8] = []
    try input.read(at: 0, count: 1 << 20, into: &sample)
    if let mark = byteOrderMark(sample) { return mark }
    if let asked { return (named(asked), 0) }
    if let wide = wide(sample) { return (wide, 0) }
    var check = Utf8Check()
    var piece = sample
    var offset = 0
    while !piece.isEmpty, check.failure == nil {
      check.feed(piece.span)
      offset += piece.count
      try input.read(at: offset, into: &piece)
    }
    check.finish()
    guard let failure = check.failure else { return (utf8, 0) }
    // So many well-formed sequences do not happen in another encoding: it is UTF-8 with a wound.
    guard check.sequences < 24 else {
      throw SourceError(input.path, .undecodable(encoding: "utf-8", line: failure.line))
    }
    // The sample should show the high bytes; they may all be further down.
    if failure.offset >= sample.count {
      try input.read(at: failure.offset & ~1, count: 1 << 20, into: &sample)
    }
    return (legacy(sample), 0)
  }

  private static func byteOrderMark(_ sample: [UInt8]) -> (TextEncoding, Int)? {
    if sample.starts(with: [0xEF, 0xBB, 0xBF]) { return (utf8, 3) }
    if sample.starts(with: [0xFF, 0xFE, 0, 0]) { return (utf32LE, 4) }
    if sample.starts(with: [0, 0, 0xFE, 0xFF]) { return (utf32BE, 4) }
    if sample.starts(with: [0xFF, 0xFE]) { return (utf16LE, 2) }
    if sample.starts(with: [0xFE, 0xFF]) { return (utf16BE, 2) }
    return nil
  }

  /// UTF-16 or UTF-32 without a mark: digits, spaces and line ends make zeros on one side of the pairs only.
  private static func wide(_ sample: [UInt8]) -> TextEncoding? {
    guard sample.count >= 4 else { return nil }
    var fours = [0, 0, 0, 0]
    for index in sample.indices where sample[index] == 0 { fours[index & 3] += 1 }
    let quarter = sample.count / 4
    if fours[2] == quarter, fours[3] == quarter { return utf32LE }
    if fours[0] == quarter, fours[1] == quarter { return utf32BE }
    let zeros = [fours[0] + fours[2], fours[1] + fours[3]]
    let pairs = sample.count / 2
    if zeros[1] * 8 > pairs, zeros[0] * 20 < zeros[1] { return utf16LE }
    if zeros[0] * 8 > pairs, zeros[1] * 20 < zeros[0] { return utf16BE }
    return nil
  }

  /// One of the old one-byte or East Asian encodings.
  private static func legacy(_ sample: [UInt8]) -> TextEncoding {
    if let cyrillic = CyrillicPrior.encoding(of: sample.span) { return cyrillic }
    guard let guess = uchardet(sample) else { return windows1252 }
    // Short texts of Western letters are taken for anything; only guesses that need many high bytes are believed.
    let believed = ["GB18030", "BIG5", "SHIFT_JIS", "EUC-JP", "EUC-KR", "EUC-TW", "UHC", "ISO-2022-JP"]
    return believed.contains(guess) ? named(guess) : windows1252
  }

  private static func uchardet(_ sample: [UInt8]) -> String? {
    guard let detector = unsafe uchardet_new() else { return nil }
    defer { unsafe uchardet_delete(detector) }
    let result = unsafe sample.withUnsafeBytes { bytes in
      unsafe uchardet_handle_data(detector, bytes.baseAddress, bytes.count)
    }
    guard result == 0 else { return nil }
    unsafe uchardet_data_end(detector)
    let name = unsafe String(cString: uchardet_get_charset(detector))
    return name.isEmpty ? nil : name
  }
}
