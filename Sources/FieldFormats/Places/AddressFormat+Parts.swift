import Tables

extension AddressFormat {
  /// Components by name, the completeness code, what was left over, and the key for comparing.
  func parts(_ parser: AddressParser, _ text: Span<UInt8>) -> [String: PartValue] {
    var parts: [String: PartValue] = ["complete": .text(String(parser.completeness))]
    if parser.country > 0 {
      let country = places.countries[Int(parser.country) - 1]
      parts["country"] = .text(country.russian)
      parts["country_iso"] = .text(country.alpha2)
    }
    if parser.isForeign {
      parts["match_key"] = .text(MatchText.key(String(copying: text)))
      return parts
    }
    for part in parser.parts { add(part, parser, text, &parts) }
    let region = parser.parts.first { $0.region != 0 }.map { places.regions[Int($0.region) - 1] }
    if let region, !region.iso.isEmpty { parts["region_iso"] = .text(region.iso) }
    parts["match_key"] = .text(key(parser, text, region))
    return parts
  }

  private func add(
    _ part: AddressPart, _ parser: AddressParser, _ text: Span<UInt8>, _ parts: inout [String: PartValue]
  ) {
    var out: [UInt8] = []
    let short =
      part.marker == 0
      ? "" : String(decoding: places.table.markers[Int(part.marker) - 1].short, as: UTF8.self)
    let isBare: Bool
    switch part.kind {
    case .house, .land: isBare = short == "д." || short == "з/у"
    case .block, .entrance, .floor: isBare = true
    case .building: isBare = short == "стр."
    case .premises: isBare = parts["flat"] == nil
    default: isBare = false
    }
    if isBare {
      AddressWriter.value(part, parser, text, places, isLoud: false, into: &out)
    } else {
      AddressWriter.write(part, parser, text, places, isLoud: AddressWriter.isLoud(parser), into: &out)
    }
    let value = String(copying: out.span)
    if part.kind == .premises, parts["flat"] == nil { parts["flat_type"] = .text(short) }
    var name = Self.name(part.kind)
    if part.kind == .premises { name = parts["flat"] == nil ? "flat" : "room" }
    if let before = parts[name]?.text {
      parts[name] = .text("\(before), \(value)")
    } else {
      parts[name] = .text(value)
    }
  }

  private static func name(_ kind: AddressKind) -> String {
    switch kind {
    case .postalCode: "postal_code"
    case .region: "region"
    case .area: "area"
    case .city: "city"
    case .settlement: "settlement"
    case .planning: "planning"
    case .street: "street"
    case .land: "land"
    case .house: "house"
    case .block: "block"
    case .building: "building"
    case .entrance: "entrance"
    case .floor: "floor"
    case .premises: "flat"
    case .box: "postal_box"
    case .leftover: "leftover"
    }
  }

  /// Region, town, street, house, block, building and flat without their types, by `|`; unsaid ones are empty.
  private func key(_ parser: AddressParser, _ text: Span<UInt8>, _ region: Region?) -> String {
    func value(_ kinds: [AddressKind]) -> String {
      var values: [String] = []
      for part in parser.parts where kinds.contains(part.kind) && part.region == 0 {
        var out: [UInt8] = []
        AddressWriter.value(part, parser, text, places, isLoud: false, into: &out)
        values.append(String(copying: out.span).folded)
      }
      return values.joined(separator: " ")
    }
    let fields = [
      region.map { $0.name.folded } ?? value([.region]), value([.city, .settlement]),
      value([.planning, .street]), value([.land, .house]), value([.block]), value([.building]),
      value([.premises, .box]),
    ]
    return fields.joined(separator: "|")
  }
}
