import NIOCore

@testable import FastCGI

extension FuzzTarget {
    /// The records of a connection. How they are cut changes nothing, they can be written and read again, and the
    /// requests that they make keep within the limits.
    ///
    /// With option 1 each request is answered before its body has come.
    static let records = FuzzTarget("records") { bytes in
        let input = CutInput(bytes)
        let whole = RecordStream([input.body[...]])
        precondition(RecordStream(input.pieces) == whole, "how a stream is cut changes its records")
        var written = ByteBuffer()
        for record in whole.records { written.write(record) }
        let again = RecordStream([Array(written.readableBytesView)[...]])
        precondition(again.records == whole.records, "records do not read as they were written")
        precondition(again.refusal == nil && again.rest == 0, "what was written are not whole records")
        var requests = RequestRun(answersEarly: input.options & 1 != 0)
        for record in whole.records {
            guard requests.take(record) else { break }
        }
    }
}
