import Tables

/// What the city format can say and do.
enum CityCodes {
  static let name = FormatCode.safe(
    "city-name", en: "town by its name, without «г.»", ru: "город под своим названием, без «г.»")
  static let mixed = FormatCode.warning(
    "city-mixed", en: "more than a town in the field of the town", ru: "в поле города не только город")
  static let cut = FormatCode.lossy(
    "city-cut", en: "the town taken out of a longer text", ru: "город выделен из более длинного текста")

  static let all = [name, mixed, cut]
}

/// Towns by their name alone; villages with their type (`с. Агой`).
struct CityFormat: FieldFormat {
  let name = "city"
  let words: MissingWords
  let places: PlaceDictionary
  var codes: [FormatCode] { CityCodes.all }
  var missing: MissingKinds { [.absent, .denial, .marks] }

  func isClean(_ cell: Span<UInt8>) -> Bool {
    guard let town = places.towns[PlaceTable.hash(cell)] else { return false }
    return cell.equals(utf8: town)
  }

  func interpret(_ text: String, detail: Bool) -> Reading {
    var parser = AddressParser()
    var text = text
    let (town, isAlone) = text.withUTF8 { bytes -> (String?, Bool) in
      let span = unsafe bytes.span
      parser.parse(span, places)
      return self.town(parser, span)
    }
    var reading: Reading
    if let town, isAlone {
      reading = .value(town, CityCodes.name)
    } else if parser.isForeign || parser.parts.count < 2, !parser.has(.region) {
      reading = .value(text)
    } else {
      reading = .suspicious(text, CityCodes.mixed)
      reading.suggestion = town
      reading.suggestionCode = town == nil ? nil : CityCodes.cut
    }
    if detail { reading.parts["match_key"] = .text(MatchText.key(reading.value ?? text)) }
    return reading
  }

  /// The town that the text names, and whether it names nothing else.
  private func town(_ parser: AddressParser, _ text: Span<UInt8>) -> (String?, Bool) {
    if parser.isForeign || parser.isUnreadable || parser.isPlaceholder { return (nil, false) }
    let isAlone = parser.parts.count == 1
    for part in parser.parts {
      var out: [UInt8] = []
      switch part.kind {
      case .city:
        let name = String(
          copying: text.extracting(parser.tokens[part.from].start..<parser.tokens[part.to - 1].end))
        if let known = places.towns[PlaceTable.hash(PlaceDictionary.plain(name))],
          known.folded.utf8.elementsEqual(name.folded.utf8)
        {
          // The source's ё and е stay.
          AddressWriter.value(part, parser, text, places, isLoud: true, into: &out)
          return (String(copying: out.span), isAlone)
        }
        AddressWriter.value(part, parser, text, places, isLoud: isAlone, into: &out)
        return (String(copying: out.span), isAlone)
      case .settlement where part.marker != 0:
        AddressWriter.write(part, parser, text, places, isLoud: isAlone, into: &out)
        return (String(copying: out.span), isAlone)
      case .settlement where isAlone:
        AddressWriter.value(part, parser, text, places, isLoud: AddressWriter.isLoud(parser), into: &out)
        return (String(copying: out.span), parser.tokens.count == part.to - part.from)
      case .region where part.region != 0 && places.regions[Int(part.region) - 1].isCity:
        // The official name begins with «г. ».
        let name = places.regions[Int(part.region) - 1].name
        return (name.split(separator: " ").last.map(String.init), isAlone)
      default: continue
      }
    }
    return (nil, false)
  }
}
