import Crypto
import Forms
import Foundation
import Synchronization
import Testing

@testable import CaseStore

enum SampleSubmission {
    /// When samples come in: 2026-09-21 at 14:13:20 UTC.
    static let time = Date(timeIntervalSince1970: 1_790_000_000)

    static func force(_ id: String = "gwent") throws -> ForceID { try #require(ForceID(rawValue: id)) }
    static func form(_ id: String = "theft") throws -> FormID { try #require(FormID(rawValue: id)) }
    static func step(_ id: String = "place") throws -> StepID { try #require(StepID(rawValue: id)) }
    static func question(_ id: String = "what") throws -> QuestionID { try #require(QuestionID(rawValue: id)) }
    static func place() throws -> EvidencePlace { EvidencePlace(step: try step(), question: try question()) }

    static func digest(_ json: some Sequence<UInt8>) -> String { SHA256.hash(data: Array(json)).hexadecimal }

    static func definition(form id: String = "theft") throws -> StoredDefinition {
        let json = Array("{\"id\":\"\(id)\"}".utf8)
        return StoredDefinition(digest: digest(json), form: try form(id), json: json)
    }

    static func make(
        draft: DraftKey = DraftKey(), text: String = "=cmd|'x'!A1\u{1B}[31m<svg>\r\n", form: String = "theft",
        received: Date = time
    ) throws -> Submission {
        Submission(
            forceCode: try #require(LetterCode(rawValue: "GWE")),
            definition: try definition(form: form),
            formCode: try #require(LetterCode(rawValue: "THE")), language: .welsh,
            answers: [try step(): [try question(): .text(text)]], received: received, draft: draft,
            signals: [.honeypot], narrative: text)
    }

    /// One that is sent in one go, by nobody.
    static func anonymous(_ text: String = "A street lamp is broken") throws -> Submission {
        var submission = try make(text: text)
        submission.isSentInOneGo = true
        submission.isAnonymous = true
        return submission
    }
}

/// A clock that a test moves.
final class TestClock: Sendable {
    private let time: Mutex<Date>

    init(_ start: Date = SampleSubmission.time) { time = Mutex(start) }

    var now: Date { time.withLock { $0 } }

    func advance(by seconds: TimeInterval) { time.withLock { $0 += seconds } }
}
