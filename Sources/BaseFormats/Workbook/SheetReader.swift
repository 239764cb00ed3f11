import Tables

/// Reads one worksheet part as a stream of typed cells, whatever its encoding.
///
/// Parts in UTF-8, nearly all there are, go through `SheetScan`, which takes a fifth of the time.
final class SheetReader: XMLEvents {
  private var cells: SheetCells

  init(_ cells: SheetCells) { self.cells = cells }

  func start(_ element: XMLTag, in stream: XMLStream) {
    if element.isNamed("c") {
      cells.startCell(
        column: element.withValue("r", SheetCells.column), style: element.withValue("s", SheetCells.index),
        content: element.withValue("t", SheetCells.content))
    } else if element.isNamed("v") {
      cells.startValue()
    } else if element.isNamed("t") {
      cells.startText()
    } else if element.isNamed("row") {
      cells.startRow(element.number("r"))
    } else if element.isNamed("rPh") {
      cells.startPhonetic()
    }
    if let damage = cells.damage { stream.fail(damage) }
  }

  func text(_ part: Span<UInt8>, in stream: XMLStream) { cells.text(part) }

  func end(_ element: XMLTag, in stream: XMLStream) {
    if element.isNamed("v") || element.isNamed("t") {
      cells.endText()
    } else if element.isNamed("c") {
      cells.endCell()
    } else if element.isNamed("row") {
      cells.endRow()
    } else if element.isNamed("rPh") {
      cells.endPhonetic()
    } else if element.isNamed("sheetData") {
      // What follows is about looks.
      stream.stop()
    }
    if let damage = cells.damage { stream.fail(damage) }
  }
}

/// The cells of a worksheet part in UTF-8.
struct SheetScan: XMLScannerEvents {
  private var cells: SheetCells
  private(set) var isDone = false

  init(_ cells: SheetCells) { self.cells = cells }

  var wantsText: Bool { cells.isText }
  var damage: SourceError.Damage? { cells.damage }

  mutating func start(_ bytes: Span<UInt8>, name: Range<Int>, attributes: [XMLScannerAttribute]) {
    guard name.count <= 3 else { return }
    let first = bytes[name.lowerBound]
    switch name.count {
    case 1 where first == UInt8(ascii: "c"): startCell(bytes, attributes)
    case 1 where first == UInt8(ascii: "v"): cells.startValue()
    case 1 where first == UInt8(ascii: "t"): cells.startText()
    case 3 where bytes.extracting(name).equals("row"):
      let number = attributes.first { $0.name.count == 1 && bytes[$0.name.lowerBound] == UInt8(ascii: "r") }
      // Not a number: none.
      let row = number.map { SheetCells.index(bytes.extracting($0.value)) }
      cells.startRow(row == -1 ? nil : row)
    case 3 where bytes.extracting(name).equals("rPh"): cells.startPhonetic()
    default: break
    }
  }

  private mutating func startCell(_ bytes: Span<UInt8>, _ attributes: [XMLScannerAttribute]) {
    var column: Int?
    var style: Int?
    var content: SheetCells.Content?
    for attribute in attributes where attribute.name.count == 1 {
      let value = bytes.extracting(attribute.value)
      switch bytes[attribute.name.lowerBound] {
      case UInt8(ascii: "r"): column = SheetCells.column(of: value)
      case UInt8(ascii: "s"): style = SheetCells.index(value)
      case UInt8(ascii: "t"): content = SheetCells.content(value)
      default: break
      }
    }
    cells.startCell(column: column, style: style, content: content)
  }

  mutating func text(_ text: Span<UInt8>) { cells.text(text) }

  mutating func end(_ bytes: Span<UInt8>, name: Range<Int>) {
    let first = bytes[name.lowerBound]
    switch name.count {
    case 1 where first == UInt8(ascii: "c"): cells.endCell()
    case 1 where first == UInt8(ascii: "v") || first == UInt8(ascii: "t"): cells.endText()
    case 3 where bytes.extracting(name).equals("row"): cells.endRow()
    case 3 where bytes.extracting(name).equals("rPh"): cells.endPhonetic()
    // What follows is about looks.
    case 9 where bytes.extracting(name).equals("sheetData"): isDone = true
    default: break
    }
  }
}
