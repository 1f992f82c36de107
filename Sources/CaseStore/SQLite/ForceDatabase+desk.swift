import Forms
import FoundationEssentials
import GRDB

extension ForceDatabase {
    /// How many cases one page has at most.
    private static let longestPage = 1_000

    func summaries(
        matching filter: CaseFilter, after cursor: CaseCursor?, limit: Int, by access: Access, now: Date
    ) async throws -> CasePage<CaseSummary> {
        if cursor == nil {
            try await writer.write { try CaseEventRow.insert(CaseEvent(.listed, at: now, by: access), on: nil, $0) }
        }
        return try await page(filter, after: cursor, limit: limit) { [force] row, _ in
            try CaseRow.summary(row, of: force)
        }
    }

    func records(
        matching filter: CaseFilter, after cursor: CaseCursor?, limit: Int, as kind: CaseEvent.Kind,
        by access: Access, now: Date
    ) async throws -> CasePage<CaseRecord> {
        let page = try await page(filter, after: cursor, limit: limit) { [force] row, database in
            (id: row["id"] as Int64, record: try CaseRow.record(row, of: force, database))
        }
        let ids = page.cases.map(\.id)
        // Nobody is given a case before it is noted that they were.
        try await writer.write { database in
            for id in ids { try CaseEventRow.insert(CaseEvent(kind, at: now, by: access), on: id, database) }
        }
        return CasePage(cases: page.cases.map(\.record), next: page.next)
    }

    private func page<Case: Sendable>(
        _ filter: CaseFilter, after cursor: CaseCursor?, limit: Int,
        _ read: @escaping @Sendable (Row, Database) throws -> Case
    ) async throws -> CasePage<Case> {
        let limit = min(max(limit, 1), Self.longestPage)
        return try await cases.read { database in
            let listing = CaseListing(filter, select: CaseRow.select)
            let rows = try listing.rows(after: cursor, limit: limit, database)
            return CasePage(
                cases: try rows.map { try read($0, database) },
                next: rows.count < limit ? nil : rows.last.map(CaseListing.cursor))
        }
    }

    func file(
        _ reference: Reference, as kind: CaseEvent.Kind, by access: Access, now: Date
    ) async throws -> CaseFile? {
        let isThere = try await change(reference) { id, database in
            try CaseEventRow.insert(CaseEvent(kind, at: now, by: access), on: id, database)
        }
        guard isThere else { return nil }
        return try await cases.read { [force] database in
            let row = try Row.fetchOne(
                database, sql: "\(CaseRow.select) WHERE cases.reference = ?", arguments: [reference.description])
            guard let row else { return nil }
            let id: Int64 = row["id"]
            let record = try CaseRow.record(row, of: force, database)
            guard let definition = try Self.definition(record.definition, database) else {
                throw StoreFault(.corrupt, "a definition is missing")
            }
            return CaseFile(
                record: record, definition: definition, person: try CaseRow.person(of: id, database),
                events: try CaseEventRow.all(of: id, database), links: try CaseRow.links(of: id, database))
        }
    }

    /// Writes to one case.
    ///
    /// - Returns: Whether there is such a case.
    func change(
        _ reference: Reference, _ work: @escaping @Sendable (_ id: Int64, Database) throws -> Void
    ) async throws -> Bool {
        try await writer.write { database in
            guard let id = try Self.id(of: reference, database) else { return false }
            try work(id, database)
            return true
        }
    }
}
