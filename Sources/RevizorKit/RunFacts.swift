import Foundation
import Pipeline
import PluginHost
import RuleKit
import Standards
import Tables

/// The `run` table of the journal: versions, arguments, standard, counts, timings.
struct RunFacts {
  let preparation: Preparation
  let outcome: RunOutcome
  let seconds: Double

  var list: [(key: String, value: String)] {
    let request = preparation.request
    let standard = preparation.standard
    var facts: [(key: String, value: String)] = [
      ("version", revizorVersion), ("now", request.now), ("language", request.language.rawValue),
      ("region", request.region ?? standard.region), ("jobs", String(request.jobs)),
      ("lossy", String(request.lossy)), ("arguments", request.arguments.joined(separator: " ")),
      ("standard", standard.name), ("standard_version", String(standard.version)),
      ("standard_sha256", Digest.sha256(of: standard.text)),
    ]
    for plugin in preparation.library.plugins {
      facts.append(("plugin.\(plugin.name)", plugin.manifest.version))
    }
    for (option, path) in request.ruleFiles.sorted(by: { $0.key < $1.key }) {
      facts.append((option, path))
      if let data = FileManager.default.contents(atPath: path) {
        facts.append(("\(option)_sha256", Digest.sha256(of: String(decoding: data, as: UTF8.self))))
      }
    }
    facts += Self.facts(of: preparation.against, as: "against")
    facts += Self.facts(of: preparation.stopList, as: "stop_list")
    facts += [
      ("rows_read", String(outcome.assembly.rowCount)), ("clients", String(outcome.clients.rowCount)),
      ("changes", String(outcome.log.changes.count)), ("findings", String(outcome.log.findings.count)),
      ("links", String(outcome.log.pairs.count)), ("rounds", String(outcome.rounds)),
      ("seconds", String((seconds * 1000).rounded() / 1000)),
    ]
    return facts
  }

  /// Which tables of which files the clients were held against.
  private static func facts(of tables: [SourceTable], as name: String) -> [(key: String, value: String)] {
    tables.enumerated().flatMap { index, source in
      let key = "\(name).\(index + 1)"
      return [
        (key, source.path), ("\(key).table", source.table.name),
        ("\(key).rows", String(source.table.rowCount)),
        ("\(key).sha256", source.sha256),
      ]
    }
  }
}
