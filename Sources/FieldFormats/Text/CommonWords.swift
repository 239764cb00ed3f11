/// Words and endings that client bases in Russian are full of.
///
/// Source: compiled for this project from the headers and cells of the sample bases.
enum CommonWords {
  private static let words: Set<String> = Set(
    """
    адрес анна александр александра алексей андрей антон бухгалтер бухгалтерия город дата денис директор дмитрий
    договор доставка евгений екатерина елена заказ звонок иван иванов иванова ирина клиент компания контакт
    край кузнецов кузнецова магазин максим мария менеджер михаил мобильный москва наталья николай новосибирск номер
    область общество оксана олег ольга организация офис павел партнер петербург петр петров петрова переулок
    покупатель попов попова поставщик почта проспект район республика россия руководитель санкт светлана сергей
    сидоров склад смирнов смирнова соколов сотрудник специалист сайт татьяна телефон торговый улица
    факс фамилия фирма центр юлия юрий
    """.split { $0 == " " || $0 == "\n" }.map(String.init))
  private static let endings = ["ович", "евич", "овна", "евна", "инична", "ская", "ский", "овский", "евский"]

  /// Whether one of them is among the words of a text.
  static func isAnyIn(_ text: [UInt32]) -> Bool {
    var view = String.UnicodeScalarView()
    for value in text { view.append(Unicode.Scalar(value).flatMap { $0.isAlphabetic ? $0 : nil } ?? " ") }
    return String(view).folded.words.contains { word in
      words.contains(String(word)) || word.unicodeScalars.count > 6 && endings.contains { word.hasSuffix($0) }
    }
  }
}
