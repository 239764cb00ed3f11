/// What a finding is known by from run to run: what was found, in which record, the value at fault.
///
/// No row number, no file name and no message is part of it: a base may be sorted, renamed and added to. Record and
/// value are keyed hashes.
public struct FindingKey: Sendable, Hashable, Comparable {
  /// The rule's id.
  public var rule: String
  /// The code within the rule.
  public var code: String
  /// The field; empty: the record as a whole.
  public var field: String
  /// Mark of the record's content; empty: the table as a whole.
  var record: String
  /// Mark of the value; empty for a blank one.
  var value: String

  /// The same finding wherever it stands.
  var anywhere: FindingKey {
    var key = self
    key.record = ""
    return key
  }

  public static func < (left: FindingKey, right: FindingKey) -> Bool {
    (left.rule, left.code, left.field, left.record, left.value)
      < (right.rule, right.code, right.field, right.record, right.value)
  }
}
