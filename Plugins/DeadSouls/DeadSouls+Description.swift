import PurchaseModels
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
    /// Whether an address with a number counts as a way to reach the client.
    var countAddresses: Bool
    /// Path of the register file; empty: none.
    var registry: String
    /// Path of the suppression list; empty: none.
    var suppress: String
    /// The model of chances; nil: none.
    var model: PurchaseModel?
    /// Clients with purchases from which on a model is fitted.
    var modelClients: Int
    /// Weights of signals that differ from the standard's.
    var weights: [String: Double]

    enum CodingKeys: String, CodingKey {
      case active, dormant, registry, suppress, model, weights
      case countUpdates = "count_updates"
      case countAddresses = "count_addresses"
      case modelClients = "model_clients"
    }

    init(from decoder: any Decoder) throws {
      let container = try decoder.container(keyedBy: CodingKeys.self)
      active = try container.decode(String.self, forKey: .active)
      dormant = try container.decode(String.self, forKey: .dormant)
      countUpdates = try container.decode(Bool.self, forKey: .countUpdates)
      countAddresses = try container.decode(Bool.self, forKey: .countAddresses)
      registry = try container.decode(String.self, forKey: .registry)
      suppress = try container.decode(String.self, forKey: .suppress)
      modelClients = try container.decode(Int.self, forKey: .modelClients)
      weights = try container.decode([String: Double].self, forKey: .weights)
      let name = try container.decode(String.self, forKey: .model)
      model = PurchaseModel(rawValue: name)
      guard model != nil || name == "off" else {
        throw DecodingError.dataCorruptedError(
          forKey: .model, in: container, debugDescription: "known are mbg-nbd, bg-nbd and off")
      }
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
      SettingDescription(
        "count_addresses", ["type": .string("boolean")], default: .bool(false),
        en: "whether an address that a letter would arrive at counts as a way to reach the client",
        ru: "считать ли способом связи адрес, по которому дойдёт письмо"),
      SettingDescription(
        "registry",
        ["type": .string("string"), "format": .string("path"), "x-option": .string("registry")],
        default: .string(""),
        en:
          "a CSV file inn,ogrn,status,status_date: what the state register says of companies; --registry on the command line",
        ru:
          "файл CSV inn,ogrn,status,status_date: что о компаниях говорит госреестр; в командной строке --registry"
      ),
      SettingDescription(
        "suppress",
        ["type": .string("string"), "format": .string("path"), "x-option": .string("suppress")],
        default: .string(""),
        en:
          "a CSV file with email or phone, and if need be reason: contacts that bounced or opted out; --suppress on the command line",
        ru:
          "файл CSV с email или phone и, если есть, reason: контакты, которые не работают или отказались; в командной строке --suppress"
      ),
      SettingDescription(
        "model",
        [
          "type": .string("string"),
          "enum": .array([.string("mbg-nbd"), .string("bg-nbd"), .string("off")]),
        ], default: .string("mbg-nbd"),
        en:
          "the model of p_alive, the chance that a client is still there: a ranking by which nobody is judged",
        ru: "модель p_alive, вероятности, что клиент ещё жив: порядок, по которому никого не судят"),
      SettingDescription(
        "model_clients", ["type": .string("integer"), "minimum": .integer(1)], default: .integer(200),
        en: "clients with purchases from which on the model is fitted",
        ru: "с какого числа клиентов с покупками подбирается модель"),
      SettingDescription(
        "weights",
        [
          "type": .string("object"), "additionalProperties": .bool(false),
          "properties": .object(
            Dictionary(
              uniqueKeysWithValues: Weights.all.map {
                (
                  $0.key,
                  .object([
                    "type": .string("number"), "minimum": .integer(0), "maximum": .integer(1),
                    "default": .number($0.weight),
                  ])
                )
              })),
        ], default: .object([:]),
        en: "how much each signal adds to dead_score, 0 to 1, where it is not as here: \(Weights.list)",
        ru: "сколько каждый признак добавляет к dead_score, от 0 до 1, если не как здесь: \(Weights.list)"),
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
      CodeDescription(
        "chance", .info, repair: .safe, en: "the chance that the client is still there",
        ru: "вероятность, что клиент ещё жив"),
      CodeDescription(
        "chances-fitted", .info,
        en:
          "p_alive is a ranking by a model fitted on {clients} clients (r {r}, α {alpha} weeks, a {a}, b {b})",
        ru:
          "p_alive — порядок по модели, подобранной на {clients} клиентах (r {r}, α {alpha} нед., a {a}, b {b})"
      ),
    ]
  }
}
