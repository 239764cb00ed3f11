/// What two records must share to be compared at all; surest first.
enum BlockingRule: Int, CaseIterable, Sendable {
  case inn, ogrn, personalID, email, phone, handle, fullName, org
  case surnameBirth, givenBirth, birthPostcode, postcodeSurname, postcodeGiven, address, nameStart, emailName
  case surnameCity, givenCityBirthYear, phoneEnd, orgWords, texts, textWords
  // Nets with wider meshes, for bases small enough to afford them.
  case everything
  case birth, surname, postcode, nameStarts, nameEnds, nameSounds, codeHalves, phoneHalves, emailStart
  case birthPartsGiven, birthPartsSurname, cityGiven, citySurname, addressWords, orgStart

  /// Whether the rule is a wide net.
  var isWide: Bool { rawValue >= BlockingRule.everything.rawValue }

  /// Its name in notes, after the fields it looks at.
  var name: String {
    switch self {
    case .inn: "inn"
    case .ogrn: "ogrn"
    case .personalID: "document"
    case .email: "email"
    case .phone: "phone"
    case .handle: "handle"
    case .fullName: "first_name+last_name"
    case .org: "org_name"
    case .surnameBirth: "last_name+birth_date"
    case .givenBirth: "first_name+birth_date"
    case .birthPostcode: "birth_date+postal_code"
    case .postcodeSurname: "postal_code+last_name"
    case .postcodeGiven: "postal_code+first_name"
    case .address: "address"
    case .nameStart: "start of names"
    case .emailName: "name in email"
    case .surnameCity: "last_name+city"
    case .givenCityBirthYear: "first_name+city+birth year"
    case .phoneEnd: "end of phone+first_name"
    case .orgWords: "rare words of org_name"
    case .texts: "other columns"
    case .textWords: "rare words of other columns"
    case .everything: "all"
    case .birth: "birth_date"
    case .surname: "last_name"
    case .postcode: "postal_code"
    case .nameStarts: "starts of names"
    case .nameEnds: "ends of names"
    case .nameSounds: "consonants of names"
    case .codeHalves: "half of document"
    case .phoneHalves: "half of phone"
    case .emailStart: "start of email"
    case .birthPartsGiven: "part of birth_date+first_name"
    case .birthPartsSurname: "part of birth_date+last_name"
    case .cityGiven: "city+first_name"
    case .citySurname: "city+start of last_name"
    case .addressWords: "rare words of address"
    case .orgStart: "start of org_name"
    }
  }
}
