import Testing

@testable import Forms

/// Which pages of a repeating group may be shown, and what lies on either side of them.
@Suite struct RepeatingPagesTests {
    static let (one, two, three) = ("things/1-aaaaaaaa", "things/2-bbbbbbbb", "things/3-cccccccc")
    static let new = "things/9-zzzzzzzz"
    static let complete = RepeatingJourneyTests.complete
    static let full = complete.merging([three: RepeatingForm.lamp]) { _, new in new }
    static let nothingStolen = complete.merging(["first": RepeatingForm.nothingStolen]) { _, new in new }

    static let shown: [(entries: [String: [String: [String]]], pages: [String])] = [
        ([:], ["first"]), (["first": RepeatingForm.stolen], ["first", one, two, three, new]),
        (["first": RepeatingForm.stolen, one: RepeatingForm.bike], ["first", "things", one, two, three, new]),
        (
            ["first": RepeatingForm.stolen, one: RepeatingForm.bike, two: RepeatingForm.faulty],
            ["first", one, two, three, new]
        ),
        (
            ["first": RepeatingForm.stolen, one: RepeatingForm.bike, two: [:], three: RepeatingForm.lamp],
            ["first", one, two]
        ),
        (complete, ["first", "things", one, two, three, new, "frame", "last"]),
        (full, ["first", "things", one, two, three, "frame", "last"]), (nothingStolen, ["first", "last"]),
    ]

    @Test(arguments: shown)
    func aFurtherItemMayBeShownWhileThereIsRoom(
        entries: [String: [String: [String]]], pages: [String]
    ) throws {
        let journey = try RepeatingForm.follow(entries)
        let all = ["first", "things", Self.one, Self.two, Self.three, Self.new, "frame", "last"]
        let reached = try all.filter { journey.reaches(try place($0)) }
        #expect(Set(reached) == Set(pages))
    }

    /// A bike and a lamp, and everything after them.
    @Test(
        arguments: [
            ("first", nil, "things"), (one, "things", "things"), (two, "things", "things"), (new, "things", nil),
            ("things", "first", "frame"), ("frame", "things", "last"), ("last", "frame", nil),
        ] as [(String, String?, String?)])
    func thePageBesideAGroupIsItsList(page: String, before: String?, after: String?) throws {
        let journey = try RepeatingForm.follow(Self.complete)
        let visited = try place(page)
        #expect(journey.page(before: visited)?.rawValue == before)
        #expect(journey.page(after: visited)?.rawValue == after)
        #expect(journey.lastPage?.rawValue == "last")
    }

    @Test func thePageBeforeTheFirstItemIsThatBeforeTheGroup() throws {
        let things: StepID = try SampleForm.named("things")
        let begun = try RepeatingForm.follow(["first": RepeatingForm.stolen])
        let whole = try RepeatingForm.follow(Self.complete)
        let first = try place(Self.one)
        #expect(begun.page(before: first)?.rawValue == "first")
        #expect(begun.pageBeforeItems(of: things)?.rawValue == "first")
        #expect(whole.pageBeforeItems(of: things)?.rawValue == "first")
    }

    @Test func aGroupMayBeTheFirstPage() throws {
        var things = try RepeatingForm.things()
        things.when = nil
        let definition = try SmallForm.definition([things])
        let entries = try SampleForm.entries([Self.one: RepeatingForm.bike])
        let journey = Journey(definition, entries: entries, today: try SampleForm.day())
        let first = try place(Self.one)
        #expect(journey.pageBeforeItems(of: things.id) == nil)
        #expect(journey.page(before: EntryPlace(things.id)) == nil)
        #expect(journey.page(before: first) == EntryPlace(things.id))
    }

    @Test(
        arguments: [
            (1, nil, .repeatMissing), (1, "", .repeatMissing), (1, "Yes", .repeatMissing),
            (1, "no\u{0}", .repeatMissing), (1, "yes", nil), (1, "no", .repeatTooFew),
            (2, "no", nil), (2, "yes", nil), (2, nil, .repeatMissing),
            (3, nil, nil), (3, "no", nil), (3, "yes", nil), (4, "perhaps", nil),
        ] as [(Int, String?, FaultCode?)])
    func whetherThereIsAnotherIsAnsweredWhileThereIsRoom(count: Int, typed: String?, code: FaultCode?) throws {
        let list = ItemList(try RepeatingForm.things(), count: count)
        let entry = StepEntry(fields: typed.map { [ItemList.field: [$0]] } ?? [:])
        let finding = list.finding(in: entry)
        #expect(finding?.code == code)
        let fewest: String? = code == .repeatTooFew ? "2" : nil
        #expect(finding?.arguments["min"] == fewest)
        #expect(list.hasRoom == (count < 3))
        #expect(ItemList.wantsAnother(entry) == (typed == "yes"))
    }

    @Test func aStepThatIsAskedOnceHasNoList() throws {
        let list = ItemList(try SmallForm.textStep("first"), count: 1)
        #expect(!list.hasRoom)
        #expect(list.finding(in: StepEntry()) == nil)
    }

    private func place(_ text: String) throws -> EntryPlace { try #require(EntryPlace(rawValue: text)) }
}
