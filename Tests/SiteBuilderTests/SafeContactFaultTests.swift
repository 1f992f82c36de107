import Testing

@testable import SiteBuilder

/// Forms that are dangerous to be seen with: how contact is safe is asked before where to.
@Suite struct SafeContactFaultTests {
    private static let safe = "{ id: contact, kind: safe-contact, label: L }"
    private static let optional = "{ id: contact, kind: safe-contact, label: L, optional: yes }"
    private static let sometimes = "{ id: contact, kind: safe-contact, label: L, when: { seen: yes } }"
    private static let phone = "{ id: phone, kind: phone, label: L }"
    private static let phoneIfChosen = "{ id: phone, kind: phone, label: L, when: { contact: phone } }"

    /// - Parameter safe: The question of safe contact, in line 15, and what asks for a detail, in line 19.
    private static func form(_ safe: String, _ detail: String) -> [String: String?] {
        SmallForm.of(
            SmallForm.step("first", "{ id: seen, kind: yes-no, label: L }"), SmallForm.step("safe", safe),
            SmallForm.step("reach", detail), keys: ["sensitive: yes"])
    }

    static let unsafe: [ContentFaultTests.Case] = [
        .init(
            "a detail before it", form(phone, safe),
            "Content/national/report/theft.md:15:11: the form is sensitive, and 'phone' comes before it is asked how "
                + "contact is safe | put 'use: safe-contact', or a question of the kind 'safe-contact', before it"),
        .init(
            "a detail on the same page before it",
            SmallForm.asking("{ id: mail, kind: email, label: L }", safe, keys: ["sensitive: yes"]),
            "Content/national/report/theft.md:11:11: the form is sensitive, and 'mail' comes before it is asked how "
                + "contact is safe | put 'use: safe-contact', or a question of the kind 'safe-contact', before it"),
        .init(
            "a question that may be left out", form(optional, "{ id: home, kind: address, label: L }"),
            "Content/national/report/theft.md:19:11: the form is sensitive, and 'home' comes before it is asked how "
                + "contact is safe | put 'use: safe-contact', or a question of the kind 'safe-contact', before it"),
        .init(
            "a question that not everybody is asked", form(sometimes, phone),
            "Content/national/report/theft.md:19:11: the form is sensitive, and 'phone' comes before it is asked how "
                + "contact is safe | put 'use: safe-contact', or a question of the kind 'safe-contact', before it"),
        .init(
            "no question at all",
            SmallForm.asking(phone, keys: ["sensitive: yes"]),
            "Content/national/report/theft.md:11:11: the form is sensitive, and 'phone' comes before it is asked how "
                + "contact is safe | put 'use: safe-contact', or a question of the kind 'safe-contact', before it"),
    ]

    @Test(arguments: unsafe)
    func aSensitiveFormAsksFirstHowContactIsSafe(_ test: ContentFaultTests.Case) async throws {
        let run = try await SmallSite.run(test.changes)
        #expect(run.faults == test.faults)
        #expect(run.output.isEmpty, "nothing is published")
    }

    static let safely: [(String, [String: String?])] = [
        ("a detail after it", form(safe, phone)),
        ("a detail that waits for a question that may be left out", form(optional, phoneIfChosen)),
        ("a detail that waits for a question that not everybody is asked", form(sometimes, phoneIfChosen)),
        ("on one page", SmallForm.asking(safe, phone, keys: ["sensitive: yes"])),
        ("a detail of somebody else", form("{ id: other, kind: phone, label: L, autocomplete: off }", safe)),
        ("a name", form("{ id: who, kind: name, label: L }", safe)),
        ("a form that is not sensitive", SmallForm.asking(phone, keys: ["sensitive: no"])),
    ]

    @Test(arguments: safely)
    func whatIsSafeIsNoFault(what: String, changes: [String: String?]) async throws {
        #expect(try await SmallSite.run(changes).faults == [], "\(what)")
    }
}
