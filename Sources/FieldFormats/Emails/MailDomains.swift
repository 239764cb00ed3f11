import Tables

/// Mail domains the formats know: services, their neighbours in spelling, throw-away services, words for roles.
struct MailDomains: Sendable {
  private var popular: [(domain: String, name: [Unicode.Scalar], top: [Unicode.Scalar])] = []
  private var popularSet: Set<String> = []
  private var known: Set<String> = []
  private var families: [String: String] = [:]
  private var roles: Set<String> = []
  private var typos: [String: String] = [:]
  /// Names of popular domains: length, letters, slips allowed.
  private var shapes: [(length: Int, letters: UInt64, slips: Int)] = []
  private var longestFiller = 0
  /// Places in `shapes` of the names that a name of this length may be meant for.
  private var shapesByLength: [[Int]] = []
  private let doubtful: WordTable
  private let safe: WordTable

  /// What speaks against a domain or a local part.
  private struct Doubt: OptionSet {
    let rawValue: UInt32
    static let disposable = Doubt(rawValue: 1)
    static let filler = Doubt(rawValue: 2)
    static let fillerDomain = Doubt(rawValue: 4)
    static let typo = Doubt(rawValue: 8)
  }

  /// Reads rows of (word, kind[, further]), and rows of throw-away domains.
  init(_ rows: [[String]], disposable: [[String]]) {
    var doubts = disposable.map { (word: $0[0], number: Doubt.disposable.rawValue) }
    var sure: [(word: String, number: UInt32)] = []
    for row in rows {
      let word = row[0]
      switch row[1] {
      case "popular":
        popular.append(Self.parts(word))
        sure.append((word, Self.popularStanding))
        known.insert(word)
      case "real":
        known.insert(word)
        sure.append((word, 2))
      case "family": families[word] = row.count > 2 ? row[2] : word
      case "role": roles.insert(word)
      case "filler":
        doubts.append((word, Doubt.filler.rawValue))
        longestFiller = max(longestFiller, word.utf8.count)
      case "filler-domain": doubts.append((word, Doubt.fillerDomain.rawValue))
      case "typo":
        typos[word] = row.count > 2 ? row[2] : nil
        doubts.append((word, Doubt.typo.rawValue))
      default: break
      }
    }
    popularSet = Set(popular.map(\.domain))
    doubtful = WordTable(doubts)
    safe = WordTable(sure)
    for domain in popular {
      let name = Array(domain.domain.utf8.prefix(max(domain.domain.utf8.count - domain.top.count - 1, 0)))
      // Short names have too many honest neighbours.
      shapes.append((name.count, Self.letters(name.span), name.count >= 9 ? 2 : name.count >= 4 ? 1 : 0))
    }
    let longest = shapes.map { $0.length + $0.slips }.max() ?? 0
    shapesByLength = (0...longest).map { length in
      shapes.indices.filter { abs(shapes[$0].length - length) <= shapes[$0].slips }
    }
  }

  /// A domain's name and top label.
  private static func parts(_ domain: String) -> (String, [Unicode.Scalar], [Unicode.Scalar]) {
    guard let dot = domain.lastIndex(of: ".") else { return (domain, Array(domain.unicodeScalars), []) }
    return (
      domain, Array(domain[..<dot].unicodeScalars), Array(domain[domain.index(after: dot)...].unicodeScalars)
    )
  }

  /// Standing of the well-known services.
  static let popularStanding: UInt32 = 1

  /// The standing of a domain against which nothing can be said; nil: it is not known, allocates nothing.
  func standing(_ domain: Span<UInt8>) -> UInt32? { safe.find(domain) }

  /// Whether the local part is a filler, bytes for bytes; allocates nothing.
  func isFiller(_ local: Span<UInt8>) -> Bool {
    local.count <= longestFiller && doubts(local).contains(.filler)
  }

  /// Whether a domain stands for none, bytes for bytes; allocates nothing.
  func isFillerDomain(_ domain: Span<UInt8>) -> Bool { doubts(domain).contains(.fillerDomain) }

  private func doubts(_ word: Span<UInt8>) -> Doubt { Doubt(rawValue: doubtful.find(word) ?? 0) }

  private func doubts(_ word: some StringProtocol) -> Doubt { Doubt(rawValue: doubtful.find(word) ?? 0) }

