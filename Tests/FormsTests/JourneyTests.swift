import Testing

@testable import Forms

@Suite struct JourneyTests {
    static let complete: [String: [String: [String]]] = [
        "emergency": SampleForm.emergency, "place": SampleForm.place, "about-you": SampleForm.aboutYou,
    ]
    static let completeSeen: [String: [String: [String]]] = [
        "emergency": SampleForm.emergency, "place": SampleForm.placeSeen, "vehicle": SampleForm.vehicle,
        "about-you": SampleForm.aboutYou,
    ]

    @Test(
        arguments: [
            ([:], "emergency"),
            (["place": SampleForm.place], "emergency"),
            (["emergency": [:]], "emergency"),
            (["emergency": SampleForm.emergency], "place"),
            (["emergency": SampleForm.emergency, "place": ["seen": ["no"]]], "place"),
            (["emergency": SampleForm.emergency, "place": SampleForm.place], "about-you"),
            (["emergency": SampleForm.emergency, "place": SampleForm.placeSeen], "vehicle"),
            (["emergency": SampleForm.emergency, "about-you": SampleForm.aboutYou], "place"),
        ] as [([String: [String: [String]]], String)])
    func aJourneyEndsAtTheFirstStepThatIsNotAnswered(entries: [String: [String: [String]]], step: String) throws {
        let journey = try follow(entries)
        #expect(end(of: journey) == "incomplete: \(step)")
    }

    @Test func aJourneyIsCompleteWhenEveryStepOnTheWayIsAnswered() throws {
        let journey = try follow(Self.complete)
        #expect(journey.end == .complete)
        #expect(ids(of: journey) == ["emergency", "place", "about-you"])
        #expect(questions(of: journey) == ["happening-now", "address", "seen", "contact", "email"])
    }

    @Test func anAnswerLeadsOutOfTheForm() throws {
        var entries = Self.complete
        entries["emergency"] = ["happening-now": ["yes"]]
        let journey = try follow(entries)
        #expect(end(of: journey) == "exit: /emergency")
        #expect(ids(of: journey) == ["emergency"])
        #expect(questions(of: journey) == ["happening-now"])
        #expect(reached(by: journey) == ["emergency"])
    }

    @Test func theFirstExitThatHoldsIsTaken() throws {
        var definition = try SampleForm.definition()
        definition.steps[1].exits = [
            Exit(when: try SampleForm.when("seen", ["unsure"]), to: try SampleForm.path("/unsure")),
            Exit(when: try SampleForm.when("happening-now", ["no"]), to: try SampleForm.path("/earlier")),
            Exit(when: try SampleForm.when("seen", ["no"]), to: try SampleForm.path("/late")),
        ]
        let entries = try SampleForm.entries(Self.complete)
        let journey = Journey(definition, entries: entries, today: try SampleForm.day())
        #expect(end(of: journey) == "exit: /earlier")
    }

    @Test func aStepWhoseConditionFailsIsSkippedWithItsAnswers() throws {
        var entries = Self.completeSeen
        entries["place"] = SampleForm.place
        let journey = try follow(entries)
        #expect(journey.end == .complete)
        #expect(ids(of: journey) == ["emergency", "place", "about-you"])
        #expect(questions(of: journey).count == 5)
        #expect(reached(by: journey) == ["emergency", "place", "about-you"])
    }

    @Test func aChangeMayMakeALaterStepNeeded() throws {
        var entries = Self.complete
        entries["place"] = SampleForm.placeSeen
        let changed = try follow(entries)
        #expect(end(of: changed) == "incomplete: vehicle")
        #expect(reached(by: changed) == ["emergency", "place", "vehicle"])
        entries["vehicle"] = [:]
        let answered = try follow(entries)
        #expect(answered.end == .complete, "the step is posted, and its one question is optional")
        #expect(ids(of: answered) == ["emergency", "place", "vehicle", "about-you"])
    }

    @Test func answeredStepsAndTheNextOneAreReached() throws {
        let started = try follow([:])
        #expect(reached(by: started) == ["emergency"])
        let underWay = try follow(["emergency": SampleForm.emergency, "place": SampleForm.placeSeen])
        #expect(reached(by: underWay) == ["emergency", "place", "vehicle"])
    }

    /// On a complete journey without the vehicle: the steps on either side.
    @Test(
        arguments: [
            ("emergency", nil, "place"), ("place", "emergency", "about-you"), ("about-you", "place", nil),
            ("vehicle", "about-you", nil),
        ] as [(String, String?, String?)])
    func aStepHasNeighboursOnTheWay(step: String, before: String?, after: String?) throws {
        let journey = try follow(Self.complete)
        let id: StepID = try SampleForm.named(step)
        #expect(journey.page(before: EntryPlace(id))?.rawValue == before)
        #expect(journey.page(after: EntryPlace(id))?.rawValue == after)
    }

    @Test func theStepThatComesNextHasTheLastAnsweredBeforeIt() throws {
        let emergency: StepID = try SampleForm.named("emergency")
        let place: StepID = try SampleForm.named("place")
        let started = try follow([:])
        #expect(started.page(before: EntryPlace(emergency)) == nil)
        let underWay = try follow(["emergency": SampleForm.emergency])
        #expect(underWay.page(before: EntryPlace(place))?.step == emergency)
        #expect(underWay.page(after: EntryPlace(emergency)) == nil)
    }

    @Test(
        arguments: [
            ("emergency", []), ("place", ["happening-now"]), ("about-you", ["happening-now", "address", "seen"]),
        ] as [(String, Set<String>)])
    func aStepIsJudgedByTheAnswersBeforeIt(step: String, known: Set<String>) throws {
        let id: StepID = try SampleForm.named(step)
        let journey = try follow(Self.complete)
        let answers = journey.known(before: id)
        #expect(questions(of: journey).filter { QuestionID(rawValue: $0).map { answers[$0] != nil } ?? false } == known)
    }

    private func follow(_ entries: [String: [String: [String]]]) throws -> Journey {
        let entries = try SampleForm.entries(entries)
        return Journey(try SampleForm.definition(), entries: entries, today: try SampleForm.day())
    }

    private func questions(of journey: Journey) -> Set<String> {
        Set(journey.answers.values.flatMap(\.items).flatMap(\.keys).map(\.rawValue))
    }

    private func ids(of journey: Journey) -> [String] { journey.answered.map(\.step.id.rawValue) }

    private func reached(by journey: Journey) -> [String] {
        journey.definition.steps.filter { journey.reaches(EntryPlace($0.id)) }.map(\.id.rawValue)
    }

    private func end(of journey: Journey) -> String {
        switch journey.end {
        case .incomplete(.page(let place)): "incomplete: \(place.rawValue)"
        case .incomplete(.firstItem(let step)): "first item: \(step)"
        case .exit(let path, _): "exit: \(path)"
        case .complete: "complete"
        }
    }
}
