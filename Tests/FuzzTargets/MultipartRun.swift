import TestSupport

@testable import FormData

/// What the decoder made of a multipart body, however it was cut. It ends the process where events are out of order.
struct MultipartRun {
    /// What must not depend on how the body was cut.
    private(set) var outcome = MultipartTranscript()
    /// How often a byte was looked at.
    let scannedBytes: Int

    /// - Throws: `FormRefusal` for the content type. A refusal of the body is part of the outcome.
    init(
        _ pieces: [ArraySlice<UInt8>], contentType: String, limits: MultipartLimits
    ) throws(FormRefusal) {
        var decoder = try MultipartDecoder(contentType: contentType, limits: limits)
        var outcome = MultipartTranscript()
        do throws(FormRefusal) {
            for piece in pieces {
                var rest = piece
                while let event = try decoder.next(in: &rest) {
                    outcome.note(event)
                    precondition(outcome.isOrderly, "an event is out of order, or has no bytes")
                }
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
}
