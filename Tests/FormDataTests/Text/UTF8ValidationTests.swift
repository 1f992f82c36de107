import FormData
import Testing

@Suite struct UTF8ValidationTests {
    private static func isText(_ pieces: [ArraySlice<UInt8>]) -> Bool {
        var validation = UTF8Validation()
        do throws(FormRefusal) {
            for piece in pieces { try validation.take(piece) }
            try validation.finish()
            return true
        } catch {
            return false
        }
    }

    @Test(arguments: [
        "", "a", "\u{1}\u{7F}", "é", "\u{80}\u{7FF}", "\u{800}\u{FFFF}", "\u{D7FF}\u{E000}", "\u{10000}\u{10FFFF}",
        "ŵ€😀a",
    ])
    func textIsTextForEveryCut(text: String) {
        #expect(Pieces.allSplits(of: Array(text.utf8)).allSatisfy(Self.isText))
    }

    @Test(
        arguments: [
            [0x00], [0x61, 0x00], [0x80], [0xBF], [0xC0, 0x80], [0xC1, 0xBF], [0xE0, 0x9F, 0xBF],
            [0xF0, 0x8F, 0xBF, 0xBF],
            [0xED, 0xA0, 0x80], [0xED, 0xBF, 0xBF], [0xF4, 0x90, 0x80, 0x80], [0xF5, 0x80, 0x80, 0x80], [0xFE], [0xFF],
            [0xC3], [0xC3, 0x61], [0xE2, 0x82], [0xE2, 0x82, 0x61], [0xF0, 0x9F, 0x98], [0xC3, 0xA9, 0xA9],
        ] as [[UInt8]])
    func anythingElseIsNot(bytes: [UInt8]) {
        #expect(!Pieces.allSplits(of: bytes).contains(where: Self.isText))
    }

    @Test func itAgreesWithTheStandardLibrary() {
        var generator = Seeded(7)
        let pool: [UInt8] = [
            0x01, 0x41, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC1, 0xC2, 0xDF, 0xE0, 0xE1, 0xED, 0xEF, 0xF0, 0xF1,
            0xF4,
            0xF5,
        ]
        for _ in 0..<20_000 {
            let bytes = (0..<Int.random(in: 1...5, using: &generator)).map { _ in generator.pick(pool) }
            #expect(Self.isText([bytes[...]]) == (String(validating: bytes, as: UTF8.self) != nil))
        }
    }
}
