/// A value with its invisible characters made visible, on one line, not longer than a line may be.
///
/// Spaces that a repair would remove show as `·` (leading, trailing, repeated) and `°` (no-break), ends of lines as
/// `⏎`, tabs as `⇥`. Control, format and other unseen characters show as `‹U+200B›`, so that a value can neither
/// steer a terminal nor turn the text around it.
func visible(_ value: String, atMost limit: Int = .max) -> String {
  let scalars = Array(value.unicodeScalars)
  var result = ""
  for (place, scalar) in scalars.enumerated() {
    switch scalar {
    case " ":
      let isInner = place > 0 && place + 1 < scalars.count
      let isSingle = isInner && scalars[place - 1] != " " && scalars[place + 1] != " "
      result += isSingle ? " " : "·"
    case "\u{A0}", "\u{202F}": result += "°"
    case "\n": result += "⏎"
    case "\r": if place + 1 == scalars.count || scalars[place + 1] != "\n" { result += "⏎" }
    case "\t": result += "⇥"
    default: append(scalar, to: &result)
    }
  }
  return shortened(result, limit)
}

/// A text that is no value (a path, an address, a message) on one line: spaces stay, what is unseen is shown.
func line(_ text: String, atMost limit: Int = .max) -> String {
  var result = ""
  for scalar in text.unicodeScalars { append(scalar, to: &result) }
  return shortened(result, limit)
}

private func append(_ scalar: Unicode.Scalar, to text: inout String) {
  switch scalar.properties.generalCategory {
  case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .unassigned:
    let digits = String(scalar.value, radix: 16, uppercase: true)
    text += "‹U+\(String(repeating: "0", count: max(0, 4 - digits.count)))\(digits)›"
  default: text.unicodeScalars.append(scalar)
  }
}

private func shortened(_ text: String, _ limit: Int) -> String {
  text.count > limit ? text.prefix(max(1, limit - 1)) + "…" : text
}
