import Tables

/// One run of digits of a phone cell, with what stood about it.
struct PhonePiece {
  /// What ended the piece before this one.
  enum Divider {
    /// A space, or nothing.
    case space
    /// A word.
    case word
    /// A comma, a slash, a semicolon, a line, «и».
    case mark
    /// A mark that parts numbers of a list and never groups of one number.
    case strong
  }

  var digits = DigitRun()
  /// The digits with letters that look like digits read as such; empty when there are none.
  var likeDigits = DigitRun()
  var hasPlus = false
  /// Digits before the first punctuation.
  var firstGroup = 0
  var ext: DigitRun?
  var divider = Divider.space
  /// Bit n: a space stood after n digits.
  var gaps: UInt64 = 0
  /// Where it stands in the cell, from the first digit to the last.
  var place = 0..<0
}

/// Cuts a phone cell into runs of digits, extensions and words.
struct PhonePieces {
  private(set) var pieces: [PhonePiece] = []
  /// Where words stand that are not a label, in order.
  private(set) var words: [Range<Int>] = []
  private var current = PhonePiece()
  private var expectsExtension = false

  /// - Complexity: O(bytes), one pass.
  init(_ text: Span<UInt8>) {
    var index = 0
    while index < text.count {
      let byte = text[index]
      if Digits.isDigit(byte) {
        let start = index
        while index < text.count, Digits.isDigit(text[index]) { index += 1 }
        takeDigits(text.extracting(start..<index), at: start)
      } else if Self.letterLength(text, index) > 0 {
        let start = index
        while index < text.count {
          let length = Self.letterLength(text, index)
          if length == 0 { break }
          index += length
        }
        index = min(index, text.count)
        let isGlued =
          start > 0 && Digits.isDigit(text[start - 1]) || index < text.count && Digits.isDigit(text[index])
        takeWord(text, start..<index, isGlued: isGlued)
      } else {
        index += takeMark(text, index)
      }
    }
    finish(.space)
  }

  /// Bytes of the letter at a place; 0: no letter stands there.
  ///
  /// A bar between digits is a letter: it is met for 1.
  private static func letterLength(_ text: Span<UInt8>, _ index: Int) -> Int {
    let byte = text[index]
    if byte < 0x80 {
      if (byte | 0x20) &- 0x61 < 26 { return 1 }
      guard byte == 0x7C, index > 0, index + 1 < text.count else { return 0 }
      return Digits.isDigit(text[index - 1]) && Digits.isDigit(text[index + 1]) ? 1 : 0
    }
    // U+00C0…U+07FF are letters (but for × and ÷), U+2000…U+2FFF and what lies beyond U+F000 marks.
    if byte >= 0xC3, byte <= 0xDF {
      let next = index + 1 < text.count ? text[index + 1] : 0
      return byte == 0xC3 && (next == 0x97 || next == 0xB7) ? 0 : 2
    }
    return byte == 0xE1 || byte >= 0xE3 && byte <= 0xED ? 3 : 0
  }

  private mutating func takeDigits(_ digits: Span<UInt8>, at start: Int) {
    if expectsExtension {
      expectsExtension = false
      if digits.count <= 6 {
        if current.digits.isEmpty, !pieces.isEmpty {
          pieces[pieces.count - 1].ext = DigitRun(digits)
        } else {
          current.ext = DigitRun(digits)
          finish(.space)
        }
        return
      }
      finish(.space)
    }
    if current.digits.isEmpty {
      current.firstGroup = digits.count
      current.place = start..<start
    }
    current.place = current.place.lowerBound..<(start + digits.count)
    current.digits.append(digits)
    if !current.likeDigits.isEmpty { current.likeDigits.append(digits) }
  }

  private mutating func takeWord(_ text: Span<UInt8>, _ range: Range<Int>, isGlued: Bool) {
    let word = text.extracting(range)
    let isOneLetter = word.count == 1 || word.count == 2 && word[0] >= 0x80
    if isGlued || isOneLetter, !current.digits.isEmpty, current.digits.count < 11,
      let digits = Self.asDigits(word)
    {
      if current.likeDigits.isEmpty { current.likeDigits = current.digits }
      current.likeDigits.append(digits.span)
      return
    }
    let meaning = PhoneWords.meaning(of: word)
    if meaning == .extends || meaning == .mayExtend {
      let isTail = current.digits.isEmpty || current.divider == .mark || current.divider == .strong
      if current.digits.count >= 5 || isTail && !pieces.isEmpty {
        expectsExtension = true
        return
      }
      if meaning == .extends { return }
    }
    if current.digits.count >= 5 { finish(meaning == .joins ? .mark : .word) }
    if meaning == .none || meaning == .mayExtend { words.append(range) }
  }

  /// Digits that the letters of a word look like; nil: some do not.
  private static func asDigits(_ word: Span<UInt8>) -> DigitRun? {
    var run = DigitRun()
    var index = 0
    while index < word.count {
      let byte = word[index]
      index += 1
      if byte < 0x80 {
        switch byte {
        case UInt8(ascii: "O"), UInt8(ascii: "o"): run.append(0x30)
        case UInt8(ascii: "l"), UInt8(ascii: "I"), UInt8(ascii: "|"): run.append(0x31)
        case UInt8(ascii: "B"): run.append(0x38)
        default: return nil
        }
        continue
      }
      guard byte == 0xD0, index < word.count else { return nil }
      switch word[index] {
      // О о, З з, В.
      case 0x9E, 0xBE: run.append(0x30)
      case 0x97, 0xB7: run.append(0x33)
      case 0x92: run.append(0x38)
      default: return nil
      }
      index += 1
    }
    return run
  }

  /// Takes what is neither a digit nor a letter; gives its length in bytes.
  private mutating func takeMark(_ text: Span<UInt8>, _ index: Int) -> Int {
    switch text[index] {
    case UInt8(ascii: "+"):
      if current.digits.count >= 5 { finish(.mark) }
      if current.digits.isEmpty { current.hasPlus = true }
    case UInt8(ascii: ","):
      if index + 1 < text.count, text[index + 1] == UInt8(ascii: ","), current.digits.count >= 5 {
        expectsExtension = true
      } else if !expectsExtension {
        finish(.mark)
      }
    case UInt8(ascii: "/"), UInt8(ascii: "\\"): finish(.mark)
    case UInt8(ascii: ";"), UInt8(ascii: "|"), 0x0A: finish(.strong)
    case UInt8(ascii: "#"), UInt8(ascii: "*"): if current.digits.count >= 5 { expectsExtension = true }
    case 0x20, 0x09: if !current.digits.isEmpty { current.gaps |= 1 << UInt64(current.digits.count) }
    case 0xC2:
      if index + 1 < text.count, text[index + 1] == 0xA0, !current.digits.isEmpty {
        current.gaps |= 1 << UInt64(current.digits.count)
      }
      return 2
    default: break
    }
    return 1
  }

  private mutating func finish(_ divider: PhonePiece.Divider) {
    if !current.digits.isEmpty {
      pieces.append(current)
      current = PhonePiece()
      current.divider = divider
      return
    }
    // Several marks in a row divide as the strongest of them does.
    if divider == .mark || divider == .strong { current.divider = divider }
  }
}
