import Tables

/// What the name of a table or a column says of the table's part.
enum TableWords {
  static let clients = [
    "клиент", "контрагент", "покупател", "заказчик", "партнер", "client", "customer", "account",
    "counterpart", "compan",
    "компани", "организаци", "база",
  ]
  static let orders = [
    "заказ", "продаж", "покупк", "оплат", "платеж", "сделк", "счет", "накладн", "отгрузк", "реализаци", "чек",
    "order",
    "sale", "purchase", "payment", "invoice", "deal", "receipt", "transaction",
  ]
  static let interactions = [
    "звонк", "звонок", "встреч", "взаимодейств", "истори", "событи", "активност", "обращени", "коммуникац",
    "задач", "call",
    "meeting", "interaction", "activit", "event", "histor", "visit", "task", "letter",
  ]
  static let contacts = [
    "контакт", "контактн", "представител", "contact", "person", "phone", "телефон", "email",
  ]
  /// Tables that name persons who are no clients, or things that are none.
  static let others = [
    "сотрудник", "менеджер", "пользовател", "персонал", "employee", "staff", "user", "manager", "товар",
    "product", "item",
    "город", "city", "country", "supplier", "поставщик", "отклон", "reject", "журнал", "change", "finding",
    "склад",
    "shipper", "store",
  ]
  static let amounts = [
    "сумма", "итого", "amount", "total", "оплачено", "стоимость", "sum", "выручка", "revenue", "price",
    "цена",
  ]

  /// Whether a word of the name begins with one of the stems.
  static func names(_ name: String, _ stems: [String]) -> Bool {
    HeaderText(name).words.contains { word in stems.contains { word.hasPrefix($0) } }
  }

  /// Whether a header names a client's key: «Код клиента», `CustomerID`, `client_id`, `customer`.
  static func namesClientKey(_ header: String) -> Bool {
    let owners = [
      "клиент", "контрагент", "покупател", "заказчик", "client", "customer", "account", "counterpart",
      "партнер",
    ]
    let companies = ["компани", "организаци", "company", "organi"]
    let words = HeaderText(header).words
    let isKey = words.contains {
      ["id", "ид", "код", "code", "key", "no", "number", "номер", "uid", "guid"].contains($0)
    }
    return names(header, owners) || isKey && names(header, companies)
  }
}
