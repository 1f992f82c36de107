import Forms
import Foundation
import Testing

@testable import CaseStore

enum SampleSubmission {
    static func force(_ id: String = "gwent") throws -> ForceID { try #require(ForceID(rawValue: id)) }
    static func form(_ id: String = "theft") throws -> FormID { try #require(FormID(rawValue: id)) }
    static func step(_ id: String = "place") throws -> StepID { try #require(StepID(rawValue: id)) }

    static func definition(_ digest: Character = "a") throws -> StoredDefinition {
        StoredDefinition(digest: String(repeating: digest, count: 64), form: try form(), json: Array("{}".utf8))
    }

    static func make(draft: DraftKey = DraftKey(), text: String = "=cmd|'x'!A1\u{1B}[31m<svg>\r\n") throws -> Submission
    {
        let question = try #require(QuestionID(rawValue: "what"))
        return Submission(
            forceCode: try #require(LetterCode(rawValue: "GWE")), definition: try definition(),
            formCode: try #require(LetterCode(rawValue: "THE")), language: .welsh,
            answers: [try step(): [question: .text(text)]], received: Date(timeIntervalSince1970: 1_790_000_000.75),
            draft: draft, signals: [.honeypot])
    }
}
