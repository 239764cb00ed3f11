import Tables

/// The text that a run of characters between two tags stands for.
///
/// The five entities and character references are resolved, every line end is one LF (XML 1.0 §2.11, §4.1, §4.6).
struct XMLTextDecoder {
  /// What the last run stands for.
  private(set) var text: [UInt8] = []

  /// Decodes a run into `text`; false where it is not well-formed.
  ///
  /// That the run is UTF-8 is for the caller to see to.
  /// - Complexity: O(bytes).
  mutating func decode(_ run: Span<UInt8>) -> Bool {
    text.removeAll(keepingCapacity: true)
    var index = 0
    while index < run.count {
      let byte = run[index]
      switch byte {
      case UInt8(ascii: "&"):
        guard let next = reference(run, index + 1) else { return false }
        index = next
        continue
      case 0x0D:
        text.append(0x0A)
        if index + 1 < run.count, run[index + 1] == 0x0A { index += 1 }
      case 0x09, 0x0A: text.append(byte)
      case ..<0x20: return false
      default: text.append(byte)
      }
      index += 1
    }
    return true
  }

  /// The index behind the reference whose name begins at `start`; nil where it is none.
  private mutating func reference(_ run: Span<UInt8>, _ start: Int) -> Int? {
    var end = start
    while end < run.count, run[end] != UInt8(ascii: ";") {
      end += 1
      guard end - start <= 12 else { return nil }
    }
    guard end < run.count else { return nil }
    let name = run.extracting(start..<end)
    if name.equals("amp") {
      text.append(UInt8(ascii: "&"))
    } else if name.equals("lt") {
      text.append(UInt8(ascii: "<"))
    } else if name.equals("gt") {
      text.append(UInt8(ascii: ">"))
    } else if name.equals("quot") {
      text.append(UInt8(ascii: "\""))
    } else if name.equals("apos") {
      text.append(UInt8(ascii: "'"))
    } else {
      guard let scalar = Self.character(name) else { return nil }
      text.append(contentsOf: String(Character(scalar)).utf8)
    }
    return end + 1
  }

  /// The character of `#65` or `#x41`; nil for what XML does not have.
  private static func character(_ name: Span<UInt8>) -> Unicode.Scalar? {
    guard name.count > 1, name[0] == UInt8(ascii: "#") else { return nil }
    let isHex = name[1] == UInt8(ascii: "x")
    let digits = String(copying: name.extracting((isHex ? 2 : 1)..<name.count))
    guard !digits.hasPrefix("+"), let code = UInt32(digits, radix: isHex ? 16 : 10),
      code >= 0x20 || [9, 10, 13].contains(code), code != 0xFFFE, code != 0xFFFF
    else { return nil }
    return Unicode.Scalar(code)
  }
}
