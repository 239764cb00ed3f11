import Tables

/// The parts of a workbook: which sheets there are, under which names, and where strings and styles stand.
///
/// Followed by relationships (ECMA-376 part 2 §9.3), because `xl/workbook.xml` is only a habit.
struct WorkbookParts {
  struct Sheet {
    var name: String
    var part: String
    var isHidden: Bool
  }

  private(set) var sheets: [Sheet] = []
  private(set) var sharedStrings: String?
  private(set) var styles: String?
  /// Days count from 1904-01-01 instead of 1899-12-30.
  private(set) var startsIn1904 = false

  init(_ container: borrowing ZipContainer) throws(SourceError) {
    var workbook = "xl/workbook.xml"
    if container.has("_rels/.rels") {
      let root = try Relationships.read("_rels/.rels", folder: "", container)
      workbook = root.links.first { $0.type.hasSuffix("/officeDocument") }?.target ?? workbook
    }
    let document = WorkbookDocument()
    try XMLStream(document).read(workbook, of: container)
    startsIn1904 = document.startsIn1904
    let folder = Relationships.folder(of: workbook)
    let file = workbook.dropFirst(folder.count)
    let links = try Relationships.read("\(folder)_rels/\(file).rels", folder: folder, container).links
    sharedStrings = links.first { $0.type.hasSuffix("/sharedStrings") && container.has($0.target) }?.target
    styles = links.first { $0.type.hasSuffix("/styles") && container.has($0.target) }?.target
    for sheet in document.sheets {
      // Chart and dialog sheets hold no cells.
      guard let link = links.first(where: { $0.id == sheet.id }), link.type.hasSuffix("/worksheet") else {
        continue
      }
      sheets.append(Sheet(name: sheet.name, part: link.target, isHidden: sheet.isHidden))
    }
  }
}

/// The elements of `workbook.xml` that matter to a reader.
private final class WorkbookDocument: XMLEvents {
  var sheets: [(name: String, id: String, isHidden: Bool)] = []
  var startsIn1904 = false

  func start(_ element: XMLTag, in stream: XMLStream) {
    if element.isNamed("sheet"), let name = element.value("name"), let id = element.value("id") {
      sheets.append((name, id, ["hidden", "veryHidden"].contains(element.value("state"))))
    } else if element.isNamed("workbookPr") {
      startsIn1904 = ["1", "true", "on"].contains(element.value("date1904"))
    }
  }

  func text(_ part: Span<UInt8>, in stream: XMLStream) {}
  func end(_ element: XMLTag, in stream: XMLStream) {}
}

/// One relationships part, targets resolved to part names.
final class Relationships: XMLEvents {
  private(set) var links: [(id: String, type: String, target: String)] = []
  private let folder: String

  private init(folder: String) { self.folder = folder }

  static func read(
    _ part: String, folder: String, _ container: borrowing ZipContainer
  ) throws(SourceError) -> Relationships {
    let relationships = Relationships(folder: folder)
    try XMLStream(relationships).read(part, of: container)
    return relationships
  }

  func start(_ element: XMLTag, in stream: XMLStream) {
    guard element.isNamed("Relationship"), let id = element.value("Id"), let type = element.value("Type"),
      let target = element.value("Target"), element.value("TargetMode") != "External"
    else { return }
    links.append((id, type, resolved(target)))
  }

  func text(_ part: Span<UInt8>, in stream: XMLStream) {}
  func end(_ element: XMLTag, in stream: XMLStream) {}

  /// The folder of a part, with its slash.
  static func folder(of part: String) -> String {
    part.lastIndex(of: "/").map { String(part[...$0]) } ?? ""
  }

  /// A target as a part name: relative to the folder, or absolute; slashes lean either way.
  private func resolved(_ target: String) -> String {
    let target = String(target.map { $0 == "\\" ? "/" : $0 })
    let whole = target.hasPrefix("/") ? target : folder + target
    var steps: [Substring] = []
    for step in whole.split(separator: "/") where step != "." {
      if step == ".." { _ = steps.popLast() } else { steps.append(step) }
    }
    return steps.joined(separator: "/")
  }
}
