extension Typist {
  /// A day in one of five spellings.
  mutating func day(_ day: Day) -> Cell {
    dice.weighted([
      (60, Cell(day.dotted)), (14, Cell(day.iso, .dateIso)), (12, Cell(day.dottedShort, .dateShortYear)),
      (7, Cell(day.slashed, .dateSlashes)), (7, Cell(day.inWords, .dateWords)),
    ])
  }

  /// What stands where a day is not known.
  mutating func noDay() -> Cell {
    dice.weighted([(70, .null), (18, Cell("01.01.0001", .dateEmpty1C)), (12, missingWord())])
  }

  /// A sum of kopecks in one of the ways people write money.
  mutating func money(_ kopecks: Int) -> Cell {
    let (roubles, rest) = (kopecks / 100, padded(kopecks % 100, 2))
    let grouped = thousands(roubles)
    return dice.weighted([
      (30, Cell("\(roubles).\(rest)")), (26, Cell("\(roubles),\(rest)", .moneyComma)),
      (20, Cell("\(grouped),\(rest)", .moneyComma)), (16, Cell("\(grouped),\(rest) руб.", .moneyWords)),
      (8, Cell("\(grouped)\u{A0}₽".replacing(" ", with: "\u{A0}"), .moneyWords, .nbsp)),
    ])
  }

  /// Yes or no, in the words and signs of a column that had no drop-down list.
  mutating func answer(_ isYes: Bool) -> Cell {
    isYes
      ? dice.weighted([
        (60, Cell("да")),
        (40, Cell(dice.pick(["Да", "ДА", "+", "1", "есть", "yes", "согласен"]), .booleanVariant)),
      ])
      : dice.weighted([(60, Cell("нет")), (40, Cell(dice.pick(["Нет", "НЕТ", "0", "no"]), .booleanVariant))])
  }

  /// A discount.
  mutating func discount() -> Cell {
    let percent = dice.pick([3, 5, 5, 7, 10, 15])
    return dice.weighted([
      (55, .null), (25, Cell("\(percent)%")), (10, Cell("\(percent) %")), (10, Cell("\(percent)")),
    ])
  }

  /// A remark such as managers leave.
  mutating func note() -> Cell {
    let phrases = [
      "перезвонить после праздников", "работает по предоплате", "просит скидку", "звонить после 14:00",
      "переехали, новый офис", "постоянный клиент", "договор у бухгалтера", "сменился директор",
      "самовывоз со склада", "документы по ЭДО", "отправлен прайс", "обещали оплатить в пятницу",
      "закупает раз в квартал", "просили не звонить", "интересуется рассрочкой", "рекомендация от партнёров",
    ]
    return dice.weighted([
      (60, .null), (36, Cell(dice.pick(phrases))),
      (4, Cell(dice.shuffled(phrases).prefix(2).joined(separator: "\n"), .lineBreak)),
    ])
  }

  /// ИНН in one of the ways people write it; `isKept` allows only what can be set right.
  mutating func inn(_ inn: String, isKept: Bool) -> Cell {
    var ways: [(weight: Int, choice: Cell)] = [
      (84, Cell(inn)),
      (4, Cell("\(inn.prefix(2)) \(inn.dropFirst(2).prefix(4)) \(inn.dropFirst(6))", .innSpaces)),
      (3, Cell("ИНН \(inn)", .innLabel)),
    ]
    if inn.hasPrefix("0") { ways = [(50, Cell(inn)), (50, Cell(String(inn.dropFirst()), .innLostZero))] }
    if !isKept {
      ways += [
        (4, Cell(withWrongLastDigit(inn), .innWrongCheck)), (8, .null), (2, missingWord()),
        (2, Cell(dice.pick(["0000000000", "1234567890", "1111111111"]), .innPlaceholder)),
      ]
    }
    return dice.weighted(ways)
  }

  /// A number that is right, wrong as told, or absent.
  mutating func number(_ digits: String, wrong: String, dirt: Dirt, absent: Int) -> Cell {
    digits.isEmpty
      ? .null : dice.weighted([(96 - absent, Cell(digits)), (4, Cell(wrong, dirt)), (absent, .null)])
  }

  /// Damages the blanks, the letters or the encoding of one text.
  mutating func smear(_ cell: Cell, allowsMojibake: Bool) -> Cell {
    guard let text = cell.value.text, text.count > 4, text.contains(" ") else { return cell }
    var cell = cell
    let (damaged, dirt): (String, Dirt) = dice.weighted([
      (24, (text.replacing(" ", with: "\u{A0}", maxReplacements: 1), .nbsp)),
      (26, (text.replacing(" ", with: "  ", maxReplacements: 1), .doubleSpace)),
      (10, (text.prefix(3) + "\u{200B}" + text.dropFirst(3), .zeroWidth)),
      (22, (dice.chance(50) ? " \(text)" : "\(text) ", .edgeSpace)),
      (14, (withLatinLetter(text), .mixedScript)),
      (4, (allowsMojibake ? Windows1251.mojibake(of: text) ?? text : text, .mojibake)),
    ])
    guard damaged != text else { return cell }
    cell.value = .text(damaged)
    cell.dirt.append(dirt)
    return cell
  }

  /// The text with its first small «о», «а» or «е» in Latin.
  private func withLatinLetter(_ text: String) -> String {
    let twins: [Character: Character] = ["о": "o", "а": "a", "е": "e"]
    guard let place = text.firstIndex(where: { twins[$0] != nil }), let twin = twins[text[place]] else {
      return text
    }
    return text[..<place] + String(twin) + text[text.index(after: place)...]
  }
}

/// `1500` as `1 500`.
func thousands(_ number: Int) -> String {
  number < 1000 ? String(number) : "\(thousands(number / 1000)) \(padded(number % 1000, 3))"
}
