/// One number of a cell and how it was read.
struct PhoneListEntry: Equatable {
  var number: PhoneNumber
  var ext: String?
  /// Code of the edit, where it is not the plain one.
  var edit: FormatCode?
}

/// The numbers of one phone cell, in its order, each once.
struct PhoneList {
  private(set) var numbers: [PhoneListEntry] = []
  /// Digits that are no number, where others are.
  private(set) var leftovers: [String] = []
  /// What the first run of digits that is no number came to.
  private(set) var failure: PhoneVerdict?
  private let resolver: PhoneResolver

  init(_ cell: PhonePieces, _ resolver: PhoneResolver) {
    self.resolver = resolver
    let pieces = cell.pieces
    if let whole = joined(pieces) {
      add(whole)
      return
    }
    for piece in pieces { take(piece) }
  }

  /// One number with its groups divided by slashes or commas: `8/916/123-45-67`.
  private func joined(_ pieces: [PhonePiece]) -> PhoneListEntry? {
    let digits = pieces.map(\.digits).joined()
    guard pieces.count > 1, (10...11).contains(digits.count),
      pieces.allSatisfy({ $0.digits.count < 10 && $0.likeDigits.isEmpty }),
      pieces[0].digits.count <= 5,
      pieces.dropFirst().allSatisfy({ "/,\\".contains($0.divider) && !$0.hasPlus }),
      case .number(let number) = resolver.resolve(
        digits, hasPlus: pieces[0].hasPlus, firstGroup: pieces[0].firstGroup)
    else { return nil }
    return PhoneListEntry(number: number, ext: pieces.last?.ext)
  }

  private mutating func take(_ piece: PhonePiece) {
    if let last = numbers.last, piece.digits.count <= 4, piece.divider != "w", piece.divider != " ",
      !piece.hasPlus
    {
      // A tail takes the place of as many last digits: «785-36-41/42».
      let e164 = String(last.number.e164.dropLast(piece.digits.count)) + piece.digits
      if case .number(let number) = resolver.resolve(String(e164.dropFirst()), hasPlus: true) {
        add(PhoneListEntry(number: number, ext: piece.ext))
        return
      }
    }
    let verdict = resolver.resolve(piece.digits, hasPlus: piece.hasPlus, firstGroup: piece.firstGroup)
    if !piece.likeDigits.isEmpty,
      case .number(let number) = resolver.resolve(
        piece.likeDigits, hasPlus: piece.hasPlus, firstGroup: piece.firstGroup)
    {
      add(PhoneListEntry(number: number, ext: piece.ext, edit: PhoneCodes.letters))
      return
    }
    if case .number(let number) = verdict {
      add(PhoneListEntry(number: number, ext: piece.ext))
      return
    }
    if let several = split(piece) {
      for entry in several { add(entry) }
      return
    }
    failure = failure ?? verdict
    leftovers.append(piece.digits)
  }

  /// Numbers written one after another without a mark: twice or thrice eleven digits, or divided by a space.
  private func split(_ piece: PhonePiece) -> [PhoneListEntry]? {
    let digits = piece.digits
    var cuts: [[Int]] = []
    if digits.count > 20 { cuts.append(stride(from: 11, to: digits.count, by: 11).map { $0 }) }
    if digits.count >= 20, digits.count <= 22 {
      cuts += piece.gaps.filter { $0 == 10 || $0 == 11 }.map { [$0] }
    }
    for cut in cuts {
      var entries: [PhoneListEntry] = []
      var start = 0
      for end in cut + [digits.count] {
        let part = String(digits.dropFirst(start).prefix(end - start))
        start = end
        guard case .number(let number) = resolver.resolve(part, hasPlus: false), !number.isGuess else {
          break
        }
        entries.append(PhoneListEntry(number: number))
      }
      if entries.count == cut.count + 1 {
        entries[entries.count - 1].ext = piece.ext
        return entries
      }
    }
    return nil
  }

  private mutating func add(_ entry: PhoneListEntry) {
    if !numbers.contains(where: { $0.number.e164 == entry.number.e164 }) { numbers.append(entry) }
  }
}
