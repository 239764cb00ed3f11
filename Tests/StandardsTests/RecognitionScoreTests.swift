import Foundation
import RuleKit
import Tables
import Testing

@testable import Standards

/// How many headers of every canonical field are known, and how many columns without headers; the score is printed.
@Suite struct RecognitionScoreTests {
  /// Headers as people write them, in other cases, forms and punctuation than the dictionary has.
  static let headers: [(field: String, headers: String)] = [
    ("external_id", "Код клиента|КОД_КЛИЕНТА|client id|ID клиента:|Customer_ID"),
    ("party_type", "тип клиента|ТИП КОНТРАГЕНТА|customer type|Юр./физ."),
    (
      "org_name",
      "НАЗВАНИЕ КОМПАНИИ|Наименование  организации|company_name|CompanyName|Название фирмы.|Компания:"
    ),
    ("org_full_name", "Полное наименование компании|полное  название|Full company name|legal_name"),
    ("org_legal_form", "опф|Форма собственности|legal_form|Организационно правовая форма"),
    ("inn", "инн|ИНН контрагента|И.Н.Н.|inn|ИНН (юр. лица)"), ("kpp", "кпп|КПП:|kpp|КПП контрагента"),
    ("ogrn", "огрн|О.Г.Р.Н.|ogrn|ОГРН контрагента"), ("ogrnip", "огрнип|ОГРНИП:|ogrnip"),
    ("okpo", "окпо|ОКПО клиента|okpo|код ОКПО"), ("okved", "оквэд|Основной ОКВЭД:|okved|код оквэд"),
    ("tax_id", "налоговый номер|УНП|tax_id|Tax ID number|БИН"),
    ("bank_account", "р/с|Расч. счёт|Расчетный счет №|bank_account|Номер расчётного счёта"),
    ("bank_name", "банк|Наименование банка|bank_name|Название банка:"), ("bik", "бик|БИК банка|B.I.K.|bik"),
    ("corr_account", "к/с|Корр.счет|Корреспондентский счёт|corr_account"),
    ("bank_details", "Банковские реквизиты|реквизиты банка|bank_details"),
    ("director", "Руководитель|ген. директор|ДИРЕКТОР|director|CEO"),
    ("industry", "Сфера деятельности|отрасль|industry|Вид деятельности"),
    ("employees", "Количество сотрудников|Численность|employees|Number of employees|Кол-во сотрудников"),
    ("annual_revenue", "Годовой оборот|выручка за год|annual_revenue|Annual revenue, RUB"),
    ("person_full_name", "ФИО|Ф.И.О|Контактное лицо|full_name|Full Name|ФИО клиента:|contact person"),
    ("last_name", "фамилия|Фамилия клиента|last_name|Surname|LastName"),
    ("first_name", "Имя клиента (без фамилии)|first_name|Given Name|FirstName|имя"),
    ("middle_name", "отчество|Отчество клиента|middle_name|MiddleName|Patronymic"),
    ("salutation", "обращение|salutation|Обращение к клиенту"), ("gender", "пол|Пол:|gender|Пол (м/ж)|SEX"),
    ("birth_date", "дата рождения|Дата_рождения|birth_date|Birthday|Date of Birth|Д.Р."),
    ("job_title", "должность|Должность контакта|job_title|Position|JobTitle"),
    ("department", "отдел|Подразделение|department|Dept."),
    ("phone", "телефон|ТЕЛЕФОН КЛИЕНТА|Тел.|phone|Phone Number|Номер телефона|Телефоны|контактный телефон"),
    ("phone_mobile", "моб. телефон|Мобильный|Сотовый|mobile|Mobile Phone|cell phone|Моб. тел."),
    ("phone_work", "рабочий тел.|Рабочий телефон:|Work Phone|phone_work|Служебный тел."),
    ("phone_home", "домашний телефон|Дом. телефон|Home Phone|phone_home"),
    ("phone_other", "другой телефон|Доп. телефон|Other Phone|дополнительный телефон"),
    ("phone_ext", "добавочный|доб. номер|ext|Extension|Добавочный номер"),
    ("fax", "факс|Факс:|fax|Номер факса"),
    ("email", "e-mail|Эл. почта|Электронная почта|EMAIL|Email Address|Е-майл|почта|E mail"),
    ("email_work", "рабочая почта|Work Email|Рабочий email|work_email"),
    ("email_home", "личная почта|Personal Email|home_email|Личный email"),
    ("email_other", "другой e-mail|Other Email|Дополнительный email"),
    ("website", "сайт|Веб-сайт|web site|website|Сайт компании|Адрес сайта"),
    ("telegram", "телеграм|Telegram|tg|Ник в телеграме"), ("whatsapp", "WhatsApp|ватсап|whatsapp"),
    ("viber", "вайбер|Viber"), ("vk", "ВКонтакте|вк|vk|VK"), ("skype", "скайп|Skype|skype login"),
    ("icq", "ICQ|аська"),
    ("address", "адрес|АДРЕС КЛИЕНТА|address|Full address|почтовый адрес"),
    (
      "address_legal",
      "юр. адрес|Юридический адрес|юридический  адрес компании|Legal address|Registered address"
    ),
    ("address_actual", "факт. адрес|Фактический адрес|Адрес фактический|actual address"),
    ("country", "страна|Country|СТРАНА КЛИЕНТА"),
    ("postal_code", "индекс|Почтовый индекс|ZIP|postal_code|Zip code|Postcode"),
    ("region", "регион|область|Region|State/Province|Регион (область)"),
    ("city", "город|City|ГОРОД|Населённый пункт|Город клиента"),
    ("street", "улица|Street|Улица:"), ("building", "дом|Номер дома|building|house|дом №"),
    ("flat", "квартира|кв.|flat|Apartment|Квартира, офис"),
    ("manager", "менеджер|Ответственный|Ответственный менеджер|manager|Account Manager|Куратор"),
    ("status", "статус|Status|Статус клиента"),
    ("segment", "сегмент|Segment|Группа клиентов|Категория клиента"),
    ("tags", "теги|Tags|метки"), ("source_channel", "источник|Lead Source|Источник лида|канал привлечения"),
    ("first_purchase_date", "первая покупка|Дата первой покупки|First purchase|first_order_date"),
    (
      "last_purchase_date",
      "последняя покупка|Дата последней покупки|Last purchase|last_order_date|Дата последнего заказа"
    ),
    ("purchases_count", "кол-во покупок|Количество заказов|Purchases count|orders count|Число заказов"),
    ("purchases_total", "сумма покупок|Сумма покупок (руб)|Total spent|total_sales|Общая сумма покупок"),
    ("average_check", "средний чек|Ср. чек|Average check|avg check"),
    ("discount", "скидка|Скидка %|discount|Размер скидки"),
    ("discount_card", "дисконтная карта|Номер карты|Loyalty card|карта лояльности"),
    ("bonus_points", "бонусы|Бонусные баллы|Bonus points|баллы"),
    ("balance", "баланс|Долг|Balance|задолженность"),
    ("contract_no", "договор|№ договора|Contract No|номер договора"),
    ("last_contact_date", "последний контакт|Дата последнего контакта|Last contact|last_contact_date"),
    ("next_contact_date", "следующий контакт|Дата следующего контакта|Next contact|next_call_date"),
    ("consent", "согласие|Согласие на обработку данных|Consent|Согласие на рассылку"),
    ("do_not_call", "не звонить|Do not call|do_not_call"),
    ("consent_date", "дата согласия|Дата получения согласия|consent_date|Consent date"),
    ("consent_source", "источник согласия|consent_source|Consent source"),
    ("consent_withdrawn_date", "Дата отзыва согласия|Отзыв согласия|consent_withdrawn_date"),
    ("consent_marketing", "согласие на рекламу|consent_marketing"),
    ("consent_email", "Согласие на письма|Согласие на e-mail|consent_email"),
    ("consent_sms", "согласие на SMS|Согласие на СМС|consent_sms"),
    ("consent_calls", "согласие на звонки|consent_calls"),
    ("legal_basis", "правовое основание|Основание обработки|legal_basis"),
    ("retention_until", "Хранить до|retention_until|Keep until"),
    ("comment", "комментарий|Примечания|Comment|Notes|комментарии|Примечание:"),
    ("created_at", "дата создания|Создано|Created|created_at|Date created"),
    ("updated_at", "дата изменения|Изменено|Updated|updated_at|Last modified"),
    ("created_by", "кем создан|Автор|Created by|created_by"),
  ]

