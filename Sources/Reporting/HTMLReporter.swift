import Mustache
public import Pipeline

/// A report for people: one self-contained page that reads on a screen, in the dark, and on A4 paper.
///
/// The page holds its styles and pictures; it asks nothing of a network and runs no script. It is well-formed XML
/// too, so that other tools can take it apart.
public struct HTMLReporter: Reporter {
  public static let name = "html"
  public static let fileExtension = "html"

  public init() {}

  public func render(_ summary: RunSummary, options: ReportOptions) -> String {
    let page = HTMLPage(summary, options).model
    guard let text = Self.library().render(page, withTemplate: "page") else {
      preconditionFailure("the page's template is missing")
    }
    return text
  }

  private static func library() -> MustacheLibrary {
    var library = MustacheLibrary()
    for (name, text) in HTMLTemplate.parts {
      do {
        try library.register(text, named: name)
      } catch {
        // The templates are constants of this module: a test renders them all.
        preconditionFailure("template '\(name)': \(error)")
      }
    }
    return library
  }
}
