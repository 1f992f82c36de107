import FormViews
import Forms
import Testing

/// Days and numbers in the words of a language.
@Suite struct DateAndPluralTests {
    private static let english = Words([
        "dates.day": "{day} {month} {year}", "months.3": "March", "months.12": "December",
        "found.one": "{count} page for {query}", "found.other": "{count} pages for {query}",
    ])
    private static let welsh = Words([
        "dates.day": "{day} {month} {year}", "months.3": "Mawrth", "months.12": "Rhagfyr",
        "found.zero": "dim tudalen", "found.one": "{count} dudalen", "found.two": "{count} dudalen ({count})",
        "found.few": "{count} tudalen", "found.many": "{count} thudalen", "found.other": "{count} o dudalennau",
    ])

    @Test(arguments: [
        ("2027-03-01", "1 March 2027", "1 Mawrth 2027"), ("2026-12-31", "31 December 2026", "31 Rhagfyr 2026"),
    ])
    func aDayIsSaidInTheLanguage(day: String, inEnglish: String, inWelsh: String) throws {
        let day = try #require(CalendarDate(iso: day))
        #expect(Self.english.date(day) == inEnglish)
        #expect(Self.welsh.date(day) == inWelsh)
    }

    @Test(arguments: [
        (0, "0 pages for a"), (1, "1 page for a"), (2, "2 pages for a"), (3, "3 pages for a"), (6, "6 pages for a"),
        (7, "7 pages for a"), (21, "21 pages for a"), (1_000, "1000 pages for a"),
    ])
    func englishHasTwoForms(number: Int, text: String) {
        #expect(Self.english.plural("found", number, ["query": "a"]) == text)
    }

    @Test(arguments: [
        (0, "dim tudalen"), (1, "1 dudalen"), (2, "2 dudalen (2)"), (3, "3 tudalen"), (4, "4 o dudalennau"),
        (5, "5 o dudalennau"), (6, "6 thudalen"), (7, "7 o dudalennau"), (10, "10 o dudalennau"),
        (12, "12 o dudalennau"), (16, "16 o dudalennau"), (101, "101 o dudalennau"),
    ])
    func welshHasSixForms(number: Int, text: String) {
        #expect(Self.welsh.plural("found", number) == text)
    }

    @Test func whatWasTypedIsNoPlaceholder() {
        #expect(Self.english.plural("found", 2, ["query": "{count} {query}"]) == "2 pages for {count} {query}")
    }
}
