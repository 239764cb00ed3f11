import Tables

/// Legal form of a party, as far as it tells clients apart.
enum LegalForm: UInt8, Sendable {
  case unknown, soleProprietor, limited, jointStock, otherCompany, company

  /// Whether the two cannot be one client: a sole proprietor and a company, even of one owner.
  func excludes(_ other: LegalForm) -> Bool {
    self != .unknown && other != .unknown && (self == .soleProprietor) != (other == .soleProprietor)
  }

  /// Whether both forms are known, of companies, and not the same.
  func differs(from other: LegalForm) -> Bool {
    rawValue >= 2 && rawValue <= 4 && other.rawValue >= 2 && other.rawValue <= 4 && self != other
  }
}

/// Takes legal forms out of organisations' names.
///
/// Source of the Russian forms: Civil Code of Russia, chapter 4; the others are the usual abbreviations.
struct LegalForms {
  private var store = ValueStore()
  private var forms: [LegalForm] = [.unknown]

  init() {
    var keys = MatchKeys()
    let words: [(LegalForm, String)] = [
      (.soleProprietor, "ИП индивидуальный предприниматель ПБОЮЛ ЧП КФХ"),
      (.limited, "ООО LLC Ltd Limited GmbH SRL"),
      (.jointStock, "АО ПАО ЗАО ОАО НАО Inc JSC Corp Corporation AG SA PLC"),
      (.otherCompany, "ГУП МУП ФГУП НКО АНО ТОО СПК ТСЖ ФГБУ МБОУ ГБУ"),
    ]
    for (form, names) in words {
      for word in names.split(separator: " ") {
        keys.words(Array(word.utf8).span)
        let id = store.id(of: keys.key)
        if Int(id) == forms.count { forms.append(form) }
      }
    }
    // The long spellings: words that mean a form only together, and are left out of names.
    let filler =
      "общество с ограниченной ответственностью акционерное публичное закрытое открытое непубличное company co"
    for word in filler.split(separator: " ") {
      keys.words(Array(word.utf8).span)
      let id = store.id(of: keys.key)
      if Int(id) == forms.count {
        forms.append(word == "ограниченной" ? .limited : word == "акционерное" ? .jointStock : .unknown)
      }
    }
  }

  /// The form named in a loose key, and the key without it (whole, when nothing else would be left).
  func split(_ key: [UInt8]) -> (form: LegalForm, name: [UInt8]) {
    var form = LegalForm.unknown
    var name: [UInt8] = []
    for range in NameParts.words(of: key.span) {
      let id = store.find(key.span.extracting(range))
      if id != 0 {
        if form == .unknown { form = forms[Int(id)] }
      } else {
        if !name.isEmpty { name.append(0x20) }
        name.append(contentsOf: key[range])
      }
    }
    return (form, name.isEmpty ? key : name)
  }
}
