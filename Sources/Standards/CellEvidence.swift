import RuleKit

/// What the cells of a column say: of a header that says nothing, and for or against one that does.
///
/// Each verdict has its confidence and its reason. A shape that nothing else has (an address of e-mail, a number with
/// check digits) is believed above any header that tells nothing; a shape that many things have (one word, a date) only
/// above a header that is no name at all, as in a file without headers.
struct CellEvidence {
  private let content: ColumnContent

  init(_ content: ColumnContent) { self.content = content }

  /// A shape, the field it speaks for, the share of cells it takes, and how sure it is then.
  private struct Detector {
    var shape: CellShape
    var field: String
    var least = ColumnContent.enough
    var trust: Double
    var en: String
    var ru: String
  }

  private static let sure: [Detector] = [
    Detector(shape: .email, field: "email", trust: 0.98, en: "e-mail addresses", ru: "адреса эл. почты"),
    Detector(
      shape: .inn, field: "inn", trust: 0.95, en: "ИНН with right check digits", ru: "ИНН с верными цифрами"),
    Detector(
      shape: .ogrn, field: "ogrn", trust: 0.95, en: "ОГРН with right check digits", ru: "ОГРН с верной цифрой"
    ),
    Detector(
      shape: .ogrnip, field: "ogrnip", trust: 0.95, en: "ОГРНИП with right check digits",
      ru: "ОГРНИП с верной цифрой"),
    Detector(
      shape: .bik, field: "bik", trust: 0.9, en: "nine digits from 04, as a БИК",
      ru: "девять цифр от 04, как БИК"),
    Detector(
      shape: .corrAccount, field: "corr_account", trust: 0.95, en: "accounts from 30101", ru: "счета от 30101"
    ),
    Detector(
      shape: .account, field: "bank_account", trust: 0.9, en: "accounts of 20 digits", ru: "счета из 20 цифр"),
    Detector(shape: .phone, field: "phone", trust: 0.9, en: "phone numbers", ru: "телефоны"),
    Detector(shape: .url, field: "website", trust: 0.9, en: "addresses of sites", ru: "адреса сайтов"),
    Detector(
      shape: .surePerson, field: "person_full_name", trust: 0.9, en: "names with patronymics or initials",
      ru: "имена с отчествами или инициалами"),
    Detector(
      shape: .legalForm, field: "org_legal_form", trust: 0.85, en: "legal forms",
      ru: "организационно-правовые формы"),
    Detector(
      shape: .organisation, field: "org_name", trust: 0.85, en: "names of companies", ru: "названия компаний"),
    Detector(
      shape: .patronymic, field: "middle_name", least: 0.7, trust: 0.85, en: "patronymics", ru: "отчества"),
    Detector(
      shape: .address, field: "address", least: 0.7, trust: 0.8, en: "words of addresses", ru: "слова адресов"
    ),
  ]

  private static let likely: [Detector] = [
    Detector(
      shape: .gender, field: "gender", least: 0.9, trust: 0.8, en: "words for a gender",
      ru: "обозначения пола"),
    Detector(
      shape: .region, field: "region", least: 0.6, trust: 0.8, en: "regions of Russia", ru: "регионы России"),
    Detector(shape: .town, field: "city", least: 0.6, trust: 0.8, en: "towns of Russia", ru: "города России"),
    Detector(shape: .country, field: "country", trust: 0.85, en: "countries", ru: "страны"),
    Detector(
      shape: .givenName, field: "first_name", least: 0.6, trust: 0.8, en: "given names", ru: "личные имена"),
    Detector(
      shape: .surname, field: "last_name", least: 0.6, trust: 0.7, en: "words with endings of surnames",
      ru: "слова с окончаниями фамилий"),
    Detector(
      shape: .person, field: "person_full_name", least: 0.7, trust: 0.65,
      en: "two or three words, as a person's name",
      ru: "два-три слова, как имя человека"),
    Detector(
      shape: .handle, field: "telegram", trust: 0.6, en: "names in a messenger", ru: "имена в мессенджере"),
    Detector(
      shape: .kpp, field: "kpp", least: 0.9, trust: 0.8, en: "nine digits, as a КПП",
      ru: "девять цифр, как КПП"),
    Detector(
      shape: .postalCode, field: "postal_code", least: 0.95, trust: 0.6, en: "six digits, as a postal code",
      ru: "шесть цифр, как индекс"),
  ]

  /// What the column is by its cells, under a header that says nothing.
  ///
  /// - Parameters:
  ///   - header: the header.
  ///   - others: fields that the headers of the table speak of.
  /// - Returns: nil where the cells tell nothing: dates may be any dates, words any words.
  func meaning(of header: String, besides others: Set<String>) -> HeaderCandidate? {
    // Two cells that happen to fit prove nothing.
    guard content.filled >= 3 else { return nil }
    for detector in Self.sure { if let found = found(detector) { return found } }
    if let mixed = mixedChannels { return mixed }
    guard Self.isNoName(header) else { return nil }
    for detector in Self.likely {
      // A column of one value, or of counted numbers, is no list of names, places or codes.
      if content.distinct.count < 2, detector.field != "country", detector.field != "gender" { continue }
      if let found = found(detector) { return found }
    }
    return nil
  }

  /// Whether a header is no name: blank, a number, «Столбец 3», `Column1`, `F2`, `Unnamed: 0`.
  static func isNoName(_ header: String) -> Bool {
    let words = HeaderText(header, cutsOrdinal: false).words
    return words.allSatisfy { word in
      Int(word) != nil || noNames.contains(word) || word.count == 1
    }
  }

