import FieldFormats
import Foundation
import RevizorKit
import RuleKit
import Standards

/// The formats a command may name: the built-in ones, and those of a standard.
struct FormatShelf {
  private let folder: String
  private let catalogue: FormatCatalogue
  private let installation: Installation

  init(_ installation: Installation) throws {
    self.installation = installation
    folder = installation.dictionaries
    do throws(FieldFormats.DictionaryError) {
      catalogue = FormatCatalogue(dictionaries: try Dictionaries.load(folder: folder))
    } catch {
      throw KitError.usage([error.line])
    }
  }

  /// The format of that name.
  /// - Parameters:
  ///   - name: name of a built-in format, or of a format or field of `standard`.
  ///   - standard: name or path of a standard; nil: built-in formats alone.
  ///   - region: home of phones, dates and postal codes; nil: the standard's, else Russia.
  ///   - now: today, ISO 8601.
  /// - Returns: the format.
  /// - Throws: `KitError.usage` with the nearest name.
  func format(_ name: String, standard: String?, region: String?, now: String) throws -> any FieldFormat {
    var known = catalogue.names
    if let standard {
      let standard = try Revizor(installation).standard(standard)
      let home = region ?? standard.region
      let own = standard.formats + standard.fields
      if let (field, spec) = own.first(where: { $0.name == name }) {
        let keys = try JSONDecoder().decode(
          FieldKeys.self, from: JSONEncoder().encode(JSONValue.object(spec.options)))
        let plan = try FieldPlan(format: spec.format, keys: keys, now: now)
        if let format = plan.format(in: catalogue, field: field, region: home, now: now) { return format }
      }
      known += own.map(\.name)
    }
    if let format = catalogue.format(named: name, options: FormatOptions(region: region ?? "RU", now: now)) {
      return format
    }
    let near = NearestName.nearest(to: name, among: known)
    let remedy =
      near.map { "did you mean '\($0)'?" } ?? "there are \(catalogue.names.joined(separator: ", "))"
    throw KitError.usage(["no format '\(name)'; \(remedy)"])
  }

  /// The page of a built-in format.
  func page(_ name: String, _ language: Language) throws -> FormatPage {
    let format = try format(name, standard: nil, region: nil, now: "")
    return FormatPage(
      name: name, guide: try guides()[name] ?? FormatGuide(), format: format, language: language)
  }

  /// Name and title of every built-in format.
  func titles(_ language: Language) throws -> [(name: String, title: String)] {
    let guides = try guides()
    return catalogue.names.map { name in
      (name, guides[name].map { language == .ru ? $0.title.ru : $0.title.en } ?? "")
    }
  }

  private func guides() throws -> [String: FormatGuide] {
    do throws(FieldFormats.DictionaryError) {
      return try FormatGuide.load(folder: folder)
    } catch {
      throw KitError.usage([error.line])
    }
  }
}
