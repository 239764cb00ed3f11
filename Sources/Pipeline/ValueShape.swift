/// Shape of a value: what kinds of characters stand in which order, runs shortened.
///
/// `+7 916 123-45-67` → `+9 9 9-9-9`; `Иванов И.` → `Яя Я.`; a shape never gives a value away.
public enum ValueShape {
  /// The shape, at most 40 characters.
  /// - Complexity: O(characters).
  public static func of(_ value: String) -> String {
    var shape = ""
    var last: Character?
    var length = 0
    for character in value {
      let kind = kind(of: character)
      guard kind != last else { continue }
      last = kind
      shape.append(kind)
      length += 1
      if length == 40 {
        shape.append("…")
        break
      }
    }
    return shape
  }

  private static func kind(of character: Character) -> Character {
    if character.isASCII {
      if character.isNumber { return "9" }
      if character.isLetter { return character.isUppercase ? "A" : "a" }
      return character
    }
    if character.isNumber { return "9" }
    if character.isLetter { return character.isUppercase ? "Я" : "я" }
    return character.isWhitespace ? " " : "·"
  }
}
