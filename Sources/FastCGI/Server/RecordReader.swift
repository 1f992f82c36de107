import NIOCore

/// Cuts what is read from a socket into records, and hands on together those that came together. It holds at most one
/// record that is not whole, and its padding.
final class RecordReader: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer
    typealias InboundOut = [Record]

    private var held = ByteBuffer()

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        var bytes = unwrapInboundIn(data)
        if held.readableBytes > 0 {
            held.writeBuffer(&bytes)
            swap(&held, &bytes)
        }
        var records: [Record] = []
        do throws(RecordDecoder.UnknownVersion) {
            while let record = try RecordDecoder.next(in: &bytes) { records.append(record) }
        } catch {
            return context.fireErrorCaught(error)
        }
        held = bytes
        guard !records.isEmpty else { return }
        // What is held would keep the records in memory with it.
        held = bytes.readableBytes > 0 ? ByteBuffer(bytes: bytes.readableBytesView) : ByteBuffer()
        context.fireChannelRead(wrapInboundOut(records))
    }
}
