import Tables

/// Words that stand with phone numbers and say nothing of their own.
enum PhoneWords {
  enum Meaning: UInt32 {
    case none = 0
    /// Names the number: «тел.», «моб.», «WhatsApp».
    case label = 1
    /// Digits after it are an extension.
    case extends = 2
    /// May be one or a word of its own: «д. 5».
    case mayExtend = 4
    /// Stands between two numbers.
    case joins = 8
  }

  private static let table = WordTable(
    words(
      "доб добавочный добав добавоч вн внутр внутренний ext extension extn x х тон тональный тоновый набор",
      .extends)
      + words("д", .mayExtend) + words("и или and or", .joins)
      + words(
        "т тел телефон телефоны моб мобильный мобил мобила сот сотовый раб рабочий дом домашний факс fax tel "
          + "phone mob mobile cell р м ф f m whatsapp вотсап ватсап вацап viber вайбер telegram телеграм tg wa "
          + "городской гор код no офис доп дополнительный", .label))

  private static func words(_ text: String, _ meaning: Meaning) -> [(word: String, number: UInt32)] {
    text.split(separator: " ").map { (word: String($0), number: meaning.rawValue) }
  }

  static func meaning(of word: Span<UInt8>) -> Meaning {
    table.find(word).flatMap { Meaning(rawValue: $0) } ?? .none
  }
}
