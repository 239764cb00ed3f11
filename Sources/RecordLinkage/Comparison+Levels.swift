extension Comparison {
  /// Levels that other parts speak of.
  enum Given {
    static let swapped = 5
    static let alike = 6
    static let different = 7
  }
  enum Surname {
    static let swapped = 4
    static let different = 5
  }
  enum Middle {
    static let different = 4
  }
  enum Birth {
    static let year = 5
    static let different = 6
  }
  enum Email {
    static let exact = 1
    static let exactNamed = 2
    static let local = 3
    static let localNamed = 4
    static let close = 5
    static let closeNamed = 6
    static let different = 7
  }
  enum Household {
    static let both = 1
    static let phoneHere = 2
    static let phone = 3
    static let address = 4
    static let addressClose = 5
    static let phoneCloseHere = 6
    static let phoneClose = 7
    static let street = 8
    static let quarter = 9
    static let postcode = 10
    static let city = 11
    static let cityClose = 12
    static let different = 13
  }
  enum Org {
    static let partial = 3
    static let related = 4
    static let different = 5
  }

  /// Places of the comparisons in a pattern; texts without a role follow.
  enum Place {
    static let given = 0
    static let surname = 1
    static let middle = 2
    static let birth = 3
    static let document = 4
    static let email = 5
    static let household = 6
    static let org = 7
    static let handle = 8
    static let gender = 9
    static let source = 10
    static let texts = 11
  }
}
