/// How the cells of a field are to be read: its format, and what the standard says of the field besides.
///
/// Made once a run: patterns and lists cost something to prepare. The format itself is cheap, and made for each
/// column that has the field.
public struct FieldPlan: Sendable {
  private let format: String
  private let keys: FieldKeys?
  private let constraints: Constraints?

  /// A plan.
  /// - Parameters:
  ///   - format: name of the built-in format; nil: plain text.
  ///   - keys: the keys beneath the field in the standard.
  ///   - now: today, ISO 8601.
  /// - Throws: `ConstraintError` when a constraint cannot be.
  public init(format: String?, keys: FieldKeys?, now: String) throws(ConstraintError) {
    self.format = format ?? "text"
    self.keys = keys
    if let keys { constraints = try Constraints(keys, now: now) } else { constraints = nil }
  }

  /// The format for a field; nil: the catalogue has none of that name.
  public func format(
    in catalogue: FormatCatalogue, field: String, region: String, now: String
  ) -> (any FieldFormat)? {
    let options = FormatOptions(keys, field: field, region: region, now: now)
    guard let base = catalogue.format(named: format, options: options) else { return nil }
    guard let constraints else { return base }
    return DeclaredFormat(
      name: keys?.format ?? format, base: base, constraints: constraints,
      severity: keys?.severity.flatMap { FormatSeverity(rawValue: $0) })
  }
}
