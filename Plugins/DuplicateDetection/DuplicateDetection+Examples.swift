import RuleKit

extension DuplicateDetection {
  /// Small bases, each with one question; a base this small is judged by experience, not by what it teaches.
  static var examples: [Example] {
    organisations + persons
  }

  private static var organisations: [Example] {
    [
      Example(
        """
        org_name       | inn        | kpp       | ↓
        ООО «Ромашка»  | 7714843760 | 771401001 | ↓
        Ромашка        | 7714843760 |           | ↓
        ООО «Василёк»  | 7707083893 | 770701001
        """, links: ["1=2"], title: Localized(en: "the same INN", ru: "тот же ИНН")),
      Example(
        """
        org_name      | inn        | kpp       | phone
        ООО «Ромашка» | 7714843760 | 771401001 | +74950010203
        ООО «Ромашка» | 7714843760 | 780102002 | +74950010203
        """, title: Localized(en: "branches: the same INN, other KPP", ru: "филиалы: тот же ИНН, другой КПП")),
      Example(
        """
        org_name          | phone        | city
        ООО «Ромашка»     | +74950010203 | Москва
        ООО «Стройсервис» | +74950010203 | Москва
        """, title: Localized(en: "two firms at one phone", ru: "две фирмы на одном телефоне")),
      Example(
        """
        org_name         | phone        | email
        ИП Лазарев И. П. | +79161112233 | office@lazarev.example
        ООО «Лазарев»    | +79161112233 | office@lazarev.example
        """,
        title: Localized(en: "a sole proprietor and a company of one owner", ru: "ИП и ООО одного владельца")),
    ]
  }

  private static var persons: [Example] {
    [
      Example(
        """
        last_name | first_name | phone        | ↓
        Кудряшов  | Степан     | +79161112233 | ↓
        Кудряшов  | Степан     | +79161112233 | ↓
        Белкин    | Олег       | +79162223344
        """, links: ["1=2"], title: Localized(en: "the same name and phone", ru: "те же имя и телефон")),
      Example(
        """
        last_name | first_name | birth_date | address
        Зимин     | Павел      | 1970-02-03 | ул. Лесная, д. 5, кв. 7
        Зимина    | Ольга      | 1972-08-19 | ул. Лесная, д. 5, кв. 7
        Зимин     | Артём      | 2001-11-30 | ул. Лесная, д. 5, кв. 7
        """, title: Localized(en: "a family at one address", ru: "семья по одному адресу")),
      Example(
        """
        last_name | first_name | middle_name | birth_date | phone        | address                 | ↓
        Зимина    | Вера       | Павловна    | 1999-04-12 | +79161112233 | ул. Лесная, д. 5, кв. 7 | ↓
        Зимина    | Надежда    | Павловна    | 1999-04-12 | +79161112233 | ул. Лесная, д. 5, кв. 7 | ↓
        """, links: ["1~2"], title: Localized(en: "twins", ru: "близнецы")),
      Example(
        """
        last_name   | first_name | email                          | ↓
        Кудряшов    | Степан     | stepan.kudryashov@mail.example | ↓
        Кудряшёв    | Степан     | stepan.kudryashov@mail.example | ↓
        """, links: ["1=2"], title: Localized(en: "a slip, the same e-mail", ru: "описка, тот же e-mail")),
      Example(
        """
        last_name  | first_name | phone            | ↓
        Кудряшова  | Юлия       | +79161112233     | ↓
        Kudryashova | Yuliya    | +7 916 111-22-33 | ↓
        """, links: ["1=2"], title: Localized(en: "transliteration", ru: "транслитерация")),
    ]
  }
}
