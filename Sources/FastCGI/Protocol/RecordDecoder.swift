public import NIOCore

/// Cuts a stream of bytes into records. It holds at most one record and its padding.
public struct RecordDecoder: ByteToMessageDecoder {
    public typealias InboundOut = Record

    /// The stream is not FastCGI 1.0.
    public struct UnknownVersion: Error, Hashable, Sendable {
        public let version: UInt8
    }

    public init() {}

    public mutating func decode(context: ChannelHandlerContext, buffer: inout ByteBuffer) throws -> DecodingState {
        guard let record = try Self.next(in: &buffer) else { return .needMoreData }
        context.fireChannelRead(wrapInboundOut(record))
        return .continue
    }

    /// What is left when the peer closes is half a record, and of no use.
    public mutating func decodeLast(
        context: ChannelHandlerContext, buffer: inout ByteBuffer, seenEOF: Bool
    ) throws -> DecodingState {
        while try decode(context: context, buffer: &buffer) == .continue {}
        buffer.clear()
        return .needMoreData
    }

    /// Takes the first record out of a buffer; nil while it is not all there.
    ///
    /// - Throws: `UnknownVersion`, after which the stream makes no sense.
    public static func next(in buffer: inout ByteBuffer) throws(UnknownVersion) -> Record? {
        let start = buffer.readerIndex
        guard let version: UInt8 = buffer.getInteger(at: start) else { return nil }
        guard version == Record.version else { throw UnknownVersion(version: version) }
        guard let kind: UInt8 = buffer.getInteger(at: start + 1),
            let requestID: UInt16 = buffer.getInteger(at: start + 2),
            let length: UInt16 = buffer.getInteger(at: start + 4),
            let padding: UInt8 = buffer.getInteger(at: start + 6),
            buffer.readableBytes >= Record.headerLength + Int(length) + Int(padding)
        else { return nil }
        buffer.moveReaderIndex(forwardBy: Record.headerLength)
        let content = buffer.readSlice(length: Int(length)) ?? ByteBuffer()
        buffer.moveReaderIndex(forwardBy: Int(padding))
        return Record(.init(rawValue: kind), requestID: requestID, content: content)
    }
}
