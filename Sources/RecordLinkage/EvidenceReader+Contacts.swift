import Tables

/// How to reach a record, and where it is.
extension EvidenceReader {
  mutating func readContacts(_ row: Int) {
    for column in roles[FieldRole.phone.rawValue] where !columns[column].isNull(row) {
      let cell = columns[column].utf8(at: row)
      var from = 0
      while from < cell.count {
        var to = from
        while to < cell.count, cell[to] != 0x2C, cell[to] != 0x3B, cell[to] != 0x0A { to += 1 }
        keys.phone(cell.extracting(from..<to))
        evidence.phone.add(evidence.phones.id(of: keys.key))
        from = to + 1
      }
    }
    evidence.phone.close()
    for column in roles[FieldRole.email.rawValue] where !columns[column].isNull(row) {
      let cell = columns[column].utf8(at: row)
      var from = 0
      while from < cell.count {
        var to = from
        while to < cell.count, cell[to] != 0x2C, cell[to] != 0x3B, cell[to] != 0x0A { to += 1 }
        keys.email(cell.extracting(from..<to))
        let email = evidence.emails.id(of: keys.key)
        evidence.email.add(email)
        if Int(email) == evidence.mailbox.count {
          keys.mailbox()
          evidence.mailbox.append(evidence.mailboxes.id(of: keys.key))
        }
        from = to + 1
      }
    }
    evidence.email.close()
    for column in roles[FieldRole.handle.rawValue] where !columns[column].isNull(row) {
      keys.handle(columns[column].utf8(at: row))
      evidence.handle.add(evidence.handles.id(of: keys.key))
    }
    evidence.handle.close()
  }

  mutating func readPlace(_ row: Int) {
    _ = first(.postcode, row) { $0.code($1) }
    evidence.postcode.append(evidence.places.id(of: keys.key))
    _ = first(.city, row) { $0.words($1) }
    evidence.city.append(evidence.places.id(of: keys.key))
    var address: [UInt8] = []
    if first(.address, row, { $0.words($1) }) != nil {
      address = keys.key
    } else {
      for column in roles[FieldRole.addressPart.rawValue] where !columns[column].isNull(row) {
        keys.words(columns[column].utf8(at: row))
        if !address.isEmpty, !keys.key.isEmpty { address.append(0x20) }
        address.append(contentsOf: keys.key)
      }
    }
    var named: [UInt8] = []
    for word in NameParts.words(of: address.span) where addressWords.find(address.span.extracting(word)) == 0
    {
      if !named.isEmpty { named.append(0x20) }
      named.append(contentsOf: address[word])
    }
    evidence.address.append(evidence.places.id(of: named))
  }
}
