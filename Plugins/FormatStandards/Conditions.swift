import FieldFormats
import Foundation
import RuleKit
import Tables

/// Requirements of the standard that depend on other fields, held against a batch.
struct Conditions: Sendable {
  private struct Part: Sendable {
    var field: String
    var test: FieldTest
    var arguments = ""
  }

  private let all: [(when: [Part], then: [Part], severity: Severity?)]
  /// The fields they look at.
  let fields: Set<String>

  init(_ context: RuleContext) throws(SettingsError) {
    var all: [(when: [Part], then: [Part], severity: Severity?)] = []
    for value in context.conditions {
      do {
        let condition = try JSONDecoder().decode(FieldCondition.self, from: try JSONEncoder().encode(value))
          .prepared(now: context.now)
        all.append(
          (
            condition.when.map { Part(field: $0.field, test: $0.test) },
            condition.then.map {
              Part(field: $0.field, test: $0.test, arguments: condition.arguments(for: $0.test))
            }, condition.severity.flatMap { Severity(name: $0.rawValue) }
          ))
      } catch let error as ConstraintError {
        throw SettingsError("conditions", error.problem, remedy: error.remedy)
      } catch {
        throw SettingsError(
          "conditions", "cannot be read", remedy: "write {when: {field: value}, then: {field: …}}")
      }
    }
    self.all = all
    fields = Set(all.flatMap { $0.when + $0.then }.map(\.field))
  }

  /// Says where a condition holds and what it asks for does not.
  /// - Complexity: O(rows × tests).
  func apply(to cells: KnownCells, rowCount: Int, into results: inout Results) {
    for condition in all {
      let starts = condition.when.compactMap { part in cells.place(of: part.field).map { ($0, part.test) } }
      guard starts.count == condition.when.count else { continue }
      for part in condition.then {
        guard let place = cells.place(of: part.field) else { continue }
        let field = results.number(of: part.field)
        let codes = [
          ConstraintCodes.conditionMissing, ConstraintCodes.conditionExtra, ConstraintCodes.condition,
        ]
        .map { results.number(of: $0.id) }
        for row in 0..<rowCount where starts.allSatisfy({ $0.1.starts(cells.cell($0.0, row)) }) {
          let code: UInt16
          switch part.test.outcome(of: cells.cell(place, row)) {
          case .holds: continue
          case .missing: code = codes[0]
          case .extra: code = codes[1]
          case .broken:
            // What its format refuses has been said already.
            guard cells.isCanonical(place, row) else { continue }
            code = codes[2]
          }
          results.flag(
            row: row, field: field, code: code, severity: condition.severity, arguments: part.arguments)
        }
      }
    }
  }
}
