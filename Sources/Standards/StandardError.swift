/// A place in a text file.
public struct FileLocation: Sendable, Hashable {
  /// The file as it was named.
  public var file: String
  /// 1-based line; 0 for the file as a whole.
  public var line: Int

  /// A place.
  public init(file: String, line: Int) {
    self.file = file
    self.line = line
  }
}

/// One thing wrong with a standard or a mapping.
public struct StandardError: Error, Sendable, Equatable {
  /// Where.
  public var location: FileLocation
  /// What is wrong, lower case: `unknown field 'emial'`.
  public var problem: String
  /// The known name that was probably meant.
  public var nearest: String?
  /// What to do, when there is no nearest name to offer.
  public var remedy: String

  /// An error.
  public init(_ location: FileLocation, _ problem: String, nearest: String? = nil, remedy: String = "") {
    self.location = location
    self.problem = problem
    self.nearest = nearest
    self.remedy = remedy
  }

  /// One line: place first, the remedy after the semicolon.
  public var line: String {
    let place = location.line > 0 ? "\(location.file):\(location.line)" : location.file
    if let nearest { return "\(place): \(problem); did you mean '\(nearest)'?" }
    return remedy.isEmpty ? "\(place): \(problem)" : "\(place): \(problem); \(remedy)"
  }
}

/// Everything wrong with a standard or a mapping, in the order of files and lines.
public struct StandardErrors: Error, Sendable, Equatable {
  /// The errors; never empty when thrown.
  public var errors: [StandardError]

  /// Errors.
  public init(_ errors: [StandardError]) { self.errors = errors }

  /// One line an error.
  public var lines: [String] { errors.map(\.line) }
}

/// A dictionary (`Rules/dictionaries`) that cannot be used.
public struct DictionaryError: Error, Sendable, Equatable {
  /// Where.
  public var location: FileLocation
  /// What is wrong, lower case.
  public var problem: String
  /// What to do.
  public var remedy: String

  /// An error.
  public init(_ location: FileLocation, _ problem: String, remedy: String) {
    self.location = location
    self.problem = problem
    self.remedy = remedy
  }

  /// One line: place first, the remedy after the semicolon.
  public var line: String {
    let place = location.line > 0 ? "\(location.file):\(location.line)" : location.file
    return "\(place): \(problem); \(remedy)"
  }
}
