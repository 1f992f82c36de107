import Testing

@testable import Forms

/// A step whose only question hangs on an earlier answer.
@Suite struct SkippedStepTests {
    @Test(
        arguments: [("yes", "second", ["first"]), ("no", nil, ["first", "last"])] as [(String, String?, [String])])
    func aStepOfWhichNothingIsAskedIsSkipped(seen: String, stop: String?, answered: [String]) throws {
        let journey = try follow(seen: seen)
        let second: StepID = try SampleForm.named("second")
        let last: StepID = try SampleForm.named("last")
        let end: Journey.End = stop == nil ? .complete : .incomplete(.page(EntryPlace(second)))
        #expect(journey.end == end)
        #expect(journey.answered.map(\.step.id.rawValue) == answered)
        #expect(journey.reaches(EntryPlace(second)) == (stop != nil))
        #expect(journey.reaches(EntryPlace(last)) == (stop == nil))
    }

    @Test func whatIsPostedForASkippedStepDoesNotCount() throws {
        let plain = try follow(seen: "no")
        let posted = try follow(seen: "no", name: "Ann")
        #expect(posted.end == .complete)
        #expect(posted.answers == plain.answers)
        #expect(posted.known == plain.known)
    }

    /// The exit asks about an answer that is known already.
    @Test func aSkippedStepLeadsNowhereOut() throws {
        var form = try definition()
        form.steps[1].exits = [try SmallForm.exit(to: "/other", when: SampleForm.when("seen", ["no"]))]
        let entries = try SampleForm.entries(["first": ["seen": ["no"]], "last": ["last-text": ["Nothing"]]])
        let today = try SampleForm.day()
        let journey = Journey(form, entries: entries, today: today)
        let walks = Walks.through(form, limit: 10, today: today)
        #expect(journey.end == .complete)
        #expect(walks.allSatisfy { $0.exit == nil })
        let second: StepID = try SampleForm.named("second")
        let other = try SampleForm.path("/other")
        #expect(JourneyProof(form, today: today).findings == [.unreachableExit(second, other)])
    }

    private func definition() throws -> FormDefinition {
        let name = try SampleForm.question("name", when: SmallForm.isYes("seen"), .init(TextQuestion()))
        return try SmallForm.definition([
            SmallForm.step("first", [SmallForm.yesNo("seen")]), SmallForm.step("second", [name]),
            SmallForm.textStep("last"),
        ])
    }

    private func follow(seen: String, name: String? = nil) throws -> Journey {
        var entries = try SampleForm.entries(["first": ["seen": [seen]], "last": ["last-text": ["Nothing"]]])
        let second: StepID = try SampleForm.named("second")
        if let name { entries[EntryPlace(second)] = StepEntry(fields: ["name": [name]]) }
        return Journey(try definition(), entries: entries, today: try SampleForm.day())
    }
}
