import Foundation

/// A run of the binary as a child process.
struct Run {
  let process = Process()
  private let folder: Workspace
  private let out: FileHandle
  private let err: FileHandle

  /// What came of it.
  struct Result: Sendable {
    var code: Int32
    var out: String
    var err: String

    var outLines: [Substring] { out.split(separator: "\n") }
    var errLines: [Substring] { err.split(separator: "\n") }
  }

  /// Starts a run.
  ///
  /// Of the environment only what the machine needs is handed on, so that the runs of two people
  /// are alike.
  init(
    _ arguments: [String], binary: String? = nil, environment: [String: String] = [:],
    directory: String? = nil,
    input: String? = nil
  ) throws {
    folder = try Workspace()
    let own = ProcessInfo.processInfo.environment
    var all = ["LANG": "C.UTF-8"]
    for name in ["PATH", "HOME", "TMPDIR", "REVIZOR_RULES", "LD_LIBRARY_PATH"] { all[name] = own[name] }
    all.merge(environment) { $1 }
    process.executableURL = URL(fileURLWithPath: try binary ?? Binary.path())
    process.arguments = arguments
    process.environment = all
    if let directory { process.currentDirectoryURL = URL(fileURLWithPath: directory) }
    // Files, not pipes: nothing has to be emptied while it runs.
    for name in ["out", "err"] { try folder.write("", to: name) }
    out = try FileHandle(forWritingTo: URL(fileURLWithPath: folder("out")))
    err = try FileHandle(forWritingTo: URL(fileURLWithPath: folder("err")))
    process.standardOutput = out
    process.standardError = err
    process.standardInput = try FileHandle(
      forReadingFrom: URL(fileURLWithPath: try folder.write(input ?? "", to: "in")))
    try process.run()
  }

  /// Waits for its end.
  func result() throws -> Result {
    process.waitUntilExit()
    try out.close()
    try err.close()
    return Result(
      code: process.terminationStatus, out: try text(of: folder("out")), err: try text(of: folder("err")))
  }
}

/// Runs the binary to its end.
func revizor(
  _ arguments: [String], binary: String? = nil, environment: [String: String] = [:], directory: String? = nil,
  input: String? = nil
) throws -> Run.Result {
  try Run(arguments, binary: binary, environment: environment, directory: directory, input: input).result()
}

/// Runs the binary to its end.
func revizor(_ arguments: String...) throws -> Run.Result { try revizor(arguments) }

/// Runs the binary and expects its result.
@discardableResult
func mustRun(_ arguments: [String]) throws -> Run.Result {
  let result = try revizor(arguments)
  guard result.code == 0 else { throw Failed(result: result) }
  return result
}

/// A run that should have gone well did not.
struct Failed: Error, CustomStringConvertible {
  var result: Run.Result
  var description: String { "exit code \(result.code): \(result.err)" }
}
