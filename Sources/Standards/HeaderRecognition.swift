import RuleKit
public import Tables

/// Recognises what the columns of a table hold.
///
/// Levels, the first that answers wins: the mapping file; canonical names, labels and identifiers of known
/// programs; synonyms; synonyms with an owner («Телефон контакта»); nearly the same words; the cells themselves.
/// Cells also settle what a header leaves open: whether «Клиент» is a person or an organisation. Neither the
/// order of rows nor their number changes the answer: cells are sampled by their own text.
public struct HeaderRecognition: Sendable {
  /// The canonical fields.
  public let catalogue: FieldCatalogue
  private let matcher: HeaderMatcher
  private let words: ContentWords

  /// A recogniser; `words` are those by which cells tell names, places and legal forms.
  public init(catalogue: FieldCatalogue, synonyms: HeaderSynonyms, words: ContentWords? = nil) {
    self.catalogue = catalogue
    self.words = words ?? ContentWords()
    matcher = HeaderMatcher(catalogue: catalogue, synonyms: synonyms)
  }

  /// One match a column, in the table's order; no field stands twice.
  /// - Complexity: O(columns × synonyms + bytes of the table).
  public func recognise(_ table: Table, mapping: Mapping? = nil) -> [ColumnMatch] {
    recognise(table, contents: contents(of: table), mapping: mapping)
  }

  /// What the cells of each column look like.
  func contents(of table: Table) -> [ColumnContent] {
    let sample = RowSample(of: table)
    return table.columns.map { ColumnContent($0.cells, rows: sample.rows, words: words) }
  }

  func recognise(_ table: Table, contents: [ColumnContent], mapping: Mapping?) -> [ColumnMatch] {
    let headers = table.columns.map { Self.trimmed($0.name) }
    var candidates: [[HeaderCandidate]] = headers.map { header in
      if let field = mapping?.field(of: header, in: table.name) { return Self.mapped(field, header) }
      if ExtraField.isExtra(header) {
        return [HeaderCandidate(field: header, how: .id, score: 1, isExact: true)]
      }
      return matcher.candidates(for: header)
    }
    settleOwn(&candidates, headers: headers, table: table)
    let meaning = ContentMeaning(candidates: candidates, headers: headers)
    let settled = candidates.indices.map { column in
      meaning.settle(candidates[column], header: headers[column], content: contents[column])
    }
    return FieldAssignment(catalogue: catalogue).assign(settled, headers: headers)
  }

  /// Whether a header is no name of any field.
  func isUnknown(_ header: String) -> Bool {
    !ExtraField.isExtra(header) && matcher.candidates(for: Self.trimmed(header)).isEmpty
  }

  private static func mapped(_ field: String, _ header: String) -> [HeaderCandidate] {
    let name = field == Mapping.extra ? ExtraField.prefix + header : field
    return [HeaderCandidate(field: name, how: .mapping, score: 1, isExact: true)]
  }

  /// Settles the fields that only this product writes: `client_id`, `source`, and what rules derive.
  ///
  /// A stranger's «Код клиента» is an external id, a stranger's `source` the channel a client came by.
  private func settleOwn(_ candidates: inout [[HeaderCandidate]], headers: [String], table: Table) {
    var isOwn = false
    for column in candidates.indices where candidates[column].first?.field == "client_id" {
      guard candidates[column][0].how != .mapping else { continue }
      let cells = table.columns[column].cells
      if Self.areAll(cells, .clientID, evenIfEmpty: candidates[column][0].isExact) {
        candidates[column] = [candidates[column][0]]
        isOwn = isOwn || !cells.isAllNull
      } else {
        candidates[column] = [HeaderCandidate(field: "external_id", how: .synonym, score: 0.95)]
      }
    }
    for column in candidates.indices {
      guard let first = candidates[column].first, first.how == .id else { continue }
      if first.field == "source", first.isExact {
        if !Self.areAll(table.columns[column].cells, .sourceAddress, evenIfEmpty: true) {
          candidates[column] = matcher.synonym(of: headers[column]).map { [$0] } ?? []
        }
      } else if isOwn {
        // In a base that this product wrote a label means its field, nothing else.
        candidates[column] = [first]
      } else if catalogue.definition(of: first.field)?.isDerived == true, !first.isExact,
        candidates[column].count > 1
      {
        candidates[column].removeFirst()
      }
    }
  }

  private static func areAll(_ cells: TextColumn, _ shape: CellShape, evenIfEmpty: Bool) -> Bool {
    var isAny = false
    for row in 0..<cells.count where !cells.utf8(at: row).isBlank {
      guard CellShape(of: cells[row] ?? "").contains(shape) else { return false }
      isAny = true
    }
    return isAny || evenIfEmpty
  }

  static func trimmed(_ header: String) -> String {
    let start = header.drop { $0.isWhitespace || $0 == "\u{FEFF}" }
    return String(start.reversed().drop { $0.isWhitespace }.reversed())
  }
}
