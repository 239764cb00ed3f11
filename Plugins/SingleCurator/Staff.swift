import Tables

/// The managers of a base by number: each spelling is looked at once, however many clients it has.
struct Staff {
  private struct Manager {
    var text: String
    var names: [ManagerName]
    var isGone: Bool
  }

  private let current: [ManagerName]
  private var managers: [Manager] = []
  private var bytes: [[UInt8]] = []
  private var numbers: [UInt64: [Int]] = [:]

  init(_ current: [String]) { self.current = current.map { ManagerName($0) } }

  /// The number of the manager in a cell; nil where nobody is named.
  /// - Complexity: O(bytes of the cell).
  mutating func number(at row: Int, of cells: TextView) -> Int? {
    guard !cells.isNull(row) else { return nil }
    let text = cells.utf8(at: row)
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for index in text.indices { hash = (hash ^ UInt64(text[index])) &* 0x100_0000_01B3 }
    for number in numbers[hash] ?? [] {
      let known = bytes[number]
      if text.equals(known.span) { return managers[number].names.isEmpty ? nil : number }
    }
    let name = String(copying: text)
    let names = ManagerName.names(in: name)
    let isHere = names.contains { one in current.contains { $0.fits(one) } }
    let isGone = !current.isEmpty && !names.isEmpty && !isHere
    numbers[hash, default: []].append(managers.count)
    managers.append(Manager(text: name, names: names, isGone: isGone))
    bytes.append(Array(name.utf8))
    return names.isEmpty ? nil : managers.count - 1
  }

  /// The manager's name as it stands in the base.
  func text(of manager: Int) -> String { managers[manager].text }

  /// Whether the manager is none of the standard's list.
  func isGone(_ manager: Int) -> Bool { managers[manager].isGone }

  /// Whether these are two people at least.
  func differ(_ numbers: [Int]) -> Bool {
    // Nearly every client: one cell with one name.
    if numbers.count == 1, managers[numbers[0]].names.count == 1 { return false }
    let names = numbers.flatMap { managers[$0].names }
    return names.indices.contains { one in names[..<one].contains { !$0.fits(names[one]) } }
  }

  /// Who of several had the latest contact: one who is still there before all others.
  ///
  /// Equal days fall to the lesser name, so that the order of rows decides nothing; without any day nobody is chosen.
  func choice(among held: [(manager: Int, day: Int)]) -> Int? {
    held.filter { $0.day > Int.min && managers[$0.manager].names.count == 1 }.max { one, two in
      (isGone(one.manager) ? 0 : 1, one.day, text(of: two.manager))
        < (isGone(two.manager) ? 0 : 1, two.day, text(of: one.manager))
    }?.manager
  }
}
