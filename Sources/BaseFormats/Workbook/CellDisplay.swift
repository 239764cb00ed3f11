/// How a style shows numbers: as numbers, as moments or as durations.
enum CellDisplay {
  case number, moment, duration

  /// Built-in formats: ECMA-376 part 1 §18.8.30; 27–36 and 50–58 are dates in the East Asian locales.
  init(builtIn id: Int) {
    self =
      switch id {
      case 46: .duration
      case 14...22, 27...36, 45, 47, 50...58: .moment
      default: .number
      }
  }

  /// A custom format: the first section decides; what is quoted, escaped or in brackets is no code, except the
  /// elapsed units `[h]`, `[m]`, `[s]` (§18.8.31).
  init(code: String) {
    self = Self.display(ofCode: code)
  }

  private static func display(ofCode code: String) -> CellDisplay {
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
