import Foundation
import PurchaseModels

/// The public CDNOW base and what others made of it, in the folder that `REVIZOR_STANDARDS` names.
enum PurchaseVectors {
  static let folder = ProcessInfo.processInfo.environment["REVIZOR_STANDARDS"]

  /// Lines of a vector file without its header, cut at commas outside quotes.
  static func rows(_ name: String) throws -> [[String]] {
    let text = try String(contentsOfFile: "\(folder ?? "")/vectors/\(name)", encoding: .utf8)
    return text.split(whereSeparator: \.isNewline).dropFirst().map { line in
      line.split(separator: "\"", omittingEmptySubsequences: false).enumerated().reduce(into: [""]) {
        cells, part in
        guard part.offset % 2 == 0 else { return cells[cells.count - 1] += part.element }
        let pieces = part.element.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        cells[cells.count - 1] += pieces[0]
        cells += pieces.dropFirst()
      }
    }
  }

  static func history(_ cells: [String]) -> PurchaseHistory? {
    guard cells.count > 3, let repeats = Int(cells[1]), let recency = Double(cells[2]),
      let age = Double(cells[3])
    else { return nil }
    return PurchaseHistory(repeats: repeats, recency: recency, age: age)
  }

  /// All clients of the base, each with its number.
  static func base() throws -> [String: PurchaseHistory] {
    var base: [String: PurchaseHistory] = [:]
    for cells in try rows("cdnow_customers_summary.csv") { base[cells[0]] = history(cells) }
    return base
  }
}
