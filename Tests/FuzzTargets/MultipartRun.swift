@testable import FormData

/// What the decoder made of a multipart body, however it was cut. It ends the process where events are out of order.
struct MultipartRun {
    struct Part: Equatable {
        let head: PartHead
        var bytes: [UInt8] = []
        var isWhole = false

        init(_ head: PartHead) {
            self.head = head
        }
    }

    /// What must not depend on how the body was cut.
    struct Outcome: Equatable {
        var parts: [Part] = []
        var refusal: FormRefusal?
    }

    private(set) var outcome = Outcome()
    /// How often a byte was looked at.
    let scannedBytes: Int

    /// - Throws: `FormRefusal` for the content type. A refusal of the body is part of the outcome.
    init(
        _ pieces: [ArraySlice<UInt8>], contentType: String, limits: MultipartLimits
    ) throws(FormRefusal) {
        var decoder = try MultipartDecoder(contentType: contentType, limits: limits)
        var outcome = Outcome()
        do throws(FormRefusal) {
            for piece in pieces {
                var rest = piece
                while let event = try decoder.next(in: &rest) { Self.note(event, in: &outcome) }
                precondition(rest.isEmpty, "bytes were left")
            }
            try decoder.finish()
        } catch {
            outcome.refusal = error
            precondition((try? decoder.finish()) == nil, "a refusal was not final")
        }
        scannedBytes = decoder.scannedBytes
        self.outcome = outcome
    }

    private static func note(_ event: MultipartEvent, in outcome: inout Outcome) {
        let isInPart = outcome.parts.last.map { !$0.isWhole } ?? false
        let last = outcome.parts.count - 1
        switch event {
        case .part(let head):
            precondition(!isInPart, "a part in a part")
            outcome.parts.append(Part(head))
        case .bytes(let bytes):
            precondition(isInPart && !bytes.isEmpty, "bytes outside of a part, or none")
            outcome.parts[last].bytes += bytes
        case .end:
            precondition(isInPart, "the end of no part")
            outcome.parts[last].isWhole = true
        }
    }
}
