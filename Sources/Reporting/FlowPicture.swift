import Pipeline

/// The conservation of rows as a picture: tables on the left, fates on the right, ribbons as wide as the rows
/// they carry.
///
/// Shape: a drawing 960 wide. Tables of clients are shown; when there are none, all tables. Beyond six tables the
/// smallest are drawn as one. What is not nothing is at least 2 thick.
struct FlowPicture {
  private struct Node {
    let title: String
    let detail: String
    let rows: Int
    let tone: String
    var y = 0.0
    var used = 0.0
  }

  private let words: Wording
  private let numbers: Numbers
  private var tables: [Node] = []
  private var fates: [Node] = []
  /// Rows of table `i` with fate `j`.
  private let flows: [[Int]]
  private let scale: Double
  private let height: Double

  private static let left = 230.0
  private static let right = 700.0
  private static let bar = 12.0
  private static let step = 46.0

  init(_ summary: RunSummary, words: Wording, numbers: Numbers) {
    self.words = words
    self.numbers = numbers
    let clients = summary.sources.filter { $0.role == "clients" && $0.rows > 0 }
    var shown = (clients.isEmpty ? summary.sources : clients).filter { $0.rows > 0 }
    if shown.count > 6 { shown = Self.gathered(shown, words.say("other tables", "прочие таблицы")) }
    let total = shown.reduce(0) { $0 + $1.rows }
    scale = 190 / Double(max(1, total))
    let flows = shown.map { [$0.kept, $0.merged, $0.quarantined] }
    self.flows = flows
    tables = shown.map { source in
      let file = source.path.split(separator: "/").last.map(String.init) ?? source.path
      return Node(
        title: numbers.count(source.rows, .row),
        detail: source.table.isEmpty || source.table == file ? file : source.table, rows: source.rows,
        tone: "rest")
    }
    let sums = (0..<3).map { fate in flows.reduce(0) { $0 + $1[fate] } }
    let names = [
      (words.say("kept", "осталось"), words.say("one client each", "каждая — клиент"), "kept"),
      (
        words.say("merged", "слито"), words.say("into clients that were kept", "с оставшимися клиентами"),
        "merged"
      ),
      (words.say("set aside", "отложено"), words.say("with reasons", "с причинами"), "aside"),
    ]
    fates = zip(names, sums).map { name, rows in
      Node(title: "\(numbers.count(rows)) \(name.0)", detail: name.1, rows: rows, tone: name.2)
    }
    let ends = [Self.place(&tables, scale: scale), Self.place(&fates, scale: scale)]
    height = (ends.max() ?? 0) + 6
  }

  /// The five largest tables and one for the rest.
  private static func gathered(_ sources: [RunSummary.Source], _ name: String) -> [RunSummary.Source] {
    let bySize = sources.indices.sorted { (sources[$0].rows, $1) > (sources[$1].rows, $0) }
    let kept = Set(bySize.prefix(5))
    var rest = RunSummary.Source(
      path: "", format: "", table: name, role: "", rows: 0, kept: 0, merged: 0, quarantined: 0, sha256: "",
      notes: [])
    for index in bySize.dropFirst(5) {
      rest.rows += sources[index].rows
      rest.kept += sources[index].kept
      rest.merged += sources[index].merged
      rest.quarantined += sources[index].quarantined
    }
    return sources.indices.filter(kept.contains).map { sources[$0] } + [rest]
  }

  /// Gives each node its place, far enough from the one above for two lines of text; returns where the last ends.
  private static func place(_ nodes: inout [Node], scale: Double) -> Double {
    var y = 6.0
    for index in nodes.indices {
      nodes[index].y = y
      y += max(thickness(nodes[index].rows, scale) + 14, step)
    }
    return y
  }

  private static func thickness(_ rows: Int, _ scale: Double) -> Double {
    rows == 0 ? 0 : max(2, Double(rows) * scale)
  }

  /// The drawing.
  var svg: String {
    // Narrow ribbons are drawn last, over the wide ones.
    var ribbons = ["", "", ""]
    var from = tables
    var to = fates
    for table in from.indices {
      for fate in to.indices where flows[table][fate] > 0 {
        let thickness = Self.thickness(flows[table][fate], scale)
        ribbons[fate] += ribbon(
          from[table].y + from[table].used, to[fate].y + to[fate].used, thickness, to[fate].tone)
        from[table].used += thickness
        to[fate].used += thickness
      }
    }
    let nodes = from.map(tableMark).joined() + to.map(fateMark).joined()
    let alternative = BarPicture.escaped(description)
    return """
      <svg viewBox="0 0 960 \(BarPicture.number(height))" role="img" aria-label="\(alternative)">\(ribbons.joined())\(nodes)</svg>
      """
  }

  private var description: String {
    let sum = tables.reduce(0) { $0 + $1.rows }
    return "\(numbers.count(sum, .row)) = " + fates.map(\.title).joined(separator: " + ")
  }

  private func ribbon(_ y1: Double, _ y2: Double, _ thickness: Double, _ tone: String) -> String {
    let n = BarPicture.number
    let (x1, x2) = (Self.left + Self.bar, Self.right)
    let middle = (x1 + x2) / 2
    return """
      <path class="\(tone)soft" d="M\(n(x1)) \(n(y1))C\(n(middle)) \(n(y1)) \(n(middle)) \(n(y2)) \(n(x2)) \(n(y2))\
      V\(n(y2 + thickness))C\(n(middle)) \(n(y2 + thickness)) \(n(middle)) \(n(y1 + thickness)) \(n(x1)) \
      \(n(y1 + thickness))Z"/>
      """
  }

  private func tableMark(_ node: Node) -> String {
    mark(node, x: Self.left, textX: Self.left - 14, anchor: "end")
  }

  private func fateMark(_ node: Node) -> String {
    mark(node, x: Self.right, textX: Self.right + Self.bar + 14, anchor: "start")
  }

  private func mark(_ node: Node, x: Double, textX: Double, anchor: String) -> String {
    let n = BarPicture.number
    let thickness = max(node.used, Self.thickness(node.rows, scale))
    let text = node.y + max(13, thickness / 2 - 3)
    return """
      <rect class="\(node.tone)" x="\(n(x))" y="\(n(node.y))" width="\(n(Self.bar))" height="\(n(thickness))"/>\
      <text x="\(n(textX))" y="\(n(text))" text-anchor="\(anchor)" font-size="16" font-weight="600">\
      \(BarPicture.escaped(node.title))</text>\
      <text class="quiet" x="\(n(textX))" y="\(n(text + 18))" text-anchor="\(anchor)" font-size="13">\
      \(BarPicture.escaped(line(node.detail, atMost: 28)))</text>
      """
  }
}
