import BaseFormats
import Tables
import Testing

struct BinaryWorkbookTests {
  private typealias Book = BinaryBook

  private func dump(_ bytes: [UInt8], options: ReadOptions = .init()) throws -> [String] {
    let folder = try TestFolder()
    return try folder.dump("b.xls", bytes, options: options)
  }

  @Test func valuesOfExcel97() throws {
    var cells = Book()
    cells.cell(0x203, 0, 0, Book.double(1.5))
    cells.cell(0x27E, 0, 1, Book.long(7 << 2 | 2))
    cells.cell(0x27E, 0, 2, Book.long(-125 << 2 | 3))
    cells.record(
      0xBD, Book.word(1), Book.word(0), Book.word(0), Book.long(3 << 2 | 2), Book.word(1),
      Book.long(45_351 << 2 | 2), Book.word(1))
    cells.cell(0x205, 1, 2, [1, 0])
    cells.cell(0x205, 1, 3, [0x2A, 1])
    cells.cell(0xFD, 2, 0, Book.long(1))
    cells.cell(0xFD, 2, 1, Book.long(0))
    cells.cell(0x06, 2, 2, [0, 0, 0, 0, 0, 0, 0xFF, 0xFF] + Book.word(0) + Book.long(0) + Book.word(0))
    cells.record(0x4BC, [1, 2, 3])
    cells.record(0x207, Book.string("Итог\n"))
    cells.cell(0x06, 2, 3, [1, 0, 1, 0, 0, 0, 0xFF, 0xFF] + Book.word(0) + Book.long(0) + Book.word(0))
    cells.cell(0x06, 2, 4, style: 2, Book.double(1.5) + Book.word(0) + Book.long(0) + Book.word(0))
    let bytes = Book.excel97(
      globals: { book in
        book.record(0x41E, Book.word(170), Book.string("[h]:mm"))
        for format in [0, 14, 170] { book.record(0xE0, Book.word(0), Book.word(format), [0, 0, 0, 0]) }
        book.record(0xFC, Book.long(2), Book.long(2), Book.string("Ромашка"), Book.string("naïve"))
      }, [("Клиенты", 0, cells), ("secret", 2, Book())])
    let expected = [
      "# Клиенты", "1\t1\tn\t1.5", "1\t2\tn\t7", "1\t3\tn\t-1.25", "2\t1\tn\t3",
      "2\t2\td\t2024-02-29T00:00:00",
      "2\t3\tb\tTRUE", "2\t4\te\t#N/A", "3\t1\ts\tnaïve", "3\t2\ts\tРомашка", "3\t3\ts\tИтог\\n",
      "3\t4\tb\tTRUE",
      "3\t5\tt\t129600.0", "# secret",
    ]
    // Alone and in a container: the same.
    #expect(try dump(bytes) == expected)
    #expect(try dump(Book.compound(bytes)) == expected)
    #expect(try dump(bytes, options: ReadOptions(table: "secret")) == ["# secret"])
  }

  @Test func hiddenSheetsAreListed() throws {
    var cells = Book()
    cells.cell(0x203, 0, 0, Book.double(1))
    let folder = try TestFolder()
    let path = try folder.file("b.xls", Book.excel97([("a", 0, cells), ("b", 1, cells), ("c", 2, cells)]))
    let base = try BaseReader.read(path)
    #expect(base.format == "xls" && base.tables.map(\.isHidden) == [false, true, true])
  }

  /// Found by fuzzing: records shorter than what they should hold.
  @Test(arguments: [
    0x8F, 0x85, 0xE0, 0x41E, 0x1E, 0x42, 0x22, 0xFC, 0x0FD, 0x203, 0x27E, 0xBD, 0x06, 0x204, 0x205, 0xD6,
    0x207,
  ])
  func shortRecords(_ id: Int) throws {
    var cells = Book()
    cells.cell(0x203, 0, 0, Book.double(1.5))
    for count in 0..<8 { cells.record(id, [UInt8](repeating: 0, count: count)) }
    let bytes = Book.excel97(
      globals: { book in
        for count in 0..<8 { book.record(id, [UInt8](repeating: 0, count: count)) }
      }, [("a", 0, cells)])
    // Refused or read: what must not be is a crash.
    if let lines = try? dump(bytes) { #expect(lines.contains("1\t1\tn\t1.5")) }
  }

  /// A string that goes on in the next record says anew whether it is wide.
  @Test func stringsAcrossRecords() throws {
    let bytes = Book.excel97(
      globals: { book in
        book.record(0xFC, Book.long(2), Book.long(2), Book.word(6), [0], Array("abc".utf8))
        book.record(0x3C, [1], "дом".utf16.flatMap { Book.word(Int($0)) }, Book.word(2), [9], Book.word(1))
        book.record(0x3C, [0], Array("xy".utf8), [1, 2, 3, 4])
      },
      [
        (
          "s", 0,
          {
            var cells = Book(); for i in 0..<2 { cells.cell(0xFD, i, 0, Book.long(i)) }; return cells
          }()
        )
      ])
    #expect(try dump(bytes) == ["# s", "1\t1\ts\tabcдом", "2\t1\ts\txy"])
  }

  @Test func rowsOutOfOrder() throws {
    var cells = Book()
    for (row, column) in [(2, 1), (0, 0), (2, 0), (1, 5)] {
      cells.cell(0x203, row, column, Book.double(Double(row * 10 + column)))
    }
    #expect(
      try dump(Book.excel97([("s", 0, cells)])) == [
        "# s", "1\t1\tn\t0", "2\t6\tn\t15", "3\t1\tn\t20", "3\t2\tn\t21",
      ])
  }

