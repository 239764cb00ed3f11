/// The detectors of names: organisation, person, one word.
struct NameLook {
  private let scalars: ArraySlice<UInt32>
  private let hasDigits: Bool
  /// Runs between blanks, quotes and brackets; dots, hyphens and apostrophes stay within.
  private let parts: [ArraySlice<UInt32>]

  init(_ scalars: ArraySlice<UInt32>, hasDigits: Bool) {
    self.scalars = scalars
    self.hasDigits = hasDigits
    parts = scalars.split { CellLook.isSpace($0) || Self.parting.contains($0) }
  }

  private static let parting = Set(CellLook.scalars(",«»\"“”()"))
  private static let quotes = Set(CellLook.scalars("«»\"“”"))
  private static let joining = Set(CellLook.scalars("-'’."))

  // Legal forms (Civil Code of Russia, chapter 4; common forms abroad), and words that name organisations only.
  private static let organisations = CellLook.scalars([
    "ооо", "оао", "зао", "пао", "ао", "нао", "ип", "фгуп", "муп", "гуп", "тоо", "тов", "чп", "кфх", "нко",
    "ано",
    "тсж", "снт", "гк", "гбу", "мбу", "фгбу", "мкоу", "мбоу", "ltd", "llc", "inc", "gmbh", "corp", "plc",
    "co", "llp",
    "company", "group", "oy", "ab", "sa", "srl", "bv", "ag", "общество", "предприниматель", "компания",
    "фирма",
    "завод", "холдинг", "магазин", "торговый", "предприятие", "фонд", "банк", "университет", "школа",
    "администрация", "клиника", "центр", "agency", "bank", "university", "partners", "solutions", "systems",
    "industries", "holdings",
  ])
  private static let salutations = CellLook.scalars([
    "mr", "mrs", "ms", "miss", "dr", "prof", "sir", "madam", "г", "гн", "гжа", "господин", "госпожа",
    "уважаемый",
    "уважаемая", "herr", "frau", "mme",
  ])
  private static let patronymics = [
    CellLook.scalars("вич"), CellLook.scalars("вна"), CellLook.scalars("ична"), CellLook.scalars("оглы"),
    CellLook.scalars("кызы"), CellLook.scalars("улы"),
  ]

  var shape: CellShape {
    // Names are short; long texts are comments.
    guard !parts.isEmpty, scalars.count <= 200 else { return [] }
    let words = parts.map { $0.filter(CellLook.isLetter) }
    if words.contains(where: { Self.organisations.contains(Array($0)) })
      || scalars.contains(where: { Self.quotes.contains($0) })
    {
      return .organisation
    }
    guard !hasDigits, parts.count <= 4 else { return [] }
    if Self.salutations.contains(words.flatMap { $0 }) { return .salutation }
    guard parts.allSatisfy({ $0.allSatisfy { CellLook.isLetter($0) || Self.joining.contains($0) } }) else {
      return []
    }
    if parts.count == 1 {
      // «Иванов.И.И.» in one piece has more than one dot.
      return scalars.filter { $0 == 0x2E }.count > 1 ? [.person, .surePerson] : word(words[0])
    }
    return person(words)
  }

  private static let genders = CellLook.scalars([
    "м", "ж", "m", "f", "male", "female", "мужской", "женский", "муж", "жен", "мужчина", "женщина", "man",
    "woman",
  ])
  private static let surnames = CellLook.scalars([
    "ов", "ев", "ин", "ын", "ий", "ова", "ева", "ина", "ына", "ая", "ко", "юк", "ук", "ян", "дзе", "ской",
    "ых",
  ])

  private func word(_ letters: [UInt32]) -> CellShape {
    var shape: CellShape = .word
    if Self.genders.contains(letters) { shape.insert(.gender) }
    if letters.count > 5, Self.patronymics.contains(where: { letters.suffix($0.count).elementsEqual($0) }) {
      shape.insert(.patronymic)
    } else if letters.count > 3,
      Self.surnames.contains(where: { letters.suffix($0.count).elementsEqual($0) })
    {
      shape.insert(.surname)
    }
    return shape
  }

  private func person(_ words: [[UInt32]]) -> CellShape {
    let hasInitials = parts[0].count > 2 && parts.dropFirst().contains { $0.contains(0x2E) && $0.count <= 5 }
    let hasPatronymic = words.dropFirst().contains { word in
      word.count > 4 && Self.patronymics.contains { word.suffix($0.count).elementsEqual($0) }
    }
    if hasInitials || hasPatronymic { return [.person, .surePerson] }
    return words.allSatisfy { $0.count > 1 } ? .person : []
  }
}
