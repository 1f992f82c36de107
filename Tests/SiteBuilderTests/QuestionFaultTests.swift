import Diagnostics
import Testing

@testable import SiteBuilder

/// What authors are told of the settings of a question, to the letter.
@Suite struct QuestionFaultTests {
    private static let theft = "Content/national/report/theft.md"

    private static func files(_ settings: String) -> [String: String?] {
        SmallForm.asking("{ id: pic, kind: file, label: L, \(settings) }")
    }

    static let cases: [ContentFaultTests.Case] = [
        .init(
            "danger of text", SmallForm.asking("{ id: item, kind: text, label: L, danger: yes }"),
            "\(theft):10:53: a question of danger is one that can be answered with yes | "
                + "make it a question of the kind yes-no, or of radios with the option 'yes'"),
        .init(
            "danger of radios without yes",
            SmallForm.asking("{ id: item, kind: radios, danger: yes, label: L, options: { no: N } }"),
            "\(theft):10:45: a question of danger is one that can be answered with yes | "
                + "make it a question of the kind yes-no, or of radios with the option 'yes'"),
        .init(
            "danger of several choices",
            SmallForm.asking("{ id: item, kind: checkboxes, danger: yes, label: L, options: { yes: Y } }"),
            "\(theft):10:49: a question of danger is one that can be answered with yes | "
                + "make it a question of the kind yes-no, or of radios with the option 'yes'"),
        .init(
            "danger that is neither yes nor no", SmallForm.asking("{ id: hurt, kind: yes-no, danger: some, label: L }"),
            "\(theft):10:45: 'some' is neither yes nor no"),
        .init(
            "advice in a list that opens",
            SmallForm.asking("{ id: pick, kind: select, advice: { a: Run. }, label: L, options: { a: A } }"),
            "\(theft):10:47: advice stands beside radios and checkboxes only | say it in the hint"),
        .init(
            "advice beside text", SmallForm.asking("{ id: item, kind: text, advice: { yes: Run. }, label: L }"),
            "\(theft):10:45: advice stands beside radios and checkboxes only | say it in the hint"),
        .init(
            "advice for a choice that does not exist",
            SmallForm.asking("{ id: hurt, kind: yes-no, advice: { yse: Run. }, label: L }"),
            "\(theft):10:47: the question has no choice 'yse' | did you mean 'yes'?"),
        .init(
            "an exclusive choice that does not exist",
            SmallForm.asking("{ id: pick, kind: checkboxes, none: nohting, label: L, options: { nothing: N } }"),
            "\(theft):10:47: there is no option 'nohting' | did you mean 'nothing'?"),
        .init(
            "a choice that is no id",
            SmallForm.asking("{ id: pick, kind: radios, options: { Red one: R, blue: B }, label: L }"),
            "\(theft):10:48: 'Red one' is not an id | "
                + "an id is made of lower-case letters, digits and hyphens, and begins with a letter"),
        .init(
            "an unknown key of a choice",
            SmallForm.asking("{ id: pick, kind: radios, options: { red: { label: R, hnit: H } }, label: L }"),
            "\(theft):10:65: unknown key 'hnit' | did you mean 'hint'?"),
        .init(
            "a setting of another kind", SmallForm.asking("{ id: hurt, kind: yes-no, past: yes, label: L }"),
            "\(theft):10:37: unknown key 'past' | "
                + "known here: advice, danger, hint, id, kind, label, noun, optional, when"),
        .init(
            "an id that forms need", SmallForm.asking("{ id: website, kind: text, label: L }"),
            "\(theft):10:11: the id 'website' is a name that forms need for themselves | choose another"),
        .init(
            "more files than a report takes", files("count: 21"), "\(theft):10:51: one report takes at most 20 files"),
        .init(
            "files of no kind", files("accept: [photo, photos]"),
            "\(theft):10:60: 'photos' is not a kind of file | did you mean 'photo'?"),
        .init(
            "a channel that does not exist",
            SmallForm.asking("{ id: reach, kind: safe-contact, channels: [phone, fax], label: L }"),
            "\(theft):10:62: 'fax' is not a channel | known here: email, none, phone, post, text"),
        .init(
            "a day that is none", SmallForm.asking("{ id: day, kind: date, earliest: tomorrow, label: L }"),
            "\(theft):10:44: 'tomorrow' is not a day | "
                + "write it as 2027-03-01, today, today + 6 days or today - 18 years"),
        .init(
            "a range without a number", SmallForm.asking("{ id: age, kind: number, min: 5, max: 4, label: L }"),
            "\(theft):10:11: 'min' is more than 'max': no number can be answered"),
        .init(
            "a limit that is no whole number", SmallForm.asking("{ id: age, kind: number, max: 1.5, label: L }"),
            "\(theft):10:41: '1.5' is not a whole number"),
    ]

    @Test(arguments: cases)
    func whatIsWrongIsSaidWithItsPlaceAndARemedy(_ test: ContentFaultTests.Case) async throws {
        let run = try await SmallSite.run(test.changes)
        #expect(run.faults == test.faults)
        #expect(run.report.hasErrors && run.output.isEmpty)
    }

    @Test(arguments: ["20MB", "501 MB", "0 MB", "1 GB", "-1 MB", "1.5 MB", "20 MB big", "20 mb", "20"])
    func aSizeThatIsNoneIsSaidWithHowToWriteIt(size: String) async throws {
        let run = try await SmallSite.run(Self.files("size: \(size)"))
        let remedy = "write it as '20 MB', at most 500 MB"
        #expect(run.faults == ["\(Self.theft):10:50: '\(size)' is not a size | \(remedy)"])
    }

    @Test(arguments: ["today + 6", "today+6 days", "6 days", "yesterday", "today - 0 days", "2027-02-29", "1 May 2027"])
    func aDayThatIsNoneIsSaidWithHowToWriteIt(day: String) async throws {
        let run = try await SmallSite.run(SmallForm.asking("{ id: day, kind: date, latest: \(day), label: L }"))
        let remedy = "write it as 2027-03-01, today, today + 6 days or today - 18 years"
        #expect(run.faults == ["\(Self.theft):10:42: '\(day)' is not a day | \(remedy)"])
    }

    @Test(arguments: [
        "{ id: pic, kind: file, label: L, accept: video, size: 500 MB, count: 20 }",
        "{ id: pic, kind: file, label: L, accept: [photo, video, audio, document], size: 1 KB, count: 1 }",
        "{ id: age, kind: number, label: L, min: 4, max: 4 }",
        "{ id: day, kind: date, label: L, earliest: today, latest: today + 1 day }",
        "{ id: day, kind: date, label: L, earliest: 2027-03-01, latest: 2027-03-01 }",
        "{ id: reach, kind: safe-contact, label: L, channels: none }",
        "{ id: pick, kind: checkboxes, label: L, options: { a: A, b: B }, none: b, advice: { a: Run. } }",
    ])
    func whatIsAtTheLimitIsNoFault(question: String) async throws {
        #expect(try await SmallSite.run(SmallForm.asking(question)).faults == [])
    }
}
