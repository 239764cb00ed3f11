import Tables

/// Words that name a number and are written before it: `ИНН 7714843760`, `IBAN: DE89…`.
enum NumberLabels {
  private static let words = WordTable(
    [
      "инн", "кпп", "инн/кпп", "огрн", "огрнип", "огрн/огрнип", "снилс", "бик", "окпо", "оквэд", "октмо",
      "окато", "окогу", "окфс", "окопф", "р/с", "к/с", "р/сч", "к/сч", "рс", "кс", "счет", "индекс", "бин",
      "иин", "бин/иин", "иин/бин", "унп", "унн", "єдрпоу", "едрпоу", "рнокпп", "ипн", "стир", "пинфл",
      "паспорт", "серия", "номер", "код", "inn", "kpp", "ogrn", "ogrnip", "snils", "bik", "okpo", "okved",
      "bin", "iin", "unp", "edrpou", "rnokpp", "stir", "pinfl", "pnfl", "idno", "voen", "vöen", "VÖEN", "ein",
      "tin", "ssn", "iban", "bic", "swift", "swift/bic", "bic/swift", "lei", "vat", "vatin", "ust", "no",
      "nr", "duns", "tax", "id", "zip",
    ].map { (word: $0, number: 1) })

  /// Where the label that begins at `start` ends, its dot or colon included; nil: none begins there.
  ///
  /// A label is a whole run of letters, slashes between them included.
  static func end(in text: Span<UInt8>, from start: Int, to end: Int) -> Int? {
    var index = start
    while index < end {
      let byte = text[index]
      let isLetter = byte >= 0xC3 && byte <= 0xD4 || (byte | 0x20) &- 0x61 < 26
      if isLetter {
        index += byte < 0x80 ? 1 : 2
      } else if byte == 0x2F, index > start, index + 1 < end, text[index + 1] >= 0x41 {
        index += 1
      } else {
        break
      }
    }
    guard index > start, index <= end, words.find(text.extracting(start..<index)) != nil else { return nil }
    let isMarked = index < end && (text[index] == 0x2E || text[index] == 0x3A)
    // `no` is a label with its dot alone: Norway's codes begin with it, too.
    if index - start == 2, text[start] < 0x80, !isMarked { return nil }
    return isMarked ? index + 1 : index
  }
}
