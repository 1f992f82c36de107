import Forms
import Foundation
import TestSupport
import Testing

extension EndToEnd {
    /// Every form of the content, walked as a browser does: pages are read, what they ask is filled in, redirects are
    /// followed, and the case that was filed is met again.
    @Suite struct WalkTests {
        /// The most ways of one form.
        private static let bound = 20

        @Test func everyWayThroughEveryFormEndsWhereItShould() async throws {
            try await FrontDesk.with { desk in
                let (forms, urls) = try PublishedForm.all(of: "gwent", in: desk.folder)
                #expect(forms.count >= 15)
                var filed: [String: (form: PublishedForm, walk: Walk, language: Language)] = [:]
                for form in forms {
                    for language in form.languages {
                        let walks = Walks.through(form.definition, limit: Self.bound, today: Self.today)
                        for walk in walks {
                            let start = try #require(urls[language]?[form.page])
                            let end = try await Self.follow(walk, of: form, from: start, at: desk, language)
                            if let exit = walk.exit {
                                #expect(end.url == urls[language]?[exit.description], "\(form.definition.id)")
                            } else {
                                let reference = try #require(end.html.text(of: "output", id: "reference"))
                                // The same answers to a form of one step are one case in any language.
                                if filed[reference] == nil { filed[reference] = (form, walk, language) }
                            }
                        }
                    }
                }
                let cases = try await desk.cases()
                #expect(cases.count == filed.count && filed.count > 60)
                for record in cases {
                    let known = try #require((record["reference"] as? String).flatMap { filed[$0] })
                    #expect(record["form"] as? String == known.form.definition.id.rawValue)
                    #expect(record["language"] as? String == known.language.rawValue)
                    try Self.compare(record, known.form, known.walk)
                }
                try await Self.checkSchemas(of: forms, holdFor: cases, in: desk.folder)
            }
        }

        /// Holds the cases against what `soh forms schema` says of each form.
        private static func checkSchemas(
            of forms: [PublishedForm], holdFor cases: [[String: Any]], in folder: String
        ) async throws {
            let schemas = "\(folder)/schemas"
            try FileManager.default.createDirectory(atPath: schemas, withIntermediateDirectories: true)
            for form in forms {
                let id = form.definition.id.rawValue
                let printed = try await Program.run("soh", ["forms", "schema", id])
                try #require(printed.status == 0, "\(id): \(printed.errors)")
                try printed.output.write(toFile: "\(schemas)/\(id).json", atomically: true, encoding: .utf8)
            }
            let lines = try cases.map {
                String(decoding: try JSONSerialization.data(withJSONObject: $0), as: UTF8.self) + "\n"
            }
            let fit = try await Python.run("schema_check.py", [schemas], input: lines.joined())
            #expect(fit == "\(cases.count)\n")
        }

        static var today: CalendarDate {
            let parts = Calendar(identifier: .gregorian).dateComponents([.year, .month, .day], from: Date())
            return CalendarDate(year: parts.year ?? 1, month: parts.month ?? 1, day: parts.day ?? 1) ?? .distantPast
        }

        /// Fills in what each page asks, and says which page it came to.
        ///
        /// - Parameter note: Is given each text that was typed.
        static func follow(
            _ walk: Walk, of form: PublishedForm, from start: String, at desk: FrontDesk, _ language: Language,
            noting note: (String) -> Void = { _ in }
        ) async throws -> Browser.Page {
            var browser = desk.browser("gwent")
            var page = try await browser.get(start)
            let id = form.definition.id
            for visit in walk.visits {
                for (index, typed) in visit.pages.enumerated() {
                    let shown = try #require(page.html.form, "\(id) \(visit.step)")
                    try #require(shown.step == visit.step.rawValue, "\(id): \(shown.step) instead of \(visit.step)")
                    for control in shown.controls where control.shape == .text {
                        typed[control.name]?.forEach(note)
                    }
                    page = try await browser.submit(shown, shown.fields(exactly: typed))
                    try #require(page.status == 200, "\(id) \(visit.step) \(language): \(page.html.errors)")
                    guard let list = page.html.form, list.isList, list.step == visit.step.rawValue else { continue }
                    let more = index + 1 < visit.pages.count ? "yes" : "no"
                    page = try await browser.submit(list, list.fields(exactly: [ItemList.field: [more]]))
                    try #require(page.status == 200, "\(id) \(visit.step): \(page.html.errors)")
                }
            }
            guard let check = page.html.form, check.step == "check", walk.exit == nil else { return page }
            return try await browser.submit(check)
        }

        /// Holds a case against what was typed. Of files only the number is known beforehand.
        private static func compare(_ record: [String: Any], _ form: PublishedForm, _ walk: Walk) throws {
            var entries: [EntryPlace: StepEntry] = [:]
            var files = 0
            for visit in walk.visits {
                let step = try #require(form.definition.step(visit.step))
                for (index, typed) in visit.pages.enumerated() {
                    let item = step.repeats == nil ? nil : ItemID(rawValue: "\(index + 1)-aaaaaaaa")
                    entries[EntryPlace(step.id, item: item)] = StepEntry(fields: typed)
                }
                if step.repeats != nil {
                    entries[EntryPlace(step.id)] = StepEntry(fields: [ItemList.field: ["no"]])
                }
                let names = step.questions.filter { $0.kind.name == .file }
                for place in entries.keys where place.step == step.id && place.item != nil || place.step == step.id {
                    for question in names where place.item != nil || step.repeats == nil {
                        entries[place]?.files[question.id] = [
                            EntryFile(id: "file", name: "file", kind: .jpeg, bytes: 1)
                        ]
                    }
                }
            }
            let journey = Journey(form.definition, entries: entries, today: today)
            #expect(journey.end == .complete)
            let encoded = try JSONEncoder().encode(journey.answers)
            var expected = try #require(try JSONSerialization.jsonObject(with: encoded) as? [String: Any])
            var found = try #require(record["answers"] as? [String: Any])
            for step in form.definition.steps where step.questions.contains(where: { $0.kind.name == .file }) {
                files += Self.withoutFiles(&expected, step)
                let number = Self.withoutFiles(&found, step)
                #expect(number <= (record["evidence"] as? [Any])?.count ?? 0)
            }
            #expect((record["evidence"] as? [Any])?.count == files)
            #expect(
                NSDictionary(dictionary: found).isEqual(to: expected),
                "\(form.definition.id): \(found) instead of \(expected)")
        }

        /// Takes the files of a step out of answers.
        ///
        /// - Returns: How many there were.
        private static func withoutFiles(_ answers: inout [String: Any], _ step: Step) -> Int {
            var count = 0
            let names = step.questions.filter { $0.kind.name == .file }.map(\.id.rawValue)
            func cleared(_ item: [String: Any]) -> [String: Any] {
                names.reduce(into: item) { item, name in
                    count += (item.removeValue(forKey: name) as? [Any])?.count ?? 0
                }
            }
            if let item = answers[step.id.rawValue] as? [String: Any] {
                answers[step.id.rawValue] = cleared(item)
            } else if let items = answers[step.id.rawValue] as? [[String: Any]] {
                answers[step.id.rawValue] = items.map(cleared)
            }
            return count
        }
    }
}
