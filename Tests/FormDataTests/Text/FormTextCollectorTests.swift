import FormData
import Testing

@Suite struct FormTextCollectorTests {
    @Test func aTextIsWhatWasSentForEveryCut() throws {
        for pieces in Pieces.allSplits(of: Array("caf\u{E9}\r\n😀".utf8)) {
            var collector = FormTextCollector()
            for piece in pieces { try collector.append(piece) }
            #expect(collector.count == 11)
            let text = try collector.finish()
            #expect(text.utf8.elementsEqual("caf\u{E9}\r\n😀".utf8))
        }
    }

    @Test func aLimitHoldsAtTheLimitAndNotAfterIt() throws {
        var collector = FormTextCollector(limit: 3)
        try collector.append([0x61, 0x62, 0x63])
        #expect(throws: FormRefusal.tooLarge(.value)) { try collector.append([0x64]) }
    }

    @Test func whatIsNoTextIsRefusedAtOnce() throws {
        var collector = FormTextCollector()
        try collector.append([0x61, 0xC3])
        #expect(throws: FormRefusal.notText) { try collector.append([0x61]) }
        var cut = FormTextCollector()
        try cut.append([0xC3])
        #expect(throws: FormRefusal.notText) { try cut.finish() }
    }

    @Test func aCollectorCanBeUsedAgain() throws {
        var collector = FormTextCollector()
        for text in ["a", "", "b"] {
            try collector.append(Array(text.utf8)[...])
            let collected = try collector.finish()
            #expect(collected == text)
        }
    }
}
