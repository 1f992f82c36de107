import CaseStore
import Forms

/// What the people who work on cases wait for, in a store that is there.
enum StoreList {
    /// How often each is done: the one in the middle counts.
    private static let runs = 200
    /// How many cases a page has.
    private static let page = 50
    private static let access = Access(by: "benchmarks", purpose: "to see how long it takes")

    static func run(in folder: String) async throws -> StoreFigures {
        let store = try SQLiteCaseStore(existing: folder)
        let force = try await store.forces().first
        guard let force else { throw WrongResult(row: "forces") }
        let some = try await store.summaries(
            in: force, matching: CaseFilter(), after: nil, limit: runs, by: access)
        guard let form = some.cases.first?.form, some.cases.count >= page else { throw WrongResult(row: "summaries") }

        func firstPage(_ filter: CaseFilter) async throws -> Double {
            try await median("first page") { _ in
                let found = try await store.summaries(in: force, matching: filter, after: nil, limit: page, by: access)
                return found.cases.count == page
            }
        }
        func each(_ name: String, _ isFound: (Reference) async throws -> Bool) async throws -> Double {
            try await median(name) { run in try await isFound(some.cases[run % some.cases.count].reference) }
        }
        return [
            "first_page": try await firstPage(CaseFilter()),
            "first_page_of_form": try await firstPage(CaseFilter(form: form)),
            "contains": try await each("contains") { try await store.contains($0, in: force) },
            "file": try await each("file") { reference in
                try await store.file(reference, in: force, as: .viewed, by: access) != nil
            },
        ]
    }

    /// Microseconds that the run in the middle took.
    ///
    /// - Parameter work: Is given the number of the run, and says whether it found what is there.
    private static func median(_ name: String, _ work: (Int) async throws -> Bool) async throws -> Double {
        let clock = ContinuousClock()
        var times: [Duration] = []
        for run in 0..<runs {
            let start = clock.now
            guard try await work(run) else { throw WrongResult(row: name) }
            times.append(start.duration(to: clock.now))
        }
        return times.sorted()[runs / 2] / .microseconds(1)
    }
}
