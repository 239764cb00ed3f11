/// Text that was decoded by a wrong encoding.
enum Mojibake {
  /// The restored text; nil when the text is not recognised as damaged.
  static func mended(_ text: String) -> String? { nil }
}