  /// A chart within a sheet has numbers of its own.
  @Test func chartsWithin() throws {
    var cells = Book()
    cells.record(0x809, Book.word(0x0600), Book.word(0x0020), [UInt8](repeating: 0, count: 12))
    cells.cell(0x203, 0, 0, Book.double(9))
    cells.record(0x0A)
    cells.cell(0x203, 0, 1, Book.double(1))
    #expect(try dump(Book.excel97([("s", 0, cells)])) == ["# s", "1\t2\tn\t1"])
  }

  /// Before Excel 97 texts are in a code page, and before Excel 5 a file is one sheet.
  @Test(arguments: [Int?.some(1251), 10_007, 866, nil])
  func codePages(_ page: Int?) throws {
    let text: [UInt8] =
      switch page {
      case 10_007: [0x80, 0xE0, 0xF2]
      case 866: [0x80, 0xA0, 0xE2]
      default: [0xC0, 0xE0, 0xF2]
      }
    // Without a page the letters of a longer text tell.
    let long = Array("Здравствуйте, это обычный русский текст без кодовой страницы".unicodeScalars).map {
      UInt8(truncatingIfNeeded: $0.value < 128 ? $0.value : $0.value - 0x410 + 0xC0)
    }
    var book = Book()
    book.record(0x809, Book.word(0x0500), Book.word(0x0010), Book.long(0))
    if let page { book.record(0x42, Book.word(page)) }
    book.cell(0x204, 0, 0, Book.word(text.count) + text)
    book.cell(0x204, 1, 0, Book.word(long.count) + long)
    book.record(0x0A)
    #expect(try dump(book.bytes)[1] == "1\t1\ts\tАат")
    #expect(try dump(book.bytes, options: ReadOptions(encoding: "koi8-r"))[1] != "1\t1\ts\tАат")
  }

  @Test func excel2() throws {
    var book = Book()
    book.record(0x09, Book.word(2), Book.word(0x10))
    book.record(0x1E, [7] + Array("General".utf8))
    book.record(0x1E, [8] + Array("d/m/yyyy".utf8))
    book.record(0x02, Book.word(0), Book.word(0), [0, 1, 0], Book.word(61))
    book.record(0x03, Book.word(0), Book.word(1), [0, 0, 0], Book.double(0.5))
    book.record(0x04, Book.word(1), Book.word(0), [0, 0, 0, 3] + Array("abc".utf8))
    book.record(0x05, Book.word(1), Book.word(1), [0, 0, 0, 1, 0])
    book.record(0x0A)
    #expect(
      try dump(book.bytes) == [
        "# Sheet1", "1\t1\td\t1900-03-01T00:00:00", "1\t2\tn\t0.5", "2\t1\ts\tabc", "2\t2\tb\tTRUE",
      ])
  }

  @Test func damage() throws {
    let folder = try TestFolder()
    var cells = Book()
    cells.cell(0xFD, 0, 0, Book.long(5))
    let badIndex = Book.excel97([("s", 0, cells)])
    let locked = Book.excel97(globals: { $0.record(0x2F, [1, 0, 1, 0]) }, [("s", 0, Book())])
    var looped = Book.compound(Book.excel97([("s", 0, Book())]))
    looped.replaceSubrange((512 + 12)..<(512 + 16), with: Book.long(2))
    let whole = Book.compound(Book.excel97([("s", 0, Book())]))
    let cases: [([UInt8], SourceError.Reason)] = [
      (badIndex, .damaged(.badIndex, part: nil, line: nil)), (locked, .unsupported(.encryptedOffice)),
      (Array(whole.prefix(2048)), .damaged(.truncated, part: nil, line: nil)),
      (Array(whole.prefix(600)), .damaged(.container, part: nil, line: nil)),
      (looped, .noTable(named: nil)),
      (Book.compound([1, 2, 3], named: "WordDocument"), .damaged(.missingPart, part: nil, line: nil)),
      (Book.compound([1, 2, 3]), .damaged(.structure, part: nil, line: nil)),
    ]
    for (index, (bytes, reason)) in cases.enumerated() {
      let path = try folder.file("\(index).xls", bytes)
      let error = try #require(throws: SourceError.self) { try BaseReader.read(path) }
      #expect(error == SourceError(path, reason), "case \(index)")
    }
  }
}
