public import RuleKit

/// Why a run stops with nothing delivered.
public enum RunError: Error, Sendable {
  /// A plugin failed; the line says which, why, and what to do. `isUsage`: the standard is at fault.
  case plugin(line: String, isUsage: Bool)
  /// A promise would be broken.
  case promise(Localized)
  /// More rows would disappear in merges than allowed; `largest` names the largest groups, rows and an address each.
  case tooManyMerges(merged: Int, rows: Int, limit: Double, largest: [(rows: Int, address: String)])
  /// A journal of an earlier run cannot be read.
  case unreadableJournal(path: String, reason: String)
  /// The place of a file of the delivery is not fit to be written.
  case cannotWrite(path: String, reason: Localized)
  /// A file of the delivery could not be finished: the disk is full, the device fails.
  case cannotDeliver(Localized)

  /// One line for people.
  public func line(_ language: Language) -> String {
    switch self {
    case .plugin(let line, _): return line
    case .promise(let text), .cannotDeliver(let text): return text[language]
    case .tooManyMerges(let merged, let rows, let limit, let largest):
      return Self.tooManyMerges(merged, of: rows, limit, largest)[language]
    case .unreadableJournal(let path, let reason):
      return switch language {
      case .en:
        "\(path): is no journal of an earlier run: \(reason); name the <stem>.journal.sqlite beside a clean base "
          + "with --previous"
      case .ru:
        "\(path): это не журнал прежнего прогона: \(reason); укажите в --previous файл <имя>.journal.sqlite рядом "
          + "с чистой базой"
      }
    case .cannotWrite(let path, let reason):
      return switch language {
      case .en: "\(path): cannot be written: \(reason[language]); choose another --output"
      case .ru: "\(path): не записывается: \(reason[language]); выберите другой --output"
      }
    }
  }

  /// What would have merged, and how to allow it.
  private static func tooManyMerges(
    _ merged: Int, of rows: Int, _ limit: Double, _ largest: [(rows: Int, address: String)]
  ) -> Localized {
    let share = String(((Double(merged) * 1000 / Double(max(rows, 1))).rounded()) / 10)
    let allowed = String(Int((limit * 100).rounded()))
    let needed = String(Int((Double(merged) * 100 / Double(max(rows, 1))).rounded(.up)))
    let groups = largest.map { ("\($0.address) (rows: \($0.rows))", "\($0.address) (строк: \($0.rows))") }
    let en = groups.isEmpty ? "" : "; the largest groups: " + groups.map(\.0).joined(separator: ", ")
    let ru = groups.isEmpty ? "" : "; самые большие группы: " + groups.map(\.1).joined(separator: ", ")
    return Localized(
      en:
        "\(merged) of \(rows) rows (\(share) %) would disappear in merges, the limit is \(allowed) %\(en); look at "
        + "them with --dry-run, then allow it with --max-merge \(needed)%; nothing was put in place",
      ru:
        "в слияниях исчезли бы \(merged) из \(rows) строк (\(share) %), предел — \(allowed) %\(ru); посмотрите их "
        + "с --dry-run и разрешите ключом --max-merge \(needed)%; ничего не записано")
  }
}
