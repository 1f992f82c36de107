import Testing

@testable import Forms

@Suite struct AnswersSchemaTests {
    /// A step, a group that is asked after one of its answers, and an answer that is preset.
    static let schema = #"""
        {
          "$schema": "https://json-schema.org/draft/2020-12/schema",
          "title": "A small form",
          "type": "object",
          "properties": {
            "about": {
              "title": "The step about",
              "type": "object",
              "properties": {
                "kind": {
                  "title": "What about kind?",
                  "const": "theft"
                },
                "stolen": {
                  "title": "What about stolen?",
                  "enum": [
                    "yes",
                    "no"
                  ]
                },
                "cost": {
                  "title": "What about cost?",
                  "type": "string",
                  "pattern": "^[0-9]+\\.[0-9]{2}$"
                },
                "when": {
                  "title": "What about when?",
                  "type": "string",
                  "format": "date"
                }
              },
              "required": [
                "kind",
                "stolen"
              ],
              "additionalProperties": false
            },
            "things": {
              "title": "The step things",
              "type": "array",
              "items": {
                "type": "object",
                "properties": {
                  "what": {
                    "title": "What about what?",
                    "type": "string",
                    "minLength": 1,
                    "maxLength": 100
                  }
                },
                "required": [
                  "what"
                ],
                "additionalProperties": false
              },
              "minItems": 1,
              "maxItems": 3
            },
            "more": {
              "title": "The step more",
              "type": "object",
              "properties": {
                "note": {
                  "title": "What about note?",
                  "type": "string",
                  "minLength": 1,
                  "maxLength": 400
                }
              },
              "required": [],
              "additionalProperties": false
            }
          },
          "required": [
            "about"
          ],
          "additionalProperties": false
        }

        """#

    @Test func theSchemaOfASmallFormIsThis() throws {
        let about = try SmallForm.step(
            "about",
            [
                SmallForm.radios("kind", ["theft", "damage"]), SmallForm.yesNo("stolen"),
                SampleForm.question("cost", optional: true, .init(MoneyQuestion())),
                SampleForm.question("when", when: SmallForm.isYes("stolen"), .init(DateQuestion(past: true))),
            ])
        let things = try SmallForm.step(
            "things", when: SmallForm.isYes("stolen"),
            [SampleForm.question("what", .init(TextQuestion(limit: 50)))], repeats: 1...3)
        let more = try SmallForm.step("more", [SampleForm.question("note", optional: true, .init(TextQuestion()))])
        let definition = try SmallForm.definition([about, things, more], preset: ["kind": "theft"])
        #expect(definition.answersSchema.json == Self.schema)
    }

    @Test(
        arguments: [
            (.text("a \"b\" \\ c/d"), #""a \"b\" \\ c/d""#),
            (.text("a\nb\r\t\u{0}\u{1F}"), #""a\nb\u000d\u0009\u0000\u001f""#),
            (.text("ŵ e\u{301} 👩\u{7F}"), "\"ŵ e\u{301} 👩\u{7F}\""), (.text(""), "\"\""), (.number(-5), "-5"),
            (.flag(true), "true"), (.flag(false), "false"), (.list([]), "[]"), (.object([]), "{}"),
            (["a", 1], "[\n  \"a\",\n  1\n]"), (["a": ["b": []]], "{\n  \"a\": {\n    \"b\": []\n  }\n}"),
        ] as [(SchemaNode, String)])
    func aNodeIsWrittenAsJSON(node: SchemaNode, json: String) {
        #expect(node.json == json + "\n")
    }

    @Test(arguments: QuestionKind.Name.allCases)
    func whatAKindSaysOfItsAnswersIsJSON(name: QuestionKind.Name) {
        for kind in FormDefinitionTests.everyKind where kind.name == name {
            let json = kind.behaviour.schema.json
            #expect(throws: Never.self) { try JSONText.decode(JSONValue.self, from: json) }
        }
    }
}

/// JSON of any kind: it only tells that there is some.
private struct JSONValue: Decodable {
    private struct Key: CodingKey {
        let stringValue: String
        var intValue: Int? { nil }
        init(stringValue: String) { self.stringValue = stringValue }
        init?(intValue: Int) { nil }
    }

    init(from decoder: any Decoder) throws { _ = try decoder.container(keyedBy: Key.self) }
}
