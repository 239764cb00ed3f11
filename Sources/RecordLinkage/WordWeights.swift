import Foundation
import Tables

/// The words of each value of a store, with how much each tells: a word that many values have tells little.
///
/// A word's weight is the logarithm of its rarity among the distinct values (Spärck Jones, «A statistical
/// interpretation of term specificity», 1972), smoothed so that small bases do not take chance for rarity.
struct WordWeights: Sendable {
  /// One word of a value.
  struct Word: Sendable {
    var id: UInt32
    var from: UInt16
    var to: UInt16
  }

  /// Words of a value that are looked at.
  static let mostWords = 32

  private var words: [Word] = []
  private var ends: [UInt32] = [0]
  private var counts: [UInt32] = []
  private var weights: [Float] = []
  private var hashes: [UInt64] = []

  /// Reads the words of all values.
  /// - Complexity: O(bytes).
  init(_ store: ValueStore) {
    var known = ValueStore()
    for value in 1..<UInt32(max(store.count, 1)) {
      let key = store.utf8(value)
      let first = words.count
      var from = 0
      while from < key.count, words.count - first < Self.mostWords {
        var to = from
        while to < key.count, key[to] != 0x20 { to += 1 }
        if to > from, to < Int(UInt16.max) {
          let id = known.id(of: key.extracting(from..<to))
          if Int(id) > counts.count { counts.append(0) }
          if !words[first...].contains(where: { $0.id == id }) { counts[Int(id) - 1] += 1 }
          words.append(Word(id: id, from: UInt16(from), to: UInt16(to)))
        }
        from = to + 1
      }
      ends.append(UInt32(words.count))
    }
    let values = Double(store.count)
    weights = counts.map { Float(log2((values + 20) / (Double($0) + 0.5))) }
    hashes = (0..<counts.count).map { known.hash(UInt32($0 + 1)) }
  }

  /// The words of a value.
  @inline(__always) func words(of value: UInt32) -> ArraySlice<Word> {
    value == 0 ? [] : words[Int(ends[Int(value) - 1])..<Int(ends[Int(value)])]
  }

  /// How much a word tells, in bits.
  @inline(__always) func weight(_ word: UInt32) -> Float { weights[Int(word) - 1] }

  /// On how many distinct values the word stands.
  @inline(__always) func count(_ word: UInt32) -> UInt32 { counts[Int(word) - 1] }

  /// A number of the word that is the same in every run.
  @inline(__always) func hash(_ word: UInt32) -> UInt64 { hashes[Int(word) - 1] }
}
