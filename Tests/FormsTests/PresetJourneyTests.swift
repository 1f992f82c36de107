import Testing

@testable import Forms

/// A form that is an entry into the questions of another: some of its answers are known without asking.
@Suite struct PresetJourneyTests {
    static let place: [String: [String]] = ["where": ["Outside the library"], "shop": ["Books"]]
    static let theft: [String: [String]] = ["theft-text": ["A bike"]]

    @Test func aStepOfWhichEverythingIsPresetIsSkipped() throws {
        let journey = try follow([:])
        #expect(stop(of: journey) == "place")
        let kind = EntryPlace(try SampleForm.named("kind"))
        let place = EntryPlace(try SampleForm.named("place"))
        #expect(!journey.reaches(kind))
        #expect(journey.reaches(place))
        #expect(journey.page(before: place) == nil)
    }

    @Test func aPresetAnswerIsAmongTheAnswersAndInConditions() throws {
        let journey = try follow(["place": Self.place, "theft": Self.theft])
        let expected: [String: [String: Answer]] = [
            "kind": ["kind": .text("theft")],
            "place": ["online": .text("no"), "where": .text("Outside the library"), "shop": .text("Books")],
            "theft": ["theft-text": .text("A bike")],
        ]
        #expect(journey.end == .complete)
        #expect(texts(of: journey) == expected)
        let kind: QuestionID = try SampleForm.named("kind")
        #expect(journey.known[kind] == .text("theft"))
    }

    @Test func aPresetQuestionIsNotAsked() throws {
        let journey = try follow(["place": Self.place, "theft": Self.theft])
        let asked = journey.answered.flatMap(\.asked).map(\.id.rawValue)
        #expect(asked == ["where", "shop", "theft-text"])
    }

    @Test func whatIsPostedForAPresetQuestionDoesNotCount() throws {
        let place = Self.place.merging(["online": ["yes"], "kind": ["damage"]]) { _, new in new }
        let journey = try follow(["kind": ["kind": ["damage"]], "place": place, "theft": Self.theft])
        let plain = try follow(["place": Self.place, "theft": Self.theft])
        #expect(journey.end == .complete)
        #expect(journey.answers == plain.answers)
    }

    @Test func onlyPagesThatAreAskedLieBesideOneAnother() throws {
        let journey = try follow(["place": Self.place, "theft": Self.theft])
        let (place, theft) = (EntryPlace(try SampleForm.named("place")), EntryPlace(try SampleForm.named("theft")))
        #expect(journey.page(before: place) == nil)
        #expect(journey.page(after: place) == theft)
        #expect(journey.page(before: theft) == place)
        #expect(journey.lastPage == theft)
    }

    @Test func anotherEntryAsksOtherSteps() throws {
        var form = try definition()
        form.preset = [try named("kind"): "damage", try named("online"): "yes"]
        let entries = try SampleForm.entries([
            "place": ["where": ["Here"]], "damage": ["damage-text": ["A window"]], "website": ["link": ["example.com"]],
        ])
        let journey = Journey(form, entries: entries, today: try SampleForm.day())
        let place = try named("where")
        #expect(journey.end == .complete)
        #expect(journey.answered.map(\.step.id.rawValue) == ["kind", "place", "damage", "website"])
        #expect(journey.known.all(place) == [.text("Here")])
    }

    @Test func withoutPresetsTheSameStepsAreAsked() throws {
        var form = try definition()
        form.preset = nil
        let journey = Journey(form, entries: [:], today: try SampleForm.day())
        #expect(stop(of: journey) == "kind")
    }

    @Test func anItemOfAGroupHasItsPresetAnswers() throws {
        let step = try SmallForm.step(
            "things", [SmallForm.yesNo("online"), SampleForm.question("what", .init(TextQuestion()))], repeats: 1...2)
        let definition = try SmallForm.definition([step], preset: ["online": "no"])
        let entries = try SampleForm.entries([
            "things/1-aaaaaaaa": ["what": ["A bike"]], "things/2-aaaaaaaa": ["what": ["A car"], "online": ["yes"]],
        ])
        let journey = Journey(definition, entries: entries, today: try SampleForm.day())
        let (online, what) = (try named("online"), try named("what"))
        let items: [[QuestionID: Answer]] = [
            [online: .text("no"), what: .text("A bike")], [online: .text("no"), what: .text("A car")],
        ]
        #expect(journey.end == .complete)
        #expect(journey.answers[step.id] == .repeated(items))
    }

    /// The place of a theft, with a shop where it was not online; then what was stolen or damaged; then a link.
    private func definition() throws -> FormDefinition {
        let shop = try SampleForm.question("shop", when: SampleForm.when("online", ["no"]), .init(TextQuestion()))
        let link = try SampleForm.question("link", when: SmallForm.isYes("online"), .init(TextQuestion()))
        let place = try SampleForm.question("where", .init(TextQuestion()))
        let steps = try [
            SmallForm.step("kind", [SmallForm.radios("kind", ["theft", "damage"])]),
            SmallForm.step("place", [SmallForm.yesNo("online"), place, shop]),
            SmallForm.textStep("theft", when: SampleForm.when("kind", ["theft"])),
            SmallForm.textStep("damage", when: SampleForm.when("kind", ["damage"])),
            SmallForm.step("website", [link]),
        ]
        return try SmallForm.definition(steps, preset: ["kind": "theft", "online": "no"])
    }

    private func follow(_ entries: [String: [String: [String]]]) throws -> Journey {
        Journey(try definition(), entries: try SampleForm.entries(entries), today: try SampleForm.day())
    }

    private func named(_ question: String) throws -> QuestionID { try SampleForm.named(question) }

    private func stop(of journey: Journey) -> String? {
        if case .incomplete(.page(let place)) = journey.end { place.rawValue } else { nil }
    }

    private func texts(of journey: Journey) -> [String: [String: Answer]] {
        var texts: [String: [String: Answer]] = [:]
        for (step, answers) in journey.answers {
            for (question, answer) in answers.items.flatMap({ $0 }) {
                texts[step.rawValue, default: [:]][question.rawValue] = answer
            }
        }
        return texts
    }
}
