import Foundation
import Tables

/// A text put in order, and the code of the weightiest thing that was done to it.
struct TidyText {
  var text: String
  var code: FormatCode?
}

/// How the text of a field is put in order before it is read.
///
/// Source of the characters: Unicode 15, categories Zs, Cc and Cf; composed by NFC.
public struct Hygiene: Sendable {
  /// Whether line breaks stay.
  var keepsLines = false
  /// Whether look-alike letters of another alphabet are put right.
  var mendsLetters = true

  /// One line; letters put right.
  static let line = Hygiene()
  /// Several lines; letters put right.
  static let lines = Hygiene(keepsLines: true)
  /// One line; letters as they are, for codes and addresses of the net.
  static let code = Hygiene(mendsLetters: false)

  /// Puts a text in order.
  /// - Complexity: O(characters).
  func tidy(_ source: String) -> TidyText {
    var result = TidyText(text: source)
    if isSuspect(source), let repair = Mojibake.repair(source) {
      result = TidyText(text: repair.text, code: TextCodes.misread)
    }
    if let bare = SpreadsheetText.unwrapped(result.text) {
      result = TidyText(text: bare, code: result.code ?? TextCodes.spreadsheet)
    }
    if let text = spacedPlainly(result.text) {
      return TidyText(text: text.text, code: result.code ?? text.code)
    }
    // One repair may uncover another (`&amp;nbsp;`), so repairs go on until nothing changes.
    for _ in 0..<8 {
      let next = pass(result.text)
      guard let code = next.code else { break }
      result = TidyText(text: next.text, code: result.code ?? code)
    }
    return result
  }

  private func isSuspect(_ source: String) -> Bool {
    var source = source
    return source.withUTF8 { Mojibake.isSuspect(unsafe $0.span) }
  }

  /// A text that is in order once its spaces are; nil: it needs more.
  private func spacedPlainly(_ source: String) -> TidyText? {
    var source = source
    return source.withUTF8 { source in
      let cell = unsafe source.span
      if isTidy(cell) { return TidyText(text: String(copying: cell)) }
      var bytes: [UInt8] = []
      bytes.reserveCapacity(cell.count)
      var pending = false
      var index = 0
      while index < cell.count {
        let byte = cell[index]
        let isNoBreak = byte == 0xC2 && index + 1 < cell.count && cell[index + 1] == 0xA0
        index += isNoBreak ? 2 : 1
        if byte == 0x20 || isNoBreak {
          pending = true
          continue
        }
        if pending, !bytes.isEmpty { bytes.append(0x20) }
        pending = false
        bytes.append(byte)
      }
      guard isTidy(bytes.span) else { return nil }
      return TidyText(text: String(copying: bytes.span), code: TextCodes.spaces)
    }
  }

  private func pass(_ source: String) -> TidyText {
    var text = source
    let isPlain = text.withUTF8 { isTidy(unsafe $0.span) }
    if isPlain { return TidyText(text: source) }
    var code: FormatCode?
    if text.utf8.contains(where: { $0 == UInt8(ascii: "&") || $0 == UInt8(ascii: "<") }) {
      let decoded = HTMLText.decoded(text)
      if decoded != text { code = code ?? TextCodes.html }
      text = decoded
    }
    let (spaced, hasCompatibility, hasMarks) = respaced(text)
    text = hasMarks ? spaced.precomposedStringWithCanonicalMapping : spaced
    if hasCompatibility { code = code ?? TextCodes.fullWidth }
    if mendsLetters, let mended = MixedScript.mended(text) {
      text = mended
      code = code ?? TextCodes.mixedScript
    }
    guard !text.utf8.elementsEqual(source.utf8) else { return TidyText(text: source) }
    return TidyText(text: text, code: code ?? TextCodes.spaces)
  }

  /// The text with ordinary spaces and letters, and whether letters were made ordinary and marks stand apart.
  private func respaced(_ text: String) -> (String, Bool, Bool) {
    var result = String.UnicodeScalarView()
    var pending = false
    var lines = 0
    var hasCompatibility = false
    var hasMarks = false
    func put(_ scalar: Unicode.Scalar) {
      if !result.isEmpty {
        if lines > 0 {
          for _ in 0..<min(lines, 2) { result.append("\n") }
        } else if pending {
          result.append(" ")
        }
      }
      pending = false
      lines = 0
      result.append(scalar)
    }
    let scalars = Array(text.unicodeScalars)
    var index = 0
    while index < scalars.count {
      let scalar = scalars[index]
      index += 1
      switch SpacingClass(scalar) {
      case .ordinary:
        if scalar == "\\", index < scalars.count, scalars[index] == "n", Self.endsLine(scalars, index + 1) {
          index += 1
          if keepsLines { lines += 1 } else { pending = true }
        } else {
          hasMarks = hasMarks || (0x300...0x36F).contains(scalar.value)
          put(scalar)
        }
      case .space: pending = true
      case .line:
        if keepsLines { lines += 1 } else { pending = true }
      case .invisible: continue
      case .compatibility:
        hasCompatibility = true
        for plain in String(scalar).precomposedStringWithCompatibilityMapping.unicodeScalars { put(plain) }
      }
    }
    return (String(result), hasCompatibility, hasMarks)
  }

  /// Whether `\n` before this place is a line break written out, not the start of a Latin word in a path.
  private static func endsLine(_ scalars: [Unicode.Scalar], _ index: Int) -> Bool {
    guard index < scalars.count else { return true }
    return !(0x61...0x7A).contains(scalars[index].value)
  }
}

/// What a character means for spacing.
enum SpacingClass {
  case ordinary, space, line, invisible, compatibility

  init(_ scalar: Unicode.Scalar) {
    switch scalar.value {
    case 0x0A, 0x2028, 0x2029, 0x85: self = .line
    case 0x0D, 0x09, 0x0B, 0x0C, 0x20, 0xA0, 0x1680, 0x2000...0x200A, 0x202F, 0x205F, 0x3000: self = .space
    case 0x00..<0x20, 0x7F..<0xA0, 0xAD, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2064, 0x2066...0x2069,
      0xFEFF:
      self = .invisible
    case 0xFF01...0xFF5E, 0xFB00...0xFB06: self = .compatibility
    default: self = .ordinary
    }
  }
}
