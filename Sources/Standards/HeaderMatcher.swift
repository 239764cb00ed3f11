import RuleKit

/// What a header alone says, without a look at the cells.
struct HeaderCandidate: Sendable {
  var field: String
  var how: ColumnMatch.How
  var score: Double
  var ordinal = 1
  /// The header is the field's very name, ordinal included: it keeps that name.
  var isExact = false
  /// The synonym that matched, where it is not the header itself.
  var like = ""
  /// What the cells say of it.
  var note: Localized?
}

/// Levels 2 to 5 of recognition: names and labels, synonyms, groups, sets of words.
struct HeaderMatcher: Sendable {
  private let catalogue: FieldCatalogue
  private let synonyms: HeaderSynonyms
  private let labels: [String: String]

  init(catalogue: FieldCatalogue, synonyms: HeaderSynonyms) {
    self.catalogue = catalogue
    self.synonyms = synonyms
    let pairs = catalogue.fields.flatMap { field in
      [field.label.en, field.label.ru].map { (HeaderText($0, cutsOrdinal: false).key, field.name) }
    }
    labels = Dictionary(pairs, uniquingKeysWith: { first, _ in first })
  }

  /// What the header may mean, the likeliest first; several when it is ambiguous, none when it is unknown.
  func candidates(for header: String) -> [HeaderCandidate] {
    if catalogue.definition(of: header) != nil {
      return [HeaderCandidate(field: header, how: .id, score: 1, isExact: true)]
    }
    let cut = HeaderText(header)
    let whole = HeaderText(header, cutsOrdinal: false)
    guard !cut.words.isEmpty, !Self.inverted.contains(whole.key) else { return [] }
    // «Телефон 2» is the second phone, though some lists call it another one.
    if cut.ordinal > 1 {
      let found = exact(cut, header: header).filter { catalogue.definition(of: $0.field)?.canRepeat == true }
      if !found.isEmpty { return found }
    }
    for text in [whole, cut, Self.firstOfMany(whole)] {
      guard let text else { continue }
      let found = exact(text, header: header)
      if !found.isEmpty { return found }
    }
    for found in [grouped(cut), groupedByAddress(cut)] where !found.isEmpty { return found }
    if let found = tokenSet(cut) { return [found] }
    return bare(header, cut)
  }

  /// What the synonyms say of a header, labels aside.
  func synonym(of header: String) -> HeaderCandidate? {
    fromSynonyms(HeaderText(header), header: header).first
  }

  // Headers that say the opposite of the field they would be taken for: «не участвует в рассылке» is no consent.
  // Taking them over would turn a refusal into a permission, so they stay as they are.
  private static let inverted: Set<String> = Set(
    [
      "Эл. адрес не участвует в рассылке массовых сообщений", "Email Opt Out", "Opt Out", "Unsubscribed",
      "Отписан",
      "Не рассылать", "Отказ от рассылки",
    ].map { HeaderText($0, cutsOrdinal: false).key })

  // MARK: Levels

  private func exact(_ text: HeaderText, header: String) -> [HeaderCandidate] {
    let fromSynonyms = fromSynonyms(text, header: header)
    guard let field = labels[text.key] else { return fromSynonyms }
    let label = HeaderCandidate(field: field, how: .id, score: 1, ordinal: text.ordinal)
    return [label] + fromSynonyms.filter { $0.field != field }
  }

  private func fromSynonyms(_ text: HeaderText, header: String) -> [HeaderCandidate] {
    var found: [HeaderCandidate] = []
    for synonym in synonyms.matches(of: text.key) where !found.contains(where: { $0.field == synonym.field })
    {
      found.append(
        HeaderCandidate(
          field: synonym.field, how: synonym.isIdentifier ? .id : .synonym,
          score: synonym.isVerified ? 0.98 : 0.95,
          ordinal: text.ordinal))
    }
    return found
  }

  /// `Phone 3 - Value` is `Phone 1 - Value` with the ordinal 3 (the layout of Google Contacts).
  private static func firstOfMany(_ text: HeaderText) -> HeaderText? {
    guard
      let place = text.words.dropLast().firstIndex(where: { Int($0).map { (2...9).contains($0) } == true }),
      place > 0, let ordinal = Int(text.words[place])
    else { return nil }
    var words = text.words
    words[place] = "1"
    return HeaderText(words: words, ordinal: ordinal)
  }

  private static let personWords: Set<String> = [
    "контакт", "контакта", "контакту", "контактов", "клиента", "клиенту", "клиентов", "лида", "покупателя",
    "заказчика", "партнера", "абонента",
    "основной",
    "основная", "главный", "контактный", "контактного", "лица", "contact", "client", "customer", "person",
    "lead", "primary", "main",
  ]
  private static let companyWords: Set<String> = [
    "компания", "компании", "организации", "контрагента", "фирмы", "предприятия", "юрлица", "company",
    "account",
    "organization", "organisation",
  ]

  private func grouped(_ text: HeaderText) -> [HeaderCandidate] {
    let isCompany = text.words.contains { Self.companyWords.contains($0) }
    return without(Self.personWords.union(Self.companyWords), text).compactMap { candidate in
      guard candidate.field != "client_id" else { return nil }
      var found = candidate
      if isCompany, ["first_name", "person_full_name"].contains(found.field) { found.field = "org_name" }
      return found
    }
  }

