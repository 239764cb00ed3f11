/// Numbers of invented firms and people, with valid check digits.
///
/// They point nowhere on purpose: tax offices are numbered 90…96 within a region and banks have the unit 99,
/// which no register is known to use.
extension Dice {
  /// ИНН of an organisation, 10 digits (приказ ФНС ММВ-7-6/435@, 29.06.2012).
  mutating func organisationINN(region: String) -> String {
    let body = region + String(number(in: 90...96)) + digits(5)
    return body + checkDigit(body, [2, 4, 10, 3, 5, 9, 4, 6, 8])
  }

  /// ИНН of a person, 12 digits (same source).
  mutating func personINN(region: String) -> String {
    var inn = region + String(number(in: 90...96)) + digits(6)
    inn += checkDigit(inn, [7, 2, 4, 10, 3, 5, 9, 4, 6, 8])
    inn += checkDigit(inn, [3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8])
    return inn
  }

  /// КПП of the place of registration: the tax office of the ИНН, reason 01, number 001.
  func kpp(ofINN inn: String) -> String { inn.prefix(4) + "01001" }

  /// КПП of a branch: a tax office of its region, reason 43.
  mutating func branchKPP(region: String) -> String { region + String(number(in: 90...96)) + "43001" }

  /// ОГРН, 13 digits.
  ///
  /// The last is the rest of division by 11 (ПП РФ 438, приложение 1).
  mutating func ogrn(region: String, year: Int) -> String {
    let body = "1" + padded(year % 100, 2) + region + digits(7)
    return body + String((Int64(body) ?? 0) % 11 % 10)
  }

  /// ОГРНИП, 15 digits: the last is the last digit of the rest of division by 13 (same source).
  mutating func ogrnip(region: String, year: Int) -> String {
    let body = "3" + padded(year % 100, 2) + region + digits(9)
    return body + String((Int64(body) ?? 0) % 13 % 10)
  }

  /// БИК of a bank that does not exist, in the territory of that code.
  mutating func bic(territory: String) -> String { "04" + territory + "99" + String(number(in: 700...999)) }

  /// Account with its control key (ЦБ РФ, порядок № 515 of 08.09.1997).
  mutating func account(balance: String, bic: String) -> String {
    let tail = "0000" + digits(7)
    func sum(_ key: Int) -> Int {
      zip("\(bic.suffix(3))\(balance)810\(key)\(tail)", [7, 1, 3].repeated(8)).reduce(0) {
        $0 + ($1.0.wholeNumberValue ?? 0) * $1.1 % 10
      }
    }
    return "\(balance)810\(sum(0) % 10 * 3 % 10)\(tail)"
  }

  private func checkDigit(_ body: String, _ weights: [Int]) -> String {
    String(zip(body, weights).reduce(0) { $0 + ($1.0.wholeNumberValue ?? 0) * $1.1 } % 11 % 10)
  }
}

extension Array {
  /// The items over and over, that many times.
  fileprivate func repeated(_ times: Int) -> [Element] { (0..<times).flatMap { _ in self } }
}

/// The digits with the last one wrong.
func withWrongLastDigit(_ digits: String) -> String {
  let last = digits.last?.wholeNumberValue ?? 0
  return digits.dropLast() + String((last + 3) % 10)
}
