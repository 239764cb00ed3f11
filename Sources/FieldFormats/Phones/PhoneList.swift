import Tables

/// One number of a cell and how it was read.
struct PhoneListEntry {
  var number: PhoneNumber
  var ext: DigitRun?
  /// Code of the edit, where it is not the plain one.
  var edit: FormatCode?
}

/// The numbers of one phone cell, in its order, each once.
struct PhoneList {
  private(set) var numbers: [PhoneListEntry] = []
  /// Where digits stand that are no number, though others are.
  private(set) var leftovers: [Range<Int>] = []
  /// What the first run of digits that is no number came to.
  private(set) var failure: PhoneVerdict?
  private let resolver: PhoneResolver

  init(_ cell: PhonePieces, _ resolver: PhoneResolver) {
    self.resolver = resolver
    if cell.pieces.count > 1, let whole = joined(cell.pieces) {
      add(whole)
      return
    }
    for piece in cell.pieces { take(piece) }
  }

  /// One number with its groups divided by slashes or commas: `8/916/123-45-67`.
  private func joined(_ pieces: [PhonePiece]) -> PhoneListEntry? {
    var digits = DigitRun()
    for index in pieces.indices {
      let piece = pieces[index]
      guard piece.digits.count < 10, piece.likeDigits.isEmpty,
        index == 0 ? piece.digits.count <= 5 : piece.divider == .mark && !piece.hasPlus
      else { return nil }
      digits.append(piece.digits.span)
    }
    guard (10...11).contains(digits.count),
      case .number(let number) = resolver.resolve(
        digits.span, hasPlus: pieces[0].hasPlus, firstGroup: pieces[0].firstGroup)
    else { return nil }
    return PhoneListEntry(number: number, ext: pieces.last?.ext)
  }

  private mutating func take(_ piece: PhonePiece) {
    if let last = numbers.last, piece.digits.count <= 4, piece.divider == .mark || piece.divider == .strong,
      !piece.hasPlus
    {
      // A tail takes the place of as many last digits: «785-36-41/42».
      let e164 = Array(last.number.e164.utf8.dropFirst())
      let whole = DigitRun(e164.span).replacing(tail: piece.digits.span)
      if case .number(let number) = resolver.resolve(whole.span, hasPlus: true, firstGroup: 0) {
        add(PhoneListEntry(number: number, ext: piece.ext))
        return
      }
    }
    if !piece.likeDigits.isEmpty,
      case .number(let number) = resolver.resolve(
        piece.likeDigits.span, hasPlus: piece.hasPlus, firstGroup: piece.firstGroup)
    {
      add(PhoneListEntry(number: number, ext: piece.ext, edit: PhoneCodes.letters))
      return
    }
    let verdict =
      piece.digits.isOverlong
      ? .wrong(PhoneCodes.length)
      : resolver.resolve(piece.digits.span, hasPlus: piece.hasPlus, firstGroup: piece.firstGroup)
    if case .number(let number) = verdict {
      add(PhoneListEntry(number: number, ext: piece.ext))
      return
    }
    if piece.digits.count >= 20, let several = split(piece) {
      for entry in several { add(entry) }
      return
    }
    failure = failure ?? verdict
    leftovers.append(piece.place)
  }

  /// Numbers written one after another without a mark: twice or thrice eleven digits, or divided by a space.
  private func split(_ piece: PhonePiece) -> [PhoneListEntry]? {
    let count = piece.digits.count
    if count > 20, let entries = entries(of: piece, cutAt: Array(stride(from: 11, to: count, by: 11))) {
      return entries
    }
    for place in 10...11 where count <= 22 && piece.gaps & (1 << UInt64(place)) != 0 {
      if let entries = entries(of: piece, cutAt: [place]) { return entries }
    }
    return nil
  }

  private func entries(of piece: PhonePiece, cutAt cuts: [Int]) -> [PhoneListEntry]? {
    var entries: [PhoneListEntry] = []
    var start = 0
    for end in cuts + [piece.digits.count] {
      guard
        case .number(let number) = resolver.resolve(
          piece.digits.span.extracting(start..<end), hasPlus: false, firstGroup: 0), !number.isGuess
      else { return nil }
      entries.append(PhoneListEntry(number: number))
      start = end
    }
    entries[entries.count - 1].ext = piece.ext
    return entries
  }

  private mutating func add(_ entry: PhoneListEntry) {
    for known in numbers where known.number.e164.isSame(as: entry.number.e164) { return }
    numbers.append(entry)
  }
}
