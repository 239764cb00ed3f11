import Tables

/// A name read from its bytes: up to three words in Russian letters.
///
/// Nothing is allocated. What needs a closer look (titles, particles, brackets, other alphabets, fillers, words
/// run together) is left to `NameParser`, and where this one answers, both answer alike.
struct NameScan {
  struct Word: Sendable {
    var start = 0
    var end = 0
    var letters = 0
    var hasUpper = false
    var hasLower = false
  }

  private(set) var words = InlineArray<3, Word>(repeating: Word())
  private(set) var count = 0
  private(set) var roles = NameOrder.best(InlineArray<3, NameTraits>(repeating: NameTraits()), count: 1)
  /// What the words tell of the gender.
  private(set) var gender: Gender?
  private(set) var isFirstName = false

  /// Reads a name whose words stand one space apart; nil: it needs a closer look.
  init?(_ text: Span<UInt8>, _ dictionary: borrowing NameDictionary) {
    guard cut(text), count > 0 else { return nil }
    var traits = InlineArray<3, NameTraits>(repeating: NameTraits())
    var letters = 0
    var isKnown = false
    for index in 0..<count {
      let word = words[index]
      letters += word.letters
      if word.letters == 1 {
        traits[index].isInitial = true
        continue
      }
      let span = text.extracting(word.start..<word.end)
      let kinds = dictionary.kinds(span)
      guard kinds.isDisjoint(with: [.title, .job, .particle, .kin, .placeholder]) else { return nil }
      if kinds.contains(.phrase), hasMarks(text) || dictionary.kinds(text).contains(.placeholder) {
        return nil
      }
      if word.letters == 2, !word.hasLower { return nil }
      traits[index].kinds = kinds
      isKnown = isKnown || traits[index].isFirst
      if let dash = lastDash(span) {
        traits[index].hasHyphen = true
        if dictionary.kinds(span.extracting((dash + 1)..<span.count)).contains(.kin) { return nil }
      }
      NameEnding.tell(span, letters: word.letters + (traits[index].hasHyphen ? 1 : 0), &traits[index])
    }
    if letters == count || !isKnown && isTyped(text, letters, inOrder: false) { return nil }
    roles = NameOrder.best(traits, count: count)
    if !isKnown, isMoved, isTyped(text, letters, inOrder: true) { return nil }
    for index in 0..<count {
      let role = roles[index]
      isFirstName = isFirstName || role != .last
      guard let told = traits[index].gender(as: role) else { continue }
      if let gender, gender != told { return nil }
      gender = gender ?? told
    }
    // A surname alone says too little of a gender.
    if !isFirstName { gender = nil }
  }

  /// Whether the letters may be a run of the keyboard, or one letter again and again.
  private func isTyped(_ text: Span<UInt8>, _ letters: Int, inOrder: Bool) -> Bool {
    var run = InlineArray<24, UInt8>(repeating: 0)
    var length = 0
    var repeats = true
    for number in 0..<3 {
      let role = NameRole(rawValue: UInt8(number)) ?? .last
      guard let place = inOrder ? roles.place(of: role, count: count) : number < count ? number : nil else {
        continue
      }
      var index = words[place].start
      while index < words[place].end, length < 24 {
        if text[index] == 0x2D {
          index += 1
          continue
        }
        (run[length], run[length + 1]) = foldCyrillic(text[index], text[index + 1])
        repeats = repeats && run[length] == run[0] && run[length + 1] == run[1]
        length += 2
        index += 2
      }
    }
    if repeats { return true }
    guard letters <= 12 else { return false }
    return Self.holds("йцукенгшщзхъ", run, length) || Self.holds("фывапролджэ", run, length)
      || Self.holds("ячсмитьбю", run, length)
  }

  private static func holds(_ row: StaticString, _ run: borrowing InlineArray<24, UInt8>, _ length: Int)
    -> Bool
  {
    var start = 0
    while start + length <= row.utf8CodeUnitCount {
      var index = 0
      while index < length, unsafe row.utf8Start[start + index] == run[index] { index += 1 }
      if index == length { return true }
      start += 2
    }
    return false
  }

  private func hasMarks(_ text: Span<UInt8>) -> Bool {
    for index in text.indices where text[index] == 0x2E || text[index] == 0x2D { return true }
    return false
  }

  private func lastDash(_ text: Span<UInt8>) -> Int? {
    var index = text.count
    while index > 0 {
      index -= 1
      if text[index] == 0x2D { return index }
    }
    return nil
  }

  /// Cuts the text into words; false: it has other bytes, or a word of mixed capitals.
  private mutating func cut(_ text: Span<UInt8>) -> Bool {
    var index = 0
    var isOpen = false
    var lastIsSmall = false
    while index < text.count {
      let lead = text[index]
      if lead == 0x20 || lead == 0x2E {
        if lead == 0x2E, !isOpen { return false }
        isOpen = false
        index += 1
        // A dot ends a word even when no space follows.
        if lead == 0x2E, index < text.count, text[index] == 0x20 { index += 1 }
        continue
      }
      if lead == 0x2D {
        guard isOpen, index + 2 < text.count, text[index + 1] & 0xFE == 0xD0 else { return false }
        index += 1
        lastIsSmall = false
        continue
      }
      guard lead & 0xFE == 0xD0, index + 1 < text.count else { return false }
      let tail = text[index + 1]
      let isUpper = lead == 0xD0 && (tail == 0x81 || (0x90...0xAF).contains(tail))
      guard
        isUpper
          || (lead == 0xD0 ? (0xB0...0xBF).contains(tail) : (0x80...0x8F).contains(tail) || tail == 0x91)
      else { return false }
      if !isOpen {
        guard count < 3 else { return false }
        words[count].start = index
        count += 1
        isOpen = true
        lastIsSmall = false
      }
      if isUpper, lastIsSmall { return false }
      lastIsSmall = !isUpper
      index += 2
      words[count - 1].end = index
      words[count - 1].letters += 1
      if isUpper { words[count - 1].hasUpper = true } else { words[count - 1].hasLower = true }
    }
    return true
  }

  // MARK: - Writing

  /// Appends the name in the canonical order, its capitals put right.
  func write(_ text: Span<UInt8>, into out: inout [UInt8]) {
    for role: UInt8 in 0..<3 {
      guard let place = roles.place(of: NameRole(rawValue: role) ?? .last, count: count) else { continue }
      if !out.isEmpty { out.append(0x20) }
      writeWord(place, text, into: &out)
    }
  }

  private func writeWord(_ place: Int, _ text: Span<UInt8>, into out: inout [UInt8]) {
    let word = words[place]
    if word.hasUpper, word.hasLower {
      out.append(copying: text.extracting(word.start..<word.end))
      return
    }
    var index = word.start
    var atStart = true
    while index < word.end {
      let lead = text[index]
      if lead == 0x2D {
        out.append(lead)
        atStart = true
        index += 1
        continue
      }
      let (first, second) =
        atStart ? Letters.raised(lead, text[index + 1]) : Letters.lowered(lead, text[index + 1])
      out.append(first)
      out.append(second)
      atStart = false
      index += 2
    }
    if word.letters == 1 { out.append(0x2E) }
  }

  /// Whether the words change places.
  var isMoved: Bool {
    var last: UInt8 = 0
    for index in 0..<count {
      if roles[index].rawValue < last { return true }
      last = roles[index].rawValue
    }
    return false
  }

  /// Whether the words differ from what is written in capitals alone.
  var hasInitials: Bool {
    for index in 0..<count where words[index].letters == 1 { return true }
    return false
  }
}
