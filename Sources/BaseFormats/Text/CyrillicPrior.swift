import Tables

/// Chooses between the one-byte encodings of Russian by letter statistics.
///
/// Letters of a wrong table come out as rare letters, as capitals inside words or as no letters at all. Letter
/// frequencies: the Russian National Corpus, per mille.
enum CyrillicPrior {
  private static let perMille: [Character: Double] = [
    "о": 110, "е": 85, "а": 80, "и": 74, "н": 67, "т": 63, "с": 55, "р": 47, "в": 45, "л": 44, "к": 35,
    "м": 32, "д": 30, "п": 28, "у": 26, "я": 20, "ы": 19, "ь": 17, "г": 17, "з": 16.5, "б": 16, "ч": 14,
    "й": 12, "х": 9.7, "ж": 9.4, "ш": 7.3, "ю": 6.4, "ц": 4.8, "щ": 3.6, "э": 3.2, "ф": 2.6, "ъ": 0.4,
    "ё": 0.4,
    // Neighbours of Russian; between rare and unknown.
    "і": 6, "ї": 3, "є": 3, "ґ": 0.4, "ў": 3, "ј": 0.4,
  ]

  /// Made once: the C library's tables take longer to ask than most files to read.
  private static let tables = ["windows-1251", "cp866", "koi8-r", "x-mac-cyrillic", "koi8-u"].compactMap {
    HighTable(TextEncoding.named($0))
  }

  /// The encoding, when the high bytes look like Russian words in one of them.
  /// - Complexity: O(bytes × 3).
  static func encoding(of sample: Span<UInt8>) -> TextEncoding? {
    guard !isWestern(sample) else { return nil }
    var best: (encoding: TextEncoding, score: Double)?
    for table in tables {
      // CP866 and MacCyrillic have the same capitals; the first is met far more often.
      let score = score(sample, table) - (table.encoding.name == "x-mac-cyrillic" ? 0.02 : 0)
      if score > best?.score ?? -.infinity { best = (table.encoding, score) }
    }
    // Even text scores near 0.5; a table with mostly foreign signs scores below zero.
    guard let best, best.score > 0 else { return nil }
    return best.encoding
  }

  /// Whether the high bytes stand alone between ASCII letters, as accented letters do.
  private static func isWestern(_ sample: Span<UInt8>) -> Bool {
    var high = 0
    var between = 0
    for index in sample.indices where sample[index] >= 0x80 {
      high += 1
      let before = index > 0 && isLetter(sample[index - 1])
      let after = index + 1 < sample.count && isLetter(sample[index + 1])
      if before || after { between += 1 }
    }
    return between * 3 > high
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }

  /// Mean likelihood of a high byte: letters by frequency, capitals after small letters and foreign signs against.
  private static func score(_ sample: Span<UInt8>, _ table: HighTable) -> Double {
    var total = 0.0
    var count = 0
    var afterSmall = false
    var afterCloser = false
    for index in sample.indices {
      guard sample[index] >= 0x80 else {
        afterSmall = false
        afterCloser = false
        continue
      }
      let entry = table.entries[Int(sample[index] - 0x80)]
      count += 1
      total += entry.weight
      if afterSmall, entry.isCapital { total -= 2 }
      // No word begins with a closing quote or a dash.
      if afterCloser, entry.isSmall { total -= 1 }
      afterCloser = entry.isCloser
      afterSmall = entry.isSmall
    }
    return count == 0 ? 0 : total / Double(count)
  }

  private struct HighTable {
    struct Entry {
      var weight: Double
      var isSmall: Bool
      var isCapital: Bool
      var isCloser = false
    }

    let encoding: TextEncoding
    var entries: [Entry] = []

    init?(_ encoding: TextEncoding) {
      guard let table = SingleByteTable.of(encoding) else { return nil }
      self.encoding = encoding
      for byte in UInt8(0x80)...0xFF {
        let text = String(decoding: table[byte], as: UTF8.self)
        let small = text.lowercased()
        if let scalar = text.unicodeScalars.first, scalar.value < 0xA0 {
          // A control character: the encoding leaves the byte undefined.
          entries.append(Entry(weight: -4, isSmall: false, isCapital: false))
        } else if let letter = small.first, let share = CyrillicPrior.perMille[letter] {
          // 30 per mille is the mean over 33 letters: commoner letters count for the table, rarer ones against it.
          let weight = share >= 30 ? 1.0 : share >= 14 ? 0.4 : share >= 5 ? -0.4 : -1.2
          entries.append(Entry(weight: weight, isSmall: small == text, isCapital: small != text))
        } else {
          // Typographic signs stand in all tables; box drawing and foreign letters do not stand in Russian text.
          let sign = "«»—–№…“”„’\u{A0}°".contains(text)
          entries.append(
            Entry(
              weight: sign ? 0 : -2, isSmall: false, isCapital: false, isCloser: "»—–…”’".contains(text)))
        }
      }
    }
  }
}
