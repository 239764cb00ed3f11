import Tables

/// Reads columns of text into evidence, row by row.
struct EvidenceReader {
  private var evidence = Evidence()
  private var keys = MatchKeys()
  private let columns: [TextView]
  /// Columns of each role, by its raw value.
  private let roles: [[Int]]
  private let textColumns: [Int]
  private let documentColumns: [Int]
  private let sourceColumn: Int?
  private let legalForms = LegalForms()
  private var generations = ValueStore()
  private var addressWords = ValueStore()

  /// At most so many columns without a role take part, the most telling ones; a pattern has no room for more.
  static let mostTexts = Pattern.capacity - Comparison.Place.texts

  /// Columns with the names they have.
  init(fields: [String], columns: [TextView], names: Nicknames = Nicknames()) {
    self.columns = columns
    var roles = [[Int]](repeating: [], count: FieldRole.allCases.count)
    var texts: [(name: String, column: Int)] = []
    for (index, field) in fields.enumerated() {
      let role = FieldRole(field: field)
      if role == .text || field == "created_by" && Self.isVaried(columns[index]) {
        texts.append((field, index))
      } else {
        roles[role.rawValue].append(index)
      }
    }
    Self.readThings(&roles, &texts, columns, names)
    self.roles = roles
    sourceColumn = Self.sourceColumn(roles[FieldRole.source.rawValue], columns)
    documentColumns = roles[FieldRole.personalID.rawValue].sorted { fields[$0] < fields[$1] }
    if texts.count > Self.mostTexts {
      let telling = Dictionary(
        uniqueKeysWithValues: texts.map { ($0.column, Self.variety(columns[$0.column])) })
      texts.sort { (telling[$1.column] ?? 0, $0.name) < (telling[$0.column] ?? 0, $1.name) }
      texts.removeLast(texts.count - Self.mostTexts)
    }
    texts.sort { $0.name < $1.name }
    textColumns = texts.map(\.column)
    evidence.textNames = texts.map(\.name)
    evidence.text = Array(repeating: [], count: textColumns.count)
    // The first four words mean the younger one, the others the elder.
    for word in "jr junior мл младший sr senior ст старший".split(separator: " ") {
      keys.words(Array(word.utf8).span)
      _ = generations.id(of: keys.key)
    }
    let types =
      "ул улица д дом кв квартира г город пр пер просп проспект переулок оф офис корп корпус стр строение обл область "
      + "р н район street st road rd avenue ave blvd blv drive dr place pl lane ln court ct"
    for word in types.split(separator: " ") {
      keys.words(Array(word.utf8).span)
      _ = addressWords.id(of: keys.key)
    }
  }

  /// Sees what columns hold in spite of their names: a title in a base without names is the name of a thing, a full
  /// name without a single known first name is a firm's or a thing's, and an author of many names is none of ours.
  private static func readThings(
    _ roles: inout [[Int]], _ texts: inout [(name: String, column: Int)], _ columns: [TextView],
    _ names: Nicknames
  ) {
    let (given, surname) = (FieldRole.givenName.rawValue, FieldRole.surname.rawValue)
    let (full, org) = (FieldRole.fullName.rawValue, FieldRole.orgName.rawValue)
    guard roles[given].isEmpty, roles[surname].isEmpty, roles[org].isEmpty else { return }
    if roles[full].isEmpty, let place = texts.firstIndex(where: { $0.name == "job_title" }) {
      roles[org].append(texts.remove(at: place).column)
    } else if let column = roles[full].first, !names.knowsNames(in: columns[column]) {
      roles[org] = roles[full]
      roles[full] = []
    }
  }

  /// How many different values a column has.
  private static func variety(_ column: TextView) -> Int {
    var hashes = Set<UInt64>()
    for row in 0..<column.count where !column.isNull(row) {
      hashes.insert(Hash64.bytes(column.utf8(at: row)))
    }
    return hashes.count
  }

