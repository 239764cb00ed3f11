import RuleKit
import Tables

/// Where a batch tells of natural persons.
struct PersonalData {
  private static let fields: Set<String> = [
    "person_full_name", "last_name", "first_name", "middle_name", "birth_date", "phone_mobile", "phone_home",
    "email_home", "director", "telegram", "whatsapp", "viber", "vk",
  ]
  private let columns: [TextView]

  init(of batch: Batch) {
    columns = batch.fields.indices.filter { Self.fields.contains(FieldName.split(batch.fields[$0]).base) }
      .map { batch.columns[$0] }
  }

  /// Whether the table has a column for them at all.
  var isThere: Bool { !columns.isEmpty }

  /// Whether a row tells of a person.
  /// - Complexity: O(columns).
  func stand(in row: Int) -> Bool { columns.contains { !$0.isNull(row) } }
}
