public import Pipeline

/// A reporter that writes every finding by itself, and so cannot hold them all in one text.
public protocol FindingReporter: Sendable {
  /// Name on the command line.
  static var name: String { get }

  /// Writes the document, piece by piece.
  /// - Parameters:
  ///   - findings: all that was found.
  ///   - summary: the same, counted.
  ///   - options: language, masks.
  ///   - write: takes the next piece.
  /// - Throws: what `write` throws.
  /// - Complexity: O(findings).
  func render<Failure: Error>(
    _ findings: FindingList, _ summary: RunSummary, options: ReportOptions,
    to write: (String) throws(Failure) -> Void
  ) throws(Failure)
}
