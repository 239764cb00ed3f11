import Tables

/// What the address format can say and do.
enum AddressCodes {
  static let form = FormatCode.safe(
    "address-form", en: "address written by the official abbreviations and order",
    ru: "адрес записан с официальными сокращениями и в установленном порядке")
  static let inferred = FormatCode.safe(
    "address-inferred", en: "type of the street or the flat's number told by its place",
    ru: "тип улицы или номер квартиры определены по положению")
  static let placeholder = FormatCode.error(
    "address-placeholder", en: "words put in where no address is known", ru: "вместо адреса вписаны слова")
  static let incomplete = FormatCode.warning(
    "address-incomplete", en: "not enough of an address for a letter or a visit",
    ru: "адреса недостаточно для письма или визита")
  static let noTown = FormatCode(
    "address-no-town", .info, .absent, en: "address without a town", ru: "адрес без населённого пункта")
  static let unclear = FormatCode.warning(
    "address-unclear", en: "no address can be made out", ru: "адрес не удаётся разобрать")

  static let all = [form, inferred, placeholder, incomplete, noTown, unclear]
}

/// Postal addresses: parts told apart, official abbreviations, official order.
///
/// Addresses of other countries stay as they are; their country is told.
struct AddressFormat: FieldFormat {
  let name = "address"
  let words: MissingWords
  let places: PlaceDictionary
  var codes: [FormatCode] { AddressCodes.all }

  func isClean(_ cell: Span<UInt8>) -> Bool {
    guard hygiene.isTidy(cell), !words.mayBeMissing(cell) else { return false }
    var parser = AddressParser()
    var out: [UInt8] = []
    return isCanonical(cell, &parser, &out)
  }

  private func isCanonical(_ cell: Span<UInt8>, _ parser: inout AddressParser, _ out: inout [UInt8]) -> Bool {
    parser.parse(cell, places)
    if parser.isExotic || parser.isUnreadable || !parser.isSound { return false }
    if parser.isForeign { return true }
    AddressWriter.write(parser, cell, places, into: &out)
    return out.span.equals(cell)
  }

  func standardise(_ cell: Span<UInt8>, into outcome: inout FormatOutcome) -> FormatVerdict {
    guard hygiene.isTidy(cell), !words.mayBeMissing(cell) else { return tell(cell, into: &outcome) }
    if isCanonical(cell, &outcome.address, &outcome.value) { return .unchanged }
    guard !outcome.address.isExotic, !outcome.address.isUnreadable, outcome.address.isSound else {
      return tell(cell, into: &outcome)
    }
    let isInferred = outcome.address.isInferred
    // What is written must stay as it is when it is read again.
    let written = outcome.value
    guard isCanonical(written.span, &outcome.address, &outcome.spare) else {
      return tell(cell, into: &outcome)
    }
    outcome.edit = isInferred ? AddressCodes.inferred : AddressCodes.form
    return .replaced
  }

  /// What is left over at the end may be of use once the parts before it are in order, so an address without
  /// a house is read again as it was written.
  func interpret(_ text: String, detail: Bool) -> Reading {
    var first = look(text, detail: detail)
    guard first.status == .invalid, first.action == .replace, var value = first.value else { return first }
    for _ in 0..<3 {
      var next = look(value, detail: detail)
      guard let again = next.value else { break }
      if again.utf8.elementsEqual(value.utf8) {
        guard next.status == .invalid else {
          next.edit = AddressCodes.form
          return next
        }
        first.value = value
        first.parts = next.parts.merging(first.parts) { last, _ in last }
        return first
      }
      value = again
    }
    return .invalid(AddressCodes.unclear)
  }

  private func look(_ text: String, detail: Bool) -> Reading {
    var parser = AddressParser()
    var out: [UInt8] = []
    var text = text
    return text.withUTF8 { bytes in
      let span = unsafe bytes.span
      parser.parse(span, places)
      return reading(parser, span, &out, detail: detail)
    }
  }

  private func reading(
    _ parser: AddressParser, _ text: Span<UInt8>, _ out: inout [UInt8], detail: Bool
  ) -> Reading {
    let source = String(copying: text)
    if parser.isPlaceholder { return .placeholder(AddressCodes.placeholder) }
    if parser.isUnreadable { return .suspicious(source, AddressCodes.unclear) }
    var reading: Reading
    if parser.isForeign {
      reading = .value(source)
    } else {
      AddressWriter.write(parser, text, places, into: &out)
      let value = String(copying: out.span)
      let isAddress = parser.parts.contains {
        $0.kind != .leftover && ($0.kind != .settlement || $0.marker != 0)
      }
      guard isAddress else { return .invalid(AddressCodes.unclear) }
      reading = .value(value, parser.isInferred ? AddressCodes.inferred : AddressCodes.form)
      if !parser.isMailable {
        reading.finding = AddressCodes.incomplete
        reading.status = .invalid
        if !value.utf8.elementsEqual(source.utf8) { reading.action = .replace }
      } else if parser.completeness == 2 {
        reading.finding = AddressCodes.noTown
        reading.status = .suspicious
      }
    }
    if detail { reading.parts = parts(parser, text) }
    return reading
  }
}

extension AddressParser {
  /// Whether there is a place to go to: a building or a box.
  var isMailable: Bool {
    if isForeign || has(.box) { return true }
    guard has(.house) || has(.block) || has(.building) || has(.land) else { return false }
    return has(.street) || has(.planning) || has(.settlement) || has(.city)
  }

  /// Whether nothing is to be said of it: it can be reached, and its town is known.
  var isSound: Bool { isMailable && completeness != 2 }

  /// Completeness, from 0 to 7.
  ///
  /// 0 whole, 1 no region, 2 no town, 3 no street, 4 no house, 5 no flat, 6 next to nothing, 7 of another country.
  var completeness: Int {
    if isForeign { return 7 }
    let hasPlace = has(.city) || has(.settlement) || isInCity
    let hasStreet = has(.street) || has(.planning)
    let hasHouse = has(.house) || has(.block) || has(.building) || has(.land)
    if has(.box) { return hasPlace ? has(.region) ? 0 : 1 : 2 }
    if !hasPlace, !hasStreet { return 6 }
    if !hasPlace { return 2 }
    if !hasStreet, !(hasHouse && (has(.settlement) || has(.city) && isInCity)) { return 3 }
    if !hasHouse { return 4 }
    if !has(.region) { return 1 }
    return has(.premises) ? 0 : 5
  }
}
