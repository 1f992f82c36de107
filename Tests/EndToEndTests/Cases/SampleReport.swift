import CaseStore
import Crypto
import Forms
import Foundation
import Testing

/// A report of a theft, with a form that is small and real.
enum SampleReport {
    /// When the first one comes in: 2026-09-21 at 14:13:20 UTC.
    static let time = Date(timeIntervalSince1970: 1_790_000_000)
    static let hour: TimeInterval = 3_600
    static let day: TimeInterval = 86_400

    static func force(_ id: String) throws -> ForceID { try #require(ForceID(rawValue: id)) }

    static func photo() throws -> EvidencePlace {
        EvidencePlace(step: try step("about"), question: try question("other"))
    }

    /// - Parameter what: The answer that a test is about; it is also what the search finds.
    static func make(
        _ what: String = "A bicycle", after seconds: TimeInterval = 0, due: TimeInterval? = nil,
        definition given: FormDefinition? = nil
    ) throws -> Submission {
        let definition = try given ?? form()
        return Submission(
            forceCode: try code("GWE"), definition: try stored(definition), formCode: definition.code,
            language: .welsh,
            answers: [
                try step("place"): [
                    try question("address"): .group(["line1": "1 High Street", "town": "Newport"]),
                    try question("what"): .text(what),
                ],
                try step("about"): [
                    try question("kinds"): .list(["bike", "phone"]), try question("day"): .text("2026-03-27"),
                ],
            ],
            received: time + seconds, draft: DraftKey(), narrative: what,
            clocks: due.map { [Clock(label: "Notice of prosecution", due: time + $0)] } ?? [])
    }

    static func form(_ id: String = "theft", code letters: String = "THE") throws -> FormDefinition {
        FormDefinition(
            id: try #require(FormID(rawValue: id)), code: try code(letters), title: LocalizedText("Report a theft"),
            next: LocalizedText("We read it."),
            steps: [
                Step(
                    id: try step("place"), title: LocalizedText("The place"),
                    questions: [
                        try ask("address", "Where was it?", .init(AddressQuestion())),
                        try ask("what", "What was it?", .init(TextareaQuestion())),
                    ]),
                Step(
                    id: try step("about"), title: LocalizedText("More about it"),
                    questions: [
                        try ask("kinds", "Which of these?", .init(CheckboxesQuestion(options: choices))),
                        try ask("day", "When?", .init(DateQuestion())),
                        try ask("other", "What was it?", .init(TextQuestion())),
                    ]),
            ])
    }

    static func ask(_ id: String, _ label: String, _ kind: QuestionKind) throws -> Question {
        Question(id: try question(id), label: LocalizedText(label), optional: true, kind: kind)
    }

    static func step(_ id: String) throws -> StepID { try #require(StepID(rawValue: id)) }

    static func question(_ id: String) throws -> QuestionID { try #require(QuestionID(rawValue: id)) }

    private static let choices = [
        Choice(value: "bike", label: LocalizedText("A bicycle")),
        Choice(value: "phone", label: LocalizedText("A telephone")),
    ]

    private static func code(_ letters: String) throws -> LetterCode { try #require(LetterCode(rawValue: letters)) }

    private static func stored(_ definition: FormDefinition) throws -> StoredDefinition {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        let json = Array(try encoder.encode(definition))
        return StoredDefinition(digest: SHA256.hash(data: json).hexadecimal, form: definition.id, json: json)
    }
}
