import Tables

/// Reads columns of text into evidence, row by row.
struct EvidenceReader {
  var evidence = Evidence()
  var keys = MatchKeys()
  let columns: [TextView]
  /// Columns of each role, by its raw value.
  let roles: [[Int]]
  private let textColumns: [Int]
  let documentColumns: [Int]
  let sources: SourceLists
  let legalForms = LegalForms()
  var generations = ValueStore()
  var addressWords = ValueStore()

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
    sources = SourceLists(roles[FieldRole.source.rawValue], fields: fields, columns: columns)
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
  mutating func first(
    _ role: FieldRole, _ row: Int, _ make: (inout MatchKeys, Span<UInt8>) -> Void
  ) -> Int? {
    for column in roles[role.rawValue] where !columns[column].isNull(row) {
      make(&keys, columns[column].utf8(at: row))
      if !keys.key.isEmpty { return column }
    }
    keys.set([])
    return nil
  }
}
