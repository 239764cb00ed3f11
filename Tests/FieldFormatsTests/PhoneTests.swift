import FieldFormats
import Testing

/// Phones of other countries and of homes other than Russia, and the plan of +7 against an independent library.
@Suite struct PhoneTests {
  @Test(
    "a number is read as home dials it",
    arguments: [
      ("DE", "030 901820", "+4930901820", "fixed"), ("DE", "0049 30 901820", "+4930901820", "fixed"),
      ("DE", "+7 916 382-47-15", "+79163824715", "mobile"),
      ("DE", "007 916 382 47 15", "+79163824715", "mobile"),
      ("US", "(212) 736-5000", "+12127365000", "fixed-or-mobile"),
      ("US", "011 49 30 901820", "+4930901820", "fixed"),
      ("US", "1-800-275-2273", "+18002752273", "toll-free"),
      ("GB", "020 7946 0958", "+442079460958", "fixed"),
      ("GB", "+44 (0)20 7946 0958", "+442079460958", "fixed"),
      ("KZ", "8 701 345 62 18", "+77013456218", "mobile"),
      ("KZ", "8 (7172) 74-35-26", "+77172743526", "fixed"),
      ("BY", "8 029 617 38 42", "+375296173842", "mobile"),
      ("UA", "067 418 25 73", "+380674182573", "mobile"),
      ("RU", "8 (856) 318-42-67", "+78563184267", "fixed"),
      ("RU", "8-10-49-30-901820", "+4930901820", "fixed"),
      ("RU", "998903714628", "+998903714628", "mobile"),
      ("RU", "8 (804) 333-71-17", "+78043337117", "toll-free"),
    ])
  func home(region: String, text: String, e164: String, kind: String) throws {
    let format = try #require(
      Vectors.catalogue().format(named: "phone", options: FormatOptions(region: region)))
    let reading = format.read(text)
    #expect(reading.value == e164)
    #expect(reading.parts["type"]?.text == kind)
    #expect(reading.finding == nil)
  }

  @Test(
    "what is no number of any country is refused",
    arguments: [
      ("RU", "+44 7700 900123"), ("RU", "+999 123 456 789"), ("DE", "030"), ("US", "212 736"),
      ("DE", "00 00 00"),
      ("US", "(012) 345-6789"), ("GB", "0000000000"), ("RU", "+1 1 1"), ("RU", "+49"), ("DE", "+"),
    ])
  func refused(region: String, text: String) throws {
    let format = try #require(
      Vectors.catalogue().format(named: "phone", options: FormatOptions(region: region)))
    #expect(![.ok, .fixed, .suspicious].contains(format.read(text).status))
  }

  @Test("several numbers, extensions and words of one cell go their ways")
  func list() throws {
    let format = try #require(Vectors.catalogue().format(named: "phone"))
    let reading = format.read("тел. 8 (495) 785-36-41/42 доб. 12, моб. 8-916-382-47-15 Ольга; +49 30 901820")
    #expect(
      reading.parts["all"]?.list == ["+74957853641", "+74957853642", "+79163824715", "+4930901820"])
    #expect(reading.parts["area"]?.text == "Московская обл.")
    #expect(reading.parts["note"]?.text == "Ольга")
    #expect(format.read("8 916 382-47-15 с 9:00 до 18").parts["note"]?.text == "с 9:00 до 18")
    let extended = format.read("8 (495) 534-72-79 вн. 123")
    #expect(extended.parts["ext"]?.text == "123")
    #expect(extended.display == "+7 495 534-72-79 доб. 123")
  }

  @Test(
    .enabled(if: Oracle.python != nil, "set REVIZOR_PYTHON to a Python with phonenumbers to compare with it"))
  func verdictsAgree() throws {
    let lines = try Oracle.lines(of: "phone_verdicts.py", arguments: ["5", "20261122"])
    #expect(lines.count > 5000, "the oracle said little: \(lines.prefix(3))")
    let catalogue = try Vectors.catalogue()
    var score: [String: (right: Int, all: Int)] = [:]
    for line in lines {
      let cells = line.split(separator: "\t").map(String.init)
      guard cells.count == 4,
        let format = catalogue.format(named: "phone", options: FormatOptions(region: cells[0]))
      else {
        Issue.record("cannot read \(line)")
        return
      }
      let reading = format.read(cells[1])
      if reading.status == .placeholder || reading.status == .ambiguous { continue }
      let isValid = [.ok, .fixed, .suspicious].contains(reading.status)
      let agrees =
        isValid ? reading.value == cells[2] && reading.parts["type"]?.text == cells[3] : cells[2] == "-"
      let isHome = cells[1].hasPrefix("+7")
      score[isHome ? "+7" : "others", default: (0, 0)].all += 1
      score[isHome ? "+7" : "others", default: (0, 0)].right += agrees ? 1 : 0
      // A few numbers of 930 are carved out in the newest plans.
      #expect(
        agrees || !isHome || cells[1].hasPrefix("+7930"),
        "\(cells[1]): \(reading.value ?? "") \(reading.parts["type"]?.text ?? ""), phonenumbers \(cells[2]) \(cells[3])"
      )
    }
    for (name, part) in score.sorted(by: { $0.key < $1.key }) {
      print("phonenumbers, \(name): \(part.right) of \(part.all) agree")
      // The installed libphonenumber may be some years older than the oracle.
      #expect(Double(part.right) >= 0.97 * Double(part.all))
    }
  }
}
