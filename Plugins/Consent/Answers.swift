import RuleKit
import Tables

/// What the clients of a batch said to being kept and written to.
struct Answers {
  private enum Answer {
    case yes, no, unknown
  }

  private struct Field {
    let name: String
    let number: UInt16
    let cells: TextView?
  }

  private let consent: Field
  private let channels: [Field]
  private let calls: Field
  private let doNotCall: TextView?
  private let given: TextView?
  private let source: TextView?
  private let basis: TextView?
  private let withdrawn: TextView?
  private let now: CivilDate
  private let unknown: UInt16
  private let unproved: UInt16

  init(of batch: Batch, now: CivilDate, results: inout Results) {
    self.now = now
    func field(_ name: String, _ results: inout Results) -> Field {
      Field(name: name, number: results.number(of: name), cells: batch.column(name))
    }
    consent = field("consent", &results)
    calls = field("consent_calls", &results)
    var channels: [Field] = []
    for name in Consent.channels { channels.append(field(name, &results)) }
    self.channels = channels
    doNotCall = batch.column("do_not_call")
    given = batch.column("consent_date")
    source = batch.column("consent_source")
    basis = batch.column("legal_basis")
    withdrawn = batch.column("consent_withdrawn_date")
    unknown = results.number(of: "consent-unknown")
    unproved = results.number(of: "consent-without-proof")
  }

  /// Says what is wrong with a row's answers, and lets a withdrawal win.
  func judge(_ row: Int, asksUnknown: Bool, into results: inout Results) {
    let isWithdrawn = isWithdrawn(row)
    let answer = isWithdrawn ? .no : Self.answer(consent.cells, row)
    if isWithdrawn {
      refuse(consent, row, "consent-withdrawn", evenUnknown: consent.cells != nil, into: &results)
      for channel in channels {
        refuse(channel, row, "consent-withdrawn", evenUnknown: false, into: &results)
      }
    } else if Self.answer(doNotCall, row) == .yes {
      refuse(calls, row, "calls-refused", evenUnknown: false, into: &results)
    }
    switch answer {
    case .unknown where asksUnknown && consent.cells != nil && isBlank(basis, row):
      results.flag(row: row, field: consent.number, code: unknown)
    case .yes where lacksProof(row):
      results.flag(row: row, field: consent.number, code: unproved)
    default: break
    }
  }

  private func refuse(
    _ field: Field, _ row: Int, _ code: String, evenUnknown: Bool, into results: inout Results
  ) {
    let old = Self.answer(field.cells, row)
    if old == .yes || old == .unknown && evenUnknown {
      results.edit(row: row, field.name, code, to: "false")
    }
  }

  /// Withdrawn up to today, and not given again after that.
  private func isWithdrawn(_ row: Int) -> Bool {
    guard let day = date(withdrawn, row), day <= now else { return false }
    guard let given = date(given, row) else { return true }
    return given <= day
  }

  /// A consent is proved by when and how it was given; a base without columns for that is told so once.
  private func lacksProof(_ row: Int) -> Bool {
    guard given != nil || source != nil else { return false }
    return given != nil && date(given, row) == nil || source != nil && isBlank(source, row)
  }

  private func date(_ cells: TextView?, _ row: Int) -> CivilDate? {
    guard let cells, !cells.isNull(row) else { return nil }
    return CivilDate(cells.utf8(at: row))
  }

  private func isBlank(_ cells: TextView?, _ row: Int) -> Bool {
    guard let cells, !cells.isNull(row) else { return true }
    return cells.utf8(at: row).isBlank
  }

  private static func answer(_ cells: TextView?, _ row: Int) -> Answer {
    guard let cells, !cells.isNull(row) else { return .unknown }
    let text = cells.utf8(at: row)
    if text.equals("true") { return .yes }
    return text.equals("false") ? .no : .unknown
  }
}
