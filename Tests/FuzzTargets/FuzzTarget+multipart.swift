import TestSupport

@testable import FormData

extension FuzzTarget {
    /// A `multipart/form-data` body with the boundary `X`. How it is cut changes nothing, each limit holds, and the
    /// work is linear.
    ///
    /// With option 1 the limits are so low that a short body reaches them; with option 2 the first line of the input
    /// is its `Content-Type`.
    static let multipart = FuzzTarget("multipart") { bytes in
        var input = CutInput(bytes)
        var contentType = "multipart/form-data; boundary=X"
        if input.options & 2 != 0 {
            let line = input.body.prefix { $0 != UInt8(ascii: "\n") }
            contentType = String(decoding: line, as: UTF8.self)
            input = CutInput(Array(bytes.prefix(2)) + input.body.dropFirst(line.count + 1))
        }
        let limits = input.options & 1 != 0 ? Self.lowLimits : MultipartLimits()
        guard let whole = try? MultipartRun([input.body[...]], contentType: contentType, limits: limits),
            let cut = try? MultipartRun(input.pieces, contentType: contentType, limits: limits)
        else { return }
        precondition(cut.outcome == whole.outcome, "how a body is cut changes what it holds")
        for run in [whole, cut] {
            // A delimiter at the end may be looked at once more than there are bytes behind it.
            let slack = 100
            precondition(run.scannedBytes <= 3 * input.body.count + slack, "more work than three looks at each byte")
        }
        Self.check(whole.outcome, of: input.body, limits: limits)
    }

    private static let lowLimits = {
        var limits = MultipartLimits()
        limits.body = 600
        limits.parts = 3
        limits.header = 120
        limits.headerLines = 3
        limits.name = 8
        limits.fileName = 12
        limits.value = 16
        limits.file = 40
        return limits
    }()

    private static func check(_ outcome: MultipartTranscript, of body: [UInt8], limits: MultipartLimits) {
        let parts = outcome.parts
        precondition(parts.count <= limits.parts, "more parts than the limit")
        precondition(parts.reduce(0) { $0 + $1.bytes.count } <= body.count, "more content than there are bytes")
        for part in parts {
            let name = part.head.name.utf8
            let filename = (part.head.filename ?? "").utf8
            precondition(!name.isEmpty && name.count <= limits.name, "a name that is empty or too long")
            precondition(filename.count <= limits.fileName, "a file name that is too long")
            for byte in "\r\n\"\0".utf8 {
                precondition(!name.contains(byte) && !filename.contains(byte), "a name holds what none can hold")
            }
            let limit = part.head.filename == nil ? limits.value : limits.file
            precondition(part.bytes.count <= limit, "more content than the limit")
        }
        guard outcome.refusal == nil else { return }
        precondition(!parts.isEmpty && parts.allSatisfy(\.isWhole), "a body that is not whole was taken")
        precondition(body.count <= limits.body, "a longer body than the limit was taken")
    }
}
