import BaseFormats
import Foundation
import Tables
import Testing

private let russian =
  "имя;телефон;город\nИванова Мария Петровна;+7 916 123-45-67;Нижний Новгород\n"
  + "Сидоров Пётр;8 (495) 765-43-21;Щёлково\nООО «Ёжик и Ко»;нет;Объячево\n"

struct EncodingTests {
  @Test(arguments: [
    ("windows-1251", String.Encoding.windowsCP1251), ("utf-8", .utf8),
    ("utf-16le", .utf16LittleEndian), ("utf-16be", .utf16BigEndian),
  ])
  func found(_ name: String, _ encoding: String.Encoding) throws {
    let folder = try TestFolder()
    let bytes = try #require(russian.data(using: encoding))
    let base = try BaseReader.read(try folder.file("t.csv", bytes))
    #expect(base.notes[0].english == "read as \(name), delimiter ';'")
    #expect(base.tables[0].rows[1] == ["Сидоров Пётр", "8 (495) 765-43-21", "Щёлково"])
  }

  /// KOI8-R and CP866 by their own tables (RFC 1489; IBM 866), since Foundation knows neither everywhere.
  @Test(arguments: ["koi8-r", "cp866"])
  func oldCyrillic(_ name: String) throws {
    let koi = "юабцдефгхийклмнопярстужвьызшэщчъЮАБЦДЕФГХИЙКЛМНОПЯРСТУЖВЬЫЗШЭЩЧЪ"
    let text = "имя;город\nмария иванова;нижний новгород\nПетр Сидоров;Казань\n"
    let bytes = text.unicodeScalars.map { scalar -> UInt8 in
      guard scalar.value >= 0x400 else { return UInt8(scalar.value) }
      if name == "koi8-r" {
        let place = koi.unicodeScalars.enumerated().first { $0.element == scalar }
        return UInt8(0xC0 + (place?.offset ?? 0))
      }
      return UInt8(scalar.value < 0x440 ? scalar.value - 0x410 + 0x80 : scalar.value - 0x440 + 0xE0)
    }
    let folder = try TestFolder()
    let base = try BaseReader.read(try folder.file("t.csv", bytes))
    #expect(base.notes[0].english == "read as \(name), delimiter ';'")
    #expect(base.tables[0].rows == [["мария иванова", "нижний новгород"], ["Петр Сидоров", "Казань"]])
  }

  @Test func western() throws {
    let folder = try TestFolder()
    let bytes = try #require("name,city\nJosé,Málaga\nZoë,Köln\n".data(using: .windowsCP1252))
    let base = try BaseReader.read(try folder.file("t.csv", bytes))
    #expect(base.tables[0].rows == [["José", "Málaga"], ["Zoë", "Köln"]])
  }

  @Test func asked() throws {
    let folder = try TestFolder()
    let path = try folder.file("t.csv", try #require("a,b\nж,ж\n".data(using: .windowsCP1251)))
    let base = try BaseReader.read(path, options: ReadOptions(encoding: "cp1251"))
    #expect(base.tables[0].rows == [["ж", "ж"]])
    #expect(throws: SourceError(path, .unknownEncoding("klingon"))) {
      try BaseReader.read(path, options: ReadOptions(encoding: "klingon"))
    }
  }

  /// UTF-8 by name reads a wounded file, too: the wounds are replaced, and it is said.
  @Test(arguments: [0, 1 << 20 - 1, 1 << 20, 1 << 20 + 1])
  func askedOfWoundedUTF8(_ before: Int) throws {
    let folder = try TestFolder()
    let start = String(repeating: "a", count: before)
    let bytes = Array("a,b\n\(start)".utf8) + [0xD0, 0x41, 0xE2, 0x82, 0x0A] + Array("я,ж\n".utf8) + [0xD1]
    let base = try BaseReader.read(try folder.file("t.csv", bytes), options: ReadOptions(encoding: "utf-8"))
    #expect(
      base.tables[0].rows == [["\(start)\u{FFFD}A\u{FFFD}", nil], ["я", "ж"], ["\u{FFFD}", nil]])
    #expect(base.notes.contains { $0.english.hasPrefix("3 byte sequences are not utf-8 (first: line 2)") })
  }

  /// What is not UTF-8 may begin behind the part of the file that is looked at first.
  @Test func lateHighBytes() throws {
    let folder = try TestFolder()
    let line = "name,city;x\n"
    var bytes = Array(String(repeating: line, count: 120_000).utf8)
    bytes += try #require("Мария,Нижний Новгород\n".data(using: .windowsCP1251))
    let base = try BaseReader.read(try folder.file("t.csv", bytes))
    #expect(base.notes[0].english == "read as windows-1251, delimiter ','")
    #expect(base.tables[0].rows.last == ["Мария", "Нижний Новгород"])
  }

  @Test(
    arguments: [
      ("utf-32le", [0xFF, 0xFE, 0, 0], false), ("utf-32be", [0, 0, 0xFE, 0xFF], true),
      ("utf-32le", [], false), ("utf-32be", [], true),
    ] as [(String, [UInt8], Bool)])
  func wide(_ name: String, _ mark: [UInt8], _ isBig: Bool) throws {
    let bytes = russian.unicodeScalars.flatMap { scalar in
      (isBig ? [24, 16, 8, 0] : [0, 8, 16, 24]).map { UInt8(truncatingIfNeeded: scalar.value >> $0) }
    }
    let folder = try TestFolder()
    let base = try BaseReader.read(try folder.file("t.csv", mark + bytes))
    #expect(base.notes[0].english == "read as \(name), delimiter ';'")
    #expect(base.tables[0].rows[1] == ["Сидоров Пётр", "8 (495) 765-43-21", "Щёлково"])
  }

  @Test func woundedUTF8() throws {
    let folder = try TestFolder()
    var bytes = Array(russian.utf8)
    bytes.append(contentsOf: [0xD0, 0x41, 0x0A])
    let path = try folder.file("t.csv", bytes)
    #expect(throws: SourceError(path, .undecodable(encoding: "utf-8", line: 5))) { try BaseReader.read(path) }
  }
}
