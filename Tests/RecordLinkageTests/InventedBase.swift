/// A seeded run of numbers (SplitMix64).
struct Numbers: RandomNumberGenerator {
  var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var bits = state
    bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
    bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
    return bits ^ (bits >> 31)
  }
}

/// A base of invented persons, some written twice with slips and gaps.
struct InventedBase {
  var table: CSVTable

  init(clients: Int, seed: UInt64, copies: Int? = nil) {
    var numbers = Numbers(seed: seed)
    let given = "Анна Борис Вера Глеб Денис Елена Захар Инна Кирилл Лидия Максим Нина Олег Павел Раиса Степан"
      .split(separator: " ").map(String.init)
    let roots = "Бел Зим Лап Куд Мор Нос Пан Руд Сав Тал Уд Фад Хар Чер Шум Як Дуб Гор Вет Бур"
      .split(separator: " ").map(String.init)
    let ends = "ин ов кин енко ский ушев арин ягин".split(separator: " ").map(String.init)
    var rows: [[String]] = []
    for client in 0..<clients {
      let phone = "+79\(100_000_000 + Int.random(in: 0..<800_000_000, using: &numbers))"
      rows.append([
        "", given[Int.random(in: 0..<given.count, using: &numbers)],
        roots[Int.random(in: 0..<roots.count, using: &numbers)]
          + ends[Int.random(in: 0..<ends.count, using: &numbers)],
        "\(Int.random(in: 1950...2004, using: &numbers))-0\(Int.random(in: 1...9, using: &numbers))-"
          + "\(Int.random(in: 10...28, using: &numbers))",
        phone, client % 3 == 0 ? "" : "user\(Int.random(in: 0..<9_000_000, using: &numbers))@mail.example",
      ])
    }
    for _ in 0..<(copies ?? clients / 8) {
      var row = rows[Int.random(in: 0..<clients, using: &numbers)]
      switch Int.random(in: 0..<5, using: &numbers) {
      case 0: row[2] = String(row[2].dropLast()) + "е"
      case 1: row[3] = ""
      case 2: row[4] = ""
      case 3: row[1] = String(row[1].prefix(1)) + "."
      default: break
      }
      rows.append(row)
    }
    for index in rows.indices { rows[index][0] = "\(index)" }
    table = CSVTable(
      header: ["external_id", "first_name", "last_name", "birth_date", "phone", "email"], rows: rows)
  }
}
