import Tables

/// The gender that first names tell.
package struct FirstNameGender: Sendable {
  private let names: NameDictionary

  /// By the names of the dictionaries.
  package init(_ dictionaries: Dictionaries) { names = dictionaries.names }

  /// `male` or `female`; nil: the name is unknown, or of both.
  /// - Complexity: O(bytes); allocates nothing.
  package func gender(of name: Span<UInt8>) -> String? {
    let kinds = names.kinds(name).intersection(.gendered)
    return kinds == .male ? Gender.male.rawValue : kinds == .female ? Gender.female.rawValue : nil
  }
}
