import Tables
import Testing

@testable import BaseFormats

/// The scanner against libxml2: the same events, or the same refusal.
struct XMLScannerTests {
  /// What came, one string an event; text of one element joined.
  private final class Log: XMLEvents {
    var events: [String] = []
    func start(_ element: XMLTag, in stream: XMLStream) {
      events.append("\u{1}<\(element.name) \(element.value("r") ?? "")")
    }
    func text(_ part: Span<UInt8>, in stream: XMLStream) { events.append(String(copying: part)) }
    func end(_ element: XMLTag, in stream: XMLStream) { events.append("\u{1}>\(element.name)") }
  }

  private struct ScanLog: XMLScannerEvents {
    var events: [String] = []
    var wantsText: Bool { true }
    var damage: SourceError.Damage? { nil }
    var isDone: Bool { false }
    mutating func start(_ bytes: Span<UInt8>, name: Range<Int>, attributes: [XMLScannerAttribute]) {
      let r = attributes.first { bytes.extracting($0.name).equals("r") }
      let value = r.map { String(copying: bytes.extracting($0.value)) }
      events.append("\u{1}<\(String(copying: bytes.extracting(name))) \(value ?? "")")
    }
    mutating func text(_ text: Span<UInt8>) { events.append(String(copying: text)) }
    mutating func end(_ bytes: Span<UInt8>, name: Range<Int>) {
      events.append("\u{1}>\(String(copying: bytes.extracting(name)))")
    }
  }

  /// Text may come in parts; tags begin with a character that no text has.
  private static func joined(_ events: [String]) -> String { events.joined() }

  private func scanned(_ text: [UInt8], pieces: Int) -> String? {
    var scanner = XMLScanner(ScanLog())
    for start in stride(from: 0, to: text.count, by: pieces) {
      _ = scanner.feed(Array(text[start..<min(start + pieces, text.count)]).span)
    }
    scanner.finish()
    return scanner.failure == nil ? Self.joined(scanner.events.events) : nil
  }

  private func parsed(_ text: [UInt8]) -> String? {
    let log = Log()
    let stream = XMLStream(log)
    _ = stream.feed(text.span)
    stream.finish()
    return stream.failure == nil ? Self.joined(log.events) : nil
  }

  @Test(arguments: [
    "<a/>", "<a></a>", "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\r\n<a r='1'>x</a>\n", "\u{FEFF}<a>ё😀</a>",
    "<x:a xmlns:x=\"u\" r=\"1\"><x:b>1</x:b><x:b /></x:a>",
    "<a>&lt;&amp;&gt;&quot;&apos;&#65;&#x416;&#10;</a>",
    "<a>1\r\n2\r3</a>", "<a><!-- <b> --><![CDATA[<b>&amp;]]>x<?p q?></a>", "<a r = \"1\" q='\"'>x</a >",
    "<!-- c --><a/><!-- d -->", "<a r=\">\">y</a>",
    // Not well formed.
    "", " ", "<a>", "<a></b>", "<a/><b/>", "<a>&nbsp;</a>", "<a>&</a>", "<a>&#7;</a>", "<a>\u{1}</a>", "<a",
    "<a r=1/>",
    "<a r=\"<\"/>", "<a>x</a>y", "x<a/>", "<!DOCTYPE a><a/>", "<a r=\"1/>", "<a>&#xD800;</a>",
    "<a><![CDATA[x</a>", "< a/>",
    "<a>&amp</a>", "</a>", "<a><b></a></b>",
  ])
  func sameAsLibrary(_ text: String) {
    let bytes = Array(text.utf8)
    let expected = parsed(bytes)
    for pieces in [1, 2, 7, 1000] { #expect(scanned(bytes, pieces: pieces) == expected, "\(pieces)") }
  }

  /// Bytes changed at random in a sheet: what libxml2 refuses is refused, what it reads is read the same.
  @Test(arguments: 0..<40)
  func randomDamage(_ seed: UInt64) {
    var random = SeededNumbers(state: seed)
    let sheet =
      "<w><sheetData><row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\"><v>1.5</v></c></row></sheetData></w>"
    for _ in 0..<50 {
      var bytes = Array(sheet.utf8)
      for _ in 0..<Int.random(in: 1...2, using: &random) {
        let place = Int.random(in: 0..<bytes.count, using: &random)
        let choice = Array("<>/&;\"= \u{0}a1é".utf8)
        bytes[place] = choice[Int.random(in: 0..<choice.count, using: &random)]
      }
      let library = parsed(bytes)
      let scan = scanned(bytes, pieces: 1000)
      // The scanner is no judge of names; what it refuses, the library must refuse.
      if scan == nil { #expect(library == nil, "\(String(decoding: bytes, as: UTF8.self))") }
      if let library, let scan { #expect(library == scan) }
    }
  }

  @Test func declaredEncodings() {
    for (text, isAccepted) in [
      ("<a/>   ", true), ("<?xml version='1.0' encoding='utf-8'?><a/>", true),
      ("<?xml version='1.0'?><a/>", true),
      ("<?xml version='1.0' encoding='windows-1251'?><a/>", false), ("\u{FEFF}<a/>    ", true),
    ] {
      let found = XMLDeclaration.isUTF8(Array(text.utf8).span)
      #expect(found == isAccepted, "\(text)")
    }
    let wide = "<a/><b/>".utf16.flatMap { unit in [UInt8(unit), UInt8(0)] }
    let isAccepted = XMLDeclaration.isUTF8(wide.span)
    #expect(!isAccepted)
  }
}