  /// Whether every third row or more says something of its own.
  private static func isVaried(_ column: TextView) -> Bool {
    let filled = (0..<column.count).count { !column.isNull($0) }
    return filled > 20 && variety(column) * 3 > filled
  }

  /// Reads all rows.
  /// - Complexity: O(bytes).
  static func read(
    fields: [String], columns: [TextView], rowCount: Int, names: Nicknames, jobs: Int
  ) -> Evidence {
    let parts = Parallel.each(3, jobs: jobs) { section in
      var reader = EvidenceReader(fields: fields, columns: columns, names: names)
      return reader.read(section, rowCount)
    }
    var evidence = parts[0]
    evidence.takeContacts(parts[1])
    evidence.takePlaces(parts[2])
    return evidence
  }

  /// Reads who a record is (0), how to reach it (1) or where it is (2).
  private mutating func read(_ section: Int, _ rowCount: Int) -> Evidence {
    for row in 0..<rowCount {
      switch section {
      case 0:
        readPerson(row)
        readOrganisation(row)
        readIdentifiers(row)
      case 1: readContacts(row)
      default:
        readPlace(row)
        for (place, column) in textColumns.enumerated() {
          keys.words(columns[column].utf8(at: row))
          evidence.text[place].append(evidence.texts.id(of: keys.key))
        }
      }
    }
    if section == 0 { evidence.hasYearDates = hasYearDates() }
    return evidence
  }

  /// Whether the first of January stands for «some day of the year»: it is ten times as frequent as other days.
  private func hasYearDates() -> Bool {
    var (told, first) = (0, 0)
    for id in evidence.birth where id != 0 {
      told += 1
      if evidence.dates.utf8(id).extracting(4..<8).equals("0101") { first += 1 }
    }
    return first > 20 && first * 36 > told
  }

  /// The first key that some column of a role gives; empty when none does.
  private mutating func first(
    _ role: FieldRole, _ row: Int, _ make: (inout MatchKeys, Span<UInt8>) -> Void
  ) -> Int? {
    for column in roles[role.rawValue] where !columns[column].isNull(row) {
      make(&keys, columns[column].utf8(at: row))
      if !keys.key.isEmpty { return column }
    }
    keys.set([])
    return nil
  }

  // MARK: - Parts

  private mutating func readPerson(_ row: Int) {
    var generation: UInt8 = 0
    let givenColumn = first(.givenName, row) { $0.words($1) }
    var given = withoutGeneration(keys.key, &generation, givenColumn, row)
    _ = first(.middleName, row) { $0.words($1) }
    var middle = keys.key
    let surnameColumn = first(.surname, row) { $0.words($1) }
    var surname = withoutGeneration(keys.key, &generation, surnameColumn, row)
    if given.isEmpty || surname.isEmpty || middle.isEmpty,
      let column = first(.fullName, row, { $0.words($1) })
    {
      let full = withoutGeneration(keys.key, &generation, column, row)
      if given.isEmpty, surname.isEmpty {
        let cell = columns[column].utf8(at: row)
        var comma = false
        for index in cell.indices where cell[index] == 0x2C { comma = true }
        let parts = NameParts(full.span, surnameFirst: comma)
        given = parts.given.map { Array(full[$0]) } ?? []
        middle = parts.middle.map { Array(full[$0]) } ?? middle
        surname = parts.surname.map { Array(full[$0]) } ?? []
      } else if middle.isEmpty {
        for word in NameParts.words(of: full.span) {
          let part = full[word]
          if part.elementsEqual(given) || part.elementsEqual(surname) { continue }
          if !middle.isEmpty { middle.append(0x20) }
          middle.append(contentsOf: part)
        }
      }
    }
    evidence.given.append(evidence.names.id(of: given))
    evidence.middle.append(evidence.names.id(of: middle))
    evidence.surname.append(evidence.names.id(of: surname))
    evidence.generation.append(generation)
    _ = first(.gender, row) { $0.gender($1) }
    evidence.gender.append(evidence.codes.id(of: keys.key))
    _ = first(.birthDate, row) { $0.date($1) }
    evidence.birth.append(evidence.dates.id(of: keys.key))
  }

