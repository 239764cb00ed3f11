public import RuleKit

/// Why a run stops with nothing delivered.
public enum RunError: Error, Sendable {
  /// A plugin failed; the line says which, why, and what to do. `isUsage`: the standard is at fault.
  case plugin(line: String, isUsage: Bool)
  /// A promise would be broken.
  case promise(Localized)
  /// More rows would disappear in merges than allowed.
  case tooManyMerges(merged: Int, rows: Int, limit: Double)
  /// The place of a file of the delivery is not fit to be written.
  case cannotWrite(path: String, reason: Localized)
  /// A file of the delivery could not be finished: the disk is full, the device fails.
  case cannotDeliver(Localized)

  /// One line for people.
  public func line(_ language: Language) -> String {
    switch self {
    case .plugin(let line, _): return line
    case .promise(let text), .cannotDeliver(let text): return text[language]
    case .tooManyMerges(let merged, let rows, let limit):
      let share = String(Int((Double(merged) * 1000 / Double(max(rows, 1))).rounded()) / 10)
      let allowed = String(Int((limit * 100).rounded()))
      return switch language {
      case .en:
        "\(merged) of \(rows) rows (\(share) %) would disappear in merges, the limit is \(allowed) %; look at "
          + "--dry-run, then allow it with --max-merge 100%; nothing was put in place"
      case .ru:
        "в слияниях исчезли бы \(merged) из \(rows) строк (\(share) %), предел — \(allowed) %; посмотрите "
          + "--dry-run и разрешите ключом --max-merge 100%; ничего не записано"
      }
    case .cannotWrite(let path, let reason):
      return switch language {
      case .en: "\(path): cannot be written: \(reason[language]); choose another --output"
      case .ru: "\(path): не записывается: \(reason[language]); выберите другой --output"
      }
    }
  }
}
