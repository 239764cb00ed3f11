import Tables

/// How each cell style of a workbook shows numbers.
final class CellStyles: XMLEvents {
  /// By index of the style.
  private(set) var displays: [CellDisplay] = []
  private var formats: [Int: CellDisplay] = [:]
  private var isInCells = false

  static func read(_ part: String, _ container: borrowing ZipContainer) throws(SourceError) -> [CellDisplay] {
    let styles = CellStyles()
    try XMLStream(styles).read(part, of: container)
    return styles.displays
  }

  func start(_ element: XMLTag, in stream: XMLStream) {
    if element.isNamed("numFmt"), let id = element.number("numFmtId"), let code = element.value("formatCode")
    {
      // `dxf` styles hold formats too; only the first definition of an id is the workbook's own.
      if formats[id] == nil { formats[id] = CellDisplay(code: code) }
    } else if element.isNamed("cellXfs") {
      isInCells = true
    } else if isInCells, element.isNamed("xf") {
      let id = element.number("numFmtId") ?? 0
      displays.append(formats[id] ?? CellDisplay(builtIn: id))
    }
  }

  func text(_ part: Span<UInt8>, in stream: XMLStream) {}

  func end(_ element: XMLTag, in stream: XMLStream) {
    if element.isNamed("cellXfs") { isInCells = false }
  }
}