  /// At least so many of a hundred headers must be known, in every language.
  static let leastPercent = 97

  @Test func headersOfEveryField() throws {
    let recognition = try Fixtures.recognition()
    var counts: [Language: (right: Int, all: Int)] = [:]
    var missed: [String] = []
    for (field, headers) in Self.headers {
      for header in headers.split(separator: "|").map(String.init) {
        let found = recognition.recognise(Fixtures.table(header))[0]
        let isRussian = header.unicodeScalars.contains { (0x400...0x4FF).contains($0.value) }
        var count = counts[isRussian ? .ru : .en] ?? (0, 0)
        count.all += 1
        if found.field == field {
          count.right += 1
        } else {
          missed.append("\(header): \(found.field), not \(field)")
        }
        counts[isRussian ? .ru : .en] = count
      }
    }
    for (language, count) in counts.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
      print("recognition of headers, \(language.rawValue): \(count.right) of \(count.all)")
      #expect(count.right * 100 >= count.all * Self.leastPercent, "\(missed.joined(separator: "\n"))")
    }
    print(missed.map { "  missed \($0)" }.joined(separator: "\n"))
    let fields = Set(
      try Fixtures.catalogue().fields.filter { !$0.isDerived && $0.name != "client_id" }.map(\.name))
    #expect(fields == Set(Self.headers.map(\.field)))
  }

  /// Columns whose header says nothing; invented people and firms.
  static let contents: [(cells: [String], field: String)] = [
    (["anna@example.ru", "oleg@example.org", "n@example.com"], "email"),
    (["+7 916 123-45-76", "8 (495) 214-71-47", "89771475934"], "phone"),
    (["7714843760", "500100732259", "0274062111"], "inn"), (["771401001", "500101001", "770301001"], "kpp"),
    (["1117746506514", "1027700132195", "1027739850962"], "ogrn"),
    (["304500116000157", "385768585948949", "304500116000157"], "ogrnip"),
    (["044525222", "044525225", "049805746"], "bik"),
    (["40702810600001004854", "40802810600001004854", "40702810600001004854"], "bank_account"),
    (["30101810500000000222", "30101810400000000225", "30101810145250000974"], "corr_account"),
    (["romashka.ru", "www.lutik.com", "https://vasilek.org/"], "website"),
    (["ООО «Ромашка»", "АО Лютик", "ИП Орлов О. П."], "org_name"),
    (["Орлов Олег Петрович", "Белова Анна Ильинична", "Смирнов И. И."], "person_full_name"),
    (["Орлов Олег", "Белова Анна", "Смирнова Вера"], "person_full_name"),
    (["Анна", "Олег", "Вера"], "first_name"),
    (["Петрович", "Ильинична", "Олегович"], "middle_name"),
    (["Орлов", "Белова", "Смирнов", "Ковальский"], "last_name"),
    (["м", "ж", "ж"], "gender"), (["Москва", "Казань", "г. Тула"], "city"),
    (["Московская область", "Татарстан", "Пермский край"], "region"),
    (["Россия", "Казахстан", "Беларусь"], "country"),
    (["ул. Ленина, д. 5", "пр-т Мира, 10, кв. 4", "г. Казань, ул. Баумана, 1"], "address"),
    (["ООО", "АО", "ИП"], "org_legal_form"), (["125009", "420111", "300041"], "postal_code"),
    (["@romashka_shop", "@lutik", "t.me/vasilek"], "telegram"),
    (["красный", "синий", "белый"], "extra"), (["2024-01-01", "2024-02-01", "2024-03-01"], "extra"),
    (["1", "2", "3"], "extra"),
    (["позвонить завтра утром", "просил скидку на всё", "ждёт счёт и договор"], "extra"),
  ]

  @Test(arguments: ["column 1", "3", "Столбец 2", "Unnamed: 0", ""])
  func contentsUnderNoHeader(_ header: String) throws {
    let recognition = try Fixtures.recognition()
    var right = 0
    for (cells, field) in Self.contents {
      let table = Table(
        name: "t", columns: [Column(name: header, cells: TextColumn(cells.map { $0 }))],
        origin: Origin(
          path: "t.csv", table: nil, unit: .line,
          numbers: ContiguousArray(cells.indices.map { Int64($0) + 2 })))
      let found = recognition.recognise(table)[0]
      let isRight = field == "extra" ? !found.isRecognised : found.field == field
      if isRight { right += 1 }
      if !isRight { print("  \(cells): \(found.field), not \(field)") }
      #expect(isRight)
      if found.isRecognised {
        #expect(found.how == .content && found.score > 0.4 && found.score < 1)
        #expect(found.reason.en.contains("of the cells") && found.reason.ru.contains("ячеек"))
      }
    }
    print("recognition by content under '\(header)': \(right) of \(Self.contents.count)")
  }

  /// Cells that contradict their header, or are mixed: header, cells, field, words of the reason.
  @Test(
    arguments: [
      ("Клиент", ["429", "17", "1023", "55"], "external_id", "numbers"),
      ("Телефон", ["anna@example.ru", "oleg@example.org", "v@example.com"], "email", "says otherwise"),
      ("E-mail", ["+79161234576", "89771475934", "8 495 214-71-47"], "phone", "says otherwise"),
      ("ИНН", ["1117746506514", "1027700132195", "1027739850962"], "ogrn", "says otherwise"),
      (
        "Контакты", ["+79161234576", "anna@example.ru", "89771475934", "8 495 214-71-47"], "phone",
        "mixed: phones 75 %"
      ),
      ("Связь", ["+79161234576", "anna@example.ru", "oleg@example.org"], "email", "mixed: phones 33 %"),
      (
        "Клиент", ["ООО «Ромашка»", "Орлов Олег Петрович", "ИП Белов А. А.", "АО Лютик"], "org_name",
        "mixed: companies"
      ),
      ("ИНН", ["7714843760", "7714843761", "1234567890"], "inn", "33 % of the cells"),
      ("Телефон", ["нет", "добавить", "+79161234576"], "phone", "33 % of the cells"),
    ] as [(String, [String], String, String)])
  func cellsAgainstTheirHeader(_ header: String, _ cells: [String], _ field: String, _ reason: String) throws
  {
    let found = try Fixtures.recognition().recognise(
      Fixtures.table(([header] + cells).joined(separator: "\n")))[0]
    #expect(found.field == field)
    #expect(found.reason.en.contains(reason), "\(found.reason.en)")
    #expect(!found.reason.ru.isEmpty && found.score < 1)
  }

  @Test func ofTwoHeadersTheOneWithFittingCellsIsTaken() throws {
    let table = Fixtures.table(
      """
      ИНН | ИНН | Название | Название
      – | 7714843760 | 17 | ООО «Ромашка»
      нет | 500100732259 | 18 | АО Лютик
      1 | 0274062111 | 19 | ИП Белов А. А.
      """)
    let fields = try Fixtures.recognition().recognise(table).map(\.field)
    #expect(fields == ["extra.ИНН", "inn", "external_id", "org_name"])
  }

  @Test func aTableWithoutHeadersGetsItsFirstRowBack() throws {
    let recognition = try Fixtures.recognition()
    let table = Fixtures.table(
      """
      ООО «Ромашка» | 7714843760 | +79161234576 | Москва
      АО Лютик | 0274062111 | 8 (495) 214-71-47 | Казань
      ИП Белов А. А. | 500100732259 | 89771475934 | Тула
      """)
    let restored = try #require(recognition.restoringFirstRow(of: table))
    #expect(restored.rowCount == 3 && restored.columns[1].cells[0] == "7714843760")
    #expect(Array(restored.origin.numbers) == [1, 1, 2] || restored.origin.numbers.count == 3)
    #expect(recognition.recognise(restored).map(\.field) == ["org_name", "inn", "phone", "city"])
    // A table with headers keeps them, whatever its cells are.
    for header in ["Название | ИНН | Телефон | Город", "1 | 2 | 3 | 4", "a | b | c | d"] {
      let text = "\(header)\nООО «Ромашка» | 7714843760 | +79161234576 | Москва"
      #expect(recognition.restoringFirstRow(of: Fixtures.table(text)) == nil, "\(header)")
    }
  }
}
