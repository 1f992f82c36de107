import Testing

@testable import SiteBuilder

/// Questions that several forms share: what a form makes of them is what it would be, had it written them itself.
@Suite struct SharedQuestionTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let testDescription: String
        /// A form that shares, and the Welsh words that it has besides those of the sets.
        let sharing: (steps: String, words: [String])
        /// The form that writes out everything.
        let written: (steps: String, words: [String])

        init(_ description: String, _ use: String, _ own: String..., is steps: String, _ words: String...) {
            testDescription = description
            sharing = ("- \(use)", own)
            written = (steps, words)
        }
    }

    private static let who = "{ id: who, kind: name, label: Name, noun: your name }"
    private static let whoWords = "who: { label: Enw, noun: eich enw }"
    private static let youWords = "you: { title: Chi, text: Helo. }"

    /// The step that the set `you` is, with some questions.
    private static func you(
        _ questions: String..., id: String = "you", title: String = "You", keys: String = ""
    ) -> String {
        "- id: \(id)\n  title: \(title)\n  text: Hello.\n  questions: [\(questions.joined(separator: ", "))]\n  \(keys)"
    }

    private static let crime = """
        - id: crime
          title: Crime
          questions: [{ id: taken, kind: yes-no, label: Taken }]
          exits: [{ when: { taken: no }, to: /report }]
        """
    private static let crimeWords = "crime: { title: Trosedd }\n  taken: { label: Dwyn }"

    /// The second step of the set `crime`, with some questions.
    private static func things(_ questions: String...) -> String {
        """
        - id: things
          title: Things
          repeat: { max: 5, item: Thing, another: More }
          questions: [\(questions.joined(separator: ", "))]
        """
    }

    private static let thingsWords = "things: { title: Pethau, item: Peth, another: Mwy }"

    static let cases: [Case] = [
        .init(
            "a set of one step", "use: you",
            is: you(
                who, "{ id: via, kind: radios, label: Via, options: { call: Call, post: Post } }",
                "{ id: phone, kind: phone, label: Number, when: { via: call } }"),
            youWords, whoWords, "via: { label: Sut, options: { call: Galw, post: Llythyr } }", "phone: { label: Rhif }"),
        .init("some of its questions", "{ use: you, without: [via, phone] }", is: you(who), youWords, whoWords),
        .init(
            "other words and other settings",
            "{ use: you, without: [via, phone], change: { who: { label: Full name, limit: 80, optional: yes } } }",
            "who: { label: Enw llawn }",
            is: you("{ id: who, kind: name, label: Full name, limit: 80, optional: yes, noun: your name }"), youWords,
            "who: { label: Enw llawn, noun: eich enw }"),
        .init(
            "other settings alone", "{ use: you, without: [via, phone], change: { who: { limit: 80 } } }",
            is: you("{ id: who, kind: name, label: Name, noun: your name, limit: 80 }"), youWords, whoWords),
        .init(
            "other options", "{ use: you, without: [phone], change: { via: { options: { text: Text } } } }",
            "via: { options: { text: Neges } }",
            is: you(who, "{ id: via, kind: radios, label: Via, options: { text: Text } }"), youWords, whoWords,
            "via: { label: Sut, options: { text: Neges } }"),
        .init(
            "more questions", "{ use: you, without: [via, phone], questions: [{ id: age, kind: number, label: Age }] }",
            "age: { label: Oed }", is: you(who, "{ id: age, kind: number, label: Age }"), youWords, whoWords,
            "age: { label: Oed }"),
        .init(
            "a question that waits for one of the form",
            "{ use: you, without: [via, phone], change: { who: { when: { seen: yes } } } }",
            is: you("{ id: who, kind: name, label: Name, noun: your name, when: { seen: yes } }"), youWords, whoWords),
        .init(
            "another id", "{ use: you, id: me, without: [via, phone] }", "me: { title: Fi, text: Helo eto. }",
            is: you(who, id: "me"), "me: { title: Fi, text: Helo eto. }", whoWords),
        .init(
            "another title", "{ use: you, title: Me, without: [via, phone] }", "you: { title: Fi }",
            is: you(who, title: "Me"), "you: { title: Fi, text: Helo. }", whoWords),
        .init(
            "a step that waits", "{ use: you, when: { seen: yes }, without: [via, phone] }",
            is: you(who, keys: "when: { seen: yes }"), youWords, whoWords),
        .init(
            "a set of several steps", "use: crime",
            is: crime + "\n"
                + things(
                    "{ id: thing, kind: text, label: What }",
                    "{ id: worth, kind: money, label: Worth, when: { taken: yes } }"),
            crimeWords, thingsWords, "thing: { label: Beth }", "worth: { label: Gwerth }"),
        .init("some of its steps", "{ use: crime, without: [things] }", is: crime, crimeWords),
        .init(
            "some questions of a step, and others otherwise",
            "{ use: crime, without: [worth], change: { thing: { hint: One by one. } } }", "thing: { hint: Fesul un. }",
            is: crime + "\n" + things("{ id: thing, kind: text, label: What, hint: One by one. }"), crimeWords,
            thingsWords, "thing: { label: Beth, hint: Fesul un. }"),
    ]

    /// The definition as the intake gets it, of a form with a step before.
    private static func definition(of form: (steps: String, words: [String])) async throws -> String {
        let first = SmallForm.step("first", "{ id: seen, kind: yes-no, label: Seen }")
        let words = ["next: N", "first: { title: Cyntaf }", "seen: { label: Gweld }"] + form.words
        var changes = SampleSets.files
        changes[SmallForm.path] = SmallForm.page([first, form.steps])
        changes["national/report/theft.cy.md"] =
            "---\ntitle: Dwyn\nform:\n\(words.map { "  \($0)\n" }.joined())---\nDywedwch.\n"
        let run = try await SmallSite.run(changes)
        #expect(run.faults == [])
        let entry = try #require(try PublishedBundle(of: run).form("theft", of: "kent"))
        let digest = run.text("intake/current").dropFirst("-> ".count)
        return run.text("intake/\(digest)/definitions/\(entry.definition).json")
    }

    @Test(arguments: cases)
    func aFormThatSharesQuestionsIsTheOneThatWritesThemOut(_ test: Case) async throws {
        let shared = try await Self.definition(of: test.sharing)
        let written = try await Self.definition(of: test.written)
        #expect(shared == written)
        #expect(shared.contains("\"cy\":\"Gweld\""), "the Welsh words are in it")
    }
}
