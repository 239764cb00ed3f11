import RuleKit

extension Segments {
  /// What stands beneath the rule in a standard.
  struct Settings: Decodable, Sendable {
    /// Which of the three fields are made.
    var fields: [String]
    /// Shares of turnover of the classes A, B and C, in percent.
    var abc: [Double]
    /// Orders from which a client is regular.
    var regular: Int
    /// Orders from which a lost client was lost after many.
    var many: Int
    /// How long after the last purchase a client is lost.
    var lostAfter: String

    enum CodingKeys: String, CodingKey {
      case fields, abc, regular, many
      case lostAfter = "lost_after"
    }
  }

  static var settings: [SettingDescription] {
    [
      SettingDescription(
        "fields",
        [
          "type": .string("array"),
          "items": .object([
            "type": .string("string"),
            "enum": .array([.string("abc_class"), .string("rfm"), .string("life_cycle")]),
          ]),
        ], default: .array([.string("abc_class"), .string("rfm"), .string("life_cycle")]),
        en: "which of the three are made", ru: "какие из трёх полей заполнять"),
      SettingDescription(
        "abc", ["type": .string("array"), "items": .object(["type": .string("number")])],
        default: .array([.integer(75), .integer(20), .integer(5)]),
        en: "shares of turnover of the classes A, B and C, in percent",
        ru: "доли оборота классов A, B и C, в процентах"),
      SettingDescription(
        "regular", ["type": .string("integer"), "minimum": .integer(2)], default: .integer(5),
        en: "orders from which a client is regular; a regular one of class A is key",
        ru: "с какого числа заказов клиент постоянный; постоянный из класса A — ключевой"),
      SettingDescription(
        "many", ["type": .string("integer"), "minimum": .integer(3)], default: .integer(5),
        en: "orders from which a lost client was lost after many",
        ru: "с какого числа заказов клиент считается потерянным после многих"),
      SettingDescription(
        "lost_after", ["type": .string("string")], default: .string("12 months"),
        en: "how long after the last purchase a client is lost: a number of days, weeks, months or years",
        ru: "через сколько после последней покупки клиент потерян: число дней, недель, месяцев или лет"),
    ]
  }

  static var codes: [CodeDescription] {
    [
      CodeDescription(
        "abc-class", .info, repair: .safe, en: "class of the client by turnover (ABC)",
        ru: "класс клиента по обороту (ABC)"),
      CodeDescription(
        "rfm-scores", .info, repair: .safe,
        en: "recency, frequency and money of the purchases, each 1 to 5 (RFM)",
        ru: "давность, частота и сумма покупок, каждая от 1 до 5 (RFM)"),
      CodeDescription(
        "life-cycle", .info, repair: .safe, en: "stage of the client's life", ru: "стадия жизни клиента"),
    ]
  }
}
