/// Small pictures of shares and weights, as inline SVG with a text alternative.
///
/// Colours are classes of the page's styles, so that a picture follows day, night and paper.
enum BarPicture {
  /// Two thin bars one over the other: filled before (grey), filled after (colour); shares are 0…1.
  static func filled(before: Double?, after: Double?, alternative: String) -> String {
    var bars = ""
    let halves = before != nil && after != nil
    if let before { bars += bar(y: 0, height: halves ? 4 : 8, width: before, "was") }
    if let after { bars += bar(y: halves ? 6 : 1, height: halves ? 4 : 8, width: after, "kept") }
    return picture("0 0 100 10", alternative, bars)
  }

  private static func bar(y: Int, height: Int, width: Double, _ tone: String) -> String {
    """
    <rect class="track" x="0" y="\(y)" width="100" height="\(height)"/>\
    <rect class="\(tone)" x="0" y="\(y)" width="\(number(min(max(width, 0), 1) * 100))" height="\(height)"/>
    """
  }

  /// What the two bars of `filled` mean.
  static func key(_ words: Wording) -> String {
    swatch("was") + " " + words.say("in the rows read", "в прочитанных строках") + " " + swatch("kept") + " "
      + words.say("in the clients written", "у записанных клиентов")
  }

  /// A bar to the right for evidence that speaks for a pair, to the left against it.
  static func weight(_ bits: Double, widest: Double, alternative: String) -> String {
    let length = widest > 0 ? min(abs(bits) / widest, 1) * 50 : 0
    let bar =
      """
      <rect class="\(bits < 0 ? "bad" : "kept")" x="\(number(bits < 0 ? 50 - length : 50))" y="1" \
      width="\(number(length))" height="8"/>
      """
    return picture(
      "0 0 100 10", alternative, bar + "<rect class=\"axis\" x=\"49.6\" y=\"0\" width=\"0.8\" height=\"10\"/>"
    )
  }

  /// One bar cut in proportion to the counts, drawn in their tones.
  static func stacked(_ parts: [(tone: String, count: Int)], alternative: String) -> String {
    let whole = Double(max(1, parts.reduce(0) { $0 + $1.count }))
    var x = 0.0
    var bars = ""
    for part in parts {
      let width = Double(part.count) / whole * 960
      bars +=
        "<rect class=\"\(part.tone)\" x=\"\(number(x))\" y=\"0\" width=\"\(number(max(0, width - 2)))\" height=\"28\"/>"
      x += width
    }
    return picture("0 0 960 28", alternative, bars)
  }

  /// A square of a tone, for keys; the word beside it says what it is.
  static func swatch(_ tone: String) -> String {
    """
    <svg class="swatch" width="11" height="11" viewBox="0 0 10 10" aria-hidden="true"><rect class="\(tone)" x="0" y="0" width="10" height="10"/></svg>
    """
  }

  /// Tone of a `client_status`.
  static func tone(ofStatus status: String) -> String {
    switch status {
    case "active": "kept"
    case "dormant": "aside"
    case "dead": "bad"
    default: "rest"
    }
  }

  private static func picture(_ box: String, _ alternative: String, _ content: String) -> String {
    """
    <svg viewBox="\(box)" preserveAspectRatio="none" role="img" aria-label="\(escaped(alternative))">\(content)</svg>
    """
  }

  /// A coordinate with at most two decimals, the same on every machine.
  static func number(_ value: Double) -> String {
    let hundredths = Int((value * 100).rounded())
    let fraction = hundredths.magnitude % 100
    let whole = "\(hundredths < 0 ? "-" : "")\(hundredths.magnitude / 100)"
    return fraction == 0 ? whole : "\(whole).\(fraction < 10 ? "0" : "")\(fraction)"
  }

  /// Text as it may stand in an element or an attribute.
  static func escaped(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
      .replacing("\"", with: "&quot;")
  }
}
