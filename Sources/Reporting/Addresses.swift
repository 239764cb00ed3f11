/// A few addresses in a line: what they share is said once.
///
/// `clients.xlsx › Клиенты › E17`, `… › E44` → `clients.xlsx › Клиенты › E17, E44`; `…` at the end tells of more.
func joinedAddresses(_ addresses: [String], atMost limit: Int, of total: Int) -> String {
  let separator = " › "
  var result = ""
  var shared = ""
  for address in addresses.prefix(limit) {
    let place = address.range(ofLast: separator).map { String(address[..<$0]) } ?? ""
    if result.isEmpty {
      result = address
    } else if place == shared, !place.isEmpty {
      result += ", " + address.dropFirst(place.count + separator.count)
    } else {
      result += "; " + address
    }
    shared = place
  }
  return addresses.prefix(limit).count < total && !result.isEmpty ? result + ", …" : result
}

extension String {
  /// Where the last occurrence of a text begins.
  fileprivate func range(ofLast text: String) -> String.Index? { ranges(of: text).last?.lowerBound }
}
