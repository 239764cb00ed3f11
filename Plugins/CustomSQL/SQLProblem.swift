/// Why a check could not be compiled or run.
enum SQLProblem: Error, Equatable {
  /// The guard refused it: what it would have done.
  case forbidden(String)
  /// SQLite did not understand it, in its own words.
  case text(String)
  /// It ran longer than it may.
  case late
  /// It needed more memory than it may.
  case large
  /// It gave back something else than rowids.
  case rows(String)

  /// In words, lower case.
  var words: String {
    switch self {
    case .forbidden(let what): "\(what); a check may only select from the base"
    case .text(let message): message
    case .late: "ran longer than `seconds` allows and was stopped"
    case .large: "needed more memory than `megabytes` allows and was stopped"
    case .rows(let what): what
    }
  }
}
