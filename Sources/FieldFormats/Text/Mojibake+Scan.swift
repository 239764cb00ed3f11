import Tables

extension Mojibake {
  /// What the letters of a cell look like to one pass over its bytes.
  ///
  /// Russian text is one small word or one capital and small letters after another; whatever else a cell has is a
  /// reason for a closer look, and most damaged text has it.
  struct LetterLook {
    private var last: Letter = .none
    private var hasSmallRun = false
    private var hasCapital = false
    private var hasCapitalRun = false
    private(set) var isOdd = false

    private enum Letter: UInt8 { case none, small, capital, mark, innerMark }

    /// Takes a Russian letter.
    @inline(__always)
    mutating func letter(isCapital: Bool) {
      if isCapital {
        if last == .small || last == .innerMark { isOdd = true }
        hasCapital = true
        hasCapitalRun = hasCapitalRun || last == .capital
        last = .capital
      } else {
        // A dash, a quotation mark or a bracket that took the place of a capital: `—анкт`, `»ван`.
        if last == .mark || last == .innerMark { isOdd = true }
        hasSmallRun = hasSmallRun || last == .small
        last = .small
      }
    }

    /// Takes so many small letters that follow a letter.
    @inline(__always)
    mutating func smallLetters(_ count: Int) {
      hasSmallRun = hasSmallRun || last == .small || count > 1
      last = .small
    }

    /// Takes an ordinary sign beyond ASCII.
    @inline(__always)
    mutating func mark() { last = last == .small || last == .capital ? .innerMark : .mark }

    /// Takes a byte of ASCII.
    @inline(__always)
    mutating func other() { last = .none }

    /// Whether only the letters themselves can tell: all are capitals, or all small, or the case is odd.
    ///
    /// КОИ-8 and windows-1251 have small letters where the other has capitals.
    var needsPairs: Bool {
      isOdd || hasCapitalRun && !hasSmallRun || hasSmallRun && !hasCapital
    }
  }

  /// Whether a cell may be damaged; says false of ordinary text at the cost of a pass over its bytes.
  static func isSuspect(_ cell: Span<UInt8>) -> Bool {
    var look = LetterLook()
    var index = 0
    while index < cell.count {
      let byte = cell[index]
      if byte < 0x80 {
        look.other()
        index += 1
        continue
      }
      guard index + 1 < cell.count else { return true }
      let next = cell[index + 1]
      if byte == 0xD0 || byte == 0xD1 {
        if byte == 0xD0 ? next < 0x90 && next != 0x81 : next >= 0x90 && next != 0x91 { return true }
        look.letter(isCapital: byte == 0xD0 && next < 0xB0)
        index += 2
        continue
      }
      guard let step = Hygiene.step(over: byte, next, cell, index) ?? (byte == 0xC2 && next == 0xA0 ? 2 : nil)
      else {
        return true
      }
      look.mark()
      index += step
    }
    return look.needsPairs && looksSwapped(cell)
  }

  /// Whether the letters would be better Russian with КОИ-8 and windows-1251 exchanged, or their case is odd.
  ///
  /// Sums, over the pairs of letters of the cell, how much dearer they are as they stand than exchanged.
  static func looksSwapped(_ cell: Span<UInt8>) -> Bool {
    var (last, place) = (32, 0)
    var (asKOI8, as1251) = (0, 0)
    var index = 0
    var lastIsSmall = false
    while index < cell.count {
      let byte = cell[index]
      guard byte & 0xFE == 0xD0, index + 1 < cell.count else {
        // Marks beside letters are the closer look's business.
        if byte >= 0x80, byte & 0xC0 == 0xC0, index + 1 < cell.count, byte != 0xC2 || cell[index + 1] != 0xA0
        {
          if hasLetterAfter(cell, index, isInner: last != 32) { return true }
        }
        last = 32
        lastIsSmall = false
        index += 1
        continue
      }
      let next = cell[index + 1]
      let isSmall = byte == 0xD1 || next >= 0xB0
      if lastIsSmall, !isSmall { (asKOI8, as1251) = (asKOI8 + 8, as1251 + 8) }
      place =
        next == 0x81 && byte == 0xD0 || next == 0x91
        ? 5 : Int(byte == 0xD0 ? next &- 0x90 : next &- 0x80 &+ 0x30) & 31
      asKOI8 += Int(exchange[0][last * 33 + place])
      as1251 += Int(exchange[1][last * 33 + place])
      last = place
      lastIsSmall = isSmall
      index += 2
    }
    return max(asKOI8, as1251) >= 12
  }

  /// Whether a small Russian letter follows the mark that begins at a place; within a word, any.
  private static func hasLetterAfter(_ cell: Span<UInt8>, _ start: Int, isInner: Bool) -> Bool {
    var index = start + 1
    while index < cell.count, cell[index] & 0xC0 == 0x80 { index += 1 }
    guard index + 1 < cell.count else { return false }
    return cell[index] == 0xD1 || cell[index] == 0xD0 && (isInner || cell[index + 1] >= 0xB0)
  }

  /// How many steps a pair of letters is dearer than the pair it stands for, with КОИ-8 and windows-1251 exchanged
  /// either way.
  private static let exchange: [[Int8]] = {
    func places(_ shown: CodePage, _ meant: CodePage) -> [Int] {
      (0..<32).map { letter in
        let bytes = shown.table.encode([UInt32(0x430 + letter)]) ?? []
        return meant.table.decode(bytes).first.flatMap(RussianText.letter) ?? letter
      } + [32]
    }
    return [places(.windows1251, .koi8r), places(.koi8r, .windows1251)].map { place in
      (0..<(33 * 33)).map { pair in
        RussianText.steps[pair] - RussianText.steps[place[pair / 33] * 33 + place[pair % 33]]
      }
    }
  }()
}
