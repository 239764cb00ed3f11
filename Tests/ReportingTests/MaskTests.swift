import Testing

@testable import Reporting

/// Field, value, and the value as a report shows it.
private let cases: [(field: String?, value: String, masked: String)] = [
  ("email", "ivanov@mail.ru", "i***v@m***.ru"),
  ("email", "ab@mail.ru", "***@m***.ru"),
  ("email_2", "i.petrova@sub.firma.travel", "i***a@s***.travel"),
  ("email", "ivanov@mail.ru; zakaz@firma.ru", "i***v@m***.ru; z***z@f***.ru"),
  ("email", "нет почты", "н***ы"),
  ("comment", "писать на ivanov@mail.ru", "п***v@m***.ru"),
  ("phone", "+7 916 123-45-15", "+7 916 ***-**-15"),
  ("phone", "8(916)1234515", "8(916)*****15"),
  ("phone", "89161234515, 8 495 765-43-21", "8916*****15, 8 495 ***-**-21"),
  ("phone_2", "+7 495 123-45-67 доб. 12", "+7 495 ***-**-** доб. 12"),
  ("phone", "22-14-87 Зинаида", "**-**-87 ***"),
  ("phone", "1234", "****"),
  ("city", "8 916 123 45 15", "8 916 *** ** 15"),
  ("extra.Прочее", "8(916)123-45-15", "8(916)***-**-15"),
  ("person_full_name", "Иванов И. П.", "И***в И. П."),
  ("person_full_name", "Иванов Иван Петрович", "И***в И. П."),
  ("person_full_name", "Иван Петрович Иванов", "И. П. И***в"),
  ("person_full_name", "ИВАНОВ ИВАН", "И***В И."),
  ("person_full_name", "Ли Анна", "*** А."),
  ("last_name", "Иванов", "И***в"),
  ("director", "Smith John", "S***h J."),
  ("org_name", "ООО «Ромашка»", "ООО «Ромашка»"),
  ("org_name", "ооо \"ромашка\"", "ооо \"ромашка\""),
  ("org_name", "ИП Иванов Иван Петрович", "ИП И***в И. П."),
  ("org_name", "Иванов Иван Петрович ИП", "И***в И. П. ИП"),
  (
    "org_full_name", "Индивидуальный предприниматель Иванов И. П.",
    "Индивидуальный предприниматель И***в И. П."
  ),
  ("org_name", "Иванов Иван Петрович", "И***в И. П."),
  ("org_name", "ООО Ромашка 89161234515", "ООО Ромашка 8916*****15"),
  ("inn", "7701234567", "7701234567"),
  ("inn", "500112342259", "5001****2259"),
  ("inn", "5001 1234 2259", "5001 **** 2259"),
  ("inn", "89161234515", "8916*****15"),
  ("inn", "Иванов", "И***в"),
  ("kpp", "770101001", "770101001"),
  ("ogrn", "1027700132195", "1027700132195"),
  ("ogrnip", "304500116000157", "30450********57"),
  ("passport", "4508 123857", "45** ***857"),
  ("extra.Паспорт", "45 08 123857", "45 ** ***857"),
  ("bank_account", "40702810900000004854", "40702810*******4854"),
  ("corr_account", "30101810400000000225", "30101810400000000225"),
  ("address", "127642, г. Москва, ул. Сухонская, д. 11, кв. 89", "127642, г. Москва, ул. Сухонская, ***"),
  ("address", "г. Москва, ул. Сухонская, 11-89", "г. Москва, ул. Сухонская, ***"),
  ("address_legal", "Тверь, ул. 8 Марта, дом 5", "Тверь, ул. 8 Марта, ***"),
  ("address", "Москва, 2-я Парковая ул., д.7к2", "Москва, 2-я Парковая ул., ***"),
  ("address", "Тверь, 60 лет Октября 5-а", "Тверь, 60 лет Октября ***"),
  ("address", "Ленина 5 Тверь", "Ленина ***"),
  ("address", "г. Химки", "г. Химки"),
  ("address", "12 High Street, London", "***"),
  ("flat", "89", "***"),
  ("birth_date", "1985-03-12", "1985-**-**"),
  ("birth_date", "12.03.1985", "**.**.1985"),
  ("birth_date", "12.03.85", "**.**.**"),
  ("birth_date", "12 марта 1985 г.", "** ***** 1985 *."),
  ("last_purchase_date", "2019-03-12 14:35", "2019-03-12 14:35"),
  ("client_status", "dormant", "dormant"),
  ("purchases_total", "184552.10", "1***0"),
  ("extra.Кличка", "Пушок", "П***к"),
  ("extra.Код", "abc", "***"),
  (nil, "что угодно", "ч***о"),
  ("phone", "", ""),
]

@Test(arguments: cases)
func mask(field: String?, value: String, masked: String) {
  #expect(Mask(reveals: false)(value, field: field) == masked)
  #expect(Mask(reveals: true)(value, field: field) == value)
}

@Test func nothingStaysNothing() {
  #expect(Mask(reveals: false)(nil, field: "phone") == nil)
}

@Test(arguments: [
  ("  Иванов  Иван ", "··Иванов··Иван·"), ("a\u{A0}b", "a°b"), ("a\r\nb\tc", "a⏎b⇥c"),
  ("\u{1B}[31mred\u{200B}", "‹U+001B›[31mred‹U+200B›"), ("один два", "один два"),
])
func unseenIsSeen(value: String, shown: String) {
  #expect(visible(value) == shown)
}
