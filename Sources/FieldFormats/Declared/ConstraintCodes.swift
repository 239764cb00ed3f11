/// What can be wrong with a value by the constraints that a standard lays on its field.
public enum ConstraintCodes {
  /// The pattern does not fit.
  public static let pattern = FormatCode.error(
    "pattern-mismatch", en: "does not fit the pattern {pattern}", ru: "не подходит под шаблон {pattern}")
  /// Too long or too short.
  public static let length = FormatCode.error(
    "length-wrong", en: "its length is not {length}", ru: "длина не {length}")
  /// Too small or too great, too early or too late.
  public static let range = FormatCode.error(
    "out-of-range", en: "lies outside {range}", ru: "вне диапазона {range}")
  /// The list does not have it.
  public static let lookup = FormatCode.error(
    "not-in-list", en: "is not in the list {list}", ru: "нет в списке {list}")
  /// The list has it with other capitals or signs.
  public static let spelling = FormatCode.safe(
    "list-spelling", en: "spelt as the list spells it", ru: "написано так, как в списке")
  /// A condition of the standard asks for another value.
  public static let condition = FormatCode.error(
    "condition-broken", en: "the standard asks for {then} where {when}",
    ru: "стандарт требует: {then_ru}, если {when_ru}")
  /// A condition of the standard asks for any value.
  public static let conditionMissing = FormatCode.error(
    "condition-missing", en: "must be filled where {when}", ru: "нужно заполнить, если {when_ru}")
  /// A condition of the standard asks for none.
  public static let conditionExtra = FormatCode.error(
    "condition-extra", en: "must be empty where {when}", ru: "должно быть пусто, если {when_ru}")

  /// All of them.
  public static let all = [
    pattern, length, range, lookup, spelling, condition, conditionMissing, conditionExtra,
  ]
}
