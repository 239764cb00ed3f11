import RuleKit

extension Standard {
  /// Findings that somebody answers for until a day.
  public struct Suppression: Sendable {
    /// The rule whose findings they are.
    public var rule: String
    /// The code; nil: any of the rule's.
    public var code: String?
    /// The field; nil: any.
    public var field: String?
    /// Why they are accepted.
    public var reason: String
    /// Who answers for it.
    public var owner: String
    /// The last day on which it holds, ISO 8601.
    public var until: String
    /// Where it stands.
    public var location: FileLocation

    /// Whether it is about such a finding; a field without its number covers its repeats (`phone`: `phone_2`).
    public func covers(rule: String, code: String, field: String?) -> Bool {
      guard rule == self.rule, self.code.map({ $0 == code }) ?? true else { return false }
      guard let wanted = self.field else { return true }
      return field.map { $0 == wanted || FieldName.split($0).base == wanted } ?? false
    }
  }

  static func suppressions(_ node: LocatedNode?) -> [Suppression] {
    (node?.elements ?? []).compactMap { element in
      guard let rule = element["rule"]?.string, let reason = element["reason"]?.string,
        let owner = element["owner"]?.string, let until = element["until"]?.string
      else { return nil }
      return Suppression(
        rule: rule, code: element["code"]?.string, field: element["field"]?.string, reason: reason,
        owner: owner,
        until: until, location: element.location)
    }
  }
}

extension StandardReader {
  /// Each entry names a rule, a reason, an owner and a last day; code and field narrow it.
  mutating func suppressions(_ node: LocatedNode) {
    guard let elements = node.elements else {
      if !node.isNull { mistyped(node, "suppress", "a list") }
      return
    }
    for element in elements {
      let entries = members(element, "suppress")
      knownKeys(entries, ["rule", "code", "field", "reason", "owner", "until"], of: "suppress")
      for entry in entries {
        guard let said = text(entry.value, entry.key) else { continue }
        if entry.key == "field" { knownField(said, entry.value.location, extras: true) }
        if entry.key == "until", said.wholeMatch(of: /[0-9]{4}-[0-9]{2}-[0-9]{2}/) == nil {
          mistyped(entry.value, "until", "a day, as 2027-01-31")
        }
      }
      for key in ["rule", "reason", "owner", "until"] where element["\(key)"] == nil {
        refuse(
          element, "a suppression has no '\(key)'", remedy: "give rule, reason, owner and until, the last day"
        )
      }
    }
  }
}
