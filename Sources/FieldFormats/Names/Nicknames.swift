/// Full names behind short forms.
///
/// `Саша` may be Александр or Александра, so a short form is told, never replaced.
struct Nicknames: Sendable {
  private var full: [String: [String]] = [:]

  /// Reads rows of (short form, full name).
  init(_ rows: [[String]]) {
    for row in rows where !(full[row[0].folded]?.contains(row[1]) ?? false) {
      full[row[0].folded, default: []].append(row[1])
    }
  }

  /// Names a form may stand for, in the order of the dictionary; empty: it is no short form known here.
  func names(of form: String) -> [String] { full[form.folded] ?? [] }
}
