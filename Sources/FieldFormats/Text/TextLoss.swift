/// Letters that another program could not write and replaced, `????` or U+FFFD: nothing brings them back.
enum TextLoss {
  /// Whether nothing but replaced letters is left; up to three question marks stand for «missing».
  static func isWhole(_ text: String) -> Bool {
    var marks = 0
    var isReplaced = false
    for scalar in text.unicodeScalars {
      if scalar == "?" {
        marks += 1
      } else if scalar == "\u{FFFD}" {
        isReplaced = true
      } else if scalar != " ", scalar != ".", scalar != ",", scalar != "-", scalar != "\"" {
        return false
      }
    }
    return isReplaced || marks > 3
  }

  /// Whether letters are replaced somewhere in a text.
  static func isPart(_ text: String) -> Bool {
    var marks = 0
    for byte in text.utf8 {
      // Three at the end of a sentence are stress.
      if byte != 0x3F, byte != 0x21, marks > 2 { return true }
      marks = byte == 0x3F ? marks + 1 : 0
    }
    return text.utf8.contains(0xEF) && text.unicodeScalars.contains("\u{FFFD}")
  }
}
