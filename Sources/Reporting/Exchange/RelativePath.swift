/// Paths as they stand in a report for programs: those of the user, without what only this machine has.
enum RelativePath {
  /// The path without a leading `./`; an absolute one keeps its last component only.
  static func of(_ path: String) -> String {
    if path.hasPrefix("./") { return of(String(path.dropFirst(2))) }
    guard path.hasPrefix("/") else { return path }
    return path.split(separator: "/").last.map(String.init) ?? path
  }

  /// The path as a relative URI reference (RFC 3986 §4.2): bytes that a path may not hold stand as `%XX`.
  static func uri(_ path: String) -> String {
    var result = ""
    for byte in of(path).utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
        UInt8(ascii: "~"), UInt8(ascii: "/"):
        result.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        let digits = String(byte, radix: 16, uppercase: true)
        result += "%" + (digits.count == 1 ? "0" : "") + digits
      }
    }
    return result
  }
}
