import BaseFormats
import Pipeline
import RuleKit
import Standards
import Tables

/// Reads the bases of a request and gives every table its part.
struct SourceReading {
  private(set) var sources: [SourceTable] = []
  private(set) var notes: [Localized] = []
  /// The largest clients table: the standard is chosen from it.
  private(set) var largestClients: Table
  private(set) var largestMatches: [ColumnMatch]

  init(_ request: RunRequest, _ knowledge: Knowledge, _ mapping: Mapping?) throws(KitError) {
    largestClients = Table(
      name: "", columns: [], origin: Origin(path: "", table: nil, unit: .line, numbers: []))
    largestMatches = []
    var bases: [Base] = []
    for (index, path) in request.bases.enumerated() {
      request.progress("read", Double(index) / Double(request.bases.count))
      var base: Base
      let digest: String
      do throws(SourceError) {
        (base, digest) = try BaseReader.readWithDigest(path, options: request.reading)
      } catch {
        throw .source(error)
      }
      for table in base.tables.indices {
        guard let restored = knowledge.recognition.restoringFirstRow(of: base.tables[table]) else { continue }
        base.tables[table] = restored
        let name = restored.name
        notes.append(
          Localized(
            en: "'\(name)' has no headers: its columns are known by their cells, its first row is a client",
            ru: "в таблице «\(name)» нет заголовков: столбцы узнаны по содержимому, первая строка — клиент"))
      }
      bases.append(base)
      do throws(ShapeError) {
        add(
          base, try BaseShape(knowledge.recognition).shape(base, mapping: mapping, table: request.table),
          index, digest)
      } catch {
        throw .shape(error)
      }
    }
    if let mapping {
      let errors = mapping.check(against: bases.flatMap(\.tables))
      if !errors.isEmpty { throw .usage(errors.map(\.line)) }
    }
  }

  private mutating func add(_ base: Base, _ shape: ShapedBase, _ index: Int, _ digest: String) {
    func source(
      _ table: Int, _ role: Standards.TableRole, _ matches: [ColumnMatch], key: Int?, clientKey: Int? = nil,
      date: Int? = nil,
      amount: Int? = nil
    ) -> SourceTable {
      SourceTable(
        base: index, path: base.path, format: base.format, sha256: digest,
        notes: sources.contains { $0.base == index } ? [] : base.notes, table: base.tables[table], role: role,
        columns: matches.map {
          .init(field: $0.field, how: $0.how.rawValue, score: $0.score, reason: $0.reason)
        }, keyColumn: key,
        clientKeyColumn: clientKey, dateColumn: date,
        amountColumn: amount)
    }
    sources.append(source(shape.clients, .clients, shape.matches, key: shape.keyColumn))
    for linked in shape.linked {
      sources.append(
        source(
          linked.table, linked.role, linked.matches, key: linked.keyColumn, clientKey: linked.clientKeyColumn,
          date: linked.dateColumn,
          amount: linked.amountColumn))
    }
    notes += shape.notes
    if base.tables[shape.clients].rowCount > largestClients.rowCount || largestMatches.isEmpty {
      largestClients = base.tables[shape.clients]
      largestMatches = shape.matches
    }
  }
}
