/// An eight-bit encoding in which a Russian text may have been shown or meant.
///
/// Bytes below 0x80 are ASCII in all of them. Source of the tables: the mapping files of the Unicode Consortium
/// (VENDORS/MICSFT/WINDOWS, VENDORS/MICSFT/PC, VENDORS/APPLE) and RFC 1489. A byte that an encoding leaves
/// undefined stands for the control character of the same number, as browsers and Windows have it.
enum CodePage: Int, CaseIterable, Sendable {
  case windows1251, windows1252, koi8r, ibm866, macCyrillic

  /// The name people know it by.
  var name: String {
    switch self {
    case .windows1251: "windows-1251"
    case .windows1252: "windows-1252"
    case .koi8r: "koi8-r"
    case .ibm866: "ibm866"
    case .macCyrillic: "mac-cyrillic"
    }
  }

  /// The characters of bytes 0x80…0xFF.
  fileprivate var upperHalf: String {
    switch self {
    case .windows1251:
      "ЂЃ‚ѓ„…†‡€‰Љ‹ЊЌЋЏђ‘’“”•–—\u{98}™љ›њќћџ\u{A0}ЎўЈ¤Ґ¦§Ё©Є«¬\u{AD}®Ї°±Ііґµ¶·ё№є»јЅѕї"
        + "АБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯабвгдежзийклмнопрстуфхцчшщъыьэюя"
    case .windows1252:
      "€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8D}Ž\u{8F}\u{90}‘’“”•–—˜™š›œ\u{9D}žŸ\u{A0}¡¢£¤¥¦§¨©ª«¬\u{AD}®¯°±²³´µ¶·¸¹º»¼½¾¿"
        + "ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖ×ØÙÚÛÜÝÞßàáâãäåæçèéêëìíîïðñòóôõö÷øùúûüýþÿ"
    case .koi8r:
      "─│┌┐└┘├┤┬┴┼▀▄█▌▐░▒▓⌠■∙√≈≤≥\u{A0}⌡°²·÷═║╒ё╓╔╕╖╗╘╙╚╛╜╝╞╟╠╡Ё╢╣╤╥╦╧╨╩╪╫╬©"
        + "юабцдефгхийклмнопярстужвьызшэщчъЮАБЦДЕФГХИЙКЛМНОПЯРСТУЖВЬЫЗШЭЩЧЪ"
    case .ibm866:
      "АБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯабвгдежзийклмноп░▒▓│┤╡╢╖╕╣║╗╝╜╛┐"
        + "└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀рстуфхцчшщъыьэюяЁёЄєЇїЎў°∙·√№¤■\u{A0}"
    case .macCyrillic:
      "АБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯ†°Ґ£§•¶І®©™Ђђ≠Ѓѓ∞±≤≥іµґЈЄєЇїЉљЊњјЅ¬√ƒ≈∆«»…\u{A0}ЋћЌќѕ"
        + "–—“”‘’÷„ЎўЏџ№Ёёяабвгдежзийклмнопрстуфхцчшщъыьэю€"
    }
  }

  /// The page's tables, made once.
  var table: CodePageTable { CodePageTable.all[rawValue] }
}

/// Both directions of an eight-bit encoding.
///
/// Characters of the pages lie below U+0600 or in U+2000…U+25FF, so two short tables find a byte.
struct CodePageTable: Sendable {
  private let upper: [UInt32]
  private var low = [UInt8](repeating: 0, count: 0x600)
  private var high = [UInt8](repeating: 0, count: 0x600)

  fileprivate static let all = CodePage.allCases.map { CodePageTable($0) }

  private init(_ page: CodePage) {
    upper = page.upperHalf.unicodeScalars.map(\.value)
    // In the western page a control character is its own byte, too: latin-1 has them where windows-1252 has letters.
    if page == .windows1252 { for byte in 0x80..<0xA0 { low[byte] = UInt8(byte) } }
    for (index, scalar) in upper.enumerated() {
      if scalar < 0x600 {
        low[Int(scalar)] = UInt8(0x80 + index)
      } else {
        high[Int(scalar) - 0x2000] = UInt8(0x80 + index)
      }
    }
  }

  /// The character of a byte.
  func scalar(_ byte: UInt8) -> UInt32 { byte < 0x80 ? UInt32(byte) : upper[Int(byte) - 0x80] }

  /// The byte of a character; nil: the page has it not.
  func byte(_ scalar: UInt32) -> UInt8? {
    if scalar < 0x80 { return UInt8(scalar) }
    if scalar < 0x600 { return low[Int(scalar)] == 0 ? nil : low[Int(scalar)] }
    guard scalar >= 0x2000, scalar < 0x2600, high[Int(scalar) - 0x2000] != 0 else { return nil }
    return high[Int(scalar) - 0x2000]
  }

  /// The bytes of a text; nil: a character is not of the page.
  func encode(_ text: [UInt32]) -> [UInt8]? {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.count)
    for scalar in text {
      guard let byte = byte(scalar) else { return nil }
      bytes.append(byte)
    }
    return bytes
  }

  /// The text of bytes.
  func decode(_ bytes: [UInt8]) -> [UInt32] { bytes.map(scalar) }
}
