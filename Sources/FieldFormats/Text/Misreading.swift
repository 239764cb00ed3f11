/// How a text was damaged: meant in one encoding, shown in another.
struct Misreading: Hashable, Sendable {
  /// What the bytes were read as.
  var shown: CodePage
  /// What they were; nil: UTF-8.
  var meant: CodePage?
  /// How often; a text may pass through the same wrong door twice.
  var times = 1

  /// `utf-8 as windows-1251`, as a standard writes it.
  var name: String {
    "\(meant?.name ?? "utf-8") as \(shown.name)" + (times > 1 ? " ×\(times)" : "")
  }

  /// The misreading of that name.
  init?(named name: String) {
    for candidate in Self.all where candidate.name == name {
      self = candidate
      return
    }
    return nil
  }

  init(shown: CodePage, meant: CodePage?, times: Int = 1) {
    self.shown = shown
    self.meant = meant
    self.times = times
  }

  /// Every one that can be undone.
  static let all: [Misreading] = CodePage.allCases.flatMap { shown in
    (1...3).map { Misreading(shown: shown, meant: nil, times: $0) }
      + CodePage.allCases.filter { $0 != shown && $0 != .windows1252 }.map {
        Misreading(shown: shown, meant: $0)
      }
  }

  /// The text as it was meant; nil: it cannot have been damaged so.
  /// - Complexity: O(characters).
  func undone(_ text: [UInt32]) -> [UInt32]? {
    var text = text
    for _ in 0..<times {
      guard let bytes = shown.table.encode(text) else { return nil }
      guard let meant else {
        guard let decoded = Self.utf8(bytes, shown) else { return nil }
        text = decoded.text
        continue
      }
      text = meant.table.decode(bytes)
    }
    return text
  }

  /// Strict UTF-8 of text that people write, with two losses on the way made good.
  ///
  /// A no-break space that some program made an ordinary one, and the one byte that windows-1251 has no character
  /// for and that programs drop (И: D0 98).
  static func utf8(_ bytes: [UInt8], _ shown: CodePage) -> (text: [UInt32], runs: Int)? {
    var text: [UInt32] = []
    text.reserveCapacity(bytes.count)
    var runs = 0
    var guesses = 0
    var index = 0
    func tail(_ place: Int) -> UInt32? {
      guard place < bytes.count else { return nil }
      if bytes[place] & 0xC0 == 0x80 { return UInt32(bytes[place] & 0x3F) }
      return nil
    }
    while index < bytes.count {
      let lead = bytes[index]
      switch lead {
      case 0..<0x80:
        text.append(UInt32(lead))
        index += 1
      case 0xC2..<0xE0:
        var scalar = UInt32(lead & 0x1F) << 6
        if let low = tail(index + 1) {
          scalar |= low
          index += 2
        } else if index + 2 < bytes.count, bytes[index + 1] == 0x20,
          lead == 0xD0 || lead == 0xC2 || lead == 0xC3
        {
          scalar |= 0x20
          guesses += 1
          index += 2
        } else if shown == .windows1251, lead == 0xD0, index + 1 < bytes.count {
          scalar |= 0x18
          guesses += 1
          index += 1
        } else {
          return nil
        }
        guard isPlausible(scalar) else { return nil }
        text.append(scalar)
        runs += 1
      case 0xE0..<0xF0:
        guard let middle = tail(index + 1), let low = tail(index + 2) else { return nil }
        let scalar = UInt32(lead & 0x0F) << 12 | middle << 6 | low
        guard isPlausible(scalar) else { return nil }
        text.append(scalar)
        runs += 1
        index += 3
      default: return nil
      }
    }
    return runs > 0 && guesses * 2 <= runs ? (text, runs) : nil
  }

  /// Whether a decoded character is one of the letters and marks of client bases.
  private static func isPlausible(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0xA0...0x17F: true
    // Russian and its neighbours, and the letters that Kazakh adds.
    case 0x400...0x45F, 0x490...0x493, 0x49A, 0x49B, 0x4A2, 0x4A3, 0x4AE...0x4B1, 0x4BA, 0x4BB, 0x4D8, 0x4D9,
      0x4E8, 0x4E9:
      true
    // What a second misreading leaves: signs of the pages.
    case 0x2C6, 0x2DC, 0x192: true
    case 0x10D0...0x10FF: true
    case 0x2010...0x2026, 0x202F...0x203A, 0x20AC, 0x20B4, 0x20B8, 0x20BD, 0x2116, 0x2122, 0x2212: true
    case 0x2500...0x25A0: true
    default: false
    }
  }
}