  /// Whether a domain has nothing of a well-known one's misspelling, of a throw-away service, of a filler.
  ///
  /// Told by length and by the set of letters alone, so it may say no of an honest domain; allocates nothing.
  /// - Complexity: O(popular domains).
  func isUnremarkable(_ domain: Span<UInt8>) -> Bool {
    var dot = domain.count - 1
    while dot > 0, domain[dot] != 0x2E { dot -= 1 }
    // A top label alone is no service's.
    for index in 0..<dot where index == 0 || domain[index - 1] == 0x2E {
      if doubtful.find(domain.extracting(index..<domain.count)) != nil { return false }
    }
    guard dot < shapesByLength.count else { return true }
    let near = shapesByLength[dot]
    guard !near.isEmpty else { return true }
    let letters = Self.letters(domain.extracting(0..<dot))
    for place in near where (shapes[place].letters ^ letters).nonzeroBitCount <= 2 * shapes[place].slips {
      return false
    }
    return true
  }

  private static func letters(_ name: Span<UInt8>) -> UInt64 {
    var set: UInt64 = 0
    for index in name.indices { set |= 1 << UInt64(name[index] & 63) }
    return set
  }

  func isPopular(_ domain: String) -> Bool { popularSet.contains(domain) }

  func isRole(_ local: String) -> Bool { roles.contains(local.lowered) }

  func isFiller(_ local: String) -> Bool { doubts(local).contains(.filler) }

  func isFillerDomain(_ domain: String) -> Bool { doubts(domain).contains(.fillerDomain) }

  /// Whether the domain or one above it is a throw-away service.
  func isDisposable(_ domain: String) -> Bool {
    var rest = Substring(domain).utf8
    while rest.contains(0x2E) {
      if doubts(Substring(rest)).contains(.disposable) { return true }
      rest = rest.drop { $0 != 0x2E }.dropFirst()
    }
    return false
  }

  /// Domain under which all addresses of one mailbox meet, and how the service reads locals.
  func family(of domain: String) -> String? { families[domain] }

  /// The well-known domain that a misspelt one was meant to be.
  ///
  /// One slip in the name or one in the top label (two in names of nine letters or more), and only when the
  /// domain is not known itself.
  func intended(_ domain: String) -> String? {
    if known.contains(domain) { return nil }
    // Misspelt names are often taken by throw-away services; the few that are listed as slips are slips.
    if let typo = typos[domain] { return typo }
    if isDisposable(domain) { return nil }
    let (_, name, top) = Self.parts(domain)
    guard !top.isEmpty else { return nil }
    let bytes = name.map { UInt8(truncatingIfNeeded: $0.value) }
    let letters = Self.letters(bytes.span)
    var best: (slips: Int, domain: String)?
    for (index, (candidate, itsName, itsTop)) in popular.enumerated() {
      let limit = shapes[index].slips
      // A slip takes a letter away, puts one in, or does both: most candidates are told by that.
      guard abs(itsName.count - name.count) <= limit,
        (shapes[index].letters ^ letters).nonzeroBitCount <= 2 * limit
      else { continue }
      let slips = EditDistance.distance(name, itsName, limit: limit)
      let topSlips = EditDistance.distance(top, itsTop, limit: 1)
      guard slips <= limit, topSlips <= 1, slips + topSlips <= max(limit, 1) else { continue }
      // A changed top label alone may be another country's honest domain.
      if slips == 0, topSlips == 1, !isSlip(top, of: itsTop) { continue }
      if best.map({ slips + topSlips < $0.slips }) ?? true { best = (slips + topSlips, candidate) }
    }
    return best?.domain
  }

  /// Whether a top label is no country's and no common one.
  private func isSlip(_ top: [Unicode.Scalar], of meant: [Unicode.Scalar]) -> Bool {
    let text = String(String.UnicodeScalarView(top))
    return !Self.tops.contains(text)
  }

  /// Top labels near the popular ones that are real.
  ///
  /// Source: IANA root zone database.
  private static let tops: Set<String> = [
    "com", "co", "cm", "ru", "rs", "ro", "re", "rw", "su", "eu", "au", "hu", "vu", "mu", "nu", "lu", "by",
    "bz", "bs",
    "kz", "ua", "uz", "us", "uk", "me", "net", "org", "info", "biz", "cc", "ca", "cn", "fr", "de", "it", "es",
    "pl",
    "lv", "lt", "ee", "ge", "am", "az", "kg", "tj", "tm", "md", "io", "ai", "tv", "ws", "pm", "ly", "gy",
  ]
}
