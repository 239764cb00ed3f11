import Tables

/// A firm's name read from its bytes: a legal form in its place and a core of plain words.
///
/// Nothing is allocated. Dots, brackets, forms written with slips, fillers are left to `OrganizationParser`, and
/// where this one answers, both answer alike.
struct OrganizationScan {
  struct Word: Sendable {
    var start = 0
    var end = 0
    var letters = 0
    var isQuoted = false
    var hasUpper = false
    var hasLower = false
    var hasCyrillic = false
    /// Whether Latin letters or digits are in it.
    var hasOther = false
    /// Whether a comma ends it.
    var hasComma = false
  }

  private static let limit = 12

  private(set) var words = InlineArray<12, Word>(repeating: Word())
  private var count = 0
  /// Words of the core.
  private(set) var core = 0..<0
  /// Number of the legal form; -1: none.
  private(set) var form = -1
  private(set) var style: LegalForm.Style?
  private(set) var person: NameScan?
  /// Whether the core's capitals are put right.
  private(set) var isCased = false
  /// Whether the form stands as it was written.
  private(set) var isFormKept = true

  init?(_ text: Span<UInt8>, _ forms: borrowing LegalFormTable, _ names: borrowing NameDictionary) {
    guard cut(text), count > 0, findForm(text, forms), !core.isEmpty else { return nil }
    for index in core.dropLast() where words[index].hasComma { return nil }
    let first = words[core.lowerBound]
    var end = first.start
    while end + 1 < first.end, text[end] & 0xFE == 0xD0 { end += 2 }
    while end < first.end, (text[end] | 0x20) &- 0x61 < 26 { end += 1 }
    // A core that begins with no letter, or with the word of a filler.
    guard end > first.start, !forms.mayBeginFiller(text.extracting(first.start..<end)) else { return nil }
    if style == .sole {
      for index in core where words[index].isQuoted || words[index].hasComma { return nil }
      let low = words[core.lowerBound].start
      let high = words[core.upperBound - 1].end
      guard let name = NameScan(text.extracting(low..<high), names) else { return nil }
      person = name
      return
    }
    if form < 0, words[0].isQuoted { return nil }
    var hasLower = false
    var hasCyrillic = false
    for index in core {
      hasLower = hasLower || words[index].hasLower
      hasCyrillic = hasCyrillic || words[index].hasCyrillic
    }
    isCased = !hasLower && hasCyrillic && style != .suffix
  }

  // MARK: - Words

  private mutating func cut(_ text: Span<UInt8>) -> Bool {
    var index = 0
    var isOpen = false
    var isQuoted = false
    while index < text.count {
      let byte = text[index]
      let quote = Self.quote(text, index)
      if byte == 0x20 || quote > 0 {
        let next = index + max(quote, 1)
        if quote > 0 {
          // A mark before a word opens; one after a word closes, and says nothing of the next.
          isQuoted = next < text.count && (Self.length(text, next) > 0 || Self.quote(text, next) > 0)
          if !isQuoted, !isOpen { return false }
        }
        isOpen = false
        index = next
        continue
      }
      if byte == 0x2C {
        guard isOpen, index + 1 < text.count, text[index + 1] == 0x20 else { return false }
        words[count - 1].hasComma = true
        isOpen = false
        index += 1
        continue
      }
      let length = Self.length(text, index)
      if length == 0 { return false }
      if !isOpen {
        guard count < Self.limit else { return false }
        count += 1
        isOpen = true
        words[count - 1].start = index
        words[count - 1].isQuoted = isQuoted
        isQuoted = false
      }
      note(byte, text[index + length - 1], length)
      index += length
      words[count - 1].end = index
    }
    return true
  }

  private mutating func note(_ lead: UInt8, _ tail: UInt8, _ length: Int) {
    let place = count - 1
    if length == 2 {
      let isUpper = lead == 0xD0 && tail < 0xB0
      words[place].letters += 1
      words[place].hasCyrillic = true
      if isUpper { words[place].hasUpper = true } else { words[place].hasLower = true }
    } else if length == 1, (lead | 0x20) &- 0x61 < 26 {
      words[place].letters += 1
      words[place].hasOther = true
      if lead & 0x20 == 0 { words[place].hasUpper = true } else { words[place].hasLower = true }
    } else {
      words[place].hasOther = true
    }
  }

