/// Says what became of each true client, from all that his rows and orders tell.
///
/// Active: an order or contact within 12 months of 2026-11-22. Dormant: within 36 months, and a valid phone or
/// e-mail. Dead: older, or dormant or undated without a valid channel. Unknown: a channel but no date.
struct Judge {
  private var last: [Int: Day] = [:]
  private var reached: Set<Int> = []

  /// Takes note of something that happened with the client.
  mutating func see(_ client: Int?, on day: Day?) {
    guard let client, let day else { return }
    last[client] = max(last[client] ?? day, day)
  }

  /// Takes note of a valid phone or e-mail of the client.
  mutating func see(_ client: Int?, reaches: Bool) {
    guard let client, reaches else { return }
    reached.insert(client)
  }

  /// His status.
  func status(of client: Int) -> String {
    let reaches = reached.contains(client)
    guard let last = last[client] else { return reaches ? "unknown" : "dead" }
    if last >= Day(2025, 11, 22) { return "active" }
    return last >= Day(2023, 11, 22) && reaches ? "dormant" : "dead"
  }
}