  /// The key without a last word that tells which of several namesakes is meant.
  private func withoutGeneration(_ key: [UInt8], _ generation: inout UInt8, _ column: Int?, _ row: Int)
    -> [UInt8]
  {
    guard let column, key.contains(0x20) else { return key }
    let words = NameParts.words(of: key.span)
    guard let last = words.last else { return key }
    let id = generations.find(key.span.extracting(last))
    let roman = Self.romanNumber(columns[column].utf8(at: row))
    guard id != 0 || roman > 0 else { return key }
    generation = id == 0 ? roman : id <= 4 ? 1 : 2
    return Array(key[..<(last.lowerBound - 1)])
  }

  /// A Roman number at the end of a name: I counts as a senior (2), II as 3, and so on; 0 for none.
  private static func romanNumber(_ cell: Span<UInt8>) -> UInt8 {
    var from = cell.count
    while from > 0, cell[from - 1] == 0x49 || cell[from - 1] == 0x56 { from -= 1 }
    guard from > 0, from < cell.count, cell[from - 1] == 0x20, cell.count - from <= 4 else { return 0 }
    return UInt8(cell.count - from) + 1
  }

  private mutating func readOrganisation(_ row: Int) {
    _ = first(.orgName, row) { $0.words($1) }
    var (form, name) = legalForms.split(keys.key)
    if form == .unknown, first(.legalForm, row, { $0.words($1) }) != nil {
      form = legalForms.split(keys.key).form
    }
    if form == .unknown, let column = first(.partyType, row, { $0.words($1) }) {
      let cell = columns[column].utf8(at: row)
      if cell.equals("sole_proprietor") { form = .soleProprietor }
      if cell.equals("organization") { form = .company }
    }
    if first(.city, row, { $0.words($1) }) != nil { name = Self.without(keys.key, name) }
    if name.count > 250 { name.removeLast(name.count - 250) }
    evidence.org.append(evidence.orgs.id(of: name))
    evidence.form.append(form)
  }

  /// A name without the words of the city it is in, which tell nothing more; whole when nothing else is left.
  private static func without(_ city: [UInt8], _ name: [UInt8]) -> [UInt8] {
    guard name.count > city.count, let start = name.firstRange(of: city) else { return name }
    let before = start.lowerBound == 0 || name[start.lowerBound - 1] == 0x20
    let after = start.upperBound == name.count || name[start.upperBound] == 0x20
    guard before, after else { return name }
    var rest = Array(name[..<start.lowerBound])
    if !rest.isEmpty { rest.removeLast() }
    if start.upperBound < name.count {
      rest += rest.isEmpty ? name[(start.upperBound + 1)...] : name[start.upperBound...]
    }
    return rest
  }

  private mutating func readIdentifiers(_ row: Int) {
    _ = first(.inn, row) { $0.inn($1) }
    evidence.inn.append(evidence.codes.id(of: keys.key))
    _ = first(.kpp, row) { $0.kpp($1) }
    evidence.kpp.append(evidence.codes.id(of: keys.key))
    _ = first(.ogrn, row) { $0.ogrn($1) }
    evidence.ogrn.append(evidence.codes.id(of: keys.key))
    readSource(row)
    // Columns in the order of their names, so that theirs does not matter.
    for (place, column) in documentColumns.enumerated() where !columns[column].isNull(row) {
      keys.code(columns[column].utf8(at: row))
      if keys.key.count > 3 {
        keys.set([UInt8(truncatingIfNeeded: place + 1)] + keys.key)
        evidence.document.add(evidence.codes.id(of: keys.key))
      }
    }
    evidence.document.close()
  }

