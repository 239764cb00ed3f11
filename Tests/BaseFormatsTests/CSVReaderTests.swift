import BaseFormats
import Tables
import Testing

/// One text and the cells it must give.
struct TextCase: CustomTestStringConvertible, Sendable {
  let name: String
  let text: String
  var header: [String]
  var rows: [[String?]]
  var lines: [Int64]?
  var options = ReadOptions()

  var testDescription: String { name }
}

private let textCases = [
  TextCase(name: "plain", text: "a,b\n1,2\n", header: ["a", "b"], rows: [["1", "2"]], lines: [2]),
  TextCase(name: "no last line end", text: "a,b\r\n1,2", header: ["a", "b"], rows: [["1", "2"]]),
  TextCase(
    name: "carriage returns", text: "a,b\r1,2\r3,4\r", header: ["a", "b"], rows: [["1", "2"], ["3", "4"]]),
  TextCase(
    name: "mixed line ends", text: "a,b\r\n1,2\n3,4\r5,6\n", header: ["a", "b"],
    rows: [["1", "2"], ["3", "4"], ["5", "6"]], lines: [2, 3, 4]),
  TextCase(
    name: "line ends in quotes count as lines", text: "a;b\n\"x\r\ny\";2\n3;4\n", header: ["a", "b"],
    rows: [["x\r\ny", "2"], ["3", "4"]], lines: [2, 4]),
  TextCase(
    name: "doubled quotes", text: "a,b\n\"ООО \"\"Ромашка\"\"\",\"\"\n", header: ["a", "b"],
    rows: [["ООО \"Ромашка\"", nil]]),
  TextCase(
    name: "quotes inside are text", text: "a,b\nООО \"Ромашка\",5\" disk\n", header: ["a", "b"],
    rows: [["ООО \"Ромашка\"", "5\" disk"]]),
  TextCase(
    name: "text after a closing quote", text: "a,b\n\"Ромашка\" ООО,2\n", header: ["a", "b"],
    rows: [["Ромашка ООО", "2"]]),
  TextCase(
    name: "ragged", text: "a,b,c\n1\n1,2,3,4\n5,6,7\n", header: ["a", "b", "c", "column 4"],
    rows: [["1", nil, nil, nil], ["1", "2", "3", "4"], ["5", "6", "7", nil]], lines: [2, 3, 4],
    options: ReadOptions(delimiter: ",")),
  TextCase(
    name: "blank lines", text: "a,b\n\n1,2\n\n,\n", header: ["a", "b"], rows: [["1", "2"], [nil, nil]],
    lines: [3, 5]),
  TextCase(
    name: "repeated and empty headers", text: "a,a,,b\n1,2,3,4\n", header: ["a", "a", "column 3", "b"],
    rows: [["1", "2", "3", "4"]]),
  TextCase(
    name: "semicolon", text: "a;b\n1,5;2\n3,5;4\n", header: ["a", "b"], rows: [["1,5", "2"], ["3,5", "4"]]),
  TextCase(name: "tab", text: "a\tb\n1\t2,3\n", header: ["a", "b"], rows: [["1", "2,3"]]),
  TextCase(name: "bar", text: "a|b\n1|2\n", header: ["a", "b"], rows: [["1", "2"]]),
  TextCase(
    name: "Excel's own first line", text: "sep=;\r\na;b\r\n1;2\r\n", header: ["a", "b"], rows: [["1", "2"]],
    lines: [3]),
  TextCase(
    name: "one column", text: "email\na@b.example\n\n\"\"\n", header: ["email"],
    rows: [["a@b.example"], [nil]]),
  TextCase(name: "mark", text: "\u{FEFF}имя,b\n1,2\n", header: ["имя", "b"], rows: [["1", "2"]]),
  TextCase(
    name: "guarded formulas", text: "a,b\n'=1+1,'+79161234567\n''@x,'name'\n", header: ["a", "b"],
    rows: [["=1+1", "'+79161234567"], ["'@x", "'name'"]]),
  TextCase(name: "header alone", text: "a,b\n", header: ["a", "b"], rows: []),
  TextCase(
    name: "the delimiter asked for", text: "a;b,c\n1;2,3\n", header: ["a;b", "c"], rows: [["1;2", "3"]],
    options: ReadOptions(delimiter: ",")),
]

struct CSVReaderTests {
  @Test(arguments: textCases)
  func cells(_ example: TextCase) throws {
    let folder = try TestFolder()
    let base = try BaseReader.read(try folder.file("t.csv", text: example.text), options: example.options)
    let table = base.tables[0]
    #expect(table.name == "t")
    #expect(table.header == example.header)
    #expect(table.rows == example.rows)
    if let lines = example.lines { #expect(Array(table.origin.numbers) == lines) }
  }

  @Test func cellsCutByPieces() throws {
    // Longer than any piece the reader takes, with quotes and line ends everywhere.
    let folder = try TestFolder()
    let cell = String(repeating: "«\"\r\n", count: 90_000)
    let table = OutputTable(name: "t", columns: [.init(name: "a", cells: TextColumn([cell, "x", cell]))])
    let path = folder.path + "/t.csv"
    try BaseWriter.write([table], to: path, format: .csv())
    #expect(try BaseReader.read(path).tables[0].rows == [[cell], ["x"], [cell]])
  }

  @Test func notes() throws {
    let folder = try TestFolder()
    let base = try BaseReader.read(try folder.file("t.csv", text: "a;b;c\n1;2\n1;2;3;4\n1;2;\"3\n"))
    #expect(base.notes[0].english == "read as utf-8, delimiter ';'")
    #expect(base.notes.contains { $0.english.contains("fewer cells") && $0.english.contains("line 2") })
    #expect(base.notes.contains { $0.english.contains("more cells") && $0.english.contains("line 3") })
    #expect(base.notes.contains { $0.english.contains("line 4 is never closed") })
  }
}
