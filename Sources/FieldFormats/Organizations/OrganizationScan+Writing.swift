import Tables

/// Writes a firm's name in its canonical form.
extension OrganizationScan {
  /// Appends the name in its canonical form.
  func write(_ text: Span<UInt8>, _ forms: borrowing LegalFormTable, into out: inout [UInt8]) {
    guard let style else {
      writeCore(text, forms, into: &out)
      return
    }
    switch style {
    case .sole:
      out.append(contentsOf: forms.names[form])
      person?.write(
        text.extracting(words[core.lowerBound].start..<words[core.upperBound - 1].end), into: &out)
    case .quoted:
      out.append(contentsOf: forms.names[form])
      out.append(0x20)
      out.append(0xC2)
      out.append(0xAB)
      writeCore(text, forms, into: &out)
      out.append(0xC2)
      out.append(0xBB)
    case .suffix:
      writeCore(text, forms, into: &out)
      out.append(0x20)
      out.append(contentsOf: forms.names[form])
    }
  }

  private func writeCore(_ text: Span<UInt8>, _ forms: borrowing LegalFormTable, into out: inout [UInt8]) {
    for index in core {
      if index > core.lowerBound { out.append(0x20) }
      let word = words[index]
      if isCased {
        writeCased(word, isFirst: index == core.lowerBound, text, forms, into: &out)
      } else {
        out.append(copying: text.extracting(word.start..<word.end))
      }
    }
  }

  /// A word of a name all in capitals, part by part.
  private func writeCased(
    _ word: Word, isFirst: Bool, _ text: Span<UInt8>, _ forms: borrowing LegalFormTable,
    into out: inout [UInt8]
  ) {
    var start = word.start
    while start < word.end {
      var end = start
      var isRussian = true
      var hasVowel = false
      while end < word.end, text[end] != 0x2D {
        if text[end] & 0xFE == 0xD0 {
          hasVowel = hasVowel || Self.isVowel(text[end], text[end + 1])
          end += 2
        } else {
          isRussian = false
          end += 1
        }
      }
      let part = text.extracting(start..<end)
      let letters = part.count / 2
      if !isRussian || part.count == 0 {
        out.append(copying: part)
      } else if !isFirst, forms.isSmall(part) {
        Self.write(part, titled: false, into: &out)
      } else if letters <= 3 || letters <= 5 && !hasVowel || forms.isCapital(part) {
        out.append(copying: part)
      } else {
        Self.write(part, titled: true, into: &out)
      }
      if end < word.end { out.append(0x2D) }
      start = end + 1
    }
  }

  private static func write(_ part: Span<UInt8>, titled: Bool, into out: inout [UInt8]) {
    var index = 0
    while index + 1 < part.count {
      let isHead = titled && index == 0
      let (lead, tail) =
        isHead ? Letters.raised(part[index], part[index + 1]) : Letters.lowered(part[index], part[index + 1])
      out.append(lead)
      out.append(tail)
      index += 2
    }
  }

  /// Whether the letter is one of а е ё и о у ы э ю я.
  private static func isVowel(_ lead: UInt8, _ tail: UInt8) -> Bool {
    let (first, second) = foldCyrillic(lead, tail)
    if first == 0xD0 { return second == 0xB0 || second == 0xB5 || second == 0xB8 || second == 0xBE }
    return second == 0x83 || second == 0x8B || second == 0x8D || second == 0x8E || second == 0x8F
  }
}
