import RuleKit

/// How much of a field's values a report may show when nobody asked to reveal them.
///
/// Source of the classes: GDPR art. 4(1) and 152-ФЗ art. 3 call personal what identifies a natural person; names,
/// codes and places of organisations are not.
enum FieldPrivacy: Sendable, Equatable {
  /// Words that tell of no one: statuses, cities, streets.
  case open
  /// Codes of organisations, banks and rows; counts; dates of business.
  case code
  /// Names of organisations; sole proprietors are people.
  case organization
  case person, email, phone, taxNumber, personRegistration, document, account, address, birthDate
  /// House and flat: nothing is shown.
  case hidden
  /// Everything else.
  case unknown

  /// The class of a field, by its canonical name; `phone_2` is a `phone`, an unrecognised header is read for hints.
  init(field: String) {
    if field.hasPrefix("extra.") {
      self = Self.hinted(by: field.dropFirst(6).lowercased())
    } else {
      let base = FieldName.split(field).base
      self = Self.byName[base] ?? Self.byPrefix(base)
    }
  }

  private static func byPrefix(_ field: String) -> FieldPrivacy {
    if field.hasPrefix("phone") { return .phone }
    if field.hasPrefix("email") { return .email }
    if field.hasPrefix("address") { return .address }
    if field.hasPrefix("passport") || field.hasPrefix("snils") { return .document }
    return .unknown
  }

  private static func hinted(by header: String) -> FieldPrivacy {
    if header.contains("паспорт") || header.contains("passport") || header.contains("снилс") {
      return .document
    }
    if header.contains("рожд") || header.contains("birth") { return .birthDate }
    if header.contains("адрес") || header.contains("address") { return .address }
    return .unknown
  }

  private static let byName: [String: FieldPrivacy] = {
    var table: [String: FieldPrivacy] = [:]
    for name in [
      "party_type", "org_legal_form", "bank_name", "industry", "gender", "country", "region", "city",
      "street",
      "status", "segment", "source_channel", "consent", "do_not_call", "client_status", "status_reason",
      "advice", "dead_score", "p_alive",
      "abc_class", "rfm", "life_cycle", "consent_marketing", "consent_email", "consent_sms", "consent_calls",
    ] { table[name] = .open }
    for name in [
      "client_id", "kpp", "ogrn", "okpo", "okved", "bik", "corr_account", "postal_code", "employees",
      "purchases_count", "discount", "first_purchase_date", "last_purchase_date", "last_contact_date",
      "next_contact_date", "created_at", "updated_at", "source", "consent_date", "consent_withdrawn_date",
      "retention_until",
    ] { table[name] = .code }
    for name in ["org_name", "org_full_name"] { table[name] = .organization }
    for name in ["person_full_name", "director", "manager", "created_by"] { table[name] = .person }
    for name in ["inn", "tax_id"] { table[name] = .taxNumber }
    for name in ["fax", "whatsapp", "viber"] { table[name] = .phone }
    for name in ["building", "flat"] { table[name] = .hidden }
    table["ogrnip"] = .personRegistration
    table["passport"] = .document
    table["snils"] = .document
    table["bank_account"] = .account
    table["birth_date"] = .birthDate
    return table
  }()
}
