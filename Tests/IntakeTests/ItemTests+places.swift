import CaseSamples
import CaseStore
import Forms
import Foundation
import TestSupport
import Testing

/// Where items stand: in addresses, behind the check page, and in the case.
extension ItemTests {
    @Test func aChangeFromTheCheckPageLeadsBackToIt() async throws {
        try await Self.with(Self.whole, isWhole: true) { filing in
            let check = await filing.get("check")
            let list = "/forms/stalking/incidents?change=1"
            let links = check.html.tags.compactMap { $0["href"] }
            #expect(check.status == 200 && links.contains(list))
            #expect(links.contains("/forms/stalking/incidents/2-aaaaaaaa?change=1"))
            let changed = try await filing.upload("incidents/2-aaaaaaaa?change=1", Self.incident(filing))
            #expect(changed.status == 303 && filing.place(changed) == "check")
            let another = await filing.post("incidents?change=1", [("_another", "yes")])
            let place = try #require(filing.place(another))
            #expect(place.wholeMatch(of: #/incidents/3-[a-z]{8}\?change=1/#) != nil)
            let added = try await filing.upload(place, Self.incident(filing))
            #expect(added.status == 303 && filing.place(added) == "incidents?change=1")
            let removed = await filing.post("incidents?change=1", [("_remove", "1-aaaaaaaa")])
            #expect(removed.status == 303 && filing.place(removed) == "incidents?change=1")
            let back = await filing.post("incidents?change=1", [("_another", "no")])
            #expect(back.status == 303 && filing.place(back) == "check")
            #expect(try await filing.items(of: "incidents").count == 2)
        }
    }

    /// By the position that each was begun at, whichever was sent first.
    @Test func aCaseHasTheItemsAsAnArrayOfObjects() async throws {
        try await Self.with(isWhole: true) { filing in
            for (item, what) in [("10-aaaaaaaa", "Third"), ("2-aaaaaaaa", "Second"), ("1-zzzzzzzz", "First")] {
                let posted = try await filing.upload("incidents/\(item)", Self.incident(filing, what))
                #expect(posted.status == 303)
            }
            let record = try await filing.sendReport()
            let json = try JSONSerialization.jsonObject(with: try JSONEncoder().encode(record))
            let answers = try #require((json as? [String: Any])?["answers"] as? [String: Any])
            let incidents = try #require(answers["incidents"] as? [[String: Any]])
            #expect(incidents.map { $0["what"] as? String } == ["First", "Second", "Third"])
            #expect(answers["emergency"] is [String: Any])
            let found = try await filing.intake.store.allCases(in: filing.force, matching: CaseFilter(text: "second"))
            #expect(found.map(\.reference) == [record.reference])
        }
    }

    @Test(arguments: [
        "0-aaaaaaaa", "01-aaaaaaaa", "100-aaaaaaaa", "-1-aaaaaaaa", "+1-aaaaaaaa", "1-aaaaaaa", "1-aaaaaaaaa",
        "1-AAAAAAAA", "1-aaaaaaa1", "1-aaaaaaaé", "1_aaaaaaaa", "1aaaaaaaa", "1-aaaaaaaa/", "1-aaaaaaaa/x", "",
        "/", "..", "../1-aaaaaaaa", "%31-aaaaaaaa", "1-aaaaaaaa%00", "1-aaaaaaaa;x", "1-aaaaaaaa ", "check",
    ])
    func whatIsNoItemIsNotFound(item: String) async throws {
        try await Self.with(Self.whole) { filing in
            let shown = await filing.get("incidents/\(item)")
            #expect(shown.status == 404)
            let posted = try await filing.upload("incidents/\(item)", Self.incident(filing), [UploadTests.photo()])
            #expect(posted.status == 404)
            #expect(try await filing.items(of: "incidents") == Self.whole)
            #expect(try filing.filesUnderWay().isEmpty)
        }
    }

    @Test func aStepThatIsAskedOnceHasNoItems() async throws {
        try await Self.with(Self.whole) { filing in
            for place in ["behaviour/1-aaaaaaaa", "nope/1-aaaaaaaa"] {
                let shown = await filing.get(place)
                let posted = try await filing.post(place, filing.fields(of: "behaviour"))
                #expect(shown.status == 404 && posted.status == 404, "\(place)")
            }
            let entries = try await filing.draft()?.entries.map(\.key.rawValue) ?? []
            #expect(!entries.contains { $0.hasPrefix("behaviour/") || $0.hasPrefix("nope") })
            #expect(entries.contains("behaviour"))
        }
    }

    /// Nobody gets into a group by an address before its turn.
    @Test func anItemOfAGroupThatIsNotReachedLeadsToWhatComesFirst() async throws {
        try await Filing.with("stalking") { filing in
            try await filing.fill(before: "behaviour", ["how-often": "more"])
            for place in ["incidents", "incidents/1-aaaaaaaa"] {
                let shown = await filing.get(place)
                #expect(shown.status == 303 && filing.place(shown) == "behaviour")
            }
            let posted = try await filing.upload("incidents/1-aaaaaaaa", Self.incident(filing))
            #expect(posted.status == 303 && filing.place(posted) == "behaviour")
            #expect(try await filing.items(of: "incidents") == ["1-aaaaaaaa"], "what was written is kept")
        }
    }
}
