import BaseFormats
import Pipeline
import PluginHost
import RuleKit
import Standards
import Tables

/// Everything a run starts from: bases read, columns recognised, a standard, its rules made.
struct Preparation: Sendable {
  let request: RunRequest
  let knowledge: Knowledge
  let library: PluginLibrary
  let sources: [SourceTable]
  let standard: Standard
  let standardReason: Localized
  let notes: [Localized]
  let rules: [PluginRule]
  /// Clients tables of our own bases.
  let against: [SourceTable]
  /// Who must not be written.
  let stopList: [SourceTable]
  /// What people decided, in earlier runs and for this one.
  let decisions: [Decision]
  /// The decisions of this run's workbook, and its rows that are not followed.
  let review: ReviewReading?
  let previous: PreviousRun?

  init(_ request: RunRequest, _ installation: Installation) throws(KitError) {
    self.request = request
    knowledge = try Knowledge(installation)
    let files = RuleFiles(given: request.ruleFiles)
    // What costs nothing is checked before a large base is read.
    try files.checkPlaces()
    let named: Standard? = if let name = request.standard { try knowledge.standard(name) } else { nil }
    let mapping = try Self.mapping(request, knowledge)
    do throws(PluginError) {
      library = try PluginLibrary(installation.plugins)
    } catch {
      throw .plugin(error)
    }
    if let named {
      try Self.check(named, library)
      try files.checkUse(by: named.rules, library)
    }
    review = if let path = request.decisions { try ReviewReading(path) } else { nil }
    do throws(RunError) {
      previous = if let path = request.previous { try PreviousRun(journal: path) } else { nil }
    } catch {
      throw .run(error)
    }
    decisions = Decision.merged(previous?.decisions ?? [], review?.decisions ?? [])
    let others = OtherBases(knowledge: knowledge, request: request)
    against = try others.clients(of: request.against, isList: false)
    stopList = try others.clients(of: request.stopList.map { [$0] } ?? [], isList: true)
    let shaped = try SourceReading(request, knowledge, mapping)
    sources = shaped.sources
    if let named {
      standard = named
      standardReason = Localized(en: "named by you", ru: "указан вами")
    } else {
      let choice = StandardChooser.choose(shaped.largestClients, matches: shaped.largestMatches)
      standard = try knowledge.standard(choice.name)
      standardReason = choice.reason
      try Self.check(standard, library)
      try files.checkUse(by: standard.rules, library)
    }
    let found = ColumnFindings(
      standard, sources, region: request.region ?? standard.region, now: request.now)
    notes = shaped.notes + found.notes
    rules = try Self.rules(standard, found.specs, files, request, installation, library)
  }

  private static func mapping(_ request: RunRequest, _ knowledge: Knowledge) throws(KitError) -> Mapping? {
    guard let path = request.mapping else { return nil }
    do throws(StandardErrors) {
      return try Mapping.load(path: path, catalogue: knowledge.catalogue)
    } catch {
      throw .usage(error.lines)
    }
  }

  /// Unknown settings and unknown rules, all at once; a rule that nobody offers because its library is gone is
  /// the plugin's fault, not the standard's.
  private static func check(_ standard: Standard, _ library: PluginLibrary) throws(KitError) {
    for use in standard.rules {
      do throws(PluginError) {
        _ = try library.plugin(for: use.id)
      } catch {
        let near = NearestName.nearest(to: use.id, among: library.rules.map(\.id))
        if near == nil { throw .plugin(error) }
      }
    }
    let errors = standard.check(against: library.rules)
    if !errors.isEmpty { throw .usage(errors.map(\.line)) }
  }

  private static func rules(
    _ standard: Standard, _ fields: [String: FieldSpec], _ files: RuleFiles, _ request: RunRequest,
    _ installation: Installation, _ library: PluginLibrary
  ) throws(KitError) -> [PluginRule] {
    let context = RuleContext(
      now: request.now, region: request.region ?? standard.region, language: request.language,
      jobs: request.jobs, dictionaries: installation.dictionaries, fields: fields,
      conditions: standard.conditions)
    var rules: [PluginRule] = []
    for use in standard.rules {
      let manifest = library.rules.first { $0.id == use.id }
      do throws(PluginError) {
        let plugin = try library.plugin(for: use.id)
        let settings = manifest.map { files.settings(of: use, $0) } ?? use.settings
        rules.append(
          PluginRule(application: try plugin.instance(of: use.id, settings: settings, context: context)))
      } catch {
        if case .badSettings(_, let rule, let reason) = error {
          throw .usage(["\(files.place(of: reason, use, manifest)): \(rule): \(reason)"])
        }
        throw .plugin(error)
      }
    }
    return rules
  }

  /// Options of the pipeline's run.
  var runOptions: RunOptions {
    var options = RunOptions()
    options.jobs = request.jobs
    options.lossy = request.lossy
    options.maxMerge = request.maxMerge
    if standard.quarantine.severity != nil || !standard.quarantine.codes.isEmpty {
      options.quarantine = .init(
        severity: standard.quarantine.severity, codes: Set(standard.quarantine.codes))
    }
    options.fieldOrder = standard.columns ?? standard.fields.map(\.name)
    let standard = standard
    options.policy = { standard.policy(of: $0).rawValue }
    options.against = against
    options.stopList = stopList
    options.decisions = decisions
    options.previous = previous
    options.progress = request.progress
    return options
  }
}
