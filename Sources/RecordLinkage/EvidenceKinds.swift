/// Which kinds of evidence a base has at all; what it lacks need not be looked at pair by pair.
struct EvidenceKinds: Sendable {
  let middle: Bool
  let birth: Bool
  let document: Bool
  let email: Bool
  let handle: Bool
  let org: Bool
  let gender: Bool
  let source: Bool
  /// ИНН or ОГРН.
  let register: Bool
  /// Legal forms.
  let form: Bool

  init(_ evidence: Evidence) {
    middle = evidence.middle.contains { $0 != 0 }
    birth = evidence.birth.contains { $0 != 0 }
    document = !evidence.document.hasNone
    email = !evidence.email.hasNone
    handle = !evidence.handle.hasNone
    org = evidence.org.contains { $0 != 0 }
    gender = evidence.gender.contains { $0 != 0 }
    source = !evidence.source.hasNone
    register = evidence.inn.contains { $0 != 0 } || evidence.ogrn.contains { $0 != 0 }
    form = evidence.form.contains { $0 != .unknown }
  }
}
