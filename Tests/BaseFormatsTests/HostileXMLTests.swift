import BaseFormats
import Foundation
import Tables
import Testing

/// Hostile XML and pipes: one clear error, bounded time and memory.
struct HostileXMLTests {
  private func read(_ text: String, limits: ReadLimits = .init()) throws -> Base {
    let folder = try TestFolder()
    return try BaseReader.read(try folder.file("b.xml", text: text), options: ReadOptions(limits: limits))
  }

  @Test func entityBomb() throws {
    var text = "<!DOCTYPE dataroot [<!ENTITY a0 \"x\">"
    for level in 1...20 { text += "<!ENTITY a\(level) \"&a\(level - 1);&a\(level - 1);\">" }
    text += "]><dataroot><T><A>&a20;</A></T></dataroot>"
    let error = try #require(throws: SourceError.self) { try read(text) }
    #expect(error.reason == .damaged(.documentType, part: nil, line: 1))
    #expect(error.russian.contains("объявление типа документа"))
  }

  /// An external entity or subset is never asked for: the declaration alone ends the reading.
  @Test(arguments: ["SYSTEM \"file:///etc/hostname\"", "PUBLIC \"-//X//Y\" \"http://127.0.0.1:9/x.dtd\""])
  func externalSubset(_ place: String) throws {
    let error = try #require(throws: SourceError.self) {
      try read("<!DOCTYPE dataroot \(place)><dataroot><T><A>1</A></T></dataroot>")
    }
    #expect(error.reason == .damaged(.documentType, part: nil, line: 1))
  }

  @Test(arguments: [
    "<dataroot>", "<root><dataroot>", "<xml xmlns:rs='urn:schemas-microsoft-com:rowset'><rs:data>",
  ])
  func deepNesting(_ start: String) throws {
    let depth = 100_000
    #expect(throws: SourceError.self) {
      try read(start + String(repeating: "<A>", count: depth) + String(repeating: "</A>", count: depth))
    }
  }

  @Test func longMemo() throws {
    let memo = String(repeating: "Перезвонить. ", count: 1_000_000)
    let base = try read("<dataroot><T><A>\(memo)</A></T><T><A>1</A></T></dataroot>")
    let read = base.tables[0].columns[0].cells
    #expect(read[0] == memo && read[1] == "1")
  }

  @Test func columnsOfEachRowItsOwn() throws {
    var limits = ReadLimits(cells: 1000)
    let rows = (0..<2000).map { "<T><A\($0)>1</A\($0)></T>" }.joined()
    let error = try #require(throws: SourceError.self) {
      try read("<dataroot>\(rows)</dataroot>", limits: limits)
    }
    guard case .damaged(.tooManyCells, _, _) = error.reason else {
      Issue.record("\(error)")
      return
    }
    limits.columns = 20
    let other = try #require(throws: SourceError.self) {
      try read("<dataroot>\(rows)</dataroot>", limits: limits)
    }
    #expect(other.english.contains("a table of more than 20 columns"))
  }

  @Test(arguments: ["имя;город\nИван;Уфа\n", "<dataroot><T><имя>Иван</имя><город>Уфа</город></T></dataroot>"])
  func pipes(_ text: String) throws {
    let folder = try TestFolder()
    let path = folder.path + "/pipe"
    let made = unsafe mkfifo(path, 0o600)
    #expect(made == 0)
    let writer = Thread {
      if let handle = FileHandle(forWritingAtPath: path) {
        handle.write(Data(text.utf8))
        try? handle.close()
      }
    }
    writer.start()
    let (base, digest) = try BaseReader.readWithDigest(path)
    #expect(base.path == path && base.tables[0].rows == [["Иван", "Уфа"]])
    #expect(digest == (try BaseReader.sha256(of: try folder.file("same", text: text))))
    #expect(base.tables[0].origin.path == path)
  }
}