  /// Length of a Russian or Latin letter, a digit, a hyphen, & + or №; 0: something else.
  private static func length(_ text: Span<UInt8>, _ index: Int) -> Int {
    let byte = text[index]
    if byte & 0xFE == 0xD0 {
      guard index + 1 < text.count else { return 0 }
      let tail = text[index + 1]
      if byte == 0xD0 { return tail == 0x81 || (0x90...0xBF).contains(tail) ? 2 : 0 }
      return (0x80...0x8F).contains(tail) || tail == 0x91 ? 2 : 0
    }
    if byte == 0xE2 {
      return index + 2 < text.count && text[index + 1] == 0x84 && text[index + 2] == 0x96 ? 3 : 0
    }
    let isPlain = (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10
    return isPlain || byte == 0x2D || byte == 0x26 || byte == 0x2B ? 1 : 0
  }

  /// Length of a quotation mark; 0: none.
  private static func quote(_ text: Span<UInt8>, _ index: Int) -> Int {
    switch text[index] {
    case 0x22: 1
    case 0xC2 where index + 1 < text.count: text[index + 1] == 0xAB || text[index + 1] == 0xBB ? 2 : 0
    case 0xE2 where index + 2 < text.count:
      text[index + 1] == 0x80 && (0x9C...0x9F).contains(text[index + 2]) ? 3 : 0
    default: 0
    }
  }

  // MARK: - Forms

  /// Finds the form before or after the core; false: it needs a closer look.
  private mutating func findForm(_ text: Span<UInt8>, _ forms: borrowing LegalFormTable) -> Bool {
    if isLookAlike(text, 0) { return findTyped(text, forms) }
    if let (number, taken) = exact(text, forms, from: 0, most: min(3, count)) {
      return takeLeading(number, taken, text, forms)
    }
    if !words[0].isQuoted, forms.mayBegin(text.extracting(words[0].start..<words[0].end)) {
      guard let (number, taken) = exact(text, forms, from: 0, most: min(8, count)) else { return false }
      return takeLeading(number, taken, text, forms)
    }
    core = 0..<count
    return findTrailing(text, forms)
  }

  private mutating func takeLeading(
    _ number: Int, _ taken: Int, _ text: Span<UInt8>, _ forms: borrowing LegalFormTable
  ) -> Bool {
    let traits = forms.traits[number]
    guard taken < count, !traits.isLatin else { return false }
    for index in 0..<taken where words[index].isQuoted || words[index].hasComma { return false }
    if traits.isWeak, !words[taken].isQuoted, !startsWithCapital(text, taken) { return false }
    let next = text.extracting(words[taken].start..<words[taken].end)
    // A form said twice, or a second one.
    if !words[taken].isQuoted, forms.number(next) != nil || forms.mayBegin(next) || isLookAlike(text, taken) {
      return false
    }
    set(number, taken..<count, forms)
    let span = text.extracting(words[0].start..<words[taken - 1].end)
    isFormKept = forms.isName(span, of: number)
    return true
  }

  private mutating func set(_ number: Int, _ range: Range<Int>, _ forms: borrowing LegalFormTable) {
    form = number
    style = forms.traits[number].style
    core = range
  }

  /// The form that the longest run of words from `start` spells exactly.
  private func exact(
    _ text: Span<UInt8>, _ forms: borrowing LegalFormTable, from start: Int, most: Int
  ) -> (Int, Int)? {
    var taken = most
    while taken > 0 {
      let end = start + taken
      if isContiguous(start..<end),
        let number = forms.number(text.extracting(words[start].start..<words[end - 1].end))
      {
        return (number, taken)
      }
      taken -= 1
    }
    return nil
  }

  private func isContiguous(_ range: Range<Int>) -> Bool {
    for index in range.dropFirst() where words[index].start != words[index - 1].end + 1 { return false }
    return true
  }

  private mutating func findTrailing(_ text: Span<UInt8>, _ forms: borrowing LegalFormTable) -> Bool {
    var taken = min(4, count - 1)
    while taken > 0 {
      let start = count - taken
      if isContiguous(start..<count),
        let number = forms.number(text.extracting(words[start].start..<words[count - 1].end)),
        !forms.traits[number].isWeak, isWritten(number, start, text, forms)
      {
        set(number, 0..<start, forms)
        isFormKept = false
        if style == .suffix {
          isFormKept = forms.isName(text.extracting(words[start].start..<words[count - 1].end), of: number)
        }
        return true
      }
      taken -= 1
    }
    return count == 1 || !isLookAlike(text, count - 1)
  }

  /// Whether a form at the end is written as one.
  private func isWritten(
    _ number: Int, _ start: Int, _ text: Span<UInt8>, _ forms: borrowing LegalFormTable
  ) -> Bool {
    for index in start..<count where words[index].isQuoted { return false }
    guard start + 1 == count else { return true }
    let word = words[start]
    let span = text.extracting(word.start..<word.end)
    if !word.hasLower || forms.isName(span, of: number) { return true }
    if forms.traits[number].isLatin {
      return word.letters > 3 || forms.traits[number].isCommon
    }
    return word.letters > 5 || span.equals("ооо") || span.equals("Ооо") || span.equals("оОО")
  }

  /// Whether a word may be a Russian form typed in Latin letters, 0 and 3.
  private func isLookAlike(_ text: Span<UInt8>, _ place: Int) -> Bool {
    let word = words[place]
    guard word.hasOther, word.end - word.start < 9 else { return false }
    for index in word.start..<word.end {
      switch text[index] {
      case 0x30, 0x33, 0x41, 0x42, 0x43, 0x45, 0x48, 0x4B, 0x4D, 0x4F, 0x50, 0x54, 0x58, 0x59: continue
      case 0x61, 0x63, 0x65, 0x6F, 0x70, 0x78, 0x79, 0x62, 0x68, 0x6B, 0x6D, 0x74: continue
      default: if text[index] < 0x80 { return false }
      }
    }
    return true
  }

  /// `OOO` in Latin letters before a quotation mark or a capital.
  private mutating func findTyped(_ text: Span<UInt8>, _ forms: borrowing LegalFormTable) -> Bool {
    let word = words[0]
    guard count > 1, !word.isQuoted, !word.hasComma,
      text.extracting(word.start..<word.end).equals("OOO"), words[1].isQuoted || startsWithCapital(text, 1)
    else { return false }
    let ooo: InlineArray<6, UInt8> = [0xD0, 0x9E, 0xD0, 0x9E, 0xD0, 0x9E]
    guard let number = forms.number(ooo.span) else { return false }
    return takeLeading(number, 1, text, forms)
  }

  private func startsWithCapital(_ text: Span<UInt8>, _ place: Int) -> Bool {
    let byte = text[words[place].start]
    return byte == 0xD0 && text[words[place].start + 1] < 0xB0 || byte &- 0x41 < 26
  }
}
