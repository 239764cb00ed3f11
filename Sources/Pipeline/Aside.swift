import Tables

/// Rows that do not get into the output because of what stands in other bases.
struct Aside: Sendable {
  /// Rows over all sources that are clients of the own base already, each with its record there.
  private(set) var ours: [Int: Int] = [:]
  /// What was said of each row over all sources; rows that are not here are new.
  private(set) var verdicts: [Int: OwnVerdict] = [:]
  /// For each such row that keeps a client, where its values stand in `frames`.
  private var places: [Int: (frame: Int, row: Int)] = [:]
  private var frames: [Frame] = []

  /// Sets a row aside.
  mutating func put(_ row: Int, _ verdict: OwnVerdict, record: Int?) {
    verdicts[row] = verdict
    if verdict == .ours, let record { ours[row] = record }
  }

  /// Keeps the values of clients that were set aside, each under the row that keeps it.
  mutating func keep(_ frame: Frame, rowIDs: [Int]) {
    for (row, id) in rowIDs.enumerated() { places[id] = (frames.count, row) }
    frames.append(frame)
  }

  /// A value of a client that was set aside.
  func text(_ field: String, _ rowID: Int) -> String? {
    places[rowID].flatMap { frames[$0.frame].text(field, $0.row) }
  }

  /// Fields of the clients that were set aside.
  var fields: [String] { frames.flatMap(\.fields) }
}

/// What the comparison with the own base and the stop list says of a row.
public enum OwnVerdict: String, Sendable, CaseIterable {
  /// Nobody knows this client yet.
  case new
  /// The own base has this client.
  case ours
  /// The client stands on the stop list.
  case stopList = "stop_list"
  /// The client may be one of ours, or is like several of ours: for a person to decide.
  case conflict
}
