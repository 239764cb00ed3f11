import RecordLinkage
import Testing

/// What the engine makes of small bases, each with one question.
@Suite struct IdentityRules {
  static let nicknames = Nicknames([(form: "Саша", name: "Александр"), (form: "Bill", name: "William")])

  @Test(arguments: [
    (
      "same INN, no KPP on one side",
      "org_name,inn,kpp\nРомашка,7714843760,771401001\nООО Ромашка,7714843760,", "1=2"
    ),
    ("branches", "org_name,inn,kpp\nРомашка,7714843760,771401001\nРомашка,7714843760,780102002", ""),
    (
      "a branch that is not said",
      "org_name,inn,kpp\nРомашка,7714843760,771401001\nРомашка,7714843760,780102002\n"
        + "Ромашка,7714843760,", "1~3 2~3"
    ),
    ("two INN", "org_name,inn,phone\nРомашка,7714843760,+74950010203\nРомашка,7707083893,+74950010203", ""),
    ("an INN with a wrong check digit", "org_name,inn\nРомашка,7714843761\nЛютик,7714843761", ""),
    ("two forms", "org_name,phone\nООО Ромашка,+74950010203\nАО Ромашка,+74950010203", "1~2"),
    ("a sole proprietor", "org_name,phone\nООО Ромашка,+74950010203\nИП Ромашка,+74950010203", ""),
    (
      "shops of a chain",
      "org_name,phone,city\nРомашка,88002000000,Тула\nРомашка,88002000000,Пермь\n"
        + "Лютик,84950010203,Тула", "1~2"
    ),
    ("equal rows", "last_name,first_name,city\nКудряшов,Степан,Тула\nКудряшов,Степан,Тула", "1=2"),
    ("one sign only", "first_name,city\nСтепан,Тула\nСтепан,Тула", ""),
    ("numbers of two systems", "external_id,last_name\n17,Кудряшов\n17,Белкин", ""),
    (
      "a short form", "last_name,first_name,phone\nБелкин,Саша,89161112233\nБелкин,Александр,+79161112233",
      "1=2"
    ),
    ("swapped", "last_name,first_name,email\nБелкин,Олег,ob@x.example\nОлег,Белкин,ob@x.example", "1=2"),
    (
      "brothers",
      "last_name,first_name,birth_date,phone\nБелкин,Олег,1990-01-05,89161112233\n"
        + "Белкин,Пётр,1993-07-19,89161112233", ""
    ),
    ("a phone alone", "last_name,first_name,phone\nБелкин,Олег,89161112233\nЗимина,Вера,89161112233", ""),
    (
      "father, son and one of them",
      "last_name,first_name,birth_date,phone\nБелкин,Олег,1960-01-05,89161112233\n"
        + "Белкин,Олег,1993-07-19,89161112233\nБелкин,Олег,,89161112233", "1~2 1~3 2~3"
    ),
    ("junior", "full_name,phone\nJohn Carver Jr,+12025550143\nJohn Carver,+12025550143", "1~2"),
    (
      "three phones of one",
      "last_name,first_name,phone,phone_2\nБелкин,Олег,89161112233,89162223344\n"
        + "Белкин,Олег,89163334455,+7 916 222-33-44", "1=2"
    ),
  ])
  func links(_ title: String, _ base: String, _ expected: String) {
    let lines = base.split(separator: "\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    let table = CSVTable(header: lines[0], rows: Array(lines.dropFirst()))
    #expect(told(table) == expected, "\(title)")
    // From bottom to top: the same pairs.
    let turned = CSVTable(header: table.header, rows: table.rows.reversed())
    let count = table.rows.count
    let mirrored = turned.link(nicknames: Self.nicknames).links.filter { $0.verdict != .different }.map {
      "\(count - $0.rowB)\($0.verdict == .same ? "=" : "~")\(count - $0.rowA)"
    }
    #expect(mirrored.sorted().joined(separator: " ") == expected, "\(title), turned")
  }

  private func told(_ table: CSVTable) -> String {
    table.link(nicknames: Self.nicknames).links.filter { $0.verdict != .different }
      .map { "\($0.rowA + 1)\($0.verdict == .same ? "=" : "~")\($0.rowB + 1)" }.joined(separator: " ")
  }

  @Test func evidenceTellsWhyAndHoldsNoValues() throws {
    let table = CSVTable(
      header: ["first_name", "last_name", "phone"],
      rows: [["Степан", "Кудряшов", "89161112233"], ["Степан", "Кудряшёв", "+79161112233"]])
    let link = try #require(table.link().links.first)
    for part in [
      #""phone": {"level": "phone", "en": "same phone", "ru": "тот же телефон", "bits": "#, #""last_name""#,
    ] {
      #expect(link.evidence.contains(part))
    }
    for value in ["Степан", "stepan", "9161112233"] { #expect(!link.evidence.contains(value)) }
  }

  @Test func aPhoneOfManyNamesTellsNobodyApart() {
    let names = ["Анна", "Борис", "Вера", "Глеб", "Денис", "Елена"]
    let rows = names.map { [$0, "Лапин", "84950001122"] } + [["Анна", "Лапина", "84950001122"]]
    let linkage = CSVTable(header: ["first_name", "last_name", "phone"], rows: rows).link()
    #expect(linkage.report.sharedValues.map(\.field) == ["phone"])
    #expect(linkage.links.allSatisfy { $0.verdict != .same })
  }
}
