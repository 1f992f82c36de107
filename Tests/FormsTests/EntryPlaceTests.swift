import Testing

@testable import Forms

@Suite struct EntryPlaceTests {
    @Test(
        arguments: [
            ("place", "place", nil), ("stolen-items/1-aaaaaaaa", "stolen-items", "1-aaaaaaaa"),
            ("s1/99-zzzzzzzz", "s1", "99-zzzzzzzz"),
        ] as [(String, String, String?)])
    func aPlaceIsAStepOrAnItemOfOne(text: String, step: String, item: String?) throws {
        let place = try #require(EntryPlace(rawValue: text))
        #expect(place.step.rawValue == step)
        #expect(place.item?.rawValue == item)
        #expect(place.rawValue == text)
        let built = EntryPlace(try SampleForm.named(step), item: item.flatMap { ItemID(rawValue: $0) })
        #expect(place == built)
        let json = try JSONText.encode([place])
        let back = try JSONText.decode([EntryPlace].self, from: json)
        #expect(json == "[\"\(text)\"]")
        #expect(back == [place])
    }

    @Test(arguments: [
        "", "/", "items/", "/1-aaaaaaaa", "items/1-aaaaaaaa/", "items/1-aaaaaaaa/x", "items//1-aaaaaaaa", "items/1",
        "items/one", "Items/1-aaaaaaaa", "items /1-aaaaaaaa", "items/ 1-aaaaaaaa", "items\\1-aaaaaaaa", "../items",
        "items/../place", "items\u{0}", "items/1-aaaaaaa\u{0}", "items/\u{301}1-aaaaaaaa", "itéms", "items／1-aaaaaaaa",
    ])
    func anythingElseIsNoPlace(text: String) {
        #expect(EntryPlace(rawValue: text) == nil)
        #expect(throws: DecodingError.self) { try JSONText.decode([EntryPlace].self, from: JSONText.encode([text])) }
    }

    @Test func theListOfAGroupIsAPlaceOfItsOwn() throws {
        let step: StepID = try SampleForm.named("items")
        let item = ItemID(rawValue: "1-aaaaaaaa")
        #expect(EntryPlace(step) != EntryPlace(step, item: item))
    }
}
