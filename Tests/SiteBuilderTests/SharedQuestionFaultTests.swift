import Testing

@testable import SiteBuilder

/// What authors are told of question sets, and of what a form changes in them, to the letter.
@Suite struct SharedQuestionFaultTests {
    private static let theft = "Content/national/report/theft.md"
    private static let set = "Content/questions/crime.yml"

    /// A set of two steps: the second waits for the first.
    private static let crime = """
        steps:
          - id: kind
            title: Kind
            questions:
              - { id: sort, kind: radios, label: L, options: { car: C, bike: B } }
          - id: thing
            title: Thing
            when: { sort: bike }
            questions:
              - { id: frame, kind: text, label: L }
              - { id: bell, kind: yes-no, label: L }
        """

    /// A form that has a step of its own after what it uses, which stands in line 7. Its question stands in line 11.
    private static func using(
        _ line: String, _ set: String = crime, own: String = "{ id: more, kind: text, label: L }"
    ) -> [String: String?] {
        SmallForm.of("- \(line)", SmallForm.step("own", own)).merging(["questions/crime.yml": set]) { $1 }
    }

    static let cases: [ContentFaultTests.Case] = [
        .init(
            "a question to leave out that does not exist", using("{ use: crime, without: [frmae] }"),
            "\(theft):7:31: the question set 'crime' has no 'frmae' | did you mean 'frame'?"),
        .init(
            "a change of a question that does not exist", using("{ use: crime, change: { sotr: { label: S } } }"),
            "\(theft):7:31: the question set 'crime' has no 'sotr' | did you mean 'sort'?"),
        .init(
            "a change of a step", using("{ use: crime, change: { thing: { title: S } } }"),
            "\(theft):7:31: the question set 'crime' has no 'thing' | known here: bell, frame, sort"),
        .init(
            "a change of what is left out",
            using("{ use: crime, without: [frame], change: { frame: { label: S } } }"),
            "\(theft):7:49: the question set 'crime' has no 'frame' | known here: bell, sort"),
        .init(
            "another kind", using("{ use: crime, change: { frame: { kind: textarea } } }"),
            "\(theft):7:46: a form cannot change 'kind' | leave the question out with 'without', and write another"),
        .init(
            "another id", using("{ use: crime, change: { bell: { id: horn } } }"),
            "\(theft):7:43: a form cannot change 'id' | leave the question out with 'without', and write another"),
        .init(
            "a fault in what is changed", using("{ use: crime, change: { frame: { limti: 3 } } }"),
            "\(theft):7:40: unknown key 'limti' | did you mean 'limit'?"),
        .init(
            "a title for several steps", using("{ use: crime, title: T }"),
            "\(theft):7:21: unknown key 'title' | known here: change, use, without"),
        .init(
            "a key that is none", using("{ use: crime, wihtout: [frame] }"),
            "\(theft):7:21: unknown key 'wihtout' | did you mean 'without'?"),
        .init(
            "a question left out that another step waits for", using("{ use: crime, without: [sort, kind] }"),
            "\(set):8:13: no question 'sort' comes before this condition | known here: all, any, not"),
        .init(
            "a condition of a form on a set that does not have the question",
            using("use: crime", own: "{ id: more, when: { sotr: car }, kind: text, label: L }"),
            "\(theft):11:31: no question 'sotr' comes before this condition | did you mean 'sort'?"),
        .init(
            "a set that is one step and several", using("use: crime", "title: Crime\n\(crime)"),
            "\(set):1:1: unknown key 'title' | known here: steps"),
        .init(
            "a set without questions", using("use: crime", "title: Crime\n"),
            "\(set):1:1: 'questions' is missing | add 'questions: …'"),
        .init(
            "a set in a set", using("use: crime", "steps:\n  - use: about-you\n"),
            "\(set):2:5: 'id' is missing | add 'id: …'", "\(set):2:5: 'questions' is missing | add 'questions: …'",
            "\(set):2:5: 'title' is missing | add 'title: …'",
            "\(set):2:5: unknown key 'use' | known here: exits, id, questions, repeat, text, title, when"),
    ]

    @Test(arguments: cases)
    func whatIsWrongIsSaidWithItsPlaceAndARemedy(_ test: ContentFaultTests.Case) async throws {
        let run = try await SmallSite.run(test.changes)
        #expect(run.faults == test.faults)
        #expect(run.output.isEmpty, "nothing is published")
    }

    /// Two forms that use a set, each in its own way.
    private static func twoForms(_ set: String) -> [String: String?] {
        let steps = ["- { use: crime, without: [bell], change: { frame: { hint: H } } }"]
        let own = SmallForm.step("own", "{ id: more, kind: text, label: L, when: { sort: car } }")
        return [
            "questions/crime.yml": set, SmallForm.path: SmallForm.page(steps + [own]),
            "national/report/loss.md": SmallForm.page(steps + [own], title: "Loss", code: "LOS"),
        ]
    }

    @Test func aFaultOfASetIsToldOnceThoughTwoFormsUseIt() async throws {
        #expect(try await SmallSite.run(Self.twoForms(Self.crime)).faults == [])
        let faulty = Self.crime.replacing("kind: text", with: "kind: txet")
        let run = try await SmallSite.run(Self.twoForms(faulty))
        #expect(run.faults == ["\(Self.set):10:28: 'txet' is not a kind of question | did you mean 'text'?"])
        #expect(run.output.isEmpty)
    }

    @Test func aFaultOfTheFormThatUsesAFaultySetIsToldInTheSameRun() async throws {
        let faulty = Self.crime.replacing("kind: text", with: "kind: txet")
        let run = try await SmallSite.run(
            Self.using("use: crime", faulty, own: "{ id: more, kind: tetx, label: L }"))
        #expect(
            run.faults == [
                "\(Self.theft):11:29: 'tetx' is not a kind of question | did you mean 'text'?",
                "\(Self.set):10:28: 'txet' is not a kind of question | did you mean 'text'?",
            ])
    }

    @Test func aSetIsUsedOnce() async throws {
        let run = try await SmallSite.run(SmallForm.of("- use: about-you", "- use: about-you"))
        #expect(
            run.faults == [
                "\(Self.theft):8:7: the id 'about-you' stands twice in the form | choose another",
                "Content/questions/about-you.yml:3:5: the id 'full-name' stands twice in the form | choose another",
            ])
    }

    @Test func aSetThatNoFormUsesIsReadToo() async throws {
        let run = try await SmallSite.run([
            "questions/crime.yml": Self.crime.replacing("kind: text", with: "kind: txet")
        ])
        #expect(run.faults == ["\(Self.set):10:28: 'txet' is not a kind of question | did you mean 'text'?"])
    }
}
