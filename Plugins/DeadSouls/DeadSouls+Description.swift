import RuleKit

extension DeadSouls {
  /// What stands beneath the rule in a standard.
  struct Settings: Decodable, Sendable {
    /// How long after its last activity a client is active.
    var active: String
    /// How long it is dormant at most; beyond it is dead.
    var dormant: String
    /// Whether a change of the record counts as an activity.
    var countUpdates: Bool

    enum CodingKeys: String, CodingKey {
      case active, dormant
      case countUpdates = "count_updates"
    }
  }

  static var settings: [SettingDescription] {
    [
      SettingDescription(
        "active", ["type": .string("string")], default: .string("12 months"),
        en: "how long after the last activity a client is active: a number of days, weeks, months or years",
        ru: "сколько после последней активности клиент активен: число дней, недель, месяцев или лет"),
      SettingDescription(
        "dormant", ["type": .string("string")], default: .string("36 months"),
        en: "up to what age of the last activity a client is dormant; beyond it is dead",
        ru: "до какой давности последней активности клиент спящий; дальше — мёртвый"),
      SettingDescription(
        "count_updates", ["type": .string("boolean")], default: .bool(false),
        en: "whether a change of the record (updated_at) counts as an activity of the client",
        ru: "считать ли изменение записи (updated_at) активностью клиента"),
    ]
  }

  static var codes: [CodeDescription] {
    [
      CodeDescription(
        "status-active", .info, repair: .safe, en: "the client is active", ru: "клиент активен"),
      CodeDescription(
        "status-dormant", .info, repair: .safe, en: "the client is dormant", ru: "клиент спящий"),
      CodeDescription(
        "status-dead", .info, repair: .safe, en: "the client is a dead soul", ru: "клиент — мёртвая душа"),
      CodeDescription(
        "status-unknown", .info, repair: .safe, en: "there is nothing to judge the client by",
        ru: "судить о клиенте не по чему"),
      CodeDescription(
        "date-in-future", .warning, en: "the date of an activity lies in the future; it was not counted",
        ru: "дата активности в будущем; она не учтена"),
    ]
  }
}
