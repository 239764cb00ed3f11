import Pipeline
import RuleKit
import Tables

extension TestSummary {
  /// Few counts of everything, for texts compared whole.
  static var small: RunSummary {
    var summary = RunSummary()
    summary.version = "1.0"
    summary.now = "2026-11-22"
    summary.standard = "ru-b2c 1"
    summary.standardTitle = Localized(en: "Russian people", ru: "Люди России")
    summary.standardReason = Localized(en: "named by you", ru: "указан вами")
    summary.sources = [
      RunSummary.Source(
        path: "in/base.csv", format: "csv", table: "base", role: "clients", rows: 5, kept: 3, merged: 1,
        quarantined: 1, sha256: "00ff", notes: ["windows-1251"])
    ]
    summary.fields = [
      RunSummary.Field(
        name: "phone", label: Localized(en: "Phone", ru: "Телефон"), headers: ["Тел."], how: "synonym",
        filledBefore: 0.8, filledAfter: 1, flaggedBefore: 2, flaggedAfter: 1, changed: 2)
    ]
    summary.findings = [
      RunSummary.FindingGroup(
        rule: "format-standards", code: "too-short", field: "phone", severity: .error,
        message: Localized(en: "too few digits", ru: "мало цифр"), count: 1, share: 0.2,
        shapes: [
          RunSummary.Shape(shape: "99-99", count: 1, addresses: ["base.csv › line 4"], values: ["22-14"])
        ], otherShapes: 0)
    ]
    summary.changes = [
      RunSummary.ChangeGroup(
        rule: "format-standards", code: "format", field: "phone",
        message: Localized(en: "one form", ru: "одна форма"),
        safety: .safe, count: 2,
        samples: [
          RunSummary.Change(address: "base.csv › line 2", before: "89161234515", after: "+7 916 123-45-15"),
          RunSummary.Change(address: "base.csv › line 3", before: "", after: "+7 903 555-01-72"),
        ])
    ]
    summary.duplicates.same = 1
    summary.duplicates.mergedClients = 1
    summary.duplicates.mergedRows = 1
    summary.duplicates.examples = [
      RunSummary.Pair(
        addressA: "base.csv › line 2", addressB: "base.csv › line 6", probability: 0.999, verdict: .same,
        evidence: [
          ("phone", "89161234515", "+7 916 123-45-15", Localized(en: "exact", ru: "совпал"), 10.42),
          ("rule", nil, nil, Localized(en: "key", ru: "ключ"), 0),
        ])
    ]
    summary.statuses = [("active", 2), ("dead", 1)]
    summary.reasons = [("dead", "no way to reach", 1)]
    summary.advice = [("keep", 2), ("archive", 1)]
    summary.segments = [("abc_class", [("A", 1), ("C", 2)])]
    summary.money = [RunSummary.MoneyCheck(name: "base · Сумма", before: "1500.50", after: "1500.50")]
    summary.rowsRead = 5
    summary.clientRowsRead = 5
    summary.clientsWritten = 3
    summary.outputs = [("base", "out.xlsx")]
    return summary
  }
}
