import FieldFormats
import PurchaseModels
import RuleKit
import Tables

/// Says of every client whether it lives: active, dormant, dead or unknown, why, and what to do about it.
///
/// Fixed terms and open channels decide, a state register and a suppression list where they are given; the client's own
/// rhythm, the chance that it returns and the weights of all signals rank. It advises and never deletes.
struct DeadSouls: Rule {
  static let about = RuleDescription(
    id: "dead-souls",
    title: Localized(en: "Dead souls are told from clients", ru: "Мёртвые души отделены от клиентов"),
    rationale: Localized(
      en:
        "A base is worth its living clients; mailing the dead ones costs money and hides how few the living are.",
      ru:
        "База стоит столько, сколько в ней живых клиентов; обзвон мёртвых стоит денег и скрывает, как мало живых."
    ),
    phase: .base, subject: .clients,
    reads: [
      "last_purchase_date", "first_purchase_date", "purchases_count", "last_contact_date", "updated_at",
      "created_at", "birth_date", "org_name", "person_full_name", "last_name", "first_name", "inn", "ogrn",
      "ogrnip", "phone", "phone_mobile", "phone_work", "phone_home", "phone_other", "email", "email_work",
      "email_home", "email_other", "whatsapp", "viber", "telegram", "address", "address_legal",
      "address_actual", "balance", "contract_no", "consent", "do_not_call",
    ] + Pen.fields + [Pen.chance],
    writes: Pen.fields + [Pen.chance], settings: settings, codes: codes, examples: examples
  )

  let now: CivilDate
  private let language: Language
  let terms: Terms
  let settings: Settings
  private let weights: Weights
  let shapes: ContactShapes
  let inn: any FieldFormat
  let names: (person: any FieldFormat, part: any FieldFormat, firm: any FieldFormat)
  let registry: Registry
  let suppressed: SuppressionList

  init(_ settings: Settings, context: RuleContext) throws(SettingsError) {
    guard let now = CivilDate(Array(context.now.utf8).span) else {
      throw SettingsError("", "come with a clock that is no date", remedy: "give --now as 2026-11-22")
    }
    self.now = now
    self.settings = settings
    language = context.language
    terms = try Terms(settings, now: now)
    weights = try Weights(settings.weights)
    let catalogue: FormatCatalogue
    do throws(DictionaryError) {
      catalogue = FormatCatalogue(dictionaries: try Dictionaries.load(folder: context.dictionaries))
    } catch {
      throw SettingsError("", "cannot load a dictionary", remedy: error.line)
    }
    func format(_ name: String) throws(SettingsError) -> any FieldFormat {
      let options = FormatOptions(region: context.region, now: context.now)
      guard let format = catalogue.format(named: name, options: options) else {
        throw SettingsError("", "cannot find the format '\(name)'", remedy: "install revizor anew")
      }
      return format
    }
    shapes = ContactShapes(phoneFormat: try format("phone"), emailFormat: try format("email"))
    names = (try format("person-name"), try format("name-part"), try format("org-name"))
    inn = try format("inn")
    registry = settings.registry.isEmpty ? Registry() : try Registry(settings.registry, now: now)
    suppressed =
      settings.suppress.isEmpty
      ? SuppressionList()
      : try SuppressionList(settings.suppress, email: shapes.emailFormat, phone: shapes.phoneFormat)
  }

  func apply(to batch: Batch, into results: inout Results) {
    let reader = SignalReader(batch, self)
    let records = reader.purchases.map { purchases in (0..<batch.rowCount).map(purchases.record) }
    let chances =
      records.flatMap { records in
        settings.model.flatMap { LifeChances(records, model: $0, least: settings.modelClients) }
      }
    if let chances {
      results.flagTable("chances-fitted", arguments: FindingArguments.json(chances.arguments))
    }
    var outcome = FormatOutcome()
    var pen = Pen(batch: batch, results: &results)
    var known: [UInt64: Int] = [:]
    for row in 0..<batch.rowCount {
      var signals = reader.signals(row, &outcome, &results)
      let record = records.flatMap { $0[row] }
      let chance = record.flatMap { record in chances.map { $0.chance(record) } }
      reader.add(record, chance: chance, to: &signals)
      pen.write(chance: chance, row: row, into: &results)
      // Clients alike share their words: a large base has some thousands of distinct judgements.
      let key = signals.key
      if let judgement = known[key] {
        pen.write(judgement, row: row, into: &results)
        continue
      }
      let fact = signals.registry.map { registry.facts[Int($0)] }
      let judgement = pen.learn(
        Judgement(signals, fact, language), score: weights.score(signals, fact), into: &results)
      known[key] = judgement
      pen.write(judgement, row: row, into: &results)
    }
  }
}
