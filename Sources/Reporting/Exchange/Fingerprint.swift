import Pipeline

/// What a group of findings of one shape is known by from run to run: the rule, the code, the field, the shape.
///
/// No count, no row and no message is part of it, so that a base that grows does not make old findings new.
enum Fingerprint {
  /// 60 bits in base 32.
  static func of(_ group: RunSummary.FindingGroup, shape: String, path: String = "") -> String {
    Digest.key(of: [group.rule, group.code, group.field ?? "", shape, path])
  }
}
