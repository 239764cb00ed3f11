import Tables

/// The kind of a sheet's cell, by the letter of the canonical dump.
public enum CellKind: UInt8, Sendable {
  /// `n` number, `s` string, `b` boolean, `d` date and time, `t` time or duration, `e` error.
  case number = 0x6E, string = 0x73, boolean = 0x62, dateTime = 0x64, time = 0x74, error = 0x65
}

/// A sheet as its workbook lists it.
struct SheetName: Equatable {
  var name: String
  var isHidden = false
}

/// Takes the sheets of a workbook, and the filled cells of each in the order of the file; rows and columns count
/// from 0.
protocol SheetSink: AnyObject {
  /// The sheet of that name begins.
  func begin(_ sheet: String)
  /// A filled cell of the sheet that began last.
  func cell(_ kind: CellKind, row: Int, column: Int, text: Span<UInt8>)
  /// The sheet ends; some formats tell only here whether it is hidden.
  func end(isHidden: Bool)
  /// The limit that the cells went over; a reader asks at the end of a row, and stops.
  var excess: SourceError.Damage? { get }
}

extension SheetSink {
  /// A number, laid out as its style shows it: as a number, a moment or a duration.
  func number(_ value: Double, as display: CellDisplay, in1904: Bool, row: Int, column: Int) {
    switch display {
    case .duration:
      cell(.time, row: row, column: column, text: Array(SerialMoment.seconds(value).utf8).span)
    case .moment:
      guard let moment = SerialMoment.text(value, startsIn1904: in1904) else { fallthrough }
      cell(moment.isTime ? .time : .dateTime, row: row, column: column, text: moment.text.span)
    case .number:
      cell(.number, row: row, column: column, text: Array(DecimalText.canonical(value).utf8).span)
    }
  }

  /// A boolean.
  func boolean(_ value: Bool, row: Int, column: Int) {
    cell(.boolean, row: row, column: column, text: Array((value ? "TRUE" : "FALSE").utf8).span)
  }
}
