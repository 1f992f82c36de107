public import NIOCore

extension ByteBuffer {
    /// Writes a record, without padding.
    ///
    /// - Precondition: The content is no longer than `Record.contentLimit`; what is over is left out.
    public mutating func write(_ record: Record) {
        let length = min(record.content.readableBytes, Record.contentLimit)
        writeInteger(Record.version)
        writeInteger(record.kind.rawValue)
        writeInteger(record.requestID)
        writeInteger(UInt16(length))
        writeInteger(UInt16(0))
        writeImmutableBuffer(record.content.getSlice(at: record.content.readerIndex, length: length) ?? ByteBuffer())
    }

    /// Writes a stream as records of at most 65,535 bytes, and the empty record that ends it (section 3.3).
    public mutating func write(stream kind: Record.Kind, requestID: UInt16, _ bytes: ByteBuffer) {
        write(part: kind, requestID: requestID, bytes)
        write(Record(kind, requestID: requestID))
    }

    /// Writes a part of a stream as records of at most 65,535 bytes, none of them empty.
    public mutating func write(part kind: Record.Kind, requestID: UInt16, _ bytes: ByteBuffer) {
        var rest = bytes
        while let content = rest.readSlice(length: min(Record.contentLimit, rest.readableBytes)),
            content.readableBytes > 0
        {
            write(Record(kind, requestID: requestID, content: content))
        }
    }

    /// Writes the end of a request (section 5.5).
    public mutating func write(endOf requestID: UInt16, _ status: ProtocolStatus) {
        var content = ByteBuffer()
        content.writeInteger(UInt32(0))
        content.writeInteger(status.rawValue)
        content.writeRepeatingByte(0, count: 3)
        write(Record(.endRequest, requestID: requestID, content: content))
    }
}
