/// What the text of one cell looks like, from the cell alone; it may look like several things.
struct CellShape: OptionSet, Hashable, Sendable {
  let rawValue: UInt32

  static let email = CellShape(rawValue: 1 << 0)
  static let phone = CellShape(rawValue: 1 << 1)
  static let url = CellShape(rawValue: 1 << 2)
  static let date = CellShape(rawValue: 1 << 3)
  static let number = CellShape(rawValue: 1 << 4)
  /// 10 or 12 digits with right check digits (ФНС: приказ ММВ-7-14/559@).
  static let inn = CellShape(rawValue: 1 << 5)
  static let kpp = CellShape(rawValue: 1 << 6)
  /// 13 digits with a right check digit.
  static let ogrn = CellShape(rawValue: 1 << 7)
  /// 15 digits with a right check digit.
  static let ogrnip = CellShape(rawValue: 1 << 8)
  /// 9 digits that begin with 04 (Банк России: справочник БИК).
  static let bik = CellShape(rawValue: 1 << 9)
  /// 20 digits that begin with 30101, a correspondent account at the Bank of Russia.
  static let corrAccount = CellShape(rawValue: 1 << 10)
  /// 20 digits, any other account.
  static let account = CellShape(rawValue: 1 << 11)
  static let postalCode = CellShape(rawValue: 1 << 12)
  static let organisation = CellShape(rawValue: 1 << 13)
  /// Two to four words that look like names of a person.
  static let person = CellShape(rawValue: 1 << 14)
  /// A person with a patronymic or initials: nothing else looks so.
  static let surePerson = CellShape(rawValue: 1 << 15)
  /// One word of letters, as a given name is.
  static let word = CellShape(rawValue: 1 << 16)
  static let salutation = CellShape(rawValue: 1 << 17)
  /// `C-` and 12 characters of Crockford's base 32: a client_id this product gave.
  static let clientID = CellShape(rawValue: 1 << 18)
  /// An address of a source row, as this product writes it: `clients.xlsx › Клиенты › row 17`.
  static let sourceAddress = CellShape(rawValue: 1 << 19)
  static let cyrillic = CellShape(rawValue: 1 << 20)
  /// A Russian phone: +7, or 8 and ten digits.
  static let russianPhone = CellShape(rawValue: 1 << 21)

  /// A given name of the dictionary, alone in its cell.
  static let givenName = CellShape(rawValue: 1 << 22)
  /// One word with the ending of a patronymic.
  static let patronymic = CellShape(rawValue: 1 << 23)
  /// One word with the ending of a surname.
  static let surname = CellShape(rawValue: 1 << 24)
  /// A region of Russia.
  static let region = CellShape(rawValue: 1 << 25)
  /// A town of Russia.
  static let town = CellShape(rawValue: 1 << 26)
  static let country = CellShape(rawValue: 1 << 27)
  static let legalForm = CellShape(rawValue: 1 << 28)
  /// A word for a gender: м, ж, male, женский.
  static let gender = CellShape(rawValue: 1 << 29)
  /// Words of an address: ул., д., street.
  static let address = CellShape(rawValue: 1 << 30)
  /// A name in a messenger: @romashka, t.me/romashka.
  static let handle = CellShape(rawValue: 1 << 31)

  init(rawValue: UInt32) { self.rawValue = rawValue }

  /// Looks at the text of a cell.
  /// - Complexity: O(length).
  init(of text: String) {
    self = CellLook(text.unicodeScalars.map(\.value)).shape
  }
}
