import Forms
import Foundation
import Testing

@testable import SiteBuilder

/// Answers that are known: forms that are entries into the same questions.
@Suite struct PresetTests {
    private static let sets: [String: String?] = [
        "questions/crime.yml": """
        steps:
          - id: kind
            title: Kind
            questions:
              - { id: sort, kind: radios, label: Sort, options: { car: Car, bike: Bike } }
          - id: car
            title: Car
            when: { sort: car }
            questions:
              - { id: plate, kind: registration, label: Plate }
          - id: bike
            title: Bike
            when: { sort: bike }
            questions:
              - { id: frame, kind: text, label: Frame }
        """
    ]

    private static func form(_ keys: [String], title: String, code: String) -> String {
        let first = SmallForm.step("first", "{ id: seen, kind: yes-no, label: Seen }")
        return SmallForm.page([first, "- use: crime"], keys: keys, title: title, code: code)
    }

    private static func run() async throws -> SmallSite.Run {
        var changes = sets
        changes["national/report/any.md"] = form([], title: "Any", code: "ANY")
        changes["national/report/bike.md"] = form(["preset: { sort: bike }"], title: "Bike", code: "BIK")
        changes[SmallForm.path] = form(["preset: { sort: car }"], title: "Theft", code: "THE")
        return try await SmallSite.run(changes)
    }

    @Test func eachEntryAsksOnlyWhatIsItsOwn() async throws {
        let run = try await Self.run()
        #expect(run.faults == [])
        let journeys = run.summary.journeys
        #expect(journeys.map(\.form.rawValue) == ["any", "bike", "theft"])
        #expect(journeys.map(\.paths.count) == [2, 1, 1])
        #expect(journeys.map(\.paths.longest) == [3, 2, 2])
        let ways = journeys.dropFirst().map { $0.paths.longestWay.map(\.rawValue) }
        #expect(ways == [["first", "bike"], ["first", "car"]])
    }

    @Test func everyEntryHasTheWholeSetAndItsAnswerInTheBundle() async throws {
        let run = try await Self.run()
        let bundle = try PublishedBundle(of: run)
        let digest = run.text("intake/current").dropFirst("-> ".count)
        let sort = try #require(QuestionID(rawValue: "sort"))
        for (form, answer) in [("any", nil), ("bike", "bike"), ("theft", "car")] as [(String, String?)] {
            let entry = try #require(bundle.form(form, of: "kent"))
            let json = try #require(run.output["intake/\(digest)/definitions/\(entry.definition).json"])
            let definition = try JSONDecoder().decode(FormDefinition.self, from: json)
            #expect(definition.preset == answer.map { [sort: $0] }, "\(form)")
            #expect(definition.steps.map(\.id.rawValue) == ["first", "kind", "car", "bike"], "\(form)")
        }
    }

    @Test func aPresetQuestionOfTheFirstStepIsNotOnItsPage() async throws {
        let questions = [
            "{ id: sort, kind: radios, label: Sort, options: { car: Car, bike: Bike } }",
            "{ id: plate, kind: registration, label: Plate, when: { sort: car } }",
            "{ id: frame, kind: text, label: Frame, when: { sort: bike } }",
        ]
        let form = SmallForm.asking(questions[0], questions[1], questions[2], keys: ["preset: { sort: bike }"])
        let run = try await SmallSite.run(form)
        #expect(run.faults == [])
        #expect(run.text("kent/report/theft.html").contains("<form action=\"/forms/theft/first\">Frame</form>"))
    }
}
