import Foundation
import Pipeline
import RuleKit
import Testing

@testable import Reporting

private func json(_ summary: RunSummary, _ options: ReportOptions = ReportOptions(command: .clean)) -> String
{
  JSONReporter().render(summary, options: options)
}

@Test func wholeDocument() {
  let expected = #"""
    {
      "report": "revizor",
      "shape_version": 1,
      "version": "1.0",
      "command": "clean",
      "now": "2026-11-22",
      "masked": true,
      "standard": {
        "name": "ru-b2c 1",
        "title": {
          "en": "Russian people",
          "ru": "Люди России"
        },
        "reason": {
          "en": "named by you",
          "ru": "указан вами"
        }
      },
      "failed": null,
      "accepted": {
        "baseline": null,
        "in_baseline": 0,
        "suppressed": 0,
        "filtered": 0,
        "gone": []
      },
      "all_findings": null,
      "rows_read": 5,
      "client_rows_read": 5,
      "clients_written": 3,
      "totals": {
        "kept": 3,
        "merged": 1,
        "quarantined": 1,
        "changes": 2,
        "lossy_changes": 0,
        "findings": 1,
        "errors": 1,
        "warnings": 0,
        "infos": 0
      },
      "sources": [
        {
          "path": "in/base.csv",
          "format": "csv",
          "table": "base",
          "role": "clients",
          "rows": 5,
          "kept": 3,
          "merged": 1,
          "quarantined": 1,
          "sha256": "00ff",
          "notes": [
            "windows-1251"
          ]
        }
      ],
      "fields": [
        {
          "name": "phone",
          "label": {
            "en": "Phone",
            "ru": "Телефон"
          },
          "headers": [
            "Тел."
          ],
          "how": "synonym",
          "filled_before": 0.8,
          "filled_after": 1.0,
          "flagged_before": 2,
          "flagged_after": 1,
          "changed": 2
        }
      ],
      "findings": [
        {
          "rule": "format-standards",
          "code": "too-short",
          "field": "phone",
          "severity": "error",
          "message": {
            "en": "too few digits",
            "ru": "мало цифр"
          },
          "count": 1,
          "share": 0.2,
          "shapes": [
            {
              "shape": "99-99",
              "count": 1,
              "addresses": [
                "base.csv › line 4"
              ],
              "values": [
                "**-**"
              ]
            }
          ],
          "other_shapes": 0
        }
      ],
      "changes": [
        {
          "rule": "format-standards",
          "code": "format",
          "field": "phone",
          "message": {
            "en": "one form",
            "ru": "одна форма"
          },
          "safety": "safe",
          "count": 2,
          "samples": [
            {
              "address": "base.csv › line 2",
              "before": "8916*****15",
              "after": "+7 916 ***-**-15"
            },
            {
              "address": "base.csv › line 3",
              "before": "",
              "after": "+7 903 ***-**-72"
            }
          ]
        }
      ],
      "duplicates": {
        "same": 1,
        "review": 0,
        "merged_clients": 1,
        "merged_rows": 1,
        "examples": [
          {
            "address_a": "base.csv › line 2",
            "address_b": "base.csv › line 6",
            "probability": 0.999,
            "verdict": "same",
            "evidence": [
              {
                "field": "phone",
                "a": "8916*****15",
                "b": "+7 916 ***-**-15",
                "label": {
                  "en": "exact",
                  "ru": "совпал"
                },
                "bits": 10.42
              },
              {
                "field": "rule",
                "a": null,
                "b": null,
                "label": {
                  "en": "key",
                  "ru": "ключ"
                },
                "bits": 0.0
              }
            ]
          }
        ]
      },
      "decisions": null,
      "against": null,
      "statuses": [
        {
          "status": "active",
          "count": 2
        },
        {
          "status": "dead",
          "count": 1
        }
      ],
      "reasons": [
        {
          "status": "dead",
          "reason": "no way to reach",
          "count": 1
        }
      ],
      "advice": [
        {
          "advice": "keep",
          "count": 2
        },
        {
          "advice": "archive",
          "count": 1
        }
      ],
      "segments": [
        {
          "field": "abc_class",
          "values": [
            {
              "value": "A",
              "count": 1
            },
            {
              "value": "C",
              "count": 2
            }
          ]
        }
      ],
      "money": [
        {
          "name": "base · Сумма",
          "before": "1500.50",
          "after": "1500.50",
          "equal": true
        }
      ],
      "notes": [],
      "outputs": [
        {
          "kind": "base",
          "path": "out.xlsx"
        }
      ]
    }

    """#
  #expect(json(TestSummary.small) == expected)
}

@Test func documentParses() throws {
  for summary in [TestSummary.rich, TestSummary.small, RunSummary()] {
    let object = try #require(
      try JSONSerialization.jsonObject(with: Data(json(summary).utf8)) as? [String: Any])
    #expect(object["rows_read"] as? Int == summary.rowsRead)
    #expect((object["findings"] as? [Any])?.count == summary.findings.count)
    #expect((object["changes"] as? [Any])?.count == summary.changes.count)
  }
}

@Test func languageDoesNotMatter() {
  let options = Language.allCases.map { ReportOptions(language: $0, command: .clean) }
  #expect(json(TestSummary.rich, options[0]) == json(TestSummary.rich, options[1]))
}

@Test(arguments: [
  ("a\"b\\c", #""a\"b\\c""#), ("\n\r\t\u{1}\u{7F}", #""\n\r\t\u0001\u007f""#),
  ("é–я\u{2028}", "\"é–я\\u2028\""), ("", "\"\""),
])
func strings(value: String, text: String) {
  #expect(OrderedJSON.string(value).text == text)
}

@Test func valuesOfEveryKind() {
  let value = OrderedJSON.object([
    ("b", .null), ("a", .bool(true)), ("n", .integer(-3)), ("d", .number(0.5)), ("i", .number(.infinity)),
    ("e", .array([])), ("o", .object([])),
  ])
  let lines = [
    "{", "  \"b\": null,", "  \"a\": true,", "  \"n\": -3,", "  \"d\": 0.5,", "  \"i\": null,",
    "  \"e\": [],", "  \"o\": {}", "}",
  ]
  #expect(value.text == lines.joined(separator: "\n"))
}