  /// The lists named in a source: an address (`clients.xlsx › Клиенты › row 17`) without its last part, or the text.
  private mutating func readSource(_ row: Int) {
    if let column = sourceColumn, !columns[column].isNull(row) {
      for list in Self.lists(in: columns[column].utf8(at: row)) {
        keys.words(list.span)
        evidence.source.add(evidence.codes.id(of: keys.key))
      }
    }
    evidence.source.close()
  }

  private static func lists(in cell: Span<UInt8>) -> [[UInt8]] {
    let text = String(decoding: cell.indices.map { cell[$0] }, as: UTF8.self)
    return text.split(whereSeparator: { $0 == ";" || $0.isNewline }).map { part in
      Array((part.lastIndex(of: "›").map { part[..<$0] } ?? part).utf8)
    }
  }

  /// The column that tells the list, when there are a few lists; a column of many values says something else.
  private static func sourceColumn(_ candidates: [Int], _ columns: [TextView]) -> Int? {
    candidates.first { column in
      var known: Set<[UInt8]> = []
      for row in 0..<columns[column].count where !columns[column].isNull(row) {
        for list in lists(in: columns[column].utf8(at: row)) { known.insert(list) }
        if known.count > mostLists { return false }
      }
      return known.count > 1
    }
  }

  private static let mostLists = 50

  private mutating func readContacts(_ row: Int) {
    for column in roles[FieldRole.phone.rawValue] where !columns[column].isNull(row) {
      let cell = columns[column].utf8(at: row)
      var from = 0
      while from < cell.count {
        var to = from
        while to < cell.count, cell[to] != 0x2C, cell[to] != 0x3B, cell[to] != 0x0A { to += 1 }
        keys.phone(cell.extracting(from..<to))
        evidence.phone.add(evidence.phones.id(of: keys.key))
        from = to + 1
      }
    }
    evidence.phone.close()
    for column in roles[FieldRole.email.rawValue] where !columns[column].isNull(row) {
      let cell = columns[column].utf8(at: row)
      var from = 0
      while from < cell.count {
        var to = from
        while to < cell.count, cell[to] != 0x2C, cell[to] != 0x3B, cell[to] != 0x0A { to += 1 }
        keys.email(cell.extracting(from..<to))
        let email = evidence.emails.id(of: keys.key)
        evidence.email.add(email)
        if Int(email) == evidence.mailbox.count {
          keys.mailbox()
          evidence.mailbox.append(evidence.mailboxes.id(of: keys.key))
        }
        from = to + 1
      }
    }
    evidence.email.close()
    for column in roles[FieldRole.handle.rawValue] where !columns[column].isNull(row) {
      keys.handle(columns[column].utf8(at: row))
      evidence.handle.add(evidence.handles.id(of: keys.key))
    }
    evidence.handle.close()
  }

  private mutating func readPlace(_ row: Int) {
    _ = first(.postcode, row) { $0.code($1) }
    evidence.postcode.append(evidence.places.id(of: keys.key))
    _ = first(.city, row) { $0.words($1) }
    evidence.city.append(evidence.places.id(of: keys.key))
    var address: [UInt8] = []
    if first(.address, row, { $0.words($1) }) != nil {
      address = keys.key
    } else {
      for column in roles[FieldRole.addressPart.rawValue] where !columns[column].isNull(row) {
        keys.words(columns[column].utf8(at: row))
        if !address.isEmpty, !keys.key.isEmpty { address.append(0x20) }
        address.append(contentsOf: keys.key)
      }
    }
    var named: [UInt8] = []
    for word in NameParts.words(of: address.span) where addressWords.find(address.span.extracting(word)) == 0
    {
      if !named.isEmpty { named.append(0x20) }
      named.append(contentsOf: address[word])
    }
    evidence.address.append(evidence.places.id(of: named))
  }
}
