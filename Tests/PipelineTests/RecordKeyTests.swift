import Tables
import Testing

@testable import Pipeline

struct RecordKeyTests {
  private static func keys(_ drawing: String) -> [String: RecordKey] {
    let frame = Drawn.frame(drawing)
    return Dictionary(
      zip(frame.texts("name").map { $0 ?? "" }, ClientIdentity.recordKeys(of: frame))
    ) { first, _ in first }
  }

  @Test func aKeyIsReadAsItIsWritten() {
    for bits in [0, 1, 31, 1 << 59, (1 << 60) - 1, 0x0123_4567_89AB_CDE] as [UInt64] {
      let key = RecordKey(bits: bits)
      #expect(key.description.count == 12)
      #expect(RecordKey(key.description) == key)
    }
  }

  @Test(arguments: ["", "0", "0123456789ABC", "0123456789AI", "0123456789aB", "АБВГДЕ"])
  func otherTextIsNoKey(_ text: String) { #expect(RecordKey(text) == nil) }

  @Test func otherRowsAndTheirOrderDoNotMatter() {
    let alone = Self.keys("name | phone\nАнна | 1")
    let among = Self.keys("name | phone\nБорис | 2\nВера | 1\nАнна | 1\nГлеб |")
    #expect(alone["Анна"] == among["Анна"])
    #expect(Set(among.values).count == 4)
  }

  @Test func columnsAndNumbersOfSystemsDoNotMatter() {
    let first = Self.keys("name | phone\nАнна | 1")
    let second = Self.keys("client_id | phone | external_id | source | name\nC-1 | 1 | 77 | x | Анна")
    #expect(first == second)
  }

  @Test func aChangedValueIsAnotherRecord() {
    #expect(Self.keys("name | phone\nАнна | 1") != Self.keys("name | phone\nАнна | 11"))
    #expect(Self.keys("name | phone\nАнна | 1") != Self.keys("name | email\nАнна | 1"))
  }
}
