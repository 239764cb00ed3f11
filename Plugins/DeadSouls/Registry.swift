import RuleKit
import Tables

/// A state register's word on companies, read from a file: CSV `inn,ogrn,status,status_date`, one line an entry.
struct Registry: Sendable {
  /// What the register says, and since when.
  struct Fact: Hashable, Sendable {
    var status: RegistryStatus
    /// nil: the file does not say.
    var since: CivilDate?
  }

  /// All different facts; entries speak of them by number.
  private(set) var facts: [Fact] = []
  private var numbers: [Fact: Int32] = [:]
  private var byINN: [UInt64: Int32] = [:]
  private var byOGRN: [UInt64: Int32] = [:]

  private static let columns = [
    ["inn", "инн"], ["ogrn", "огрн", "ogrnip", "огрнип"], ["status", "статус", "состояние"],
    ["status_date", "date", "дата", "дата_статуса", "дата статуса"],
  ]

  /// Nobody is known.
  init() {}

  /// Reads a registry file; what happens after `now` has not happened yet and does not count.
  /// - Throws: what is wrong with the file, with its line.
  /// - Complexity: O(bytes).
  init(_ path: String, now: CivilDate) throws(SettingsError) {
    let file = try ListFile(path, setting: "registry")
    let (places, lines) = try file.table(Self.columns)
    guard let status = places[2], places[0] != nil || places[1] != nil else {
      throw file.error(
        1, "the header lacks 'status', or both 'inn' and 'ogrn'",
        remedy: "write inn,ogrn,status,status_date")
    }
    for line in lines {
      func number(_ place: Int?, _ lengths: ClosedRange<Int>) throws(SettingsError) -> UInt64? {
        guard let place, !line.isBlank(place) else { return nil }
        let cell = line.cells[place]
        guard let key = Self.key(cell.span, lengths) else {
          throw file.error(
            line.number, "the number in column \(place + 1) is none",
            remedy: "an ИНН has 10 or 12 digits, an ОГРН 13 or 15")
        }
        return key
      }
      let inn = try number(places[0], 9...12)
      let ogrn = try number(places[1], 13...15)
      guard inn != nil || ogrn != nil else {
        throw file.error(line.number, "the line names no company", remedy: "fill inn or ogrn")
      }
      guard let known = RegistryStatus(ListFile.text(line.cells[status])) else {
        throw file.error(
          line.number, "the status is none that is known",
          remedy:
            "write active, unreliable, liquidating, bankrupt, liquidated or excluded, or the register's words"
        )
      }
      let since = try Self.date(places[3].map { line.cells[$0] } ?? [], file, line.number)
      if let since, since > now { continue }
      let fact = learn(Fact(status: known, since: since))
      if let inn { put(fact, at: inn, in: &byINN) }
      if let ogrn { put(fact, at: ogrn, in: &byOGRN) }
    }
  }

  /// Of several entries the latest counts; where dates are lacking or equal, the gravest.
  private func put(_ new: Int32, at key: UInt64, in table: inout [UInt64: Int32]) {
    guard let old = table[key] else {
      table[key] = new
      return
    }
    let (known, fresh) = (facts[Int(old)], facts[Int(new)])
    let isLater =
      if let a = known.since, let b = fresh.since, a != b { b > a } else { fresh.status > known.status }
    if isLater { table[key] = new }
  }

  private mutating func learn(_ fact: Fact) -> Int32 {
    if let known = numbers[fact] { return known }
    let number = Int32(facts.count)
    facts.append(fact)
    numbers[fact] = number
    return number
  }

  private static func date(
    _ cell: [UInt8], _ file: ListFile, _ line: Int
  ) throws(SettingsError) -> CivilDate? {
    let text = ListFile.text(cell)
    guard !text.isEmpty else { return nil }
    if let date = CivilDate(Array(text.utf8).span) { return date }
    let parts = text.split(separator: ".")
    if parts.count == 3, parts[2].count == 4,
      let date = CivilDate(Array("\(parts[2])-\(padded(parts[1]))-\(padded(parts[0]))".utf8).span)
    {
      return date
    }
    throw file.error(line, "the status_date is no date", remedy: "write it as 2024-05-31")
  }

  private static func padded(_ part: Substring) -> String { part.count == 1 ? "0\(part)" : String(part) }

  // MARK: - Asking

  /// The fact about a company, by its ИНН, else by its ОГРН; nil: the register does not know it.
  func fact(inn: TextView?, ogrn: [TextView], row: Int) -> Int32? {
    if let inn, !inn.isNull(row), let key = Self.key(inn.utf8(at: row), 9...12), let fact = byINN[key] {
      return fact
    }
    for cells in ogrn where !cells.isNull(row) {
      if let key = Self.key(cells.utf8(at: row), 13...15), let fact = byOGRN[key] { return fact }
    }
    return nil
  }

  /// A number of digits alone as a key that keeps companies and persons apart.
  ///
  /// Numbers that lost their leading zero (9 and 11 digits for 10 and 12) are what they were.
  static func key(_ text: Span<UInt8>, _ lengths: ClosedRange<Int>) -> UInt64? {
    var value: UInt64 = 0
    var count = 0
    for index in text.indices where text[index] != 0x20 {
      guard text[index].isDigit, count < 15 else { return nil }
      value = value * 10 + UInt64(text[index] - UInt8(ascii: "0"))
      count += 1
    }
    guard lengths.contains(count), count != 14 else { return nil }
    return value << 1 | (count > (lengths.lowerBound == 9 ? 10 : 13) ? 1 : 0)
  }
}
