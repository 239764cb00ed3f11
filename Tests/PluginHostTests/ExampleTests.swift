import PluginHost
import RuleKit
import RuleTesting
import Testing

/// Every example of every shipped rule holds, through the door a stranger's plugin comes in by.
@Suite struct ExampleTests {
  @Test(arguments: ExamplePlugins.names)
  func everyRuleHasExamples(_ name: String) throws {
    let plugin = try ExamplePlugins.open(name)
    #expect(!plugin.manifest.rules.isEmpty)
    for rule in plugin.manifest.rules { #expect(!rule.examples.isEmpty, "\(rule.id) has no example") }
  }

  @Test(arguments: ExamplePlugins.names)
  func noCodeIsGivenTwice(_ name: String) throws {
    for rule in try ExamplePlugins.open(name).manifest.rules {
      #expect(Set(rule.codes.map(\.code)).count == rule.codes.count, "\(rule.id)")
    }
  }

  @Test(arguments: ExamplePlugins.names)
  func examplesHold(_ name: String) throws {
    let cases = ExampleCase.cases(
      of: try ExamplePlugins.open(name), dictionaries: ExamplePlugins.dictionaries)
    #expect(!cases.isEmpty)
    for example in cases {
      let (got, expected) = try example.outcome()
      #expect(
        got == expected,
        """
        \(example)
          missing: \(expected.filter { !got.contains($0) })
          too much: \(got.filter { !expected.contains($0) })
        """)
    }
  }

  @Test(arguments: ExamplePlugins.names)
  func everyCodeAndSettingSpeaksBothLanguages(_ name: String) throws {
    for rule in try ExamplePlugins.open(name).manifest.rules {
      for code in rule.codes {
        #expect(!code.message.en.isEmpty && !code.message.ru.isEmpty, "\(rule.id): \(code.code)")
      }
      for (key, schema) in rule.settings.object?["properties"]?.object ?? [:] {
        let words = [schema.object?["description"], schema.object?["x-description-ru"]]
        #expect(words.allSatisfy { $0?.string?.isEmpty == false }, "\(rule.id): \(key)")
      }
    }
  }
}
