extension SampleCase {
  /// The case in one line, with its counts.
  var line: String {
    let counts = counts.map { "\($0.what): \($0.count)" }.joined(separator: ", ")
    return
      "**\(name)**: \(about) (\(files.map { "`\($0.name)`" }.joined(separator: ", "))). \(capitalised(counts))."
  }
}

/// The page that tells what the samples are.
/// - Complexity: O(rows × kinds of dirt).
func readme(_ cases: [SampleCase]) -> String {
  var text = """
    # Samples

    Three client bases as dirty as real ones. All people, firms, numbers and addresses are invented: names are
    combined from parts; tax offices and banks have numbers that, to our knowledge, no register uses (their check
    digits are valid); mobile numbers lie in codes that, to our knowledge, no operator holds; city numbers begin with
    0; firms' domains are reserved ones (RFC 2606).

    `swift run SampleMaker Samples` writes them, the same bytes at every run; `swift run SampleMaker --check Samples`
    says whether they are unchanged.

    """
  for sample in cases { text += "\n- \(sample.line)" }
  text += """


    ## The truth

    `truth.csv` has a line for each row of the input: `file`, `table`, `unit` and `number` are the row's address;
    rows with the same `client` are the same client; `status` is his true state on 2026-11-22, judged on all his rows
    and orders together (active: an order or contact within 12 months; dormant: within 36 months, and a valid phone
    or e-mail; dead: older, or dormant or undated without a channel; unknown: a channel but no date); `dirt` names
    what is wrong with the row. A row without a client is blank, has nothing but its key, or is an order whose client
    does not exist. Orders and contacts have no status of their own.

    The tags `duplicate-*` mark the second and later rows of a client. The tags `different-*` mark rows that look
    alike and are different clients: branches of one firm (same ИНН, other КПП), a family with one address and phone,
    two firms at one phone, namesakes, a sole proprietor and a firm of one owner.

    ## Rows with each kind of dirt


    """
  text += "| tag | \(cases.map(\.name).joined(separator: " | ")) |\n"
  text += "|---|\(cases.map { _ in "---:" }.joined(separator: "|"))|\n"
  for dirt in Dirt.allCases {
    text += "| \(dirt.rawValue) | \(cases.map { String($0.count(dirt)) }.joined(separator: " | ")) |\n"
  }
  return text
}
