import Tables

/// How each cell style of a workbook shows numbers: as numbers, as moments or as durations.
final class CellStyles: XMLEvents {
  enum Display {
    case number, moment, duration
  }

  /// By index of the style.
  private(set) var displays: [Display] = []
  private var formats: [Int: Display] = [:]
  private var isInCells = false

  static func read(_ part: String, _ container: borrowing ZipContainer) throws(SourceError) -> [Display] {
    let styles = CellStyles()
    try XMLStream(styles).read(part, of: container)
    return styles.displays
  }

  func start(_ element: XMLTag, in stream: XMLStream) {
    if element.isNamed("numFmt"), let id = element.number("numFmtId"), let code = element.value("formatCode")
    {
      // `dxf` styles hold formats too; only the first definition of an id is the workbook's own.
      if formats[id] == nil { formats[id] = Self.display(ofCode: code) }
    } else if element.isNamed("cellXfs") {
      isInCells = true
    } else if isInCells, element.isNamed("xf") {
      let id = element.number("numFmtId") ?? 0
      displays.append(formats[id] ?? Self.display(ofBuiltIn: id))
    }
  }

  func text(_ part: Span<UInt8>, in stream: XMLStream) {}

  func end(_ element: XMLTag, in stream: XMLStream) {
    if element.isNamed("cellXfs") { isInCells = false }
  }

  /// Built-in formats: ECMA-376 part 1 §18.8.30; 27–36 and 50–58 are dates in the East Asian locales.
  private static func display(ofBuiltIn id: Int) -> Display {
    switch id {
    case 46: .duration
    case 14...22, 27...36, 45, 47, 50...58: .moment
    default: .number
    }
  }

  /// A custom format: the first section decides; what is quoted, escaped or in brackets is no code, except the
  /// elapsed units `[h]`, `[m]`, `[s]` (§18.8.31).
  static func display(ofCode code: String) -> Display {
    guard code.lowercased() != "general" else { return .number }
    var rest = code.utf8[...]
    while let byte = rest.popFirst() {
      switch byte {
      case UInt8(ascii: ";"): return .number
      case UInt8(ascii: "\\"), UInt8(ascii: "_"), UInt8(ascii: "*"): _ = rest.popFirst()
      case UInt8(ascii: "\""): rest = rest.drop { $0 != byte }.dropFirst()
      case UInt8(ascii: "["):
        let inside = rest.prefix { $0 != UInt8(ascii: "]") }
        rest = rest.dropFirst(inside.count + 1)
        let unit = Set(inside.map { $0 | 0x20 })
        if unit.count == 1, !unit.isDisjoint(with: "hms".utf8) { return .duration }
      default:
        if "dmyhs".utf8.contains(byte | 0x20) { return .moment }
      }
    }
    return .number
  }
}
