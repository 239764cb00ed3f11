import Foundation

/// Makes the samples: three dirty client bases of invented people and firms, and the truth about them.
@main
struct SampleMaker {
  static func main() throws {
    var arguments = CommandLine.arguments.dropFirst()
    let isCheck = arguments.first == "--check"
    if isCheck { arguments = arguments.dropFirst() }
    guard let folder = arguments.first, arguments.count == 1, !folder.hasPrefix("-") else {
      FileHandle.standardError.write(Data("usage: SampleMaker [--check] DIR\n".utf8))
      exit(2)
    }
    let root = URL(filePath: folder, directoryHint: .isDirectory)
    let files = try sampleFiles()
    guard isCheck else {
      for (path, bytes) in files {
        let place = root.appending(path: path)
        try FileManager.default.createDirectory(
          at: place.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(bytes).write(to: place, options: .atomic)
      }
      return
    }
    var isSame = true
    for (path, bytes) in files where (try? Data(contentsOf: root.appending(path: path))) != Data(bytes) {
      print("\(path): is not what SampleMaker writes")
      isSame = false
    }
    exit(isSame ? 0 : 1)
  }

  /// All files of the samples, by their path in the folder.
  private static func sampleFiles() throws -> [(path: String, bytes: [UInt8])] {
    let cases = [inheritedAccess(), try boughtList(), try oldCRM()]
    var files: [(path: String, bytes: [UInt8])] = [("README.md", Array(readme(cases).utf8))]
    // Line ends are part of the samples: git must not touch them.
    files.append((".gitattributes", Array("* -text\n".utf8)))
    for sample in cases {
      files += sample.files.map { ("\(sample.name)/\($0.name)", $0.bytes) }
      files.append(("\(sample.name)/truth.csv", Array(sample.truthCSV.utf8)))
      files.append(("\(sample.name)/README.md", Array("\(sample.line)\n".utf8)))
    }
    return files
  }
}
