import Tables

/// The text of a cell as its paragraphs come: white space runs are one space, and none begins a paragraph (ISO/IEC
/// 26300-1 §6.1.2; one at the end stays, as in LibreOffice); what `text:s` and `text:tab` say stays.
struct ODFText {
  private(set) var text: [UInt8] = []
  private var paragraphs = 0
  private var isOpen = false
  private var owesSpace = false
  private var start = 0

  mutating func removeAll() {
    text.removeAll(keepingCapacity: true)
    paragraphs = 0
    isOpen = false
  }

  mutating func begin() {
    if paragraphs > 0 { text.append(0x0A) }
    paragraphs += 1
    isOpen = true
    owesSpace = false
    start = text.count
  }

  mutating func end() {
    payDebt()
    isOpen = false
  }

  mutating func append(_ part: Span<UInt8>) {
    guard isOpen else { return }
    for index in part.indices {
      let byte = part[index]
      if byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D {
        owesSpace = text.count > start
      } else {
        payDebt()
        text.append(byte)
      }
    }
  }

  /// White space that is meant.
  mutating func append(repeated byte: UInt8, _ count: Int) {
    guard isOpen else { return }
    payDebt()
    // A cell holds 32,767 characters in the largest programs; a count may claim anything.
    text += repeatElement(byte, count: min(max(count, 0), 1 << 15))
  }

  private mutating func payDebt() {
    if owesSpace { text.append(0x20) }
    owesSpace = false
  }
}

/// A duration of OpenDocument (`PT10H30M00S`, XML Schema part 2 §3.2.6) as a cell.
enum ODFTime {
  /// Clock time below a day, else seconds; what is no duration stays text.
  static func cell(_ value: [UInt8]) -> (kind: CellKind, text: [UInt8]) {
    guard let seconds = seconds(value) else { return (.string, value) }
    let serial = seconds / 86_400
    if serial >= 0, serial < 1, let moment = SerialMoment.text(serial, startsIn1904: false), moment.isTime {
      return (.time, moment.text)
    }
    return (.time, Array(SerialMoment.seconds(serial).utf8))
  }

  private static func seconds(_ value: [UInt8]) -> Double? {
    var rest = value[...]
    let isNegative = rest.first == UInt8(ascii: "-")
    if isNegative { rest.removeFirst() }
    guard rest.popFirst() == UInt8(ascii: "P") else { return nil }
    var total = 0.0
    var isTime = false
    var digits: [UInt8] = []
    for byte in rest {
      switch byte {
      case UInt8(ascii: "T"): isTime = true
      case 0x30...0x39, UInt8(ascii: "."): digits.append(byte)
      default:
        guard let number = Double(String(decoding: digits, as: UTF8.self)) else { return nil }
        digits = []
        switch byte {
        case UInt8(ascii: "D"): total += number * 86_400
        case UInt8(ascii: "H"): total += number * 3600
        case UInt8(ascii: "M") where isTime: total += number * 60
        case UInt8(ascii: "S"): total += number
        default: return nil
        }
      }
    }
    return digits.isEmpty ? (isNegative ? -total : total) : nil
  }
}
