/// What can be wrong between two fields of a row.
public enum CrossCodes {
  /// A person or sole proprietor has no КПП.
  public static let kppOfPerson = FormatCode.error(
    "kpp-of-person", en: "КПП beside the ИНН of a person, who has none",
    ru: "КПП рядом с ИНН физического лица, у которого его нет")
  /// The regions of КПП and ИНН differ: moved, a branch, or a slip.
  public static let kppRegion = FormatCode(
    "kpp-region", .info, .absent, en: "КПП of another region than the ИНН", ru: "КПП другого региона, чем ИНН"
  )
  /// A sole proprietor's ИНН has 12 digits.
  public static let innOfProprietor = FormatCode.error(
    "inn-of-proprietor", en: "sole proprietor with an organisation's ИНН", ru: "ИП с ИНН организации")
  /// An organisation's ИНН has 10 digits.
  public static let innOfOrganisation = FormatCode.error(
    "inn-of-organisation", en: "organisation with a person's ИНН", ru: "организация с ИНН физического лица")

  static let all = [kppOfPerson, kppRegion, innOfProprietor, innOfOrganisation]
}
