import CaseStore
import Forms
import Foundation
import TestSupport
import Testing

/// The items of a repeating group: drawn, added, listed, changed and taken out.
@Suite struct ItemTests {
    static let whole = ["1-aaaaaaaa", "2-aaaaaaaa"]

    /// A report of stalking with these incidents, of which it wants at least two.
    ///
    /// - Parameter isWhole: Whether everything else is answered too.
    static func with(
        _ items: [String] = [], isWhole: Bool = false, _ body: (Filing) async throws -> Void
    ) async throws {
        try await Filing.with("stalking") { filing in
            try await filing.fill(before: isWhole ? nil : "incidents", ["how-often": "more"])
            try await filing.fill(items, of: "incidents")
            if isWhole { try await filing.save(["_another": ["no"]], for: "incidents") }
            try await body(filing)
        }
    }

    static func incident(_ filing: Filing, _ what: String = "Again") throws -> Filing.Fields {
        try filing.fields(of: "incidents", ["what": what])
    }

    @Test func aTabDrawsTheAddressOfAnItemAndSendsItOnce() async throws {
        try await Self.with { filing in
            var tabs: [String] = []
            for _ in 1...2 {
                let list = await filing.get("incidents")
                let place = try #require(filing.place(list))
                #expect(place.wholeMatch(of: #/incidents/1-[a-z]{8}/#) != nil)
                let blank = await filing.get(place)
                #expect(blank.status == 200 && blank.html.text(of: "h1") == "Incident 1")
                tabs.append(place)
            }
            for (place, what) in [(tabs[0], "Once"), (tabs[1], "Twice"), (tabs[0], "Once more")] {
                let posted = try await filing.upload(place, Self.incident(filing, what))
                #expect(posted.status == 303 && filing.place(posted) == "incidents")
            }
            let items = try await filing.items(of: "incidents")
            #expect(items.map { "incidents/\($0)" } == tabs.sorted())
            #expect(try await filing.kept("what", of: tabs[0]) == ["Once more"])
            #expect(try await filing.kept("what", of: tabs[1]) == ["Twice"])
        }
    }

    @Test func theListAsksForAnotherAndForTheFewest() async throws {
        try await Self.with(["1-aaaaaaaa"]) { filing in
            let list = await filing.get("incidents")
            #expect(list.status == 200 && list.html.form?.isList == true && list.html.removals == ["1-aaaaaaaa"])
            #expect(list.html.source.contains("Do you want to add another incident?"))
            let rows: [(answer: Filing.Fields, message: String)] = [
                ([], "Select yes or no"), ([("_another", "perhaps")], "Select yes or no"),
                ([("_another", "no")], "Tell us about at least 2, then select no"),
            ]
            for row in rows {
                let told = await filing.post("incidents", row.answer)
                #expect(told.status == 422 && told.html.errors.map(\.message) == [row.message])
                #expect(told.html.errors.map(\.target) == ["_another"])
            }
            let another = await filing.post("incidents", [("_another", "yes")])
            #expect(filing.place(another)?.wholeMatch(of: #/incidents/2-[a-z]{8}/#) != nil)
            try await filing.fill(["2-aaaaaaaa"], of: "incidents")
            let enough = await filing.post("incidents", [("_another", "no")])
            #expect(enough.status == 303 && filing.place(enough) == "who-does-it")
        }
    }

    @Test(arguments: [
        [("_another", "no"), ("_another", "yes")], [("_another", "no"), ("what", "x")], [("what", "x")],
    ])
    func theListTakesNothingElse(fields: [(String, String)]) async throws {
        try await Self.with(Self.whole) { filing in
            let posted = await filing.post("incidents", fields.map { (name: $0.0, value: $0.1) })
            #expect(posted.status == 400)
            let kept = try await filing.kept("_another", of: "incidents")
            #expect(kept == nil)
        }
    }

    @Test func anItemIsTakenOutWithItsFiles() async throws {
        try await Self.with(["1-aaaaaaaa"], isWhole: true) { filing in
            let files = [UploadTests.photo(in: "proof"), UploadTests.photo(in: "proof")]
            let added = try await filing.upload("incidents/2-bbbbbbbb", Self.incident(filing), files)
            #expect(added.status == 303)
            #expect(try filing.filesUnderWay().count == 2)
            let complete = await filing.get("check")
            #expect(complete.status == 200)
            for item in ["2-bbbbbbbb", "2-bbbbbbbb", "9-zzzzzzzz", "../1-aaaaaaaa", "1-aaaaaaa", ""] {
                let removed = await filing.post("incidents", [("_remove", item)])
                #expect(removed.status == 303 && filing.place(removed) == "incidents")
                #expect(try await filing.items(of: "incidents") == ["1-aaaaaaaa"], "\(item)")
            }
            #expect(try filing.filesUnderWay().isEmpty)
            #expect(try await filing.draft()?.files.isEmpty == true)
            let check = await filing.get("check")
            #expect(filing.place(check) == "incidents", "there are too few now")
        }
    }

    @Test func aGroupTakesAsManyAsItSays() async throws {
        try await Self.with((1...30).map { "\($0)-aaaaaaaa" }) { filing in
            for item in ["31-aaaaaaaa", "1-bbbbbbbb", "99-zzzzzzzz"] {
                let more = try await filing.upload("incidents/\(item)", Self.incident(filing))
                #expect(more.status == 303 && filing.place(more) == "incidents")
                let shown = await filing.get("incidents/\(item)")
                #expect(shown.status == 303)
            }
            #expect(try await filing.items(of: "incidents").count == 30)
            let list = await filing.get("incidents")
            #expect(list.html.removals.count == 30)
            #expect(list.html.source.contains("This is as many as we can take here: 30"))
            #expect(list.html.form?.controls.contains { $0.name == "_another" } == false)
            let changed = try await filing.upload("incidents/30-aaaaaaaa", Self.incident(filing))
            #expect(filing.place(changed) == "incidents")
            #expect(try await filing.kept("what", of: "incidents/30-aaaaaaaa") == ["Again"])
            let goesOn = await filing.post("incidents", [])
            #expect(goesOn.status == 303 && filing.place(goesOn) == "who-does-it")
        }
    }
}
