import NIOCore
import Testing

@testable import FastCGI

@Suite struct RecordTests {
    @Test(arguments: [0, 1, 7, 255] as [UInt8])
    func aRecordIsReadWhateverItsPadding(padding: UInt8) throws {
        var buffer = ByteBuffer(bytes: [1, 5, 0, 9, 0, 3, padding, 0, 0x61, 0x62, 0x63])
        buffer.writeRepeatingByte(0xEE, count: Int(padding))
        buffer.writeBytes([1, 5, 0, 9, 0, 0, 0, 0])
        let first = try #require(try RecordDecoder.next(in: &buffer))
        #expect(first.kind == .standardInput && first.requestID == 9 && String(buffer: first.content) == "abc")
        #expect(try RecordDecoder.next(in: &buffer)?.content.readableBytes == 0)
        #expect(buffer.readableBytes == 0)
    }

    @Test func aRecordThatIsNotAllThereIsWaitedFor() throws {
        let whole: [UInt8] = [1, 5, 0, 9, 0, 3, 2, 0, 0x61, 0x62, 0x63, 0, 0]
        for count in 0..<whole.count {
            var buffer = ByteBuffer(bytes: whole[..<count])
            #expect(try RecordDecoder.next(in: &buffer) == nil)
            #expect(buffer.readableBytes == count, "nothing is taken before all is there")
        }
    }

    @Test func anotherVersionIsRefused() {
        var buffer = ByteBuffer(bytes: [2, 1, 0, 1, 0, 0, 0, 0])
        #expect(throws: RecordDecoder.UnknownVersion(version: 2)) { try RecordDecoder.next(in: &buffer) }
    }

    @Test(arguments: [0, 1, 127, 128, 255, 256, 70_000])
    func pairsOfEveryLengthReadBack(length: Int) throws {
        let value = String(repeating: "v", count: length)
        let name = String(repeating: "n", count: length)
        let decoded = try NameValuePairs.decode(NameValuePairs.encode([(name, value), ("x", "y")]))
        #expect(decoded.map(\.name) == [name, "x"])
        #expect(decoded.map(\.value) == [value, "y"])
    }

    @Test func pairsThatAreCutAreRefusedAtEveryPlace() throws {
        let pairs = NameValuePairs.encode([("NAME", String(repeating: "v", count: 200))])
        let bytes = Array(pairs.readableBytesView)
        for count in 1..<bytes.count {
            #expect(throws: NameValuePairs.Truncated.self) {
                try NameValuePairs.decode(ByteBuffer(bytes: bytes[..<count]))
            }
        }
    }

    @Test func aLengthThatLeadsBeyondTheEndIsRefusedBeforeAnythingIsSetAside() {
        var buffer = ByteBuffer(bytes: [0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF])
        buffer.writeRepeatingByte(0x61, count: 20)
        #expect(throws: NameValuePairs.Truncated.self) { try NameValuePairs.decode(buffer) }
    }

    @Test(arguments: [0, 1, 65_535, 65_536, 70_000, 131_070])
    func aStreamIsCutIntoRecordsAndEnded(length: Int) throws {
        var buffer = ByteBuffer()
        buffer.write(stream: .standardOutput, requestID: 7, ByteBuffer(repeating: 0x61, count: length))
        var total = 0
        var last = -1
        while let record = try RecordDecoder.next(in: &buffer) {
            #expect(record.content.readableBytes <= 65_535)
            last = record.content.readableBytes
            total += last
        }
        #expect(total == length && last == 0)
    }
}
