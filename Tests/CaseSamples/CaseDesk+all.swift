package import CaseStore
package import Forms

extension CaseDesk {
    /// All cases of a force, as the sort of a list has them.
    package func allCases(in force: ForceID, matching filter: CaseFilter = CaseFilter()) async throws -> [CaseRecord] {
        var cases: [CaseRecord] = []
        var cursor: CaseCursor?
        repeat {
            let page = try await records(
                in: force, matching: filter, after: cursor, limit: 1_000, as: .viewed, by: Access(by: "test"))
            cases += page.cases
            cursor = page.next
        } while cursor != nil
        return cases
    }

    /// One case; nil where there is none.
    package func record(_ reference: Reference, in force: ForceID) async throws -> CaseRecord? {
        try await file(reference, in: force, as: .viewed, by: Access(by: "test"))?.record
    }
}
