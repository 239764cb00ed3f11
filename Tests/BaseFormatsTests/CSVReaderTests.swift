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
  TextCase(
    name: "titles above the header", text: "Выгрузка от 01.02.2024;;\r\n;;\r\nИмя;Город;\r\nИван;Уфа;x\r\n",
    header: ["Имя", "Город", "column 3"], rows: [["Иван", "Уфа", "x"]], lines: [4]),
  TextCase(
    name: "a title of one cell", text: "Список\nИмя,Город\nИван,Уфа\nПётр,Казань\n",
    header: ["Имя", "Город"], rows: [["Иван", "Уфа"], ["Пётр", "Казань"]], lines: [3, 4]),
  TextCase(
    name: "a row of values is no header", text: "id\n1,2\n3,4\n", header: ["id", "column 2"],
    rows: [["1", "2"], ["3", "4"]]),
  TextCase(
    name: "apostrophes for quotes", text: "'имя','город'\n'Иванов, И.','Уфа'\n'О''Нил','Казань'\n",
    header: ["имя", "город"], rows: [["Иванов, И.", "Уфа"], ["О'Нил", "Казань"]]),
  TextCase(
    name: "apostrophes within text", text: "имя,город\n'Звезда' ООО,Уфа\nД'Артаньян,Казань\n",
    header: ["имя", "город"], rows: [["'Звезда' ООО", "Уфа"], ["Д'Артаньян", "Казань"]]),
  TextCase(
    name: "the quote asked for", text: "a,b\n|1,2|,3\n", header: ["a", "b"], rows: [["1,2", "3"]],
    options: ReadOptions(delimiter: ",", quote: "|")),
  TextCase(
    name: "NUL bytes", text: "a,b\n1\u{0}2,3\n", header: ["a", "b"], rows: [["1\u{0}2", "3"]]),
  TextCase(
    name: "a last cell without a text", text: "a,b\n1,", header: ["a", "b"], rows: [["1", nil]]),
  TextCase(
    name: "a carriage return alone within quotes", text: "a,b\r\"x\ry\",2\r3,4", header: ["a", "b"],
    rows: [["x\ry", "2"], ["3", "4"]], lines: [2, 4]),
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

  /// Rows whose line ends, quotes and widths fall anywhere into the pieces that threads take.
  @Test(arguments: [1, 2, 3])
  func anyNumberOfThreads(_ seed: UInt64) throws {
    let folder = try TestFolder()
    var numbers = SeededNumbers(state: seed)
    let parts = [
      "x", ",", "\"a\nb\"", "\"\"\"q,\r\n\"", "\r\n", "\n", "й", "5\" d", "\"", "\r", "line,of,text\n",
    ]
    // Line ends within quotes are the rule in the first file, the exception in the others.
    let weights = seed == 1 ? 11 : 9
    var text = "a,b,c\n"
    while text.utf8.count < 600_000 { text += parts[Int.random(in: 0..<weights, using: &numbers)] }
    let path = try folder.file("t.csv", text: text)
    let dialect = { ReadOptions(delimiter: ",", quote: "\"", threads: $0) }
    let one = try BaseReader.read(path, options: dialect(1))
    for threads in [2, 3, 8] {
      let several = try BaseReader.read(path, options: dialect(threads))
      #expect(several.tables[0].columns.map(\.cells) == one.tables[0].columns.map(\.cells))
      #expect(several.tables[0].origin.numbers == one.tables[0].origin.numbers)
      #expect(several.notes == one.notes)
    }
  }

  /// Small pieces put every kind of cut into small files; what names the columns, rows and notes stay the same.
  @Test(arguments: [
    "a;b\r1;2\r3;\u{0}4\r", "a;b\r\n1;2\r\n\r\n3;\u{0}4\n\r5;6", "\u{1}O;x\r1;2;3\r4\n5\r\n\u{0}6;7\n",
    "Список клиентов\n\n\"на\n1 января\"\nимя;город;сумма\nИван;Уфа;1\n\"Пётр\n2\";;2\nОльга;Омск\n",
    "\"" + String(repeating: "Отчёт о клиентах\n", count: 30) + "\"\nимя;город\n"
      + String(repeating: "Иван;Уфа\nПётр;\"Ом\nск\"\n", count: 40),
    String(repeating: "\n", count: 500) + "имя;город\nИван;Уфа\n",
    String(repeating: "\r\n", count: 200) + "имя\nИван\n",
    String(repeating: "Д", count: 45) + "\nа;б;в\n1;2;3\n'1'\n1,2,'|'4''|'b'\n4;5;6\n",
  ])
  func threadsAndPieces(_ text: String) throws {
    let folder = try TestFolder()
    let path = try folder.file("t.csv", text: text)
    var options = ReadOptions(threads: 1)
    options.textSample = 64
    let one = try BaseReader.read(path, options: options)
    for threads in [1, 2, 3, 8] {
      for piece in [16, 100, 1000] {
        options.threads = threads
        options.textPiece = piece
        let several = try BaseReader.read(path, options: options)
        #expect(several.tables[0].header == one.tables[0].header, "\(threads) threads, pieces of \(piece)")
        #expect(several.tables[0].rows == one.tables[0].rows)
        #expect(several.tables[0].origin.numbers == one.tables[0].origin.numbers)
        #expect(several.tables[0].raggedRows == one.tables[0].raggedRows)
        #expect(several.notes == one.notes)
      }
    }
  }

  @Test(arguments: [
    ("a;b\r1;2\r3;\u{0}4\r", "line 3"), ("a;b\r\n1;2\r\n\r\n3;\u{0}4\n", "line 4"), ("a;\u{0}b\n", "line 1"),
  ])
  func lineOfNUL(_ text: String, _ line: String) throws {
    let folder = try TestFolder()
    let base = try BaseReader.read(try folder.file("t.csv", text: text), options: ReadOptions(delimiter: ";"))
    #expect(base.notes.contains { $0.english.contains("NUL") && $0.english.contains(line) }, "\(base.notes)")
  }

  @Test func raggedRows() throws {
    let folder = try TestFolder()
    let base = try BaseReader.read(try folder.file("t.csv", text: "a;b;c\n1;2\n1;2;3\n\"x\ny\";2;3;4;5\n"))
    #expect(
      base.tables[0].raggedRows == [
        RaggedRow(number: 2, cells: 2, expected: 3), RaggedRow(number: 4, cells: 5, expected: 3),
      ])
    #expect(base.tables[0].rows[2] == ["x\ny", "2", "3", "4", "5"])
  }

  @Test func limits() throws {
    let folder = try TestFolder()
    var options = ReadOptions(delimiter: ",", quote: "\"")
    options.limits.columns = 10
    options.limits.rowBytes = 1 << 20
    options.limits.cells = 1 << 16
    let cases: [(String, SourceError.Damage, Int?)] = [
      (String(repeating: ",", count: 10), .tooManyColumns(limit: 10), nil),
      ("a\n\"" + String(repeating: "x\n", count: 4 << 20), .rowTooLong(limit: 1 << 20), 2),
      (",,,,,,,,,\n" + String(repeating: "a\n", count: 40_000), .tooManyCells(limit: 4 * 80_010), nil),
    ]
    for (text, damage, line) in cases {
      let path = try folder.file("t.csv", text: text)
      let error = try #require(throws: SourceError.self) { try BaseReader.read(path, options: options) }
      #expect(error.reason == .damaged(damage, part: nil, line: line))
    }
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
