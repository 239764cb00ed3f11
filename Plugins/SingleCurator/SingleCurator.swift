import RuleKit
import Tables

/// Asks that every client has one manager, and one who is still there.
///
/// Two managers show in three places: in the rows that became one client, in several fields (`manager_2`, where the
/// standard unites them), or in one cell. The standard says whether the one of the latest contact stays or whether a
/// person decides.
struct SingleCurator: Rule {
  static let about = RuleDescription(
    id: "single-curator",
    title: Localized(en: "A client has one manager", ru: "У клиента один куратор"),
    rationale: Localized(
      en: "A client whom two people call is annoyed, one whom nobody calls is lost; both leave.",
      ru: "Клиента, которому звонят двое, раздражают, которому никто — теряют; уходят оба."),
    phase: .base, subject: .clients,
    reads: ["manager", "last_contact_date", "last_purchase_date", "updated_at"],
    writes: ["manager"], linked: ["records"], settings: settings, codes: codes, examples: examples)

  private let settings: Settings

  init(_ settings: Settings, context: RuleContext) throws(SettingsError) {
    guard !settings.managers.contains(where: { ManagerName($0).isEmpty }) else {
      throw SettingsError(
        "managers", "has an empty name", remedy: "name people, e.g. managers: [Орлова Вера]")
    }
    self.settings = settings
  }

  func apply(to batch: Batch, into results: inout Results) {
    let places = batch.fields.indices.filter { FieldName.split(batch.fields[$0]).base == "manager" }
      .sorted { FieldName.split(batch.fields[$0]).ordinal < FieldName.split(batch.fields[$1]).ordinal }
    guard let first = places.first else { return }
    var staff = Staff(settings.managers)
    let merged = MergedManagers(of: batch)
    let field = results.number(of: batch.fields[first])
    let codes = (
      two: results.number(of: "two-managers"), none: results.number(of: "no-manager"),
      gone: results.number(of: "manager-gone")
    )
    for row in 0..<batch.rowCount {
      var known: [Int] = []
      for place in places {
        if let manager = staff.number(at: row, of: batch.columns[place]) { known.append(manager) }
      }
      guard let main = known.first else {
        if settings.required { results.flag(row: row, field: field, code: codes.none) }
        continue
      }
      var keeper = main
      let held = merged?.managers(ofClient: row, &staff) ?? []
      if staff.differ(known + held.map(\.manager)) {
        results.flag(row: row, field: field, code: codes.two)
        if settings.onConflict == "latest_contact", let latest = staff.choice(among: held) {
          keeper = latest
        }
      }
      if keeper != main {
        results.edit(row: row, batch.fields[first], "manager-of-latest-contact", to: staff.text(of: keeper))
      }
      if staff.isGone(keeper) { results.flag(row: row, field: field, code: codes.gone) }
    }
  }
}
