import FieldFormats
import RuleKit
import Tables

/// Gender against the parts of a name.
///
/// A patronymic tells the gender by its ending (Russian grammar: -ич, -на; Turkic -оглы, -кызы); a first name by the
/// dictionary, where it is of one gender alone.
extension CrossRules {
  static let people: [CrossRule] = [
    CrossRule(
      "gender-patronymic", .warning, "gender", against: "middle_name",
      en: "the patronymic is of the other gender", ru: "пол не соответствует отчеству",
      example: """
        middle_name | gender
        Петрович    | ↓female
        Сергеевна   | ↓male
        Петрович    | male
        """
    ) { gender, middle, _ in contradict(gender, patronymic(middle)) },
    CrossRule(
      "gender-first-name", .warning, "gender", against: "first_name",
      en: "the first name is of the other gender", ru: "пол не соответствует имени",
      example: """
        first_name | gender
        Анна       | ↓male
        Олег       | male
        """
    ) { gender, first, facts in contradict(gender, facts.names.gender(of: first)) },
    CrossRule(
      "gender-full-name", .warning, "gender", against: "person_full_name",
      en: "the patronymic in the full name is of the other gender", ru: "пол не соответствует отчеству в ФИО",
      example: """
        person_full_name     | gender
        Иванов Иван Петрович | ↓female
        Иванов Иван Петрович | male
        """
    ) { gender, name, _ in contradict(gender, patronymic(lastWord(name))) },
    CrossRule(
      "name-patronymic", .warning, "middle_name", against: "first_name",
      en: "the first name and the patronymic are of different genders", ru: "имя и отчество разного рода",
      example: """
        first_name | middle_name
        Анна       | ↓Петрович
        Олег       | ↓Сергеевна
        Олег       | Петрович
        """
    ) { middle, first, facts in
      guard let own = patronymic(middle), let other = facts.names.gender(of: first) else { return false }
      return own != other
    },
  ]

  private static func contradict(_ gender: Span<UInt8>, _ told: String?) -> Bool {
    guard let told else { return false }
    return told == "male" ? gender.equals("female") : gender.equals("male")
  }

  /// The gender a patronymic tells; nil: it is none.
  private static func patronymic(_ word: Span<UInt8>) -> String? {
    guard word.count >= 8 else { return nil }
    if word.ends("вич") || word.ends("ьич") || word.ends("мич") || word.ends("оглы") || word.ends("улы") {
      return "male"
    }
    return word.ends("вна") || word.ends("ична") || word.ends("кызы") ? "female" : nil
  }

  /// The third word of a full name; nothing where there are fewer.
  @_lifetime(copy name)
  private static func lastWord(_ name: Span<UInt8>) -> Span<UInt8> {
    var spaces = 0
    var start = 0
    for index in name.indices where name[index] == 0x20 {
      spaces += 1
      start = index + 1
    }
    return spaces == 2 ? name.extracting(start..<name.count) : name.extracting(0..<0)
  }
}
