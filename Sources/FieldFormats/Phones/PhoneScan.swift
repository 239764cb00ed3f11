import Tables

/// The ways to write a phone that are told by their bytes.
enum PhoneScan {
  /// One number of +7 without a word: `8 (916) 123-45-67`, `9161234567`; E.164 goes into `outcome`.
  static func collect(_ cell: Span<UInt8>, into outcome: inout FormatOutcome) -> Bool {
    guard cell.count <= 40 else { return false }
    var digits = InlineArray<12, UInt8>(repeating: 0x30)
    var hasPlus = false
    var count = 0
    var index = 0
    while index < cell.count {
      let byte = cell[index]
      index += 1
      switch byte {
      case 0x30...0x39:
        if count == 11 { return false }
        digits[count] = byte
        count += 1
      case 0x20, 0x28, 0x29, 0x2D: continue
      case 0x2E: if endsInZeros(cell) { return false }
      case 0x2B:
        if count > 0 || hasPlus { return false }
        hasPlus = true
      // A space that does not break.
      case 0xC2 where index < cell.count && cell[index] == 0xA0: index += 1
      // Hyphens and dashes U+2010…U+2015.
      case 0xE2 where index + 1 < cell.count && cell[index] == 0x80 && cell[index + 1] &- 0x90 < 6: index += 2
      default: return false
      }
    }
    guard count == 11 ? digits[0] == 0x37 || digits[0] == 0x38 && !hasPlus : count == 10 && !hasPlus else {
      return false
    }
    let national = digits.span.extracting((count - 10)..<count)
    guard PhoneFormat.isPlain(national) else { return false }
    outcome.putE164(national)
    return true
  }

  /// Where a text stands between spaces that needs no hygiene, holds a digit and nothing of a spreadsheet's damage.
  ///
  /// ASCII but for `& < \\ = " '`, Cyrillic of Russian, dashes and №; nil: something else stands there.
  static func plainRange(of cell: Span<UInt8>) -> Range<Int>? {
    var start = 0
    var end = cell.count
    while start < end, cell[start] == 0x20 { start += 1 }
    while end > start, cell[end - 1] == 0x20 { end -= 1 }
    guard end - start <= 96, !endsInZeros(cell.extracting(start..<end)) else { return nil }
    var hasDigit = false
    var index = start
    while index < end {
      let byte = cell[index]
      index += 1
      if byte < 0x80 {
        switch table[Int(byte)] {
        case 0: return nil
        case 1: hasDigit = true
        // E after a digit may be a power of ten.
        case 3: if index > start + 1, Digits.isDigit(cell[index - 2]) { return nil }
        default: continue
        }
        continue
      }
      guard index < end else { return nil }
      let next = cell[index]
      index += 1
      switch byte {
      case 0xD0:
        if next < 0x90 && next != 0x81 { return nil }
        if next == 0x95 || next == 0xB5, index > start + 2, Digits.isDigit(cell[index - 3]) { return nil }
      case 0xD1: if next >= 0x90 && next != 0x91 { return nil }
      case 0xC2: if next != 0xA0 { return nil }
      case 0xE2:
        guard index < end else { return nil }
        let last = cell[index]
        index += 1
        guard next == 0x80 && last &- 0x90 < 6 || next == 0x84 && last == 0x96 else { return nil }
      default: return nil
      }
    }
    return hasDigit ? start..<end : nil
  }

  /// Whether the text ends as a spreadsheet ends a number: `.0`.
  private static func endsInZeros(_ text: Span<UInt8>) -> Bool {
    var end = text.count
    while end > 0, text[end - 1] == 0x30 { end -= 1 }
    return end > 0 && end < text.count && (text[end - 1] == 0x2E || text[end - 1] == 0x2C)
  }

  /// 0: needs a closer look; 1: a digit; 3: E; 2: anything else.
  private static let table: InlineArray<128, UInt8> = {
    var table = InlineArray<128, UInt8>(repeating: 2)
    for byte in 0..<0x20 { table[byte] = 0 }
    for byte in 0x30...0x39 { table[byte] = 1 }
    for byte in [0x22, 0x26, 0x27, 0x3C, 0x3D, 0x5C, 0x60, 0x7F] { table[byte] = 0 }
    for byte in [0x45, 0x65] { table[byte] = 3 }
    return table
  }()
}

extension FormatOutcome {
  /// Makes `+7` and these ten digits the canonical value.
  fileprivate mutating func putE164(_ national: Span<UInt8>) {
    var number = InlineArray<12, UInt8>(repeating: 0x37)
    number[0] = 0x2B
    for index in 0..<10 { number[index + 2] = national[index] }
    put(number.span)
  }
}

extension PhoneNumber {
  /// Whether it is a number of +7 with nothing to say of it.
  var isPlainRussian: Bool { doubt == nil && !isGuess && e164.hasPrefix("+7") }
}

extension Span<UInt8> {
  /// Whether the bytes are those of `text`.
  func equals(_ text: String) -> Bool {
    var index = 0
    for byte in text.utf8 {
      guard index < count, self[index] == byte else { return false }
      index += 1
    }
    return index == count
  }
}
