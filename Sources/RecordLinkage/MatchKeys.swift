import Tables

/// Turns cells of each role into match keys; one value is built at a time in a buffer that is used again.
struct MatchKeys {
  /// The last key built; empty when the cell says nothing.
  private(set) var key: [UInt8] = []
  private var loose = LooseText()

  /// Words of a name, address or any text, loosely spelled; words that say «nothing» give an empty key.
  mutating func words(_ cell: Span<UInt8>) {
    loose.clear()
    loose.add(cell)
    key.removeAll(keepingCapacity: true)
    guard !isPlaceholder(loose.bytes) else { return }
    key.append(contentsOf: loose.bytes)
  }

  private func isPlaceholder(_ bytes: [UInt8]) -> Bool {
    bytes.count <= 11 && Self.placeholders.contains { $0 == bytes }
  }

  /// Loose spellings of words people type to fill a cell: нет, н/д, не указано, неизвестно, n/a, none, test.
  private static let placeholders: [[UInt8]] = [
    "net", "n d", "n a", "na", "none", "nul", "unknovn", "unknown", "neizvestno", "ne ukazano", "ne ukazan",
    "test",
    "0", "00", "x",
  ].map { Array($0.utf8) }

  /// The digits of a national number: codes 7, 8 and 1 before ten digits go, as does a trunk 0.
  ///
  /// Other countries' numbers keep their last nine digits, so that `+61 494…` meets `0494…`.
  mutating func phone(_ cell: Span<UInt8>) {
    digits(cell)
    guard key.count >= 5, key.contains(where: { $0 != key[0] }) else {
      return key.removeAll(keepingCapacity: true)
    }
    if key.count == 11, key[0] == 0x37 || key[0] == 0x38 || key[0] == 0x31 {
      key.removeFirst()
    } else if key.count > 9, key.count != 10 || key[0] == 0x30 {
      key.removeFirst(key.count - 9)
    }
  }

  /// The address in lower case, without spaces; empty without an `@` inside.
  mutating func email(_ cell: Span<UInt8>) {
    key.removeAll(keepingCapacity: true)
    var hasAt = false
    for index in cell.indices where cell[index] > 0x20 {
      let byte = cell[index]
      if byte == 0x40 { hasAt = !key.isEmpty }
      key.append(byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte)
    }
    if !hasAt || key.last == 0x40 { key.removeAll(keepingCapacity: true) }
  }

  /// Turns the e-mail just built into what stands before its `@`, spelled as loosely as names are.
  mutating func mailbox() {
    let name = Array(key.prefix { $0 != 0x40 })
    loose.clear()
    loose.add(name.span)
    key.removeAll(keepingCapacity: true)
    key.append(contentsOf: loose.bytes)
  }

  /// A handle or site in lower case, without scheme, `www.`, `@` and closing slash.
  mutating func handle(_ cell: Span<UInt8>) {
    key.removeAll(keepingCapacity: true)
    for index in cell.indices where cell[index] > 0x20 && cell[index] != 0x40 {
      let byte = cell[index]
      key.append(byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte)
    }
    for prefix in ["https://", "http://", "www."] where key.starts(with: prefix.utf8) {
      key.removeFirst(prefix.utf8.count)
    }
    while key.last == 0x2F { key.removeLast() }
    if key.count < 4 { key.removeAll(keepingCapacity: true) }
  }

  /// Letters and digits in lower case, nothing between them: postal codes, documents.
  mutating func code(_ cell: Span<UInt8>) {
    words(cell)
    key.removeAll { $0 == 0x20 }
    if let first = key.first, !key.contains(where: { $0 != first }) { key.removeAll(keepingCapacity: true) }
  }

  /// Only the digits.
  mutating func digits(_ cell: Span<UInt8>) {
    key.removeAll(keepingCapacity: true)
    for index in cell.indices where cell[index] >= 0x30 && cell[index] <= 0x39 { key.append(cell[index]) }
  }

  /// A valid ИНН, else empty.
  mutating func inn(_ cell: Span<UInt8>) {
    digits(cell)
    if !Identifiers.isINN(key.span) { key.removeAll(keepingCapacity: true) }
  }

  /// A valid ОГРН or ОГРНИП, else empty.
  mutating func ogrn(_ cell: Span<UInt8>) {
    digits(cell)
    if !Identifiers.isOGRN(key.span) { key.removeAll(keepingCapacity: true) }
  }

  /// A КПП of nine signs, else empty.
  mutating func kpp(_ cell: Span<UInt8>) {
    code(cell)
    if key.count != 9 { key.removeAll(keepingCapacity: true) }
  }

  /// A date as `yyyymmdd`; what is no date of three numbers gives an empty key.
  ///
  /// Day before month unless the second number cannot be a month; two-digit years up to 30 are of this century.
  mutating func date(_ cell: Span<UInt8>) {
    var numbers: [Int] = []
    var lengths: [Int] = []
    var open = false
    for index in cell.indices {
      let byte = cell[index]
      if byte == 0x54, numbers.count == 3 { break }  // the T before a time
      guard byte >= 0x30, byte <= 0x39 else {
        open = false
        continue
      }
      if open {
        numbers[numbers.count - 1] = numbers[numbers.count - 1] &* 10 &+ Int(byte - 0x30)
        lengths[lengths.count - 1] += 1
      } else {
        if numbers.count == 3 { break }
        numbers.append(Int(byte - 0x30))
        lengths.append(1)
        open = true
      }
    }
    key.removeAll(keepingCapacity: true)
    if numbers.count == 1, lengths[0] == 8 {
      let number = numbers[0]
      numbers =
        number / 10000 >= 1500 && number / 10000 < 2200
        ? [number / 10000, number / 100 % 100, number % 100]
        : [number % 10000, number / 10000 % 100, number / 1_000_000]
    } else if numbers.count == 3 {
      guard lengths.allSatisfy({ $0 <= 4 }) else { return }
      if lengths[0] != 4 {
        if lengths[2] != 4 { numbers[2] += numbers[2] <= 30 ? 2000 : 1900 }
        numbers =
          numbers[1] > 12 ? [numbers[2], numbers[0], numbers[1]] : [numbers[2], numbers[1], numbers[0]]
      }
    } else {
      return
    }
    guard numbers[0] > 0, numbers[0] < 10000, numbers[1] < 100, numbers[2] < 100 else { return }
    for (number, unit) in [(numbers[0], 1000), (numbers[1], 10), (numbers[2], 10)] {
      var unit = unit
      while unit > 0 {
        key.append(UInt8(0x30 + number / unit % 10))
        unit /= 10
      }
    }
  }

  /// `m` or `f`, else empty.
  mutating func gender(_ cell: Span<UInt8>) {
    words(cell)
    let first = key.first
    key.removeAll(keepingCapacity: true)
    switch first {
    case 0x6D: key.append(0x6D)  // male, m, мужской
    case 0x66, 0x7A: key.append(0x66)  // female, f, женский
    default: break
    }
  }

  /// Replaces the key.
  mutating func set(_ bytes: some Sequence<UInt8>) {
    key.removeAll(keepingCapacity: true)
    key.append(contentsOf: bytes)
  }
}