  /// `ADDR_CITY` is a city; `address name` is nothing we know.
  private func groupedByAddress(_ text: HeaderText) -> [HeaderCandidate] {
    without(["addr", "address", "адрес", "адреса"], text).filter { candidate in
      catalogue.definition(of: candidate.field)?.entity == "address"
    }
  }

  /// What is left of a header without the owners at its ends.
  private func without(_ owners: Set<String>, _ text: HeaderText) -> [HeaderCandidate] {
    var words = text.words[...]
    while let last = words.last, owners.contains(last) { words.removeLast() }
    while let first = words.first, owners.contains(first) { words.removeFirst() }
    guard !words.isEmpty, words.count < text.words.count else { return [] }
    let rest = HeaderText(words: Array(words), ordinal: text.ordinal)
    return exact(rest, header: rest.key).map { candidate in
      var found = candidate
      found.how = .group
      found.score = 0.9
      found.like = words.joined(separator: " ")
      return found
    }
  }

  // Units and words that add nothing: «Скидка, %», «Сумма покупок, руб.», `Fax number`.
  private static let noise: Set<String> = [
    "номер", "number", "no", "of", "the", "руб", "рублей", "rub", "usd", "eur", "шт", "чел", "ник", "логин",
    "login",
    "nick", "username", "аккаунт", "в", "за", "по", "на", "к", "для", "in", "for",
  ]
  private static let deals: Set<String> = ["сделка", "сделки", "заказ", "заказа", "deal", "order"]

  /// The header without what stands in brackets, without units and words that add nothing.
  private func bare(_ header: String, _ text: HeaderText) -> [HeaderCandidate] {
    var depth = 0
    let outside = header.filter { character in
      if character == "(" { depth += 1 }
      defer { if character == ")" { depth -= 1 } }
      return depth == 0
    }
    // «Название (сделка)» is the name of a deal, not of a client.
    guard Self.deals.isDisjoint(with: text.words) else { return [] }
    let shortened = HeaderText(outside)
    let rest = HeaderText(words: shortened.words.filter { !Self.noise.contains($0) }, ordinal: text.ordinal)
    guard !rest.words.isEmpty, rest.words != text.words else { return [] }
    var found = exact(rest, header: rest.key)
    if found.isEmpty { found = tokenSet(rest).map { [$0] } ?? [] }
    return found.compactMap { candidate in
      guard candidate.field != "client_id" else { return nil }
      var found = candidate
      found.how = .tokenSet
      found.score = 0.85
      found.like = rest.words.joined(separator: " ")
      return found
    }
  }

  private func tokenSet(_ text: HeaderText) -> HeaderCandidate? {
    var best: (field: String, score: Double, like: String)?
    var isTied = false
    for synonym in synonyms.all {
      let score = Self.likeness(text.words, synonym.header.words)
      guard score >= 0.85 else { continue }
      if score > best?.score ?? 0 {
        best = (synonym.field, score, synonym.header.words.joined(separator: " "))
        isTied = false
      } else if score == best?.score, synonym.field != best?.field {
        isTied = true
      }
    }
    guard let best, !isTied, !Self.inverted.contains(best.like.filter { $0 != " " }) else { return nil }
    return HeaderCandidate(
      field: best.field, how: .tokenSet, score: min(best.score, 0.99) * 0.9, ordinal: text.ordinal,
      like: best.like)
  }

  /// Share of words that have a counterpart (Dice), in any order; abbreviations and one slip of the pen are allowed.
  private static func likeness(_ header: [String], _ synonym: [String]) -> Double {
    guard abs(header.count - synonym.count) <= 1 else { return 0 }
    var rest = synonym
    var sum = 0.0
    for word in header {
      let scores = rest.map { likeness(word, $0, isAlone: header.count == 1) }
      guard let best = scores.max(), best > 0, let index = scores.firstIndex(of: best) else { continue }
      sum += best
      rest.remove(at: index)
    }
    return 2 * sum / Double(header.count + synonym.count)
  }

  private static func likeness(_ word: String, _ other: String, isAlone: Bool) -> Double {
    if word == other { return 1 }
    let (length, otherLength) = (word.count, other.count)
    // «моб» for «мобильный», but one abbreviated word alone may mean too much.
    if !isAlone, length >= 3, length < otherLength, other.hasPrefix(word) { return 0.95 }
    if isInflected(word, other) { return 0.95 }
    guard abs(length - otherLength) <= 1, min(length, otherLength) >= 5, max(length, otherLength) >= 6 else {
      return 0
    }
    return NearestName.distance(word, other) == 1 ? 0.9 : 0
  }

  // Endings of Russian nouns and adjectives, and the English plural: «телефоны», «телефона», `phones`.
  private static let endings: Set<String> = [
    "", "а", "ы", "и", "у", "е", "я", "ю", "ь", "ов", "ев", "ам", "ом", "ем", "ой", "ей", "ий", "ый", "ая",
    "яя", "ое",
    "ее", "ые", "ие", "ого", "его", "ому", "ему", "ых", "их", "ами", "ах", "s", "es",
  ]

  /// Whether two words are forms of one: the same stem of four letters and more with other endings.
  private static func isInflected(_ word: String, _ other: String) -> Bool {
    let stem = zip(word, other).prefix { $0 == $1 }.count
    // The vowel that both have belongs to the ending.
    for length in [stem, stem - 1] where length >= 4 {
      let rests = [word, other].map { String($0.dropFirst(length)) }
      if rests.allSatisfy({ endings.contains($0) }) { return true }
    }
    return false
  }
}
