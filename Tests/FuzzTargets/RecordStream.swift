import FastCGI
import NIOCore

/// What the decoder of records made of a stream, however it was cut.
struct RecordStream: Equatable {
    private(set) var records: [Record] = []
    private(set) var refusal: RecordDecoder.UnknownVersion?
    /// How many bytes are left over, of a record that is not all there.
    private(set) var rest = 0

    init(_ pieces: [ArraySlice<UInt8>]) {
        var buffer = ByteBuffer()
        do throws(RecordDecoder.UnknownVersion) {
            for piece in pieces {
                buffer.writeBytes(piece)
                while let record = try RecordDecoder.next(in: &buffer) { records.append(record) }
                buffer.discardReadBytes()
            }
            rest = buffer.readableBytes
        } catch {
            refusal = error
        }
    }
}
