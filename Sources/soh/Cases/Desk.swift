import CaseStore
import Forms

/// The store that a command works in, and who works there.
struct Desk: Sendable {
    /// How many cases are read at once.
    private static let page = 500

    let store: SQLiteCaseStore
    let access: Access
    /// The id of the force that was asked for; nil for all.
    let only: String?

    /// The forces that the command is for, in order.
    func forces() async throws -> [ForceID] {
        let forces = try await store.forces()
        guard let only else { return forces }
        guard let force = forces.first(where: { $0.rawValue == only }) else {
            throw ExitStatus.refusal("the store has no cases of '\(only)'")
        }
        return [force]
    }

    /// The force that has a case. Nothing of the case is read, so that nothing is noted.
    func force(of reference: Reference) async throws -> ForceID {
        for force in try await forces() {
            if try await store.contains(reference, in: force) { return force }
        }
        throw Self.missing(reference)
    }

    /// A case with everything that belongs to it.
    func file(_ reference: Reference, as kind: CaseEvent.Kind) async throws -> CaseFile {
        let force = try await force(of: reference)
        guard let file = try await store.file(reference, in: force, as: kind, by: access) else {
            throw Self.missing(reference)
        }
        return file
    }

    /// Changes a case.
    ///
    /// - Parameter work: Gives whether there is such a case.
    func change(_ reference: Reference, _ work: (ForceID) async throws -> Bool) async throws {
        let force = try await force(of: reference)
        guard try await work(force) else { throw Self.missing(reference) }
    }

    /// The words of a case.
    func wording(of record: CaseRecord) async throws -> CaseWording {
        guard let definition = try await store.definition(record.definition, in: record.force) else {
            throw StoreFault(.corrupt, "a definition is missing")
        }
        return try CaseWording(definition)
    }

    static func missing(_ reference: Reference) -> any Error {
        ExitStatus.refusal("the store has no case \(reference)")
    }
}

// Lists, which are given page by page and force by force.
extension Desk {
    func summaries(
        matching filter: CaseFilter, limit: Int?, _ take: ([CaseSummary]) async throws -> Void
    ) async throws {
        try await pages(limit: limit, take) { force, cursor, limit in
            try await store.summaries(in: force, matching: filter, after: cursor, limit: limit, by: access)
        }
    }

    func records(
        matching filter: CaseFilter, limit: Int?, as kind: CaseEvent.Kind,
        _ take: ([CaseRecord]) async throws -> Void
    ) async throws {
        try await pages(limit: limit, take) { force, cursor, limit in
            try await store.records(in: force, matching: filter, after: cursor, limit: limit, as: kind, by: access)
        }
    }

    private func pages<Case: Sendable>(
        limit: Int?, _ take: ([Case]) async throws -> Void,
        _ read: (ForceID, CaseCursor?, Int) async throws -> CasePage<Case>
    ) async throws {
        var left = limit ?? .max
        for force in try await forces() {
            var cursor: CaseCursor?
            repeat {
                // No more is read than is given out: what is read is noted.
                guard left > 0 else { return }
                let page = try await read(force, cursor, min(left, Self.page))
                left -= page.cases.count
                try await take(page.cases)
                cursor = page.next
            } while cursor != nil
        }
    }
}
