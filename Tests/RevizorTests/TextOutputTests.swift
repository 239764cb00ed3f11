import Foundation
import Testing

/// Text files in and out: rows that do not fit their header, encodings that lack characters.
@Suite struct TextOutputTests {
  private static let header = "Название,ИНН,Телефон,Комментарий\n"

  /// Kept, told of, nothing lost and nothing padded in silence.
  @Test func raggedRowsAreFindings() throws {
    let workspace = try Workspace()
    let base = try workspace.write(
      Self.header + "ООО Ромашка,7707083893\nООО Лютик,7728168971,+79161234567,x,лишнее\n"
        + "ООО Василёк,7702070139,+79161234568,y\n", to: "base.csv")
    let out = workspace("out.csv")
    try mustRun(["clean", base, "--output", out, "--now", Sample.now])
    let journal = try SQLFile(workspace("out.journal.sqlite"))
    let found = try journal.rows(
      """
      SELECT position, field, code, severity, value FROM finding JOIN source_row USING (row_id)
      WHERE rule = 'read' ORDER BY position
      """)
    #expect(found == [["1", nil, "fewer-cells", "warning", nil], ["2", nil, "more-cells", "warning", nil]])
    #expect(try text(of: out).contains("лишнее"))
    // The output is even: cleaned again, nothing is found any more.
    let again = workspace("again.csv")
    try mustRun(["clean", out, "--output", again, "--now", Sample.now])
    let left = try SQLFile(workspace("again.journal.sqlite")).rows(
      "SELECT count(*) FROM finding WHERE rule = 'read'")
    #expect(left == [["0"]])
    let report = try revizor("check", base, "--now", Sample.now, "--lang", "ru")
    #expect(report.out.contains("в строке меньше ячеек, чем в заголовке"), "\(report.out)")
  }

  @Test func anEncodingThatLacksCharacters() throws {
    let workspace = try Workspace()
    let base = try workspace.write(
      Self.header + "ООО Ёлка,7707083893,+79161234567,ждём 😀\nООО Лютик,7728168971,+79161234568,обычный\n",
      to: "base.csv")
    let out = workspace("out.csv")
    try mustRun(["clean", base, "--output", out, "--output-encoding", "windows-1251", "--now", Sample.now])
    let written = try bytes(of: out)
    let decoded = try #require(String(data: written, encoding: .windowsCP1251))
    #expect(decoded.contains("Ёлка") && decoded.contains("ждём ?") && decoded.contains("обычный"))
    let found = try SQLFile(workspace("out.journal.sqlite")).rows(
      "SELECT position, field, code, value FROM finding JOIN source_row USING (row_id) WHERE rule = 'write'")
    #expect(found == [["1", "comment", "encoding-lacks", "ждём 😀"]])
    // Where no base is text, the encoding named is that of the output.
    let book = workspace("base.xlsx")
    try mustRun(["clean", base, "--output", book, "--now", Sample.now])
    let plain = workspace("plain.csv")
    try mustRun(["clean", book, "--output", plain, "--encoding", "windows-1251", "--now", Sample.now])
    #expect(String(data: try bytes(of: plain), encoding: .utf8) == nil)
  }

  @Test(arguments: [
    (["--output", "out.xlsx", "--output-encoding", "windows-1251"], "out.xlsx"),
    (["--output", "out.csv", "--output-encoding", "klingon"], "'klingon'"),
    (["--output", "out.csv", "--output-encoding", "utf-16"], "'utf-16'"),
  ])
  func isRefused(_ options: [String], _ word: String) throws {
    let workspace = try Workspace()
    try workspace.write(Self.header + "ООО Ромашка,7707083893,,\n", to: "base.csv")
    let result = try revizor(["clean", "base.csv"] + options, directory: workspace.path)
    #expect(result.code == 2 && result.errLines.count == 1 && result.err.contains(word), "\(result.err)")
    #expect(try workspace.names == ["base.csv"])
  }
}
