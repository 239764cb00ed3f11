/// One run of digits of a phone cell, with what stood about it.
struct PhonePiece: Equatable {
  var digits = ""
  /// The digits with letters that look like digits read as such; empty when there are none.
  var likeDigits = ""
  var hasPlus = false
  /// Digits before the first punctuation.
  var firstGroup = 0
  var ext: String?
  /// What ended the piece before it.
  var divider: Character = " "
  /// Places, in digits, where a space stood.
  var gaps: [Int] = []
}

/// Cuts a phone cell into runs of digits, extensions and words.
struct PhonePieces {
  private(set) var pieces: [PhonePiece] = []
  /// Words that are not a label, in order.
  private(set) var words: [String] = []
  private var current = PhonePiece()
  private var expectsExtension = false

  private static let extensionWords = WordTable(
    [
      "доб", "добавочный", "добав", "вн", "внутр", "внутренний", "ext", "extension", "x", "х", "тон",
      "тональный", "набор", "д",
    ].map { (word: $0, number: 1) })
  private static let labels = WordTable(
    [
      "т", "тел", "телефон", "телефоны", "моб", "мобильный", "мобил", "сот", "сотовый", "раб", "рабочий",
      "дом",
      "домашний",
      "факс", "fax", "tel", "phone", "mob", "mobile", "cell", "р", "м", "ф", "f", "m", "whatsapp", "вотсап",
      "ватсап",
      "viber", "вайбер", "telegram", "телеграм", "tg", "wa", "тел/факс", "городской", "гор", "код", "no", "и",
      "или",
      "and", "or",
    ].map { (word: $0, number: 1) })

  init(_ text: String) {
    let scalars = Array(text.unicodeScalars)
    var index = 0
    while index < scalars.count {
      let scalar = scalars[index]
      if ("0"..."9").contains(scalar) {
        let start = index
        while index < scalars.count, ("0"..."9").contains(scalars[index]) { index += 1 }
        takeDigits(String(String.UnicodeScalarView(scalars[start..<index])))
      } else if scalar.isAlphabetic || scalar == "|" && isBetweenDigits(scalars, index) {
        let start = index
        while index < scalars.count, scalars[index].isAlphabetic || scalars[index] == "|" {
          index += 1
        }
        let isGlued =
          start > 0 && ("0"..."9").contains(scalars[start - 1])
          || index < scalars.count && ("0"..."9").contains(scalars[index])
        takeWord(String(String.UnicodeScalarView(scalars[start..<index])), isGlued: isGlued)
      } else {
        takeMark(scalar, next: index + 1 < scalars.count ? scalars[index + 1] : " ")
        index += 1
      }
    }
    finish(" ")
  }

  private func isBetweenDigits(_ scalars: [Unicode.Scalar], _ index: Int) -> Bool {
    index > 0 && index + 1 < scalars.count && ("0"..."9").contains(scalars[index - 1])
      && ("0"..."9").contains(scalars[index + 1])
  }

  private mutating func takeDigits(_ digits: String) {
    if expectsExtension {
      expectsExtension = false
      if digits.utf8.count <= 6 {
        if current.digits.isEmpty, !pieces.isEmpty {
          pieces[pieces.count - 1].ext = digits
        } else {
          current.ext = digits
          finish(" ")
        }
        return
      }
      finish(" ")
    }
    if current.digits.isEmpty { current.firstGroup = digits.utf8.count }
    current.digits += digits
    current.likeDigits += current.likeDigits.isEmpty ? "" : digits
  }

  private mutating func takeWord(_ word: String, isGlued: Bool) {
    if isGlued || word.count == 1, let digits = Self.asDigits(word), !current.digits.isEmpty,
      current.digits.utf8.count < 11
    {
      current.likeDigits = (current.likeDigits.isEmpty ? current.digits : current.likeDigits) + digits
      return
    }
    let low = word.lowered
    if Self.extensionWords.find(low) != nil {
      if current.digits.utf8.count >= 5 || current.digits.isEmpty && !pieces.isEmpty {
        expectsExtension = true
        return
      }
      if low != "д" { return }
    }
    if low == "e", current.digits.utf8.count > 4 { current.divider = "e" }
    if current.digits.utf8.count >= 5 { finish(low == "и" || low == "или" ? "," : "w") }
    if Self.labels.find(low) == nil { words.append(word) }
  }

  private static func asDigits(_ word: String) -> String? {
    var result = ""
    for scalar in word.unicodeScalars {
      switch scalar {
      case "O", "o", "О", "о": result += "0"
      case "З", "з": result += "3"
      case "l", "I", "|": result += "1"
      case "B", "В": result += "8"
      default: return nil
      }
    }
    return result
  }

  private mutating func takeMark(_ mark: Unicode.Scalar, next: Unicode.Scalar) {
    switch mark {
    case "+":
      if current.digits.utf8.count >= 5 { finish(",") }
      if current.digits.isEmpty { current.hasPlus = true }
    case ",":
      if next == ",", current.digits.utf8.count >= 5 {
        expectsExtension = true
      } else if !expectsExtension {
        finish(",")
      }
    case ";", "\n", "/", "\\", "|": finish(Character(mark))
    case "#", "*": if current.digits.utf8.count >= 5 { expectsExtension = true }
    case " ": if !current.digits.isEmpty { current.gaps.append(current.digits.utf8.count) }
    default: break
    }
  }

  private mutating func finish(_ divider: Character) {
    if !current.digits.isEmpty {
      pieces.append(current)
      current = PhonePiece()
      current.divider = divider
      return
    }
    // Several marks in a row divide as the strongest of them does.
    if divider != " ", divider != "w" { current.divider = divider }
  }
}
