import RuleKit
import Tables

/// Clients of no base, with what three million orders told of each; the same at every run.
struct InventedClients {
  private(set) var fields: [String] = []
  private(set) var columns: [TextColumn] = []
  /// Their orders, with a day and an amount each.
  private(set) var orders = ClientRows(name: "orders", fields: [], columns: [], starts: [0])

  private static let surnames = [
    "Белкин", "Зимин", "Лазарев", "Орлов", "Гущин", "Турчанин", "Ершов", "Ладыгин",
  ]
  private static let names = ["Олег", "Пётр", "Илья", "Антон", "Борис", "Егор", "Павел", "Роман"]
  private static let patronymics = ["Ильич", "Петрович", "Олегович", "Антонович", "Борисович"]
  private static let towns = ["Тула", "Орёл", "Псков", "Рязань", "Калуга"]
  private static let day = 86_400

  /// So many clients, with three orders each on the average.
  init(_ count: Int) {
    var dice = Dice(state: 2026)
    var rows: [String: TextColumn] = [:]
    let order = [
      "client_id", "person_full_name", "inn", "phone", "email", "address", "birth_date",
      "first_purchase_date", "last_purchase_date", "purchases_count", "purchases_total",
      "last_contact_date", "next_contact_date", "created_at", "updated_at", "manager", "consent", "balance",
    ]
    for field in order { rows[field] = TextColumn() }
    let clock = CivilDate(year: 2026, month: 11, day: 22)
    // Six years of days, made once.
    let days = (0..<2_200).map { clock.before(days: $0) }.map {
      "\($0.year)-\(Self.two($0.month))-\(Self.two($0.day))"
    }
    var (orderDays, amounts, starts) = (TextColumn(), TextColumn(), [Int64(0)])
    for row in 0..<count {
      func put(_ field: String, _ text: String?) { rows[field]?.append(text) }
      let surname = dice.one(of: Self.surnames)
      put("client_id", "C" + String(1_000_000 + row, radix: 36))
      put("person_full_name", "\(surname) \(dice.one(of: Self.names)) \(dice.one(of: Self.patronymics))")
      put("inn", dice.below(10) < 4 ? String(500_100_000_000 + dice.below(9_000_000)) : nil)
      put("phone", dice.below(10) < 8 ? "+7916\(1_000_000 + dice.below(8_999_999))" : nil)
      put("email", dice.below(10) < 6 ? "u\(dice.below(9_000_000))@example.org" : nil)
      put(
        "address",
        dice.below(2) < 1
          ? "г. \(dice.one(of: Self.towns)), ул. Новая, д. \(1 + dice.below(90)), кв. \(1 + dice.below(200))"
          : nil)
      put("birth_date", dice.below(3) < 1 ? "19\(50 + dice.below(50))-0\(1 + dice.below(9))-11" : nil)
      let first = dice.below(2_100)
      let orders = dice.below(7)
      let last = orders < 2 ? first : dice.below(first + 1)
      put("first_purchase_date", orders > 0 ? days[first] : nil)
      put("last_purchase_date", orders > 0 ? days[last] : nil)
      put("purchases_count", String(orders))
      for order in 0..<orders {
        orderDays.append(days[order == 0 ? first : order == 1 ? last : last + dice.below(first - last + 1)])
        amounts.append(String(500 + dice.below(20_000)))
      }
      starts.append(starts[row] + Int64(orders))
      put("purchases_total", String(orders * (500 + dice.below(20_000))))
      put("last_contact_date", dice.below(2) < 1 ? days[dice.below(2_100)] : nil)
      put("next_contact_date", dice.below(9) < 1 ? days[dice.below(100)] : nil)
      put("created_at", days[min(first + dice.below(90), 2_199)])
      put("updated_at", days[dice.below(first + 1)])
      put("manager", dice.one(of: Self.surnames) + " А. П.")
      put("consent", dice.below(3) < 2 ? "true" : nil)
      put("balance", dice.below(20) < 1 ? "-\(dice.below(9_000)).50" : "0")
    }
    orders = ClientRows(
      name: "orders", fields: ["date", "amount"], columns: [orderDays, amounts], starts: starts)
    for field in order {
      guard let column = rows[field] else { continue }
      fields.append(field)
      columns.append(column)
    }
  }

  private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

  /// Takes over what a rule derived, as the runner does.
  mutating func take(_ results: Results) {
    var rows: [UInt16: [Int]] = [:]
    var values: [UInt16: TextColumn] = [:]
    for (place, edit) in results.edits.enumerated() {
      rows[edit.field, default: []].append(edit.row)
      values[edit.field, default: TextColumn()].append(cell: place, of: results.editValues)
    }
    for (field, rows) in rows {
      guard let values = values[field] else { continue }
      let name = results.names[field]
      let place = fields.firstIndex(of: name) ?? fields.count
      if place == fields.count {
        fields.append(name)
        columns.append(TextColumn(nulls: columns[0].count))
      }
      columns[place] = columns[place].replacing(rows: rows, with: values)
    }
  }
}

/// A generator with a fixed seed: SplitMix64 (Steele, Lea & Flood, 2014).
private struct Dice {
  var state: UInt64

  mutating func below(_ count: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((z ^ (z >> 31)) >> 11) % count
  }

  mutating func one(of words: [String]) -> String { words[below(words.count)] }
}
