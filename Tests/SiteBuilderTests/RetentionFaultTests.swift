import Diagnostics
import Forms
import TestSupport
import Testing

@testable import SiteBuilder

/// What authors of `retention.yml` and of the clocks of a form are told, to the letter.
@Suite struct RetentionFaultTests {
    private static let good = "thefts:\n  keep: 6 years\n  from: closed\n  basis: MoPI\n  forms: [theft]\n"

    private static func changing(_ old: String, _ new: String) -> [String: String?] {
        ["retention.yml": good.replacing(old, with: new)]
    }

    private static func clocks(_ lines: String) -> [String: String?] {
        let form = SmallSite.theft.replacing(
            "  next: We call you.\n", with: "  next: We call you.\n  clock: \(lines)\n")
        return ["national/report/theft.md": form]
    }

    static let cases: [ContentFaultTests.Case] = [
        .init(
            "a form that does not exist", changing("[theft]", "[theft, thetf]"),
            "Content/retention.yml:5:18: there is no form 'thetf' | did you mean 'theft'?"),
        .init(
            "a form twice", ["retention.yml": good + good.replacing("thefts:", with: "others:")],
            "Content/retention.yml:10:11: the cases of 'theft' are kept by 'thefts' already | name the form once"),
        .init(
            "a period that is none", changing("6 years", "a while"),
            "Content/retention.yml:2:9: 'a while' is not a period | write it as '6 years', '18 months' or '90 days'"),
        .init(
            "a period longer than anybody", changing("6 years", "101 years"),
            "Content/retention.yml:2:9: '101 years' is not a period | write it as '6 years', '18 months' or '90 days'"),
        .init(
            "a start that does not exist", changing("closed", "opened"),
            "Content/retention.yml:3:9: 'opened' is not what a period can be counted from | "
                + "write 'closed' or 'received'"),
        .init(
            "no ground", changing("  basis: MoPI\n", ""),
            "Content/retention.yml:2:3: 'basis' is missing | add 'basis: …'"),
        .init(
            "an unknown key", changing("basis:", "bases: x\n  basis:"),
            "Content/retention.yml:4:3: unknown key 'bases' | did you mean 'basis'?"),
        .init(
            "a clock without days", clocks("[{ label: Notice }]"),
            "Content/national/report/theft.md:6:11: 'days' is missing | add 'days: …'"),
        .init(
            "a clock that counts from nothing", clocks("[{ label: Notice, days: 14, from: itme }]"),
            "Content/national/report/theft.md:6:44: the form has no question 'itme' | did you mean 'item'?"),
        .init(
            "a clock that counts from no day", clocks("[{ label: Notice, days: 14, from: item }]"),
            "Content/national/report/theft.md:6:44: 'item' does not ask for a day | name a question of the kind 'date', "
                + "or take 'from' out to count from the day of the report"),
        .init(
            "a clock of no length", clocks("[{ label: Notice, days: 0 }]"),
            "Content/national/report/theft.md:6:34: '0' is not a number of days from 1 to 3660"),
    ]

    @Test(arguments: cases)
    func whatIsWrongIsSaidWithItsPlaceAndARemedy(_ test: ContentFaultTests.Case) async throws {
        let run = try await SmallSite.run(test.changes)
        #expect(run.faults == test.faults)
        #expect(run.report.hasErrors)
    }

    @Test func aFormThatNobodyErasesIsAWarning() async throws {
        let run = try await SmallSite.run(["retention.yml": "{}"])
        #expect(
            run.faults == [
                "Content/retention.yml:1:1: nothing says how long the cases of 'theft' are kept | "
                    + "name the form in one of the classes"
            ])
        #expect(!run.report.hasErrors)
    }

    @Test func goodRulesAreNoFault() async throws {
        #expect(try await SmallSite.run(["retention.yml": Self.good]).faults == [])
        #expect(try await SmallSite.run(Self.clocks("[{ label: Notice, days: 14 }]")).faults == [])
    }
}
