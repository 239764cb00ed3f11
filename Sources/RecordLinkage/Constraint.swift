/// What a rule of identity says of a pair, over and above the weighing of evidence.
enum Constraint: UInt8, Sendable {
  case none
  // Never one client.
  case otherINN, otherOGRN, branch, soleProprietorAndCompany, family
  // At most a question for a person.
  case twins, generations, birthDate, legalForm, otherPlace, branchUnknown, identifierConflict, oneSign,
    otherName,
    otherKind, sameSource
  // One client.
  case sameINN

  /// Whether the two cannot be one client.
  var forbids: Bool { rawValue >= Constraint.otherINN.rawValue && rawValue <= Constraint.family.rawValue }

  /// Whether a person must decide.
  var asks: Bool { rawValue >= Constraint.twins.rawValue && rawValue <= Constraint.sameSource.rawValue }

  /// Whether the two may not meet in a cluster through a third that fits both.
  var separates: Bool {
    switch self {
    case .generations, .legalForm, .otherPlace, .branchUnknown, .identifierConflict, .sameSource: true
    default: forbids
    }
  }

  /// Its name in the evidence.
  var key: String {
    switch self {
    case .none: "none"
    case .otherINN: "other-inn"
    case .otherOGRN: "other-ogrn"
    case .branch: "branch"
    case .soleProprietorAndCompany: "sole-proprietor-and-company"
    case .family: "family"
    case .twins: "twins"
    case .generations: "generations"
    case .birthDate: "birth-date"
    case .legalForm: "legal-form"
    case .otherPlace: "other-city"
    case .branchUnknown: "branch-unknown"
    case .identifierConflict: "identifier-conflict"
    case .oneSign: "one-sign"
    case .otherName: "other-name"
    case .otherKind: "other-kind"
    case .sameSource: "same-source"
    case .sameINN: "same-inn"
    }
  }

  /// What it means, in English and Russian.
  var label: (en: String, ru: String) {
    switch self {
    case .none: ("no rule applies", "правил нет")
    case .otherINN: ("two different INN", "два разных ИНН")
    case .otherOGRN: ("two different OGRN", "два разных ОГРН")
    case .branch: ("branches: same INN, other KPP", "филиалы: тот же ИНН, другой КПП")
    case .soleProprietorAndCompany: ("a sole proprietor and a company", "ИП и организация")
    case .family: ("another first name and birth date: a family", "другие имя и дата рождения: одна семья")
    case .twins: ("another first name, all else alike", "другое имя при сходстве всего остального")
    case .generations: ("a junior and a senior", "младший и старший")
    case .birthDate: ("same name, another birth date", "то же имя, другая дата рождения")
    case .otherPlace:
      ("same name in another city: perhaps a branch", "то же название в другом городе: возможно, филиал")
    case .legalForm: ("another legal form", "другая правовая форма")
    case .branchUnknown: ("which branch is not said", "не сказано, какой это филиал")
    case .identifierConflict: ("identifiers contradict one another", "реквизиты противоречат друг другу")
    case .oneSign: ("a single sign is not enough", "одного признака мало")
    case .otherName: ("another name", "другое название")
    case .otherKind: ("a person and an organisation", "человек и организация")
    case .sameSource:
      (
        "both from one list, which has each client once",
        "оба из одного списка, где каждый клиент записан один раз"
      )
    case .sameINN: ("same INN", "тот же ИНН")
    }
  }
}
