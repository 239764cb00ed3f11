/// The key by which firms' names are compared.
///
/// Without the form, quotes and «и»; without what stands about the name: a branch and its town, brackets, numbers
/// and phones after it.
enum OrganizationKey {
  private static let joining: Set<Substring> = ["и", "and"]
  private static let branches: Set<Substring> = ["филиал", "представительство", "обособленное", "оп"]
  /// Words after which only numbers and contacts come.
  private static let tails: Set<Substring> = ["инн", "огрн", "кпп", "тел", "телефон"]

  static func key(_ core: String) -> String {
    // «И.» is an initial, «и» joins.
    var text = core.split(separator: " ").filter { !joining.contains($0) }.joined(separator: " ")
    while let open = text.firstIndex(of: "("), let close = text[open...].firstIndex(of: ")"),
      open > text.startIndex
    {
      text.replaceSubrange(open...close, with: " ")
    }
    let key = MatchText.key(text)
    var words = key.words
    if let tail = words.firstIndex(where: tails.contains), tail > 0,
      words[(tail + 1)...].allSatisfy({ $0.utf8.allSatisfy(Digits.isDigit) })
    {
      words.removeSubrange(tail...)
    }
    // «Филиал … в г. Казань», «… филиал в г. Казань»
    if let branch = words.firstIndex(where: branches.contains), words.count > 1 {
      if branch > 0 {
        words.removeSubrange(branch...)
      } else {
        words.removeFirst(words[0].isSame(as: "обособленное") && words.count > 2 ? 2 : 1)
        if let town = words.firstIndex(where: { $0.isSame(as: "в") }), town > 0 {
          words.removeSubrange(town...)
        }
      }
    }
    return words.isEmpty ? key : words.joined(separator: " ")
  }
}
