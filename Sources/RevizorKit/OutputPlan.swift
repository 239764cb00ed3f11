import BaseFormats
import Foundation

/// Where a run's files go: `OUT` is `.xlsx`, `.csv`, `.sqlite`, or a folder; journal and report stand beside it.
struct OutputPlan: Sendable {
  /// How the tables are spread over files.
  enum Shape: Sendable, Equatable {
    case workbook, sqlite
    /// One text file a table: `OUT`, then `<stem>.<table>.csv` beside it.
    case textFiles
    /// One text file a table, `<table>.csv` in the folder.
    case folder
  }

  let shape: Shape
  /// The path the user named.
  let path: String
  let journal: String
  let report: String
  /// Encoding of text files.
  var encoding = OutputEncoding.utf8

  /// - Throws: `KitError.usage` for an ending that is none of ours.
  init(_ path: String) throws(KitError) {
    let url = URL(fileURLWithPath: path)
    let isExistingFolder = (try? url.resourceValues(forKeys: [.isDirectoryKey]).isDirectory) ?? false
    switch url.pathExtension.lowercased() {
    case _ where isExistingFolder || path.hasSuffix("/"): shape = .folder
    case "xlsx": shape = .workbook
    case "csv", "tsv", "txt": shape = .textFiles
    case "sqlite", "sqlite3", "db": shape = .sqlite
    case "": shape = .folder
    case let other:
      throw .usage([
        "--output: no format '.\(other)'; end the name in .xlsx, .csv or .sqlite, or name a folder"
      ])
    }
    self.path = shape == .folder ? url.path : path
    let parent = shape == .folder ? url.path : url.deletingLastPathComponent().relativePath
    let stem = shape == .folder ? "clients" : url.deletingPathExtension().lastPathComponent
    let beside = parent == "." && !path.hasPrefix("./") ? "" : parent + "/"
    journal = "\(beside)\(stem).journal.sqlite"
    report = "\(beside)\(stem).report.html"
  }

  /// Files of the tables, each with what goes into it; the clients' file comes first.
  func files(_ tables: [OutputTable]) -> [(path: String, tables: [OutputTable], format: OutputFormat)] {
    let delimiter = UInt8(ascii: path.lowercased().hasSuffix(".tsv") ? "\t" : ",")
    switch shape {
    case .workbook: return [(path, tables, .xlsx)]
    case .sqlite: return [(path, tables, .sqlite)]
    case .folder:
      return tables.map { ("\(path)/\($0.name).csv", [$0], .csv(byteOrderMark: true, encoding: encoding)) }
    case .textFiles:
      let url = URL(fileURLWithPath: path)
      let stem = String(path.dropLast(url.pathExtension.count + 1))
      return tables.enumerated().map { index, table in
        (
          index == 0 ? path : "\(stem).\(table.name).\(url.pathExtension)", [table],
          .csv(delimiter: delimiter, byteOrderMark: true, encoding: encoding)
        )
      }
    }
  }
}