  private static let noNames: Set<String> = [
    "столбец", "столб", "колонка", "поле", "графа", "column", "col", "field", "unnamed", "var", "attr", "без",
    "имени",
    "названия",
  ]

  private func found(_ detector: Detector) -> HeaderCandidate? {
    let share = content.share(detector.shape)
    guard share >= detector.least else { return nil }
    return HeaderCandidate(
      field: detector.field, how: .content, score: detector.trust * share,
      note: Localized(
        en: "\(Self.percent(share)) of the cells are \(detector.en)",
        ru: "\(Self.percent(share)) ячеек — \(detector.ru)"))
  }

  /// A column of phones and e-mails together: the more frequent of the two, and how they are mixed.
  private var mixedChannels: HeaderCandidate? {
    let (phones, emails) = (content.share(.phone), content.share(.email))
    guard phones + emails >= ColumnContent.enough, min(phones, emails) >= 0.1 else { return nil }
    return HeaderCandidate(
      field: emails > phones ? "email" : "phone", how: .content, score: 0.8 * max(phones, emails),
      note: mixture)
  }

  // MARK: For and against a header

  /// What a field's cells look like, where they look like anything of their own.
  private static func shape(of field: String) -> CellShape? {
    switch field {
    case "inn": .inn
    case "ogrn": [.ogrn, .ogrnip]
    case "ogrnip": .ogrnip
    case "bik": .bik
    case "kpp": .kpp
    case "corr_account": .corrAccount
    case "bank_account": [.account, .corrAccount]
    case "phone", "phone_mobile", "phone_work", "phone_home", "phone_other", "fax", "whatsapp", "viber":
      .phone
    case "email", "email_work", "email_home", "email_other": .email
    case "website": [.url, .handle]
    case "birth_date", "created_at", "updated_at", "first_purchase_date", "last_purchase_date",
      "last_contact_date",
      "next_contact_date":
      .date
    case "purchases_count", "purchases_total", "average_check", "balance", "employees", "annual_revenue":
      .number
    default: nil
    }
  }

  /// A header's meaning with what the cells say for and against it.
  func weighed(_ candidate: HeaderCandidate) -> HeaderCandidate {
    guard content.filled >= 3, candidate.how != .content else {
      var result = candidate
      if candidate.how == .content, result.note == nil { result.note = mixture }
      return result
    }
    var result = candidate
    if let objection = objection(to: candidate) { return objection }
    if let shape = Self.shape(of: candidate.field) {
      let share = content.share(shape)
      // Few cells that fit make a header doubtful, not wrong: a base may be as dirty as that.
      if share < 0.5 { result.score *= 0.6 + 0.8 * share }
      result.note =
        mixture
        ?? Localized(
          en: "\(Self.percent(share)) of the cells look like it",
          ru: "\(Self.percent(share)) ячеек на это похожи")
    } else {
      result.note = mixture
    }
    return result
  }

  /// What the cells surely are, where that is something else than the header says.
  private func objection(to candidate: HeaderCandidate) -> HeaderCandidate? {
    let field = candidate.field
    let names: Set<String> = [
      "org_name", "org_full_name", "person_full_name", "last_name", "first_name", "middle_name",
    ]
    if names.contains(field), content.share([.number, .inn, .ogrn, .phone]) >= 0.9 {
      // Numbers under «Клиент» point at a client: they are his key or his code.
      let strict = Self.sure.filter { $0.shape != .organisation && $0.shape != .surePerson }
      if let found = strict.lazy.compactMap({ found($0) }).first { return contrary(found, candidate) }
      return HeaderCandidate(
        field: "external_id", how: .content, score: 0.7,
        note: Localized(
          en: "named as a client, but the cells are numbers", ru: "назван как клиент, но в ячейках числа"))
    }
    guard let own = Self.shape(of: field), content.share(own) < 0.05, own != .date, own != .number else {
      return nil
    }
    for detector in Self.sure where detector.shape.isDisjoint(with: own) {
      if let found = found(detector), !Self.isKin(found.field, field) { return contrary(found, candidate) }
    }
    return nil
  }

  private func contrary(_ found: HeaderCandidate, _ candidate: HeaderCandidate) -> HeaderCandidate {
    var result = found
    result.score = min(found.score, 0.75)
    if let note = found.note {
      result.note = Localized(
        en: "the header says otherwise, but \(note.en)", ru: "заголовок о другом, но \(note.ru)")
    }
    result.ordinal = 1
    return result
  }

  /// Names and codes of one thing are no contradiction: an ИНН column of ОГРН may be a slip, an address a site's.
  private static func isKin(_ found: String, _ field: String) -> Bool {
    found == "person_full_name" || found == "org_name" || found == "address" || found == "middle_name"
      || (found == "website" && field.hasPrefix("email"))
  }

  // MARK: Mixtures

  /// What a column mixes, in words; nil: one thing alone.
  private var mixture: Localized? {
    let (phones, emails) = (content.share(.phone), content.share(.email))
    if min(phones, emails) >= 0.1 {
      return Localized(
        en: "mixed: phones \(Self.percent(phones)), e-mails \(Self.percent(emails))",
        ru: "вперемешку: телефоны \(Self.percent(phones)), эл. почта \(Self.percent(emails))")
    }
    let (companies, persons) = (content.share(.organisation), content.share(.surePerson))
    if min(companies, persons) >= 0.1 {
      return Localized(
        en: "mixed: companies \(Self.percent(companies)), persons \(Self.percent(persons))",
        ru: "вперемешку: компании \(Self.percent(companies)), люди \(Self.percent(persons))")
    }
    return nil
  }

  private static func percent(_ share: Double) -> String { "\(Int((share * 100).rounded())) %" }
}
