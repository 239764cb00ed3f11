extension Typist {
  /// A firm's name in one of the ways people write it.
  mutating func company(_ form: LegalForm, _ core: String) -> Cell {
    dice.weighted([
      (34, Cell("\(form.short) «\(core)»")),
      (22, Cell("\(form.short) \"\(core)\"", .nameStraightQuotes)),
      (10, Cell("\(form.short) \(core)", .nameNoQuotes)),
      (4, Cell("\(form.short) \"\(core)", .nameOpenQuote)),
      (6, Cell("\(form.full) \"\(core)\"", .nameLongForm, .nameStraightQuotes)),
      (3, Cell("\(form.full.uppercased()) \"\(core.uppercased())\"", .nameLongForm, .nameCapitals)),
      (5, Cell("\(core) \(form.short)", .nameFormLast, .nameNoQuotes)),
      (3, Cell("\(core), \(form.short)", .nameFormLast, .nameNoQuotes)),
      (4, Cell("\(form.latin) \"\(core)\"", .nameLatinForm, .nameStraightQuotes)),
      (5, Cell("\(form.short) «\(core.uppercased())»", .nameCapitals)),
      (2, Cell("\(form.short.lowercased()) \(core.lowercased())", .nameLowerCase, .nameNoQuotes)),
      (4, Cell(core, .nameNoForm)),
    ])
  }

  /// The name under which a sole proprietor stands in the base.
  mutating func entrepreneur(_ person: Person) -> Cell {
    let initials = "\(person.first.prefix(1)).\(person.patronymic.prefix(1))."
    return dice.weighted([
      (50, Cell("ИП \(person.full)")),
      (24, Cell("ИП \(person.surname) \(initials)", .personInitials)),
      (8, Cell("Индивидуальный предприниматель \(person.full)", .nameLongForm)),
      (8, Cell("ИП \(person.full.uppercased())", .nameCapitals)),
      (6, Cell("\(person.surname) \(initials) ИП", .nameFormLast, .personInitials)),
      (4, Cell("ИП \"\(person.full)\"", .nameStraightQuotes)),
    ])
  }

  /// A person's name in one of the ways people write it.
  ///
  /// With `isWhole`, in a way that keeps all three names.
  mutating func person(_ person: Person, isWhole: Bool = false) -> Cell {
    let (surname, first, patronymic) = (person.surname, person.first, person.patronymic)
    var ways: [(weight: Int, choice: Cell)] = [
      (52, Cell(person.full)), (10, Cell("\(first) \(patronymic) \(surname)", .personFirstNameFirst)),
      (6, Cell(person.full.uppercased(), .personCapitals)),
      (2, Cell(person.full.lowercased(), .personLowerCase)),
    ]
    if !isWhole {
      let initials = "\(first.prefix(1)).\(patronymic.prefix(1))."
      ways += [
        (7, Cell("\(surname) \(initials)", .personInitials)),
        (4, Cell("\(initials) \(surname)", .personInitials, .personFirstNameFirst)),
        (8, Cell("\(surname) \(first)", .personNoPatronymic)),
        (4, Cell("\(first) \(surname)", .personNoPatronymic, .personFirstNameFirst)),
        (3, Cell("\(person.shortFirst) \(surname)", .personDiminutive, .personFirstNameFirst)),
        (4, Cell(latin("\(first) \(surname)"), .personLatin, .personFirstNameFirst)),
      ]
    }
    var cell = dice.weighted(ways)
    if let text = cell.value.text, text.contains(where: { "ёЁ".contains($0) }), dice.chance(50) {
      cell.value = .text(text.replacing("ё", with: "е").replacing("Ё", with: "Е"))
      cell.dirt.append(.personYo)
    }
    return cell
  }

  /// The word with two letters swapped, one lost or one doubled, never the first.
  mutating func typo(_ word: String) -> String {
    var letters = Array(word)
    guard letters.count > 4 else { return word + String(letters[letters.count - 1]) }
    var place = dice.number(in: 2...letters.count - 2)
    while place > 2, !letters[place].isLetter || !letters[place - 1].isLetter { place -= 1 }
    switch dice.below(3) {
    case 0 where letters[place] != letters[place - 1]: letters.swapAt(place, place - 1)
    case 1: letters.insert(letters[place], at: place)
    default: letters.remove(at: place)
    }
    return String(letters)
  }

  /// An address in one of the ways people write it.
  mutating func address(_ place: Place) -> Cell {
    let room = place.isOffice ? "оф." : "кв."
    return dice.weighted([
      (46, Cell(place.full)),
      (18, Cell("г. \(place.city.name), ул. \(place.street), \(place.house)-\(place.flat)", .addressShort)),
      (
        12,
        Cell("г.\(place.city.name),ул.\(place.street),д.\(place.house),\(room)\(place.flat)", .addressGlued)
      ),
      (14, Cell("\(place.city.name), \(place.street) \(place.house)", .addressShort)),
      (10, .null),
    ])
  }
}
