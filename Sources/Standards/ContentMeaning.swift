/// Level 6 of recognition: what the cells say where the header says nothing, too much, or something else.
struct ContentMeaning {
  private let hasPerson: Bool
  private let hasFirstName: Bool
  private let hasLastName: Bool
  private let hasCompany: Bool
  /// What the headers of the table speak of.
  private let fields: Set<String>

  /// - Parameters:
  ///   - candidates: what the headers of all columns of the table may mean.
  ///   - headers: the headers.
  init(candidates: [[HeaderCandidate]], headers: [String]) {
    var fields: Set<String> = []
    for (header, candidates) in zip(headers, candidates) {
      guard let field = candidates.first?.field, !Self.openNames.contains(HeaderText(header).key) else {
        continue
      }
      fields.insert(field)
    }
    self.fields = fields
    hasFirstName = fields.contains("first_name")
    hasLastName = fields.contains("last_name")
    hasPerson = hasLastName || fields.contains("person_full_name")
    // Who has a post, or a code of an organisation, stands for an organisation.
    hasCompany = !fields.isDisjoint(with: [
      "org_name", "org_full_name", "org_legal_form", "inn", "kpp", "job_title",
    ])
  }

  /// The one meaning of a column; nil when neither header nor cells tell.
  func settle(
    _ candidates: [HeaderCandidate], header: String, content: ColumnContent
  ) -> HeaderCandidate? {
    guard let first = candidates.first else {
      return CellEvidence(content).meaning(of: header, besides: fields)
    }
    if first.isExact || first.how == .mapping { return first }
    let key = HeaderText(header).key
    var settled = first
    if let channel = Self.channel(first.field, key, content) {
      settled.field = channel
    } else if Self.names.contains(first.field), Self.openNames.contains(key) {
      settled.field = name(first.field, key, content)
    } else if candidates.contains(where: { $0.field == "salutation" }) {
      settled.field = content.share(.salutation) >= ColumnContent.enough ? "salutation" : "job_title"
      if candidates.count == 1 { settled.field = first.field }
    } else if ["flat", "phone_work"].allSatisfy({ name in candidates.contains { $0.field == name } }) {
      settled.field = content.share(.phone) >= ColumnContent.enough ? "phone_work" : "flat"
    }
    if settled.field == "inn", Self.taxNumbers.contains(key), content.filled > 0, content.share(.inn) < 0.5 {
      // A tax number of another country has other digits than an ИНН.
      settled.field = "tax_id"
    }
    if settled.field != first.field, !candidates.contains(where: { $0.field == settled.field }) {
      settled.how = .content
      settled.score = 0.85
    }
    return CellEvidence(content).weighed(settled)
  }

  private static let taxNumbers: Set<String> = ["tin", "vat", "vatid", "vatnumber", "taxid"]
  private static let names: Set<String> = ["org_name", "person_full_name", "first_name"]

  /// Headers that people put above persons and organisations alike.
  private static let openNames: Set<String> = Set(
    [
      "Клиент", "Клиенты", "Наименование", "Название", "Контрагент", "Покупатель", "Заказчик", "Партнёр",
      "Наименование клиента", "Наименование контрагента", "Наим.", "Имя", "Имя клиента", "Имя контакта",
      "Контакт",
      "Имя клиента / Название компании", "Name", "Customer", "Customer Name", "Client", "Client Name",
      "Account",
      "Account Name", "Contact",
    ].map { HeaderText($0).key })
  private static let givenNames: Set<String> = Set(
    ["Имя", "Имя клиента", "Имя контакта", "Name"].map { HeaderText($0).key })

  /// Person or organisation, whole name or given name.
  private func name(_ usual: String, _ key: String, _ content: ColumnContent) -> String {
    let isGiven = Self.givenNames.contains(key)
    guard content.filled > 0 else {
      let isWhole = isGiven && (hasFirstName || key == "name" && !hasLastName)
      return isWhole ? "person_full_name" : usual
    }
    let (organisations, persons) = (content.share(.organisation), content.share(.person))
    if organisations >= 0.2 { return "org_name" }
    // `Name` beside `Given Name` is the whole one, «Имя» beside «Фамилия» the given one.
    if isGiven, hasFirstName || hasLastName { return hasFirstName ? "person_full_name" : "first_name" }
    // Two words may be a firm's name; where a column for persons stands beside it, they are.
    let sure = content.share(.surePerson)
    if persons >= ColumnContent.enough, !(hasPerson && sure < 0.5), !(hasCompany && sure < 0.2) {
      return "person_full_name"
    }
    if isGiven, content.share(.word) >= 0.5 {
      return key == "name" && persons >= 0.2 ? "person_full_name" : "first_name"
    }
    if isGiven { return persons >= 0.5 ? "person_full_name" : usual }
    return sure >= 0.5 && !hasPerson ? "person_full_name" : usual
  }

  /// A column of phones or addresses of e-mail under a header that promised something else.
  private static func channel(_ field: String, _ key: String, _ content: ColumnContent) -> String? {
    let open: Set<String> = ["person_full_name", "first_name", "org_name", "address", "flat"]
    guard open.contains(field) || key == "номер" || key == "number" else { return nil }
    if content.share(.email) >= ColumnContent.enough { return "email" }
    return field != "flat" && content.share(.phone) >= ColumnContent.enough ? "phone" : nil
  }
}
