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
    case "utf-16", "utf16", "utf-16le", "utf16le", "unicode": utf16LE
    case "utf-16be", "utf16be": utf16BE
    case "windows-1251", "cp1251", "1251", "ansi": TextEncoding(name: "windows-1251", iconvName: "CP1251")
    case "cp866", "866", "ibm866", "dos", "oem": TextEncoding(name: "cp866", iconvName: "CP866")
    case "koi8-r", "koi8r", "koi8": TextEncoding(name: "koi8-r", iconvName: "KOI8-R")
    case "utf-32", "utf32", "utf-32le", "utf32le": utf32LE
    case "utf-32be", "utf32be": utf32BE
    case "koi8-u", "koi8u": TextEncoding(name: "koi8-u", iconvName: "KOI8-U")
    case "x-mac-cyrillic", "mac-cyrillic", "maccyrillic", "mac":
      TextEncoding(name: "x-mac-cyrillic", iconvName: "MAC-CYRILLIC")
    case "windows-1252", "cp1252": windows1252
    case "latin-1", "latin1", "iso-8859-1", "l1": TextEncoding(name: "iso-8859-1", iconvName: "ISO-8859-1")
    default: TextEncoding(name: name.lowercased(), iconvName: name)
    }
  }

  /// What was found out about a file's encoding.
  struct Found {
    var encoding: TextEncoding
    /// Bytes of the mark before the text.
    var markLength = 0
    /// Whether only the file's first part was looked at: UTF-8 is then what it is until it proves not to be.
    var isGuess = false
    /// Whether the user named it and no mark did.
    var isAsked = false
  }

  /// Finds a file's encoding: a byte order mark, then what the user said, then UTF-16 and UTF-32 by their zeros, then
  /// strict UTF-8, then letter statistics and uchardet.
  /// - Complexity: O(1): at most the first MiB is looked at.
  static func find(_ input: borrowing FileInput, named asked: String?) throws(SourceError) -> Found {
    var sample: [UInt8] = []
    try input.read(at: 0, count: sampleSize, into: &sample)
    if let mark = byteOrderMark(sample) {
      return Found(encoding: mark.0, markLength: mark.1, isAsked: asked != nil)
    }
    if let asked { return Found(encoding: named(asked), isAsked: true) }
    if let wide = wide(sample) { return Found(encoding: wide) }
    let scan = Utf8Scan.firstFailure(in: sample.span)
    // The end of the sample may cut a sequence.
    if scan.failure == nil || (sample.count == sampleSize && scan.failure ?? 0 > sample.count - 4) {
      return Found(encoding: utf8, isGuess: true)
    }
    return try found(after: scan.failure ?? 0, sequences: scan.sequences, in: input)
  }

  /// The encoding of a text that is not UTF-8 from `offset` on.
  /// - Throws: `undecodable` when it is UTF-8 with a wound: so many well-formed sequences happen in nothing else.
  static func found(
    after offset: Int, sequences: Int, in input: borrowing FileInput
  ) throws(SourceError) -> Found {
    guard sequences < 24 else {
      throw SourceError(input.path, .undecodable(encoding: "utf-8", line: try line(of: offset, in: input)))
    }
    // The sample should show the high bytes; they may all be further down.
    var sample: [UInt8] = []
    try input.read(at: offset < sampleSize ? 0 : offset & ~1, count: sampleSize, into: &sample)
    return Found(encoding: legacy(sample))
  }

  private static let sampleSize = 1 << 20

  private static func line(of offset: Int, in input: borrowing FileInput) throws(SourceError) -> Int {
    var piece: [UInt8] = []
    var lines = LineEnds()
    var start = 0
    while start < offset {
      try input.read(at: start, count: min(FileInput.pieceSize, offset - start), into: &piece)
      guard !piece.isEmpty else { break }
      start += piece.count
      lines.add(piece.span)
    }
    return 1 + lines.count
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
    if zeros[1] * 8 > pairs, zeros[0] * 20 < zeros[1], areHighHalves(sample, from: 1) { return utf16LE }
    if zeros[0] * 8 > pairs, zeros[1] * 20 < zeros[0], areHighHalves(sample, from: 0) { return utf16BE }
    return nil
  }

  /// Whether nine in ten pairs are letters of Europe or its punctuation, by their high half; a text with some NUL
  /// bytes in it is no UTF-16.
  private static func areHighHalves(_ sample: [UInt8], from first: Int) -> Bool {
    var known = 0
    for index in stride(from: first, to: sample.count, by: 2) {
      switch sample[index] {
      case 0...5, 0x1E, 0x20...0x22: known += 1
      default: continue
      }
    }
    return known * 10 >= sample.count / 2 * 9
  }

  /// One of the old one-byte or East Asian encodings.
  static func legacy(_ sample: [UInt8]) -> TextEncoding {
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
