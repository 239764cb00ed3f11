public import Pipeline
import RuleKit
public import Standards

extension Revizor {
  /// Looks at bases and says what is in them; writes nothing.
  ///
  /// The rules of the standard that judge records are run, those that compare records with each other are not.
  /// - Throws: why there is no profile.
  public func profile(_ request: RunRequest) async throws(KitError) -> BaseProfile {
    let preparation = try Preparation(request, installation)
    let catalogue = preparation.knowledge.catalogue
    let profiler = Profiler(rules: preparation.rules, jobs: request.jobs) { catalogue.label(of: $0) }
    var profile = BaseProfile()
    request.progress("profile", 0)
    do throws(RunError) {
      profile.tables = try await profiler.tables(preparation.sources)
    } catch {
      throw .run(error)
    }
    profile.version = revizorVersion
    profile.now = request.now
    profile.standard = "\(preparation.standard.name) \(preparation.standard.version)"
    profile.standardTitle = preparation.standard.title
    profile.standardReason = preparation.standardReason
    profile.notes = preparation.notes
    return profile
  }

  /// A standard by its name or path, with all that it extends.
  /// - Throws: all that is wrong with it.
  public func standard(_ nameOrPath: String) throws(KitError) -> Standard {
    try Knowledge(installation).standard(nameOrPath)
  }
}
