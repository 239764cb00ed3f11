/// A given name, its patronymics and its short forms.
struct GivenName {
  var name: String
  var patronymics: (man: String, woman: String)?
  var short: [String]
}

/// Common Russian given names, and parts that surnames are invented from.
enum Names {
  static let men: [GivenName] = [
    man("Александр", "Александрович", "Александровна", "Саша", "Шура"),
    man("Алексей", "Алексеевич", "Алексеевна", "Лёша", "Алёша"),
    man("Андрей", "Андреевич", "Андреевна", "Андрюша"),
    man("Антон", "Антонович", "Антоновна", "Антоша"),
    man("Борис", "Борисович", "Борисовна", "Боря"),
    man("Вадим", "Вадимович", "Вадимовна", "Вадик"),
    man("Виктор", "Викторович", "Викторовна", "Витя"),
    man("Владимир", "Владимирович", "Владимировна", "Володя", "Вова"),
    man("Геннадий", "Геннадьевич", "Геннадьевна", "Гена"),
    man("Григорий", "Григорьевич", "Григорьевна", "Гриша"),
    man("Дмитрий", "Дмитриевич", "Дмитриевна", "Дима"),
    man("Евгений", "Евгеньевич", "Евгеньевна", "Женя"),
    man("Иван", "Иванович", "Ивановна", "Ваня"),
    man("Игорь", "Игоревич", "Игоревна", "Игорёк"),
    man("Константин", "Константинович", "Константиновна", "Костя"),
    man("Максим", "Максимович", "Максимовна", "Макс"),
    man("Михаил", "Михайлович", "Михайловна", "Миша"),
    man("Николай", "Николаевич", "Николаевна", "Коля"),
    man("Олег", "Олегович", "Олеговна", "Олежка"),
    man("Павел", "Павлович", "Павловна", "Паша"),
    man("Пётр", "Петрович", "Петровна", "Петя"),
    man("Роман", "Романович", "Романовна", "Рома"),
    man("Семён", "Семёнович", "Семёновна", "Сёма"),
    man("Сергей", "Сергеевич", "Сергеевна", "Серёжа"),
    man("Фёдор", "Фёдорович", "Фёдоровна", "Федя"),
    man("Юрий", "Юрьевич", "Юрьевна", "Юра"),
  ]

  static let women: [GivenName] = [
    woman("Алёна", "Алёнка"), woman("Анастасия", "Настя"), woman("Анна", "Аня"), woman("Валентина", "Валя"),
    woman("Вера", "Верочка"), woman("Галина", "Галя"), woman("Дарья", "Даша"), woman("Екатерина", "Катя"),
    woman("Елена", "Лена"), woman("Ирина", "Ира"), woman("Ксения", "Ксюша"), woman("Лариса", "Лара"),
    woman("Людмила", "Люда"), woman("Марина", "Мариша"), woman("Мария", "Маша"), woman("Надежда", "Надя"),
    woman("Наталья", "Наташа"), woman("Ольга", "Оля"), woman("Полина", "Поля"), woman("Светлана", "Света"),
    woman("Татьяна", "Таня"), woman("Юлия", "Юля"),
  ]

  /// First, second and last part of a surname; all combinations are inventions.
  static let surnameStarts = [
    "Бру", "Вар", "Гол", "Дер", "Жар", "Зел", "Кал", "Лум", "Мор", "Нар", "Пел", "Руж", "Сул", "Тур", "Фар",
    "Хор",
    "Чер", "Шур", "Яр", "Щер", "Вит", "Кос", "Рём",
  ]
  static let surnameMiddles = [
    "бан", "вел", "гат", "дун", "жел", "зам", "лин", "мак", "нос", "пол", "рат", "сен", "тал", "хат", "чук",
    "шан",
  ]
  static let surnameEnds: [(man: String, woman: String)] = [
    ("ов", "ова"), ("ов", "ова"), ("ин", "ина"), ("ин", "ина"), ("ёв", "ёва"), ("ский", "ская"),
    ("енко", "енко"),
  ]

  private static func man(_ name: String, _ son: String, _ daughter: String, _ short: String...) -> GivenName
  {
    GivenName(name: name, patronymics: (son, daughter), short: short)
  }

  private static func woman(_ name: String, _ short: String...) -> GivenName {
    GivenName(name: name, patronymics: nil, short: short)
  }
}

/// An invented person.
struct Person: Hashable {
  var surname: String
  var first: String
  var patronymic: String
  var isWoman: Bool
  var shortFirst: String
  /// The surname before marriage, of the women whose marriage the samples tell.
  var maiden: String

  /// `Фамилия Имя Отчество`.
  var full: String { "\(surname) \(first) \(patronymic)" }
}

extension Dice {
  /// Somebody.
  mutating func person() -> Person {
    let isWoman = chance(45)
    return person(isWoman: isWoman, surname: surnamePair())
  }

  /// A surname in both genders.
  mutating func surnamePair() -> (man: String, woman: String) {
    let stem = pick(Names.surnameStarts) + pick(Names.surnameMiddles)
    let end = pick(Names.surnameEnds)
    return (stem + end.man, stem + end.woman)
  }

  /// Somebody of that gender and family.
  mutating func person(isWoman: Bool, surname: (man: String, woman: String)) -> Person {
    let given = pick(isWoman ? Names.women : Names.men)
    let father = pick(Names.men).patronymics ?? ("", "")
    return Person(
      surname: isWoman ? surname.woman : surname.man, first: given.name,
      patronymic: isWoman ? father.woman : father.man, isWoman: isWoman, shortFirst: pick(given.short),
      maiden: surnamePair().woman)
  }
}
