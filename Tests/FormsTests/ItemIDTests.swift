import TestSupport
import Testing

@testable import Forms

@Suite struct ItemIDTests {
    @Test(
        arguments: [("1-aaaaaaaa", 1), ("9-zzzzzzzz", 9), ("10-abcdefgh", 10), ("99-qwertyui", 99)] as [(String, Int)])
    func anItemHasAPositionAndLetters(text: String, position: Int) throws {
        let item = try #require(ItemID(rawValue: text))
        #expect(item.position == position)
        #expect(item.rawValue == text)
        #expect(item.description == text)
    }

    @Test(arguments: [
        "", "-", "1", "1-", "-aaaaaaaa", "0-aaaaaaaa", "01-aaaaaaaa", "100-aaaaaaaa", "1-aaaaaaa", "1-aaaaaaaaa",
        "1-AAAAAAAA", "1-aaaaaaa1", "1-aaaa-aaa", "1--aaaaaaa", "1_aaaaaaaa", " 1-aaaaaaaa", "1-aaaaaaaa\n",
        "+1-aaaaaaaa", "-1-aaaaaaaa", "1-aaaaaa\u{301}", "1-aaaaaaa\u{0}", "\u{0}-aaaaaaaa", "١-aaaaaaaa",
        "１-aaaaaaaa", "1-aaaaaaé", "1-аааа", "1-../../..", "1-aaaaaaaa/x", "1-aaaa aaa",
    ])
    func anythingElseIsNoItem(text: String) {
        #expect(ItemID(rawValue: text) == nil)
        #expect(throws: DecodingError.self) { try JSONText.decode([ItemID].self, from: JSONText.encode([text])) }
    }

    @Test func anOverlongNameIsNoItem() {
        #expect(ItemID(rawValue: "1-" + String(repeating: "a", count: 100_000)) == nil)
        #expect(ItemID(rawValue: String(repeating: "1", count: 100_000) + "-aaaaaaaa") == nil)
    }

    @Test(
        arguments: [
            (1, 1), (42, 42), (99, 99), (100, 99), (.max, 99), (0, 1), (-5, 1), (.min, 1),
        ] as [(Int, Int)])
    func anItemIsBegunAtAPositionThatThereIs(asked: Int, position: Int) {
        var generator = SeededGenerator(seed: 1)
        let item = ItemID(beginningAt: asked, using: &generator)
        #expect(item.position == position)
        #expect(ItemID(rawValue: item.rawValue) == item)
    }

    @Test func itemsBegunAtTheSamePositionDiffer() {
        var generator = SeededGenerator(seed: 1)
        let items = (0..<1_000).map { _ in ItemID(beginningAt: 2, using: &generator) }
        #expect(Set(items).count == items.count)
        #expect(Set(items.map(\.rawValue).joined().utf8).count == 28, "every letter, the digit and the hyphen")
    }

    @Test func itemsStandInTheOrderOfTheirPositions() throws {
        let names = ["1-bbbbbbbb", "2-aaaaaaaa", "2-aaaaaaab", "2-zzzzzzzz", "10-aaaaaaaa", "99-aaaaaaaa"]
        let items = names.compactMap { ItemID(rawValue: $0) }
        #expect(items.count == names.count)
        #expect(items.reversed().sorted().map(\.rawValue) == names)
    }

    @Test func anItemIsAStringInJSON() throws {
        let item = try #require(ItemID(rawValue: "12-abcdefgh"))
        let json = try JSONText.encode([item])
        let back = try JSONText.decode([ItemID].self, from: json)
        #expect(json == #"["12-abcdefgh"]"#)
        #expect(back == [item])
    }
}
