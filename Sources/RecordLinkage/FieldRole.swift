/// What a column's values say about who the record is.
package enum FieldRole: Int, Sendable, CaseIterable {
  case givenName, middleName, surname, fullName, orgName, legalForm, partyType
  case birthDate, gender, personalID
  /// The list a record was taken from.
  case source
  case inn, kpp, ogrn
  case phone, email, handle
  case address, addressPart, postcode, city
  /// A described thing without a role of its own: weak evidence.
  case text
  /// No evidence of identity: run-time marks, sums, dates of events, numbers that two bases give anew.
  case none

  /// The role of a field.
  ///
  /// Canonical names come first, then names that other systems use; `extra.` before a name is passed over and a
  /// repeat (`phone_2`) has the role of its first. A name nobody knows is `text`, unless it looks like a number
  /// given by a system.
  package init(field: String) {
    let bare = field.hasPrefix("extra.") ? String(field.dropFirst(6)) : field
    var name = Self.folded(bare)
    if let role = Self.known[name] {
      self = role
      return
    }
    if let mark = name.lastIndex(of: "_"), Int(name[name.index(after: mark)...]) != nil {
      name = String(name[..<mark])
      if let role = Self.known[name] {
        self = role
        return
      }
    }
    self = Self.guessed(name)
  }

  /// Whether a field is a mark of the run or of the source, no property of the client.
  ///
  /// Two equal rows stay equal when these differ: numbers, times and states that systems give anew.
  package static func isMark(_ field: String) -> Bool { marks.contains(field) }

  private static let marks: Set<String> = [
    "client_id", "external_id", "source", "client_status", "status_reason", "advice", "dead_score",
    "p_alive", "created_at",
    "updated_at",
    "created_by", "first_purchase_date", "last_purchase_date", "purchases_count", "purchases_total",
    "average_check", "manager", "status", "segment", "tags", "comment", "abc_class", "rfm", "life_cycle",
    "last_contact_date", "next_contact_date", "balance", "bonus_points", "source_channel",
  ]

  private static func folded(_ name: String) -> String {
    var folded = ""
    for character in name.lowercased() {
      folded.append(character.isLetter || character.isNumber ? (character == "ё" ? "е" : character) : "_")
    }
    return folded
  }

  private static func guessed(_ name: String) -> FieldRole {
    if name.contains("first"), name.contains("surname") || name.contains("last") { return .fullName }
    for (part, role) in parts where name.contains(part) { return role }
    let marks = [
      "id", "no", "nr", "num", "number", "code", "key", "uid", "uuid", "guid", "flag", "код", "номер", "ид",
    ]
    let words = name.split(separator: "_")
    if words.contains(where: { marks.contains(String($0)) }) { return .none }
    return .text
  }

  /// Parts of names that settle a role, most telling first.
  private static let parts: [(String, FieldRole)] = [
    ("email", .email), ("e_mail", .email), ("phone", .phone), ("телефон", .phone), ("mobile", .phone),
    ("postcode", .postcode), ("postal", .postcode), ("zip", .postcode), ("индекс", .postcode),
    ("date_of_birth", .birthDate), ("birth_date", .birthDate), ("birthdate", .birthDate),
    ("дата_рождения", .birthDate), ("surname", .surname), ("last_name", .surname), ("name_last", .surname),
    ("family_name", .surname), ("фамилия", .surname), ("given_name", .givenName), ("first_name", .givenName),
    ("name_first", .givenName), ("forename", .givenName), ("middle_name", .middleName),
    ("name_middle", .middleName), ("patronymic", .middleName), ("отчество", .middleName),
    ("full_name", .fullName), ("name_full", .fullName), ("fullname", .fullName), ("name_org", .orgName),
    ("company", .orgName), ("soc_sec", .personalID), ("ssn", .personalID), ("passport", .personalID),
    ("snils", .personalID), ("снилс", .personalID), ("паспорт", .personalID), ("national_id", .personalID),
    ("license_number", .personalID), ("date", .none), ("дата", .none), ("sum", .none), ("сумма", .none),
    ("amount", .none), ("comment", .none), ("note", .none), ("примечани", .none), ("комментари", .none),
    ("status", .none), ("статус", .none), ("manager", .none), ("менеджер", .none), ("price", .none),
    ("purchase", .none), ("покуп", .none), ("score", .none), ("test_group", .none),
  ]

  private static let known: [String: FieldRole] = {
    var known: [String: FieldRole] = [:]
    for (role, names) in names { for name in names.split(separator: " ") { known[String(name)] = role } }
    return known
  }()

  private static let names: [(FieldRole, String)] = [
    (.givenName, "first_name given_name givenname firstname forename fname имя"),
    (.middleName, "middle_name middlename patronymic отчество"),
    (.surname, "last_name surname lastname family_name lname фамилия"),
    (.fullName, "person_full_name full_name fullname fio фио contact_name person_name"),
    (
      .orgName,
      "org_name org_full_name company company_name organization organisation name title business_name "
        + "site_name компания организация название наименование"
    ),
    (.source, "source data_source dataset источник source_channel"), (.legalForm, "org_legal_form"),
    (.partyType, "party_type"),
    (.birthDate, "birth_date dob date_of_birth birthdate birthday дата_рождения"),
    (.gender, "gender sex пол"), (.inn, "inn инн"), (.kpp, "kpp кпп"), (.ogrn, "ogrn ogrnip огрн огрнип"),
    (.personalID, "tax_id soc_sec_id ssn passport snils national_id okpo bank_account"),
    (
      .phone,
      "phone phone_mobile phone_work phone_home phone_other mobile telephone tel whatsapp viber phone_number "
        + "телефон"
    ),
    (.email, "email email_work email_home email_other e_mail mail email_address"),
    (.handle, "website telegram vk skype icq discount_card url сайт"),
    (.address, "address address_legal address_actual addr addr_full street_address адрес"),
    (
      .addressPart,
      "street_number street building flat address_1 addr_line1 address_line_1 house улица дом квартира"
    ),
    (.postcode, "postal_code postcode zip zip_code zipcode индекс"),
    (.city, "city town suburb locality addr_city город"),
    (
      .none,
      "client_id external_id client_status status_reason advice dead_score p_alive created_at updated_at created_by "
        + "first_purchase_date last_purchase_date purchases_count purchases_total average_check manager status "
        + "segment tags comment abc_class rfm life_cycle discount bonus_points balance contract_no "
        + "last_contact_date next_contact_date consent do_not_call unique_id record_id id rowid "
        + "bank_name bik corr_account bank_details employees annual_revenue salutation "
        + "phone_ext okved number cluster "
        + "consent_date consent_source consent_withdrawn_date consent_marketing consent_email consent_sms "
        + "consent_calls legal_basis retention_until"
    ),
  ]
}
