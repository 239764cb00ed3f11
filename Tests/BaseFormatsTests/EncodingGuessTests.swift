import BaseFormats
import Foundation
import Glibc
import Tables
import Testing

/// Short lists of invented clients in every old encoding of Russian: the letters alone must tell which it is.
struct EncodingGuessTests {
  private static let encodings = [
    ("windows-1251", "CP1251"), ("koi8-r", "KOI8-R"), ("cp866", "CP866"), ("x-mac-cyrillic", "MAC-CYRILLIC"),
  ]

  private static let lists = [
    ["Фамилия;Имя;Город", "Щербакова;Юлия;Ярославль", "Эйхе;Жанна;Йошкар-Ола", "Хабибуллин;Фарид;Уфа"],
    ["фио;телефон", "иванов петр сергеевич;89161234567", "цой виктор;89031112233"],
    [
      "НАИМЕНОВАНИЕ;ИНН", "ООО «РОМАШКА»;7701234567", "АО «ЭЛЕКТРОЩИТ»;5001112233",
      "ИП ЁЛКИН Ф. Щ.;500100732259",
    ],
    ["Клиент,Сумма", "\"ООО \"\"Югэнергомонтаж\"\"\",1500", "Гражданин Съедобин,20"],
    ["адрес;комментарий", "г. Тверь, ул. Чайковского, д. 1;перезвонить после обеда, просил скидку"],
    ["Имя;Почта", "Ян;yan@example.org", "Ия;iya@example.org", "Эля;elya@example.org"],
    ["name;city", "Анна;Пермь", "Пётр;Омск"],
  ]

  @Test(arguments: encodings, lists)
  func russian(_ encoding: (name: String, iconv: String), _ lines: [String]) throws {
    let folder = try TestFolder()
    let text = lines.joined(separator: "\r\n") + "\r\n"
    let encoded = try encode(text, encoding.iconv)
    // A sign that the encoding lacks leaves the list as it would be typed there: without it.
    let base = try BaseReader.read(try folder.file("t.csv", encoded))
    // Small letters without «я» are the same bytes in windows-1251 and MacCyrillic; the text counts.
    let isSame = encoding.name == "x-mac-cyrillic" && lines[0] == "фио;телефон"
    #expect(base.notes[0].english.hasPrefix("read as \(isSame ? "windows-1251" : encoding.name),"))
    let kept = lines.dropFirst().joined().filter { $0.isLetter }
    let read = base.tables[0].rows.flatMap { $0.compactMap { $0 } }.joined().filter { $0.isLetter }
    #expect(read == kept)
  }

  private func encode(_ text: String, _ name: String) throws -> [UInt8] {
    let handle = unsafe try #require(iconv_open("\(name)//IGNORE", "UTF-8"))
    defer { unsafe iconv_close(handle) }
    var source = Array(text.utf8)
    var target = [UInt8](repeating: 0, count: source.count)
    var left = source.count
    var room = target.count
    unsafe source.withUnsafeMutableBytes { source in
      unsafe target.withUnsafeMutableBytes { target in
        var from = unsafe source.baseAddress?.assumingMemoryBound(to: CChar.self)
        var to = unsafe target.baseAddress?.assumingMemoryBound(to: CChar.self)
        _ = unsafe iconv(handle, &from, &left, &to, &room)
      }
    }
    return Array(target.dropLast(room))
  }
}
