/// The key under which all spellings of one mailbox meet.
enum EmailKey {
  /// Services that drop what stands after a plus.
  ///
  /// Source: their own help pages.
  private static let tagged: Set<String> = [
    "gmail.com", "yandex.ru", "outlook.com", "hotmail.com", "live.com", "icloud.com", "fastmail.com",
    "proton.me",
  ]

  static func key(local: String, domain: String, _ mail: MailDomains) -> String {
    let family = mail.family(of: domain) ?? domain
    var name = local.lowered
    if tagged.contains(family), let plus = name.firstIndex(of: "+"), plus != name.startIndex {
      name = String(name[..<plus])
    }
    if family == "gmail.com" { name = name.filter { $0 != "." } }
    if family == "yandex.ru" { name = name.replacing(".", with: "-") }
    return "\(name)@\(family)"
  }
}
