import Testing

@testable import SiteBuilder

/// What authors are told of conditions, to the letter.
@Suite struct ConditionFaultTests {
    private static let theft = "Content/national/report/theft.md"
    private static let count = "{ id: count, kind: number, label: L }"
    private static let item = "{ id: item, kind: text, label: L }"
    private static let lost = "{ id: lost, kind: date, label: L }"
    private static let sort = "{ id: sort, kind: radios, label: L, options: { car: C, bike: B } }"

    /// A form whose second step, in line 11, has the condition, in line 15.
    private static func form(_ question: String, when condition: String) -> [String: String?] {
        SmallForm.of(
            SmallForm.step("first", question),
            SmallForm.step("second", "{ id: more, kind: text, label: L }", keys: ["when: \(condition)"]))
    }

    static let cases: [ContentFaultTests.Case] = [
        .init(
            "an operator that does not exist", form(item, when: "{ item: { contians: x } }"),
            "\(theft):15:23: unknown key 'contians' | did you mean 'contains'?"),
        .init(
            "an operator of numbers for text", form(item, when: "{ item: { at-least: 3 } }"),
            "\(theft):15:23: unknown key 'at-least' | known here: answered, contains"),
        .init(
            "an operator of text for a number", form(count, when: "{ count: { contains: 3 } }"),
            "\(theft):15:24: unknown key 'contains' | known here: answered, at-least, at-most, less-than, more-than"),
        .init(
            "an operator of numbers for a day", form(lost, when: "{ lost: { at-least: 2027-03-01 } }"),
            "\(theft):15:23: unknown key 'at-least' | "
                + "known here: after, answered, before, on-or-after, on-or-before"),
        .init(
            "an operator of text for a choice", form(sort, when: "{ sort: { contains: car } }"),
            "\(theft):15:23: unknown key 'contains' | known here: answered"),
        .init(
            "a number that is none", form(count, when: "{ count: { at-least: few } }"),
            "\(theft):15:34: 'few' is not a number"),
        .init(
            "a number of three decimals", form(count, when: "{ count: { more-than: 1.005 } }"),
            "\(theft):15:35: '1.005' is not a number"),
        .init(
            "a day that is none", form(lost, when: "{ lost: { on-or-after: tomorrow } }"),
            "\(theft):15:36: 'tomorrow' is not a day | "
                + "write it as 2027-03-01, today, today + 6 days or today - 18 years"),
        .init(
            "an answer that is neither there nor not", form(item, when: "{ item: { answered: some } }"),
            "\(theft):15:33: 'some' is neither yes nor no"),
        .init(
            "the value of a number", form(count, when: "{ count: 3 }"),
            "\(theft):15:15: 'count' has no choices that a condition could ask for | "
                + "ask about a question with choices, or write { answered: yes } or { at-least: … }"),
        .init(
            "the value of a day", form(lost, when: "{ lost: 2027-03-01 }"),
            "\(theft):15:15: 'lost' has no choices that a condition could ask for | "
                + "ask about a question with choices, or write { answered: yes } or { after: … }"),
        .init(
            "the value of a place", form("{ id: place, kind: location, label: L }", when: "{ place: home }"),
            "\(theft):15:15: 'place' has no choices that a condition could ask for | "
                + "ask about a question with choices, or write { answered: yes }"),
        .init(
            "a choice among several that does not exist", form(sort, when: "{ sort: [car, bkie] }"),
            "\(theft):15:27: 'sort' has no choice 'bkie' | did you mean 'bike'?"),
        .init(
            "a channel that is not offered",
            form("{ id: reach, kind: safe-contact, label: L, channels: [phone, email] }", when: "{ reach: post }"),
            "\(theft):15:22: 'reach' has no choice 'post' | known here: email, phone"),
        .init(
            "a question inside other conditions that does not exist",
            form(sort, when: "{ any: [{ sort: car }, { all: [{ not: { srot: bike } }] }] }"),
            "\(theft):15:53: no question 'srot' comes before this condition | did you mean 'sort'?"),
        .init(
            "a question that comes later",
            SmallForm.asking("{ id: item, kind: text, label: L, when: { sort: car } }", sort),
            "\(theft):10:53: no question 'sort' comes before this condition | known here: all, any, not"),
        .init(
            "a list of conditions that is none", form(sort, when: "{ any: { sort: car } }"),
            "\(theft):15:20: this must be a list, not a map | write [a, b]"),
    ]

    @Test(arguments: cases)
    func whatIsWrongIsSaidWithItsPlaceAndARemedy(_ test: ContentFaultTests.Case) async throws {
        let run = try await SmallSite.run(test.changes)
        #expect(run.faults == test.faults)
        #expect(run.output.isEmpty, "nothing is published")
    }

    static let sound: [(String, String)] = [
        (item, "{ item: { contains: knife } }"),
        ("{ id: item, kind: text, label: L, optional: yes }", "{ item: { answered: no } }"),
        (count, "{ count: { at-least: 2, at-most: 5 } }"), (count, "{ count: { more-than: 0, less-than: 2 } }"),
        (lost, "{ lost: { before: today - 1 week } }"), (lost, "{ lost: { on-or-after: 2027-03-01 } }"),
        (sort, "{ not: { sort: [car] } }"), (sort, "{ any: [{ sort: car }, { sort: bike }] }"),
        ("{ id: cost, kind: money, label: L }", "{ cost: { at-least: 12.50 } }"),
        ("{ id: agreed, kind: declaration, label: L, optional: yes }", "{ agreed: yes }"),
        ("{ id: reach, kind: safe-contact, label: L }", "{ reach: [phone, text] }"),
        ("{ id: place, kind: location, label: L, optional: yes }", "{ place: { answered: no } }"),
    ]

    @Test(arguments: sound)
    func everyKindIsAskedAboutInItsOwnWay(question: String, condition: String) async throws {
        #expect(try await SmallSite.run(Self.form(question, when: condition)).faults == [])
    }
}
