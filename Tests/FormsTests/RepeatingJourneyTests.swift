import Testing

@testable import Forms

@Suite struct RepeatingJourneyTests {
    static let (one, two, three) = ("things/1-aaaaaaaa", "things/2-bbbbbbbb", "things/3-cccccccc")
    /// Two things, of which one is a bike, and everything after them.
    static let complete: [String: [String: [String]]] = [
        "first": RepeatingForm.stolen, one: RepeatingForm.bike, two: RepeatingForm.lamp,
        "things": RepeatingForm.noOther, "frame": RepeatingForm.frame, "last": RepeatingForm.last,
    ]

    @Test func aGroupWithoutItemsBeginsWithTheFirst() throws {
        let journey = try RepeatingForm.follow(["first": RepeatingForm.stolen, "things": RepeatingForm.noOther])
        let things: StepID = try SampleForm.named("things")
        #expect(journey.end == .incomplete(.firstItem(things)))
        #expect(journey.items(of: things).isEmpty)
    }

    @Test(
        arguments: [
            ([:], "things"), (["things": RepeatingForm.noOther], "things"), (["things": [:]], "things"),
            (["things": RepeatingForm.another], "things"), ([two: RepeatingForm.lamp], "things"),
            ([two: RepeatingForm.lamp, "things": RepeatingForm.another], "things"),
            ([two: RepeatingForm.lamp, "things": [ItemList.field: ["perhaps"]]], "things"),
            ([two: RepeatingForm.lamp, "things": RepeatingForm.noOther], "frame"),
            ([two: RepeatingForm.lamp, three: RepeatingForm.lamp], "frame"),
            ([two: RepeatingForm.lamp, three: RepeatingForm.lamp, "things": RepeatingForm.another], "frame"),
            ([two: RepeatingForm.lamp, three: RepeatingForm.lamp, "things": RepeatingForm.noOther], "frame"),
        ] as [([String: [String: [String]]], String)])
    func itIsAskedWhetherThereIsAnotherWhileThereIsRoom(more: [String: [String: [String]]], stop: String) throws {
        var entries = more
        entries["first"] = RepeatingForm.stolen
        entries[Self.one] = RepeatingForm.bike
        let journey = try RepeatingForm.follow(entries)
        let page = try place(stop)
        #expect(journey.end == .incomplete(.page(page)))
    }

    @Test(
        arguments: [
            ([two: RepeatingForm.faulty], two), ([one: RepeatingForm.faulty, three: [:]], one),
            ([two: [:], three: RepeatingForm.faulty], two), ([three: ["cost": ["12"]]], three),
        ] as [([String: [String: [String]]], String)])
    func aFaultyItemIsAskedBeforeTheList(faulty: [String: [String: [String]]], stop: String) throws {
        let journey = try RepeatingForm.follow(Self.complete.merging(faulty) { _, new in new })
        let page = try place(stop)
        #expect(journey.end == .incomplete(.page(page)))
    }

    @Test func itemsStandInTheOrderTheyWereBegunIn() throws {
        var entries = Self.complete
        entries["things/10-aaaaaaaa"] = ["what": ["A tenth"]]
        let journey = try RepeatingForm.follow(entries)
        let items = journey.items(of: try SampleForm.named("things")).map(\.rawValue)
        #expect(items == ["1-aaaaaaaa", "2-bbbbbbbb", "10-aaaaaaaa"])
        let answered = journey.answered.map(\.place.rawValue)
        #expect(answered == ["first", Self.one, Self.two, "things/10-aaaaaaaa", "frame", "last"])
    }

    @Test func theAnswersOfAGroupAreKeptItemByItem() throws {
        let journey = try RepeatingForm.follow(Self.complete)
        let (what, cost): (QuestionID, QuestionID) = (try SampleForm.named("what"), try SampleForm.named("cost"))
        let things: StepID = try SampleForm.named("things")
        let items: [[QuestionID: Answer]] = [
            [what: .text("A red bike"), cost: .text("120.00")], [what: .text("A lamp")],
        ]
        #expect(journey.end == .complete)
        #expect(journey.answers[things] == .repeated(items))
        #expect(Set(journey.answers.keys.map(\.rawValue)) == ["first", "things", "frame", "last"])
        #expect(journey.known.all(what) == [.text("A red bike"), .text("A lamp")])
        #expect(journey.known(before: things).all(what).isEmpty)
    }

    @Test(arguments: [("A bike", "A lamp", true), ("A lamp", "Two BIKES", true), ("A lamp", "A car", false)])
    func anAnswerOfOneItemIsEnoughForALaterStep(first: String, second: String, isAsked: Bool) throws {
        var entries = Self.complete
        entries[Self.one] = ["what": [first]]
        entries[Self.two] = ["what": [second]]
        entries["frame"] = nil
        let journey = try RepeatingForm.follow(entries)
        let expected: Journey.End = isAsked ? .incomplete(.page(try place("frame"))) : .complete
        #expect(journey.end == expected)
    }

    @Test func aGroupThatIsNoLongerAskedIsDropped() throws {
        let journey = try RepeatingForm.follow(
            Self.complete.merging(["first": RepeatingForm.nothingStolen]) { _, new in new })
        let things: StepID = try SampleForm.named("things")
        let what: QuestionID = try SampleForm.named("what")
        #expect(journey.end == .complete)
        #expect(Set(journey.answers.keys.map(\.rawValue)) == ["first", "last"])
        #expect(journey.items(of: things).isEmpty)
        #expect(journey.known.all(what).isEmpty)
    }

    /// Neither their answers nor their faults count.
    @Test func moreItemsThanThereMayBeAreIgnored() throws {
        var entries = Self.complete
        entries[Self.three] = RepeatingForm.lamp
        let full = try RepeatingForm.follow(entries)
        entries["things/4-aaaaaaaa"] = RepeatingForm.faulty
        entries["things/99-aaaaaaaa"] = ["what": ["A hundredth"]]
        let overfull = try RepeatingForm.follow(entries)
        let things: StepID = try SampleForm.named("things")
        #expect(overfull.end == .complete)
        #expect(overfull.answered == full.answered)
        #expect(overfull.answers == full.answers)
        #expect(overfull.items(of: things).count == 3)
    }

    private func place(_ text: String) throws -> EntryPlace { try #require(EntryPlace(rawValue: text)) }
}
